//! The words of the fifth step: share.

use crate::ui::text::en::start::OPEN_FILE;

pub const SHARE_ABOVE: &str = "Step 5 · Keep it, send it";
pub const EXPORT: &str = "Export";
pub const EXPORT_BUTTON: &str = "Export as a file";
pub const SEND_BUTTON: &str = "Send it";
pub const SEND_HINT: &str = "Your device asks to whom, and with what: mail, a messenger, something near.";
pub const SENT: &str = "The file is handed over. Whether it arrives, the app with which you sent it says.";
pub const CANT_SEND: &str = "Your device did not send the file. Export it, and attach it yourself.";
pub const IMPORT: &str = "Open a file";
pub const IMPORT_WORDS: &str = "You see what is new in it before anything changes.";

/// What the file is for, and where whoever gets it opens it.
pub fn export_words(address: &str) -> String {
    format!(
        "The whole assessment as one file, to keep or to send. Whoever you send it to opens it at {address} with “{OPEN_FILE}”; \
        any other copy of Plumbline opens it as well."
    )
}

pub fn exported(name: &str) -> String {
    format!("“{name}” is in your downloads.")
}
