//! Files of the machine: read as far as they may be large, and never written over.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use super::arguments::Source;
use crate::exchange::{LARGEST, ReadError};
use crate::ui::text as t;

/// The bytes of a file, or of what comes by standard input. Of what is larger than any file of ours only the beginning is read.
pub fn bytes_of(source: &Source, input: &mut dyn Read) -> Result<Vec<u8>, String> {
    match source {
        Source::Input => within_limit(input, None),
        Source::File(path) => bytes_at(path),
    }
}

/// The bytes of a file.
pub fn bytes_at(path: &Path) -> Result<Vec<u8>, String> {
    let told = fs::metadata(path).map_err(|error| t::cant_read_at(&why(&error)))?;
    if told.is_dir() {
        return Err(t::IS_A_FOLDER.to_owned());
    }
    let mut file = File::open(path).map_err(|error| t::cant_read_at(&why(&error)))?;
    within_limit(&mut file, usize::try_from(told.len()).ok())
}

fn within_limit(from: &mut dyn Read, told: Option<usize>) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
    from.take(most).read_to_end(&mut bytes).map_err(|error| t::cant_read_at(&why(&error)))?;
    if bytes.len() > LARGEST {
        return Err(t::read_error(&ReadError::TooLarge { bytes: told.unwrap_or_default().max(bytes.len()) }));
    }
    Ok(bytes)
}

/// The passphrase that some bytes are: their first line, without the mark that some editors begin with. Nothing is none: it is what a pipeline
/// gives where a secret is not set.
pub fn passphrase_of(bytes: &[u8]) -> Result<String, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return Err(t::PASSPHRASE_EMPTY.to_owned());
    }
    String::from_utf8(line.to_vec()).map_err(|_| t::OTHER_ENCODING.to_owned())
}

/// Writes a new file. What is there already stays as it is.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let written = File::create_new(path).and_then(|mut file| {
        // Half a file would look like a whole one, and would be in the way of the next.
        file.write_all(bytes).inspect_err(|_| _ = fs::remove_file(path))
    });
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => t::is_there_already(&path.to_string_lossy()),
        _ => t::cant_write_at(&path.to_string_lossy(), &why(&error)),
    })
}

/// What the machine says.
fn why(error: &std::io::Error) -> String {
    error.to_string()
}
