//! How sessions travel: as JSON files that people send each other.

mod decision_log;
mod file_name;
mod migrate;
mod preview;
mod profile_file;
mod read_error;
mod session_file;

pub use decision_log::decision_log_csv;
pub use file_name::file_name;
pub use preview::{Preview, preview};
pub use profile_file::{ProfileName, profile_id, write_profile};
pub use read_error::ReadError;
pub use session_file::{FORMAT, LARGEST, VERSION, read_session, write_session, write_session_compact};
