//! The envelope around each stored value: a line that says what it is, then the value.

use serde::{Deserialize, Serialize};

const FORMAT: &str = "plumbline-stored";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Header {
    format: String,
    version: u32,
    revision: u64,
    checksum: String,
}

/// A stored value with its revision, found undamaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// How many times the value was written; a write states on which revision it is based.
    pub revision: u64,
    /// The value.
    pub body: String,
}

/// Why a stored string is no envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadEnvelope {
    /// It was written by a newer Plumbline.
    Newer,
    /// It is damaged, or something else.
    Damaged,
}

fn checksum(body: &str) -> String {
    format!("{:08x}", crc32fast::hash(body.as_bytes()))
}

impl Envelope {
    /// The envelope as it is stored.
    #[must_use]
    pub fn seal(&self) -> String {
        let (revision, checksum) = (self.revision, checksum(&self.body));
        format!(
            "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"revision\":{revision},\"checksum\":\"{checksum}\"}}\n{}",
            self.body
        )
    }

    /// Opens a stored string.
    ///
    /// # Errors
    /// When it was written by a newer Plumbline, or when it is not what was once written.
    pub fn open(stored: &str) -> Result<Self, BadEnvelope> {
        let (header, body) = stored.split_once('\n').ok_or(BadEnvelope::Damaged)?;
        let header: Header = serde_json::from_str(header).map_err(|_| BadEnvelope::Damaged)?;
        if header.format != FORMAT {
            return Err(BadEnvelope::Damaged);
        }
        if header.version > VERSION {
            return Err(BadEnvelope::Newer);
        }
        if header.checksum != checksum(body) {
            return Err(BadEnvelope::Damaged);
        }
        Ok(Self { revision: header.revision, body: body.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens_again() {
        let envelope = Envelope { revision: 7, body: "{\"a\":\"line\\nbreak\"}\n".to_owned() };
        assert_eq!(Envelope::open(&envelope.seal()), Ok(envelope));
    }

    #[test]
    fn damage_and_truncation_show() {
        let sealed = Envelope { revision: 1, body: "abc".to_owned() }.seal();
        for end in 0..sealed.len() {
            let cut = sealed.get(..end).unwrap_or_default();
            assert_eq!(Envelope::open(cut), Err(BadEnvelope::Damaged), "{cut}");
        }
        assert_eq!(Envelope::open(&sealed.replace("abc", "abd")), Err(BadEnvelope::Damaged));
        assert_eq!(Envelope::open(&sealed.replace("\"version\":1", "\"version\":2")), Err(BadEnvelope::Newer));
    }
}
