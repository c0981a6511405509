//! A file as a link: in the part of an address after `#`, which browsers send to no host.
//!
//! The file is written on one line, deflated with a sum that notices whatever got lost, and spelled in letters that no program breaks or
//! escapes (base64url). So a link opens wherever Plumbline is hosted; what it holds can be read by whoever has it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use serde_json::{Map, Value};

use super::LARGEST;

/// What stands before the file in the part of an address after `#`.
const MEMBER: &str = "file=";

/// The longest link that is made, in characters. Browsers take far longer ones; programs that pass on messages do not.
pub const LONGEST_LINK: usize = 32_000;

/// Up to how many characters every program passes a link on whole, as far as is known: some for mail cut longer ones.
pub const SAFE_LINK: usize = 2_000;

/// As hard as it can: a link is made once, and each character counts.
const LEVEL: u8 = 10;

/// A file as a link is longer than programs pass on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkTooLong {
    /// How long it would be, in characters.
    pub characters: usize,
}

/// Why there is no file in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// A part of it is missing, or was altered.
    NotWhole,
    /// What it unpacks to is larger than any file that is read.
    TooLarge,
}

/// A link to Plumbline at `address` that brings a file of ours along.
///
/// # Errors
/// It would be too long.
pub fn file_link(address: &str, file: &str) -> Result<String, LinkTooLong> {
    let line = on_one_line(file);
    let packed = compress_to_vec_zlib(line.as_deref().unwrap_or(file).as_bytes(), LEVEL);
    let address = address.split('#').next().unwrap_or_default();
    let link = format!("{address}#{MEMBER}{}", URL_SAFE_NO_PAD.encode(packed));
    match link.len() {
        characters if characters > LONGEST_LINK => Err(LinkTooLong { characters }),
        _ => Ok(link),
    }
}

/// The file without line breaks and without the address of its schema, which is for editors; the same for whoever reads it.
fn on_one_line(file: &str) -> Option<String> {
    let mut members: Map<String, Value> = serde_json::from_str(file).ok()?;
    members.shift_remove("$schema");
    Some(Value::Object(members).to_string())
}

/// What stands for a file in a link, in a message around one, or in the part of an address after `#`; nothing where there is none. It may be
/// empty: whatever stood there got lost.
#[must_use]
pub fn packed_in_link(link: &str) -> Option<&str> {
    let link = link.trim();
    // Some programs spell the equals sign out.
    let begins = [MEMBER, "file%3D", "file%3d"];
    let in_fragment = link.strip_prefix('#').and_then(|fragment| begins.iter().find_map(|begins| fragment.strip_prefix(begins)));
    let in_words = || {
        let found = begins.iter().filter_map(|begins| Some((link.rfind(&format!("#{begins}"))?, begins.len())));
        found.max().and_then(|(at, length)| link.get(at + 1 + length..))
    };
    in_fragment.or_else(in_words)
}

/// How many letters are tried to be put together where programs broke the line of a link: far more than a link has.
const MOST_LETTERS: usize = 2 * LONGEST_LINK;

/// How often that is tried: what unpacks to much takes time.
const MOST_TRIES: usize = 20;

/// The file that was packed. Lines that programs broke are put together again, and what they say behind the link is left out.
///
/// # Errors
/// It is not whole, or too large to be read.
pub fn unpack_from_link(packed: &str) -> Result<Vec<u8>, LinkError> {
    let is_ours = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let mut letters = String::new();
    let (mut tries, mut length, mut runs) = (0, None, packed.split_whitespace().peekable());
    while let Some(run) = runs.next() {
        let ours = run.chars().take_while(is_ours).count();
        letters.push_str(run.get(..ours).unwrap_or_default());
        let ends_here = ours < run.len() || runs.peek().is_none() || letters.len() > MOST_LETTERS;
        // Programs break lines at one length: within them nothing can end.
        if length.replace(ours).is_none_or(|before| before != ours) || ends_here {
            tries += 1;
            let outcome = unpacked(&letters).or_else(|_| unpacked(letters.trim_end_matches(['-', '_'])));
            if outcome != Err(LinkError::NotWhole) || ends_here || tries == MOST_TRIES {
                return outcome;
            }
        }
    }
    Err(LinkError::NotWhole)
}

fn unpacked(letters: &str) -> Result<Vec<u8>, LinkError> {
    let bytes = URL_SAFE_NO_PAD.decode(letters).map_err(|_| LinkError::NotWhole)?;
    decompress_to_vec_zlib_with_limit(&bytes, LARGEST).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge,
        _ => LinkError::NotWhole,
    })
}
