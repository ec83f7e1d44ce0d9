//! Smaller files: the objects of a PDF in compressed object streams.
//!
//! The exporter writes each of the hundreds of small objects of a tagged page (structure
//! elements, link annotations) by itself and uncompressed, which is half of the file.
//! PDF 1.5 and later let them share a compressed stream (ISO 32000-1, 7.5.7), with a
//! cross-reference stream instead of a table (7.5.8); PDF/UA-1 and PDF/A-2 to 4 allow it.
//! What is not as the exporter writes it stays as it is.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use memchr::memmem::{find, rfind};
use std::io::Write;

/// How many objects share a stream: a reader unpacks a stream as a whole.
const TOGETHER: usize = 400;

/// An object: its number and where its bytes are.
#[derive(Debug, Clone, Copy)]
struct Object<'a> {
    number: usize,
    /// Between `1 0 obj` and `endobj`.
    body: &'a [u8],
}

impl Object<'_> {
    /// Streams can't stand in streams; and the catalog, which is one small object, stays
    /// where the simplest of readers finds the language in it.
    fn stays_plain(&self) -> bool {
        self.body.ends_with(b"endstream") || find(self.body, b"/Catalog").is_some()
    }
}

/// Where an object is, for the cross-reference stream.
#[derive(Debug, Clone, Copy)]
enum Home {
    Free,
    Offset(usize),
    Within { stream: usize, index: usize },
}

/// The same PDF with its small objects compressed, or as it was if that is not possible.
pub(super) fn pack(pdf: Vec<u8>) -> Vec<u8> {
    match packed(&pdf) {
        Some(small) if small.len() < pdf.len() => small,
        Some(_) | None => pdf,
    }
}

fn packed(pdf: &[u8]) -> Option<Vec<u8>> {
    let header = has_object_streams(pdf)?;
    let (objects, trailer) = parse(pdf)?;
    let size = objects.iter().map(|object| object.number + 1).max()?;
    let (large, small): (Vec<_>, Vec<_>) =
        objects.into_iter().partition(|object| object.stays_plain());
    let mut out = pdf.get(..header)?.to_vec();
    let mut homes = vec![Home::Free; size];
    for object in large {
        *homes.get_mut(object.number)? = Home::Offset(out.len());
        write_object(&mut out, object.number, object.body);
    }
    for group in small.chunks(TOGETHER) {
        let stream = homes.len();
        for (index, object) in group.iter().enumerate() {
            *homes.get_mut(object.number)? = Home::Within { stream, index };
        }
        homes.push(Home::Offset(out.len()));
        write_object(&mut out, stream, &object_stream(group)?);
    }
    write_references(&mut out, homes, trailer)?;
    Some(out)
}

/// The length of the header, for a version of PDF that has object streams.
fn has_object_streams(pdf: &[u8]) -> Option<usize> {
    let version = pdf.strip_prefix(b"%PDF-")?.get(..3)?;
    let first = find(pdf, b" 0 obj")?;
    let start = pdf.get(..first)?.iter().rposition(|byte| *byte == b'\n')? + 1;
    (version >= b"1.5".as_slice()).then_some(start)
}

/// Every object by the table at the end, and what the trailer holds beside the size.
fn parse(pdf: &[u8]) -> Option<(Vec<Object<'_>>, &[u8])> {
    let table = rfind(pdf, b"\nxref\n").or_else(|| rfind(pdf, b"\rxref\n"))? + 1;
    let trailer = find(pdf.get(table..)?, b"trailer\n<<")? + table;
    let mut objects = Vec::new();
    let mut rest = pdf.get(..table)?;
    for entry in entries(pdf.get(table..trailer)?)? {
        objects.extend(object(rest, entry));
    }
    rest = pdf.get(trailer + b"trailer\n<<".len()..)?;
    let held = rest.get(..find(rest, b">>\nstartxref")?)?;
    Some((objects, held.get(find(held, b"/Root")?..)?))
}

/// The numbers and offsets in a table of one part.
fn entries(table: &[u8]) -> Option<Vec<(usize, usize)>> {
    let text = std::str::from_utf8(table).ok()?;
    let mut lines = text.lines().skip(1);
    let (first, count) = lines.next()?.split_once(' ')?;
    let count: usize = count.trim().parse().ok()?;
    if first != "0" {
        return None;
    }
    let mut found = Vec::with_capacity(count);
    for (number, line) in lines.take(count).enumerate() {
        let mut words = line.split_whitespace();
        let offset = words.next()?.parse().ok()?;
        if words.nth(1)? == "n" {
            found.push((number, offset));
        }
    }
    Some(found)
}

fn object(pdf: &[u8], (number, offset): (usize, usize)) -> Option<Object<'_>> {
    let rest = pdf.get(offset..)?;
    let rest = rest.strip_prefix(number.to_string().as_bytes())?;
    let body = rest.strip_prefix(b" 0 obj")?;
    let end = end_of(body)?;
    Some(Object { number, body: body.get(..end)?.trim_ascii() })
}

/// Where `endobj` is: for a stream, after as many bytes as it says that it has, since they
/// may spell anything.
fn end_of(body: &[u8]) -> Option<usize> {
    let plain = find(body, b"endobj")?;
    let Some(start) = find(body.get(..plain)?, b">>\nstream\n") else {
        return Some(plain);
    };
    let dictionary = body.get(..start)?;
    let length = find(dictionary, b"/Length ")? + b"/Length ".len();
    let digits = dictionary.get(length..)?.iter().take_while(|c| c.is_ascii_digit());
    let length = digits.fold(0, |sum, digit| sum * 10 + usize::from(digit - b'0'));
    let data = start + b">>\nstream\n".len() + length;
    Some(data + find(body.get(data..)?, b"endobj")?)
}

fn write_object(out: &mut Vec<u8>, number: usize, body: &[u8]) {
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendobj\n");
}

fn object_stream(objects: &[Object<'_>]) -> Option<Vec<u8>> {
    let mut index = String::new();
    let mut bodies = Vec::new();
    for object in objects {
        index.push_str(&format!("{} {} ", object.number, bodies.len()));
        bodies.extend_from_slice(object.body);
        bodies.push(b'\n');
    }
    let first = index.len();
    let data = deflated(&[index.as_bytes(), &bodies].concat())?;
    let count = objects.len();
    Some(stream(&format!("/Type/ObjStm/N {count}/First {first}"), &data))
}

fn write_references(out: &mut Vec<u8>, mut homes: Vec<Home>, held: &[u8]) -> Option<()> {
    let start = out.len();
    let number = homes.len();
    homes.push(Home::Offset(start));
    let mut data = Vec::with_capacity(homes.len() * 7);
    for home in &homes {
        let (kind, place, index) = match *home {
            Home::Free => (0, 0, 0),
            Home::Offset(offset) => (1, offset, 0),
            Home::Within { stream, index } => (2, stream, index),
        };
        data.push(kind);
        data.extend_from_slice(&u32::try_from(place).ok()?.to_be_bytes());
        data.extend_from_slice(&u16::try_from(index).ok()?.to_be_bytes());
    }
    let held = String::from_utf8_lossy(held);
    let dictionary = format!("/Type/XRef/Size {}/W[1 4 2]{held}", homes.len());
    write_object(out, number, &stream(&dictionary, &deflated(&data)?));
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
    Some(())
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let length = data.len();
    let head = format!("<<{dictionary}/Filter/FlateDecode/Length {length}>>\nstream\n");
    [head.as_bytes(), data, b"\nendstream"].concat()
}

fn deflated(data: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data).ok()?;
    encoder.finish().ok()
}
