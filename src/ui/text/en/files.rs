//! The words about files that are hosted beside the app.

use crate::ui::text::en::frame::how_many;

pub const FILE_NO_ANSWER: &str = "the file could not be loaded: no answer from the host";
pub const NO_MODEL_FOR_PROFILE: &str = "no model could be loaded, so the profile can't be checked";
pub const NO_MODEL: &str = "No questions could be loaded. If you are offline, reload once you are online; otherwise whoever \
    hosts this page finds the reason below. Your assessments are not affected.";
pub const BAD_FILES: &str = "Files with problems";

pub fn file_status(status: u16) -> String {
    format!("the file could not be loaded: the host answered {status}")
}

pub fn bad_file(file: &str, problems: usize) -> String {
    format!("{file} is not used: {}", how_many(problems, "problem", "problems"))
}
