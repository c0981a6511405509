//! How sessions travel: as JSON files that people send each other.

mod file_name;
mod migrate;
mod preview;
mod read_error;
mod session_file;

pub use file_name::file_name;
pub use preview::{Preview, preview};
pub use read_error::ReadError;
pub use session_file::{FORMAT, LARGEST, VERSION, read_session, write_session, write_session_compact};
