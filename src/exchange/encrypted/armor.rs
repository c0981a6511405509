//! Encrypted files as letters, as `age --armor` writes them: for mails and chats that take nothing else.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::DecryptError;

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// How many letters stand in a line.
const COLUMNS: usize = 64;

/// Whether bytes begin as such letters do.
pub fn is_begun(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(BEGIN.as_bytes())
}

/// The bytes of a file that may be written as letters.
pub fn taken_off(file: &[u8]) -> Result<Cow<'_, [u8]>, DecryptError> {
    if !is_begun(file) {
        return Ok(Cow::Borrowed(file));
    }
    let text = str::from_utf8(file.trim_ascii()).map_err(|_| DecryptError::Damaged)?;
    let lines = text.strip_prefix(BEGIN).ok_or(DecryptError::Damaged)?;
    // What stands below the end, as the signature of a mail, belongs to nothing.
    let (lines, _) = lines.split_once(END).ok_or(DecryptError::Cut)?;
    let mut letters = String::with_capacity(lines.len());
    let mut is_last = false;
    // Mails put blanks at the ends of lines, and empty lines between them.
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if is_last || line.len() > COLUMNS {
            return Err(DecryptError::Damaged);
        }
        is_last = line.len() < COLUMNS;
        letters.push_str(line);
    }
    STANDARD.decode(letters).map(Cow::Owned).map_err(|_| DecryptError::Damaged)
}
