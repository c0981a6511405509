//! Text made small for a storage that counts UTF-16 units: deflated, then 15 bits to a unit.
//!
//! A crate does the deflating. The second step is a change of radix that no kept crate offers: 32,768 characters in a row, none
//! of them a surrogate, stand for 15 bits each. `public/recover.js` reads the same, so that stored data opens without this app.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::exchange::LARGEST;

/// How hard it tries: more than this takes twice the time for a hundredth of the room.
const LEVEL: u8 = 4;

/// The character for fifteen zeros; the others follow.
const FIRST: u32 = 0x3400;

/// How many bits a character stands for.
const BITS: u32 = 15;

/// A text made small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The characters that stand for it.
    pub text: String,
    /// How many bytes they hold.
    pub bytes: usize,
    /// How long the text was, in bytes.
    pub length: usize,
}

impl Packed {
    /// Makes a text small.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let bytes = compress_to_vec(text.as_bytes(), LEVEL);
        Self { text: characters(&bytes), bytes: bytes.len(), length: text.len() }
    }
}

/// The text that was packed into `text` as so many `bytes`, `length` bytes long; `None` when it is not that. It never takes up
/// more memory than the length says, nor more than the largest file may have.
#[must_use]
pub fn unpack(text: &str, bytes: usize, length: usize) -> Option<String> {
    if length > LARGEST {
        return None;
    }
    let unpacked = decompress_to_vec_with_limit(&bytes_of(text, bytes)?, length).ok()?;
    String::from_utf8(unpacked).ok().filter(|text| text.len() == length)
}

fn characters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 3);
    let mut push = |bits: u32| text.extend(char::from_u32(FIRST + bits));
    let (mut held, mut count) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            push(held >> count);
            held &= (1 << count) - 1;
        }
    }
    if count > 0 {
        push(held << (BITS - count));
    }
    text
}

fn bytes_of(text: &str, length: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8 + 1);
    let (mut held, mut count) = (0_u32, 0);
    for character in text.chars() {
        let bits = u32::from(character).checked_sub(FIRST).filter(|bits| *bits < 1 << BITS)?;
        held = held << BITS | bits;
        count += BITS;
        while count >= 8 && bytes.len() < length {
            count -= 8;
            bytes.extend(u8::try_from(held >> count & 0xff));
            held &= (1 << count) - 1;
        }
        if count >= BITS {
            return None;
        }
    }
    (bytes.len() == length && held == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked_whatever_its_length() {
        for length in (0..200).chain([5_000, 100_000]) {
            let text: String = (0..length).filter_map(|at| char::from_u32(0x20 + (at * at * 31 + length) % 0x500)).collect();
            let packed = Packed::of(&text);
            assert_eq!(unpack(&packed.text, packed.bytes, packed.length), Some(text));
        }
    }

    #[test]
    fn every_byte_has_its_place() {
        for length in 0..40 {
            let bytes: Vec<u8> = (0..length).map(|at| 255 - at * 7).collect();
            assert_eq!(bytes_of(&characters(&bytes), bytes.len()), Some(bytes));
        }
    }

    #[test]
    fn text_of_another_length_or_alphabet_is_refused() {
        let packed = Packed::of("Bottling line 3");
        let longer = format!("{}\u{3400}", packed.text);
        let shorter: String = packed.text.chars().skip(1).collect();
        for text in [longer.as_str(), &shorter, "", "abc", "\u{b400}", "\u{1f3ed}"] {
            assert_eq!(unpack(text, packed.bytes, packed.length), None, "{text}");
        }
        for (bytes, length) in
            [(packed.bytes - 1, packed.length), (packed.bytes + 1, packed.length), (packed.bytes, 14), (packed.bytes, 16)]
        {
            assert_eq!(unpack(&packed.text, bytes, length), None, "{bytes} {length}");
        }
    }

    #[test]
    fn what_would_fill_the_memory_is_refused() {
        let bomb = Packed::of(&" ".repeat(LARGEST + 1));
        assert!(bomb.text.len() < 100_000, "it is a small text that unpacks to a large one");
        assert_eq!(unpack(&bomb.text, bomb.bytes, bomb.length), None);
        assert_eq!(unpack(&bomb.text, bomb.bytes, 100), None, "also where it says that it is small");
    }
}
