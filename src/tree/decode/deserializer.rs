//! The deserializer over a [`Node`].

use super::access::{Elements, Fields};
use super::problem::{NodeId, Problem, as_list, as_map, as_pairs, unknown_key};
use crate::diagnostics::{Diagnostic, Place, Pointer, Span};
use crate::tree::{Field, Node, Value};
use serde::Deserializer;
use serde::de::{DeserializeSeed, EnumAccess, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::cell::RefCell;
use std::collections::HashSet;
use std::str::FromStr;

/// For how many unknown keys the one that was meant is searched.
const MOST_HELPED: usize = 500;

/// What one reading shares.
pub(super) struct State<'a> {
    /// The nodes that earlier readings refused.
    pub(super) refused: &'a HashSet<NodeId>,
    /// The unknown keys that this reading met.
    pub(super) unknown: RefCell<Vec<Diagnostic>>,
    /// The keys of the outermost map that somebody else has read: whoever misspells one
    /// should hear of it.
    pub(super) beside: &'a [&'a str],
}

/// How a node was reached, as a list on the stack; becomes a [`Pointer`] only for an error.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Origin(&'a Pointer),
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    pub(super) fn pointer(&self) -> Pointer {
        match self {
            Path::Origin(pointer) => (*pointer).clone(),
            Path::Key(parent, key) => parent.pointer().key(key),
            Path::Index(parent, index) => parent.pointer().index(*index),
        }
    }
}

/// Reads one node.
#[derive(Clone, Copy)]
pub(super) struct Decoder<'a> {
    pub(super) node: &'a Node,
    pub(super) path: Path<'a>,
    pub(super) state: &'a State<'a>,
}

impl<'a> Decoder<'a> {
    fn located<T>(&self, result: Result<T, Problem>) -> Result<T, Problem> {
        result.map_err(|problem| problem.at(self.node, &self.path))
    }

    fn refuse<T>(&self, expected: &str) -> Result<T, Problem> {
        self.refuse_with(expected, None)
    }

    fn refuse_with<T>(&self, expected: &str, help: Option<String>) -> Result<T, Problem> {
        self.located(Err(Problem::wrong_type(expected, self.node).help(help)))
    }

    /// Notes a key that no field of a struct has.
    pub(super) fn note_unknown(&self, field: &Field, known: &[&str]) {
        let key = &field.key;
        let beside = match self.path {
            Path::Origin(_) => self.state.beside,
            Path::Key(..) | Path::Index(..) => &[],
        };
        let mut unknown = self.state.unknown.borrow_mut();
        let known = match unknown.len() < MOST_HELPED {
            true => [known, beside].concat(),
            false => vec![],
        };
        // Where a file has it, rather than a pointer to look up: there may be thousands.
        let place = match field.key_span == Span::default() {
            true => Place::Key(self.path.pointer().key(key)),
            false => Place::Span(field.key_span),
        };
        unknown.push(unknown_key(key, &known, place));
    }

    fn text(&self) -> Result<&'a str, Problem> {
        match &self.node.value {
            Value::Plain(text) | Value::Text(text) => Ok(text),
            Value::Null | Value::List(_) | Value::Map(_) => self.refuse("text"),
        }
    }

    fn parsed<T: FromStr>(&self, expected: &str) -> Result<T, Problem> {
        match &self.node.value {
            Value::Plain(text) | Value::Text(text) => match text.parse() {
                Ok(value) => Ok(value),
                Err(_) => self.located(Err(serde::de::Error::invalid_type(
                    serde::de::Unexpected::Str(text),
                    &expected,
                ))),
            },
            Value::Null | Value::List(_) | Value::Map(_) => self.refuse(expected),
        }
    }

    fn visit<'de, V: Visitor<'de>>(
        &self,
        known: Option<&'static [&'static str]>,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let result = match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Plain(text) => visit_plain(text, visitor),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(nodes) => visitor.visit_seq(Elements::new(self, nodes)),
            Value::Map(fields) => visitor.visit_map(Fields::new(self, fields, known)),
        };
        self.located(result)
    }
}

/// An unquoted scalar as the number or truth value that it is, if that writes back as the
/// same characters; as text otherwise, so that `1.10` and `007` stay what they are.
fn visit_plain<'de, V: Visitor<'de>>(
    text: &str,
    visitor: V,
) -> Result<V::Value, Problem> {
    match text {
        "true" => return visitor.visit_bool(true),
        "false" => return visitor.visit_bool(false),
        _ => {}
    }
    if let Ok(number) = text.parse::<u64>()
        && number.to_string() == text
    {
        return visitor.visit_u64(number);
    }
    visitor.visit_str(text)
}

macro_rules! numbers {
    ($($method:ident $visit:ident $number:ty,)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
            let number = self.parsed::<$number>("a number")?;
            self.located(visitor.$visit(number))
        }
    )+};
}

impl<'de> Deserializer<'de> for Decoder<'_> {
    type Error = Problem;

    numbers! {
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
        deserialize_i64 visit_i64 i64,
        deserialize_f32 visit_f32 f32,
        deserialize_f64 visit_f64 f64,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.visit(None, visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let truth = self.parsed::<bool>("`true` or `false`")?;
        self.located(visitor.visit_bool(truth))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        let text = self.text()?;
        self.located(visitor.visit_str(text))
    }

    fn deserialize_string<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            Value::Plain(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => {
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::List(_) => self.visit(None, visitor),
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::Map(_) => {
                self.refuse_with("a list", Some(as_list(self.node)))
            }
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Map(_) => self.visit(None, visitor),
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => {
                self.refuse_with("a map", Some(as_pairs(self.node)))
            }
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Map(_) => self.visit(Some(fields), visitor),
            Value::Null | Value::Plain(_) | Value::Text(_) | Value::List(_) => {
                self.refuse_with("a map", as_map(self.node, fields))
            }
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let text = self.text()?;
        self.located(visitor.visit_enum(Variant(text)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let result = visitor.visit_newtype_struct(self);
        self.located(result.map_err(|problem| problem.of_type(name)))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

/// The name of one of several possible values.
struct Variant<'a>(&'a str);

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Problem;
    type Variant = UnitOnly;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, UnitOnly), Problem> {
        let name = seed.deserialize(self.0.into_deserializer())?;
        Ok((name, UnitOnly))
    }
}

/// The model's enums are names without content.
struct UnitOnly;

impl<'de> serde::de::VariantAccess<'de> for UnitOnly {
    type Error = Problem;

    fn unit_variant(self) -> Result<(), Problem> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        _seed: T,
    ) -> Result<T::Value, Problem> {
        Err(serde::de::Error::custom("a name is expected here"))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _len: usize,
        _visitor: V,
    ) -> Result<V::Value, Problem> {
        Err(serde::de::Error::custom("a name is expected here"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Problem> {
        Err(serde::de::Error::custom("a name is expected here"))
    }
}
