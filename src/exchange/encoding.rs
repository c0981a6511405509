//! The text of a file, also where an editor saved it again in another encoding than UTF-8.

use std::borrow::Cow;

use super::ReadError;

/// The mark at the beginning of a text that says how it is encoded.
const MARK: char = '\u{feff}';

/// How many bytes are looked at to find out how a text without a mark is encoded.
const LOOKED_AT: usize = 64;

/// What Windows-1252 has from 0x80 on, where it is not Latin-1.
const WINDOWS_1252: [u16; 32] = [
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d,
    0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d,
    0x017e, 0x0178,
];

/// The text of a file in UTF-8 or UTF-16, without the mark that editors put in front.
///
/// # Errors
/// When it is no text, or one in an encoding whose letters can't be told for certain.
pub fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if let Some(text) = utf_16(bytes) {
        return Ok(Cow::Owned(text));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        // Cut off in the middle of a character: the parser says where the file ends.
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(bytes),
        Err(_) => return Err(if is_binary(bytes) { ReadError::NotText } else { ReadError::OtherEncoding }),
    };
    if text.contains('\0') {
        return Err(ReadError::NotText);
    }
    Ok(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(MARK)),
        Cow::Owned(text) => Cow::Owned(text.trim_start_matches(MARK).to_owned()),
    })
}

/// The text of a file as it is if it was saved as Windows-1252. Whether it was, nothing in it says.
pub(super) fn windows_1252(bytes: &[u8]) -> String {
    let high = |byte: u8| WINDOWS_1252.get(usize::from(byte.checked_sub(0x80)?)).copied().map(u32::from).and_then(char::from_u32);
    bytes.iter().map(|byte| high(*byte).unwrap_or(char::from(*byte))).collect()
}

/// How two bytes are put together.
type Unit = fn([u8; 2]) -> u16;

/// The text of a file in UTF-16, in either order of bytes, with or without a mark.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let (from, rest): (Unit, &[u8]) = match bytes {
        // Such a mark with zeros behind it is one of UTF-32.
        [0xff, 0xfe, 0, 0, ..] => return None,
        [0xff, 0xfe, rest @ ..] => (u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => (u16::from_be_bytes, rest),
        _ if has_zeros_between(bytes, 1) => (u16::from_le_bytes, bytes),
        _ if has_zeros_between(bytes, 0) => (u16::from_be_bytes, bytes),
        _ => return None,
    };
    let (units, _) = rest.as_chunks::<2>();
    Some(char::decode_utf16(units.iter().copied().map(from)).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// Whether every second byte at the beginning is zero, and the others are those of a text: our files begin with plain letters.
fn has_zeros_between(bytes: &[u8], at: usize) -> bool {
    let (pairs, _) = bytes.as_chunks::<2>();
    let is_letter = |pair: &[u8; 2]| {
        let [first, second] = *pair;
        let (zero, letter) = if at == 0 { (first, second) } else { (second, first) };
        zero == 0 && (letter.is_ascii_graphic() || letter.is_ascii_whitespace())
    };
    !pairs.is_empty() && pairs.iter().take(LOOKED_AT).all(is_letter)
}

/// Whether there are bytes in a file that no text has, in whatever encoding of one byte for a letter.
fn is_binary(bytes: &[u8]) -> bool {
    !matches!(bytes, [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..])
        && bytes.iter().any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_has_a_letter_for_each_byte() {
        assert_eq!(windows_1252(b"M\xfcller \x84Halle\x93 \x80 \x9f"), "Müller „Halle“ € Ÿ");
    }

    #[test]
    fn a_picture_is_no_text() {
        for bytes in
            [&b"\x89PNG\r\n\x1a\n\0\0"[..], b"PK\x03\x04\x14\0\xff", b"\xff\xd8\xff\xe0\0\x10JFIF", b"GIF89a\x01\0\x01\0\x80"]
        {
            assert_eq!(text_of(bytes), Err(ReadError::NotText), "{bytes:?}");
        }
    }

    #[test]
    fn letters_that_can_not_be_told_are_no_picture() {
        for bytes in [&b"{\"a\": \"M\xfcller\"}"[..], b"\xff\xfe\0\0{\0\0\0", b"\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0"] {
            assert_eq!(text_of(bytes), Err(ReadError::OtherEncoding), "{bytes:?}");
        }
    }
}
