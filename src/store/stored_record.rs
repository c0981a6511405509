//! The record around each stored session: a line that says what it is, a line that says what is in it, then the session itself,
//! packed. Version 1 had no second line and the session as it is; it is still read.

use serde::Serialize;
use serde_json::Value;

use super::packed::{Packed, unpack};
#[cfg(not(target_arch = "wasm32"))]
use crate::exchange::LARGEST;

const FORMAT: &str = "plumbline-stored";
const VERSION: u64 = 2;

/// The first line of a record: what it is.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Header {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = FORMAT)))]
    format: &'static str,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = VERSION)))]
    version: u64,
    /// How many times the value was written.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1)))]
    revision: u64,
    /// CRC-32 of the revision, the bytes and the length, each as eight bytes, the lowest first, and of all that follows this line.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9a-f]{8}$")))]
    checksum: String,
    /// How many bytes the session has, deflated; 15 bits of them stand in each of the characters that follow the second line.
    bytes: usize,
    /// How many bytes the session has.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(max = LARGEST)))]
    length: usize,
}

/// A stored value with its revision, found undamaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    /// How many times the value was written; a write states on which revision it is based.
    pub revision: u64,
    /// The value.
    pub body: String,
}

/// What stands on a record, found undamaged without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    /// How many times the value was written.
    pub revision: u64,
    /// What is in it, in short; version 1 had none.
    pub summary: Option<&'a str>,
    body: Body<'a>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body<'a> {
    Plain(&'a str),
    Packed { text: &'a str, bytes: usize, length: usize },
}

/// Why a stored string is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRecord {
    /// It was written by a newer Plumbline.
    Newer,
    /// It is damaged, or something else.
    Damaged,
}

/// The checksum over what stands in the first line and what follows it.
fn checksum(numbers: [u64; 3], rest: &str) -> String {
    let mut sum = crc32fast::Hasher::new();
    numbers.iter().for_each(|number| sum.update(&number.to_le_bytes()));
    sum.update(rest.as_bytes());
    format!("{:08x}", sum.finalize())
}

/// The checksum of version 1: over what follows the first line.
fn first_checksum(rest: &str) -> String {
    format!("{:08x}", crc32fast::hash(rest.as_bytes()))
}

/// Puts a value into a record. `summary` is a single line that says in short what is in it.
#[must_use]
pub fn seal(revision: u64, summary: &str, body: &str) -> String {
    let Packed { text, bytes, length } = Packed::of(body);
    let rest = format!("{summary}\n{text}");
    let numbers = [revision, bytes as u64, length as u64];
    let checksum = checksum(numbers, &rest);
    let header = Header { format: FORMAT, version: VERSION, revision, checksum, bytes, length };
    format!("{}\n{rest}", serde_json::to_string(&header).unwrap_or_default())
}

/// The highest revision that is believed of what is damaged: nobody gets there by working.
const BELIEVED: u64 = 1 << 52;

/// The revision that a stored string says it has, also where it is damaged or newer.
pub(super) fn stated_revision(stored: &str) -> Option<u64> {
    let header: Value = serde_json::from_slice(stored.lines().next()?.as_bytes()).ok()?;
    header.get("revision")?.as_u64().filter(|revision| *revision <= BELIEVED)
}

/// How many bytes a stored string says that it has, unpacked.
pub(super) fn stated_length(stored: &str) -> Option<usize> {
    let header: Value = serde_json::from_slice(stored.lines().next()?.as_bytes()).ok()?;
    header.get("length")?.as_u64().and_then(|length| usize::try_from(length).ok())
}

/// The same, stored under another revision; nothing where it can't be read.
pub(super) fn resealed(stored: &str, revision: u64) -> Option<String> {
    let label = Label::read(stored).ok()?;
    let summary = label.summary.unwrap_or_default().to_owned();
    Some(seal(revision, &summary, &label.open().ok()?.body))
}

impl<'a> Label<'a> {
    /// Reads what stands on a stored string, and whether it is what was once written.
    ///
    /// # Errors
    /// When it was written by a newer Plumbline, or when it is damaged.
    pub fn read(stored: &'a str) -> Result<Self, BadRecord> {
        let (header, rest) = stored.split_once('\n').ok_or(BadRecord::Damaged)?;
        let header: Value = serde_json::from_slice(header.as_bytes()).map_err(|_| BadRecord::Damaged)?;
        let number = |name: &str| header.get(name).and_then(Value::as_u64).ok_or(BadRecord::Damaged);
        let word = |name: &str| header.get(name).and_then(Value::as_str).ok_or(BadRecord::Damaged);
        // First of all the version: only then it is known what else there has to be.
        if word("format")? != FORMAT {
            return Err(BadRecord::Damaged);
        }
        let version = number("version")?;
        if version > VERSION {
            return Err(BadRecord::Newer);
        }
        let (revision, stated) = (number("revision")?, word("checksum")?);
        if version == 1 {
            let whole = stated == first_checksum(rest);
            return whole.then_some(Self { revision, summary: None, body: Body::Plain(rest) }).ok_or(BadRecord::Damaged);
        }
        let (bytes, length) = (number("bytes")?, number("length")?);
        let (summary, text) = rest.split_once('\n').ok_or(BadRecord::Damaged)?;
        if version == 0 || stated != checksum([revision, bytes, length], rest) {
            return Err(BadRecord::Damaged);
        }
        let size = |number: u64| usize::try_from(number).map_err(|_| BadRecord::Damaged);
        let body = Body::Packed { text, bytes: size(bytes)?, length: size(length)? };
        Ok(Self { revision, summary: Some(summary), body })
    }

    /// Opens the record.
    ///
    /// # Errors
    /// When what is in it is not what its label says.
    pub fn open(self) -> Result<StoredRecord, BadRecord> {
        let body = match self.body {
            Body::Plain(text) => Some(text.to_owned()),
            Body::Packed { text, bytes, length } => unpack(text, bytes, length),
        };
        Ok(StoredRecord { revision: self.revision, body: body.ok_or(BadRecord::Damaged)? })
    }
}

impl StoredRecord {
    /// Opens a stored string.
    ///
    /// # Errors
    /// When it was written by a newer Plumbline, or when it is not what was once written.
    pub fn open(stored: &str) -> Result<Self, BadRecord> {
        Label::read(stored)?.open()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUMMARY: &str = "{\"name\":\"Line 3\"}";

    #[test]
    fn what_was_sealed_opens_again_and_says_what_it_is_before() {
        let body = "{\"a\":\"line\\nbreak\"}\n".to_owned();
        let sealed = seal(7, SUMMARY, &body);
        assert_eq!(StoredRecord::open(&sealed), Ok(StoredRecord { revision: 7, body }));
        assert_eq!(Label::read(&sealed).map(|label| (label.revision, label.summary)), Ok((7, Some(SUMMARY))));
    }

    #[test]
    fn truncation_anywhere_shows() {
        let sealed = seal(1, SUMMARY, "abc");
        for (end, _) in sealed.char_indices() {
            let cut = sealed.get(..end).unwrap_or_default();
            assert_eq!(StoredRecord::open(cut), Err(BadRecord::Damaged), "{cut}");
        }
    }

    #[test]
    fn any_other_character_anywhere_shows() {
        let sealed = seal(21, SUMMARY, "abcabcabcabc");
        let characters: Vec<char> = sealed.chars().collect();
        for at in 0..characters.len() {
            for other in ['1', '2', '5', 'x', '\n', '\u{4e00}'] {
                let mut flipped = characters.clone();
                flipped.iter_mut().skip(at).take(1).for_each(|character| *character = other);
                if flipped != characters {
                    let flipped: String = flipped.iter().collect();
                    assert!(StoredRecord::open(&flipped).is_err(), "{flipped}");
                }
            }
        }
    }

    #[test]
    fn a_newer_version_is_told_from_damage_whatever_else_it_has() {
        let sealed = seal(1, SUMMARY, "abc");
        assert_eq!(StoredRecord::open(&sealed.replace("\"version\":2", "\"version\":3")), Err(BadRecord::Newer));
        assert_eq!(StoredRecord::open("{\"format\":\"plumbline-stored\",\"version\":9}\nelse"), Err(BadRecord::Newer));
    }

    #[test]
    fn version_1_is_still_read() {
        let stored = "{\"format\":\"plumbline-stored\",\"version\":1,\"revision\":3,\"checksum\":\"352441c2\"}\nabc";
        assert_eq!(StoredRecord::open(stored), Ok(StoredRecord { revision: 3, body: "abc".to_owned() }));
        assert_eq!(StoredRecord::open(&stored.replace("abc", "abd")), Err(BadRecord::Damaged));
        assert_eq!(StoredRecord::open(&stored.replace("\"version\":1", "\"version\":0")), Err(BadRecord::Damaged));
    }
}
