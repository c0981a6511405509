//! Session files: JSON with `format` and `version`, the rest is the session's own shape.

use serde::Serialize;
use serde_json::{Map, Value};

use super::ReadError;
use super::checksum::{Checksum, checksum};
use super::encoding::{text_of, windows_1252};
use super::migrate::migrate;
use crate::session::{Fault, FromFile, OWN_MODEL, Session, Wrong};

/// The value of `format` in session files.
pub const FORMAT: &str = "plumbline-session";

/// The version of the format that is written, and the newest that is understood.
pub const VERSION: u64 = 1;

/// The address of the schema of this version, from where Plumbline is hosted. Nobody asks for it but editors.
pub const SCHEMA: &str = "schemas/session-v1.schema.json";

/// The largest session that is stored, in bytes on a single line, as [`write_session_compact`] writes it. What is larger would freeze
/// the page with every change.
pub const LARGEST_STORED: usize = 8_000_000;

/// The largest file that is read, in bytes. What has become too large to be stored can still be exported, sent, opened and
/// shortened; and a file that is read has not more than this when it is written again.
pub const LARGEST: usize = 4 * LARGEST_STORED;

/// By how much a file may grow when it is written again, at the most: of what is read only numbers do, as `1e15`.
const GROWTH: usize = 8;

/// How many bytes a file for people has more than one for storage, at the most: the address of the schema and the checksum.
const FRAME: usize = 200;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    #[serde(flatten)]
    session: &'a Session,
}

/// A session file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The session in it.
    pub session: Session,
    /// Whether it says what it said when it was written.
    pub checksum: Checksum,
}

/// The session as a file for people to keep and send: on many lines, or on one where it would be too large for being read again.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn write_session(session: &Session) -> Result<String, serde_json::Error> {
    let line = write_session_compact(session)?;
    // From its members: another way of writing all types of a session would make the app larger.
    let mut file: Map<String, Value> = serde_json::from_slice(line.as_bytes())?;
    file.shift_insert(0, "$schema".to_owned(), SCHEMA.into());
    file.insert("checksum".to_owned(), checksum(&line).into());
    let file = Value::Object(file);
    let mut laid_out = Bounded(Vec::new());
    if serde_json::to_writer_pretty(&mut laid_out, &file).is_ok()
        && let Ok(text) = String::from_utf8(laid_out.0)
    {
        return Ok(text + "\n");
    }
    Ok(file.to_string())
}

/// Takes no more than the largest file has, and room for the last line break.
struct Bounded(Vec<u8>);

impl std::io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() >= LARGEST {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The session as a file on a single line, for storage, which has a checksum of its own.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn write_session_compact(session: &Session) -> Result<String, serde_json::Error> {
    serde_json::to_string(&File { format: FORMAT, version: VERSION, session })
}

/// Reads a session file of this or an older version, which was written here.
///
/// # Errors
/// Says what the bytes are instead of a session file, or where in it something is wrong.
pub fn read_session(bytes: &[u8]) -> Result<Session, ReadError> {
    read(bytes).map(|opened| opened.session)
}

/// Reads a session that is kept here, also where the model that it brings can't be used any more: that stays in it as it came, and the
/// session is one whose model is gone. All that was answered is there.
///
/// # Errors
/// As [`read_session`], for all but the model that it brings.
pub fn read_kept_session(bytes: &[u8]) -> Result<Session, ReadError> {
    match read_session(bytes) {
        Err(ReadError::Wrong { path, .. }) if path == OWN_MODEL => {
            let mut value = parse(bytes)?;
            let version = version_of(&value)?;
            let _ = Checksum::taken_off(&mut value);
            migrate(&mut value, version);
            let brought = value.as_object_mut().and_then(|members| members.shift_remove(OWN_MODEL));
            let mut session = session_of(value)?;
            session.unknown.extend(brought.map(|model| (OWN_MODEL.to_owned(), model)));
            Ok(session)
        }
        other => other,
    }
}

/// Reads a session file from elsewhere as [`read_session`] does, and says whether it was changed since it was written.
///
/// # Errors
/// As [`read_session`], and where a stamp in it would stand above whatever is decided from now on.
pub fn open_session(bytes: &[u8]) -> Result<Opened, ReadError> {
    let opened = read(bytes)?;
    within_reason(&opened.session)?;
    Ok(opened)
}

/// Whether no stamp of a session counts further than people get.
pub(super) fn within_reason(session: &Session) -> Result<(), ReadError> {
    session.beyond_reason().map_or(Ok(()), |(list, stamp)| {
        let what = Wrong::Fault(Fault::BeyondReason(stamp.to_string()));
        Err(ReadError::Wrong { path: list.name().to_owned(), what })
    })
}

fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    let mut value = parse(bytes)?;
    let version = version_of(&value)?;
    let checksum = Checksum::taken_off(&mut value);
    migrate(&mut value, version);
    let session = session_of(value)?;
    fits_again(&session, bytes.len())?;
    Ok(Opened { session, checksum })
}

/// Whether a session that was read from so many bytes is not too large for being read again when it is written.
pub(super) fn fits_again(session: &Session, read: usize) -> Result<(), ReadError> {
    if read <= LARGEST / GROWTH {
        return Ok(());
    }
    let bytes = written(session)?.len() + FRAME;
    if bytes > LARGEST { Err(ReadError::TooLarge { bytes }) } else { Ok(()) }
}

/// A session that was put together, if it is read again as it is written: it is not nested too deep, nor too large.
pub(super) fn read_again(session: Session) -> Result<Session, ReadError> {
    read_session(written(&session)?.as_bytes())?;
    Ok(session)
}

fn written(session: &Session) -> Result<String, ReadError> {
    write_session_compact(session).map_err(|error| ReadError::technical(&error))
}

/// The members of a session file. Made from its text, because that is how a session is written anyway: another way of writing
/// all its types would make the app larger.
///
/// # Errors
/// None that a session could cause.
pub(super) fn members(session: &Session) -> Result<Map<String, Value>, ReadError> {
    serde_json::from_slice(written(session)?.as_bytes()).map_err(|error| ReadError::technical(&error))
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
    let mut session = deserialized(file)?;
    if session.round().is_none() {
        return Err(ReadError::Wrong { path: "rounds".to_owned(), what: Wrong::NoRound });
    }
    session.see_its_own_facts();
    Ok(session)
}

/// What a file of this version says, or a part of one.
pub(super) fn deserialized(file: Value) -> Result<Session, ReadError> {
    Ok(Session::from_file(file)?)
}

pub(super) fn parse(bytes: &[u8]) -> Result<Value, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge { bytes: bytes.len() });
    }
    match text_of(bytes) {
        Ok(text) => json(&text),
        // By its checksum it is certain which letters it has.
        Err(ReadError::OtherEncoding) => {
            let value = json(&windows_1252(bytes))?;
            let fits = Checksum::taken_off(&mut value.clone()) == Checksum::Fits;
            if fits { Ok(value) } else { Err(ReadError::OtherEncoding) }
        }
        Err(other) => Err(other),
    }
}

fn json(text: &str) -> Result<Value, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    serde_json::from_slice(text.as_bytes()).map_err(|error| {
        if error.is_eof() {
            ReadError::Truncated { line: error.line() }
        } else {
            ReadError::NotJson { line: error.line(), column: error.column() }
        }
    })
}

pub(super) fn version_of(value: &Value) -> Result<u64, ReadError> {
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
        _ => Err(ReadError::Wrong { path: "version".to_owned(), what: Wrong::BadVersion { newest: VERSION } }),
    }
}
