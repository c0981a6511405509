//! The words of the fifth step: share.

pub const SHARE_ABOVE: &str = "Step 5 · Keep it, send it";
pub const EXPORT: &str = "Export";
pub const EXPORT_WORDS: &str = "Everything that was said in this assessment, as one file to keep, or to send to a consultant or colleague. \
    They open it with any Plumbline.";
pub const EXPORT_BUTTON: &str = "Export as JSON";
pub const IMPORT: &str = "Open a file";
pub const IMPORT_WORDS: &str = "A file that somebody sent you is added to what is here, or kept as an assessment of its own. You see what is \
    new before anything changes.";

pub fn exported(name: &str) -> String {
    format!("“{name}” is in your downloads.")
}
