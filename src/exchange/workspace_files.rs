//! What leaves of a workspace at once: the files of its sessions, or a report of each.

use super::zip::ZippedFile;
use super::{Document, document_html, document_markdown, file_name, write_session};
use crate::session::{Date, Session, SystemField};

/// A form in which a report leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportForm {
    /// A page for browsers.
    Html,
    /// Markdown.
    Markdown,
}

impl ReportForm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Html, Self::Markdown];

    /// How the names of its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }
}

/// The session as the file that an export of it alone would be.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn session_in_zip(session: &Session, day: Date) -> Result<ZippedFile, serde_json::Error> {
    let bytes = write_session(session)?.into_bytes();
    Ok(ZippedFile { name: file_name(session.system(SystemField::Name), day), bytes })
}

/// The report of a session as the file that saving it alone would be. `word` says in its name that it is a report.
#[must_use]
pub fn report_in_zip(session: &Session, report: &Document, form: ReportForm, day: Date, word: &str) -> ZippedFile {
    let text = match form {
        ReportForm::Html => document_html(report),
        ReportForm::Markdown => document_markdown(report),
    };
    let name = file_name(session.system(SystemField::Name), day).replace(".json", &format!("-{word}.{}", form.ending()));
    ZippedFile { name, bytes: text.into_bytes() }
}
