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

/// What spreadsheets take for a formula begins with one of these.
const BEGIN_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether words are, or would be without the apostrophes in front of them, taken for a formula.
fn is_like_a_formula(words: &str) -> bool {
    words.trim_start_matches('\'').starts_with(BEGIN_FORMULAS)
}

/// Words that no spreadsheet takes for a formula. Those that have an apostrophe in front already get one more, so that [`as_it_was`] gives
/// back each as it was.
pub(super) fn harmless(words: String) -> String {
    if is_like_a_formula(&words) { format!("'{words}") } else { words }
}

/// Words as they were before they were made harmless.
pub(super) fn as_it_was(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|words| is_like_a_formula(words)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_harmless_comes_back_as_it_was() {
        for words in ["", "a", "=1+1", "'=1+1", "''@x", "'", "''", "'quoted'", "-", "\t", "+49 30", "'-", "it's = 3"] {
            let cell = harmless(words.to_owned());
            assert!(!cell.starts_with(BEGIN_FORMULAS), "{cell}");
            assert_eq!(as_it_was(&cell), words);
        }
    }
}
