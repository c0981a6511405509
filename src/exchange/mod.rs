//! How sessions travel: as JSON files that people send each other, and how what comes back is brought together.

mod came;
mod decision_log;
mod entry;
mod envelope;
mod file_name;
mod merge;
mod merged;
mod migrate;
mod preview;
mod profile_file;
mod read_error;
mod session_file;

pub use came::{Came, came};
pub use decision_log::decision_log_csv;
pub use entry::Entry;
pub use envelope::envelope;
pub use file_name::{file_name, name_of_parts};
pub use merge::merge;
pub use merged::{Conflict, Keep, MergeError, Merged, Taken, taken_back};
pub use preview::{Preview, preview};
pub use profile_file::{ProfileName, profile_id, write_profile};
pub use read_error::ReadError;
pub use session_file::{FORMAT, LARGEST, VERSION, read_session, write_session, write_session_compact};
