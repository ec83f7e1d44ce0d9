//! The elements of a list and the fields of a map, one by one.

use super::deserializer::{Decoder, Path};
use super::problem::Problem;
use crate::tree::{Field, Node, Value};
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess};

/// Gives a list's elements, without those refused before.
pub(super) struct Elements<'a> {
    list: &'a Decoder<'a>,
    nodes: std::iter::Enumerate<std::slice::Iter<'a, Node>>,
}

impl<'a> Elements<'a> {
    pub(super) fn new(list: &'a Decoder<'a>, nodes: &'a [Node]) -> Self {
        Self { list, nodes: nodes.iter().enumerate() }
    }
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        let refused = self.list.state.refused;
        let next =
            self.nodes.find(|(_, node)| !refused.contains(&std::ptr::from_ref(*node)));
        let Some((index, node)) = next else {
            return Ok(None);
        };
        let path = Path::Index(&self.list.path, index);
        seed.deserialize(Decoder { node, path, state: self.list.state }).map(Some)
    }
}

/// Gives a map's fields, without those refused before, those with nothing after the key,
/// and those that a struct does not know, which are noted.
pub(super) struct Fields<'a> {
    map: &'a Decoder<'a>,
    fields: std::slice::Iter<'a, Field>,
    known: Option<&'static [&'static str]>,
    current: Option<&'a Field>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        map: &'a Decoder<'a>,
        fields: &'a [Field],
        known: Option<&'static [&'static str]>,
    ) -> Self {
        Self { map, fields: fields.iter(), known, current: None }
    }

    fn is_wanted(&self, field: &Field) -> bool {
        if let Some(known) = self.known
            && !known.contains(&field.key.as_str())
        {
            self.map.note_unknown(field, known);
            return false;
        }
        field.node.value != Value::Null
            && !self.map.state.refused.contains(&std::ptr::from_ref(&field.node))
    }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        while let Some(field) = self.fields.next() {
            if self.is_wanted(field) {
                self.current = Some(field);
                let key = seed.deserialize(field.key.as_str().into_deserializer());
                let path = Path::Key(&self.map.path, &field.key);
                return key
                    .map(Some)
                    .map_err(|problem: Problem| problem.at_key(&field.node, &path));
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Problem> {
        let Some(field) = self.current else {
            return Err(serde::de::Error::custom("a value was asked for before its key"));
        };
        let path = Path::Key(&self.map.path, &field.key);
        seed.deserialize(Decoder { node: &field.node, path, state: self.map.state })
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.fields.len())
    }
}
