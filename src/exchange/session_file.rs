//! Session files: JSON with `format` and `version`, the rest is the session's own shape.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value};

use super::ReadError;
use super::migrate::migrate;
use crate::session::Session;

/// The value of `format` in session files.
pub const FORMAT: &str = "plumbline-session";

/// The version of the format that is written, and the newest that is understood.
pub const VERSION: u64 = 1;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 20_000_000;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    #[serde(flatten)]
    session: &'a Session,
}

impl<'a> File<'a> {
    fn of(session: &'a Session) -> Self {
        Self { format: FORMAT, version: VERSION, session }
    }
}

/// The session as a file for people to keep and send, on many lines.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn write_session(session: &Session) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&File::of(session)).map(|text| text + "\n")
}

/// The session as a file on a single line, for storage.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn write_session_compact(session: &Session) -> Result<String, serde_json::Error> {
    serde_json::to_string(&File::of(session))
}

/// Reads a session file of this or an older version.
///
/// # Errors
/// Says what the bytes are instead of a session file, or where in it something is wrong.
pub fn read_session(bytes: &[u8]) -> Result<Session, ReadError> {
    let mut value = parse(bytes)?;
    let version = version_of(&value)?;
    migrate(&mut value, version);
    session_of(value)
}

/// The members of a session file. Made from its text, because that is how a session is written anyway: another way of writing
/// all its types would make the app larger.
///
/// # Errors
/// None that a session could cause.
pub(super) fn members(session: &Session) -> Result<Map<String, Value>, ReadError> {
    let wrong = |error: serde_json::Error| ReadError::Wrong { path: String::new(), what: error.to_string() };
    serde_json::from_str(&write_session_compact(session).map_err(wrong)?).map_err(wrong)
}

/// The session of a file of this version.
///
/// # Errors
/// Says where in it something is wrong.
pub(super) fn session_of(mut file: Value) -> Result<Session, ReadError> {
    if let Some(object) = file.as_object_mut() {
        object.shift_remove("format");
        object.shift_remove("version");
    }
    let mut session: Session = serde_path_to_error::deserialize(file)
        .map_err(|error| ReadError::Wrong { path: error.path().to_string(), what: error.inner().to_string() })?;
    if session.round().is_none() {
        let what = "at least one assessment round is expected, since every answer belongs to one";
        return Err(ReadError::Wrong { path: "rounds".to_owned(), what: what.to_owned() });
    }
    session.see_its_own_facts();
    Ok(session)
}

fn parse(bytes: &[u8]) -> Result<Value, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge { bytes: bytes.len() });
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        // Cut off in the middle of a character: the parser says where the file ends.
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(bytes),
        Err(_) => return Err(ReadError::NotText),
    };
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if text.contains('\0') {
        return Err(ReadError::NotText);
    }
    serde_json::from_str(text).map_err(|error| {
        if error.is_eof() {
            ReadError::Truncated { line: error.line() }
        } else {
            ReadError::NotJson { line: error.line(), column: error.column() }
        }
    })
}

fn version_of(value: &Value) -> Result<u64, ReadError> {
    if !value.is_object() {
        return Err(ReadError::NotASession { found: None });
    }
    match value.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        found => return Err(ReadError::NotASession { found: found.map(str::to_owned) }),
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(version @ 1..=VERSION) => Ok(version),
        Some(version) if version > VERSION => Err(ReadError::Newer { version }),
        _ => {
            Err(ReadError::Wrong { path: "version".to_owned(), what: format!("a whole number from 1 to {VERSION} is expected") })
        }
    }
}
