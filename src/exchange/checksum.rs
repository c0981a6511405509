//! The checksum of a session file, by which a file that was damaged or edited on its way is told from one that was not.
//!
//! It covers everything the file says but itself and the address of its schema. Spaces and line breaks do not count, so that a file
//! may be laid out anew; the order of members does. It is no signature: whoever edits a file on purpose may take it out, and
//! a file without one is read like any other. One that does not fit is said, and refuses nothing: the file may have been edited
//! by hand for a good reason, and what it says is checked anyway.

use serde_json::Value;

/// The name of the member.
const MEMBER: &str = "checksum";

/// What the only kind of checksum there is begins with.
const KIND: &str = "crc32:";

/// What a file's checksum says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checksum {
    /// There is none, or one of a kind that is not known here.
    Absent,
    /// The file says what it said when it was written.
    Fits,
    /// The file was changed since it was written.
    Differs,
}

/// The checksum of a file that is written on one line, without one.
pub(super) fn checksum(line: &str) -> String {
    format!("{KIND}{:08x}", crc32fast::hash(line.as_bytes()))
}

impl Checksum {
    /// Takes the checksum and the address of the schema off a file, and says whether the rest fits.
    pub(super) fn taken_off(file: &mut Value) -> Self {
        let Some(members) = file.as_object_mut() else { return Self::Absent };
        members.shift_remove("$schema");
        match members.shift_remove(MEMBER) {
            Some(Value::String(said)) if said.starts_with(KIND) => {
                if said == checksum(&file.to_string()) {
                    Self::Fits
                } else {
                    Self::Differs
                }
            }
            _ => Self::Absent,
        }
    }
}
