//! Tables as CSV. Words that spreadsheets would take for a formula get an apostrophe in front.

use csv::{QuoteStyle, WriterBuilder};

/// The mark at the beginning that says: UTF-8. Without it spreadsheets take UTF-8 for another encoding; tools that import a form of their own
/// take it for a part of the first name.
const MARK: &str = "\u{feff}";

/// For whom a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// A spreadsheet.
    Spreadsheet,
    /// A tool that imports it.
    Tool,
}

/// A table of rows below a head.
///
/// # Errors
/// None that a session could cause; what the writer says.
pub(super) fn csv_table<const N: usize>(
    of: For,
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<String, csv::Error> {
    let begin = if of == For::Spreadsheet { MARK.as_bytes().to_vec() } else { Vec::new() };
    let mut table = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(begin);
    table.write_record(head)?;
    for row in rows {
        table.write_record(row.map(harmless))?;
    }
    let bytes = table.into_inner().map_err(csv::IntoInnerError::into_error).map_err(csv::Error::from)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Words that no spreadsheet takes for a formula.
fn harmless(words: String) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}") } else { words }
}
