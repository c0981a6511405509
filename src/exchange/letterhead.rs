//! A document with what a firm puts around it: its name, its logo, and a place for signatures.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::document::Document;

/// What files of word processors are called where files have a type.
pub const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// How their names end.
pub const WORD_ENDING: &str = "docx";

/// The largest logo, in bytes.
pub const LARGEST_LOGO: usize = 2_000_000;

/// A document for a word processor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What it says.
    pub document: Document,
    /// What is around it.
    pub head: Letterhead,
}

/// What a firm puts around a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// The name of the firm; may be empty.
    pub firm: String,
    /// Its logo.
    pub logo: Option<Logo>,
    /// The block for signatures at the end.
    pub signatures: Option<Signatures>,
}

/// A block for signatures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatures {
    /// Its heading.
    pub title: String,
    /// What is signed.
    pub words: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// How many sign.
    pub rows: u8,
}

/// A picture of a firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// Its file, in base64.
    file: String,
    /// Whether that is a PNG; else it is a JPEG.
    is_png: bool,
    /// How many points it is wide.
    width: u32,
    /// How many points it is high.
    height: u32,
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// It is larger than [`LARGEST_LOGO`].
    TooLarge,
    /// It is neither a PNG nor a JPEG, or damaged.
    NoPicture,
}

impl Logo {
    /// The logo that a file is: a PNG or a JPEG. Nothing in it is looked at but how large the picture is.
    ///
    /// # Errors
    /// When it is too large, or nothing of the kind.
    pub fn read(file: &[u8]) -> Result<Self, LogoFault> {
        if file.len() > LARGEST_LOGO {
            return Err(LogoFault::TooLarge);
        }
        let png = size_of_png(file).map(|size| (true, size));
        let (is_png, (width, height)) =
            png.or_else(|| size_of_jpeg(file).map(|size| (false, size))).ok_or(LogoFault::NoPicture)?;
        Ok(Self { file: STANDARD.encode(file), is_png, width, height })
    }

    /// Its file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        STANDARD.decode(&self.file).unwrap_or_default()
    }

    /// How its file's name ends.
    #[must_use]
    pub const fn ending(&self) -> &'static str {
        if self.is_png { "png" } else { "jpeg" }
    }

    /// How wide and high it is.
    #[must_use]
    pub const fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

fn size_of_png(file: &[u8]) -> Option<(u32, u32)> {
    let rest = file.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| rest.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    fair(number(8).filter(|_| rest.get(4..8) == Some(b"IHDR"))?, number(12)?)
}

fn size_of_jpeg(file: &[u8]) -> Option<(u32, u32)> {
    let mut rest = file.strip_prefix(b"\xff\xd8")?;
    loop {
        let [255, kind, high, low, ..] = *rest else { return None };
        let long = usize::from(u16::from_be_bytes([high, low]));
        // What begins a picture says its size; three of these numbers stand for tables.
        if matches!(kind, 0xC0..=0xCF) && !matches!(kind, 0xC4 | 0xC8 | 0xCC) {
            let number = |at: usize| rest.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes).map(u32::from);
            return fair(number(7)?, number(5)?);
        }
        rest = rest.get(2 + long.max(2)..)?;
    }
}

/// A size that a picture can have.
fn fair(width: u32, height: u32) -> Option<(u32, u32)> {
    const MOST: u32 = 20_000;
    ((1..=MOST).contains(&width) && (1..=MOST).contains(&height)).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_says_how_large_it_is_and_anything_else_is_none() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x20\x08\x06";
        assert_eq!(Logo::read(png).map(|logo| (logo.ending(), logo.size())), Ok(("png", (64, 32))));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x11\x08\0\x20\0\x40\x03";
        assert_eq!(Logo::read(jpeg).map(|logo| (logo.ending(), logo.size())), Ok(("jpeg", (64, 32))));
        for not in [b"".as_slice(), b"<svg/>", b"\xff\xd8\xff\xe0\0\0", b"\xff\xd8\xff\xe0\xff\xff", &png[..20]] {
            assert_eq!(Logo::read(not), Err(LogoFault::NoPicture));
        }
        assert_eq!(Logo::read(&vec![0; LARGEST_LOGO + 1]), Err(LogoFault::TooLarge));
        assert_eq!(Logo::read(png).map(|logo| logo.bytes()), Ok(png.to_vec()));
    }
}
