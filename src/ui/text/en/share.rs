//! The words of the fifth step: share.

pub const SHARE_ABOVE: &str = "Step 5 · Keep it, send it";
pub const EXPORT: &str = "Export";
pub const EXPORT_WORDS: &str = "The whole assessment as one file, to keep or to send. Any Plumbline opens it.";
pub const EXPORT_BUTTON: &str = "Export as a file";
pub const IMPORT: &str = "Open a file";
pub const IMPORT_WORDS: &str = "You see what is new in it before anything changes.";

pub fn exported(name: &str) -> String {
    format!("“{name}” is in your downloads.")
}
