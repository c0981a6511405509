//! Tables as CSV. Words that spreadsheets would take for a formula get an apostrophe in front.

use csv::{QuoteStyle, WriterBuilder};

/// The mark at the beginning that says: UTF-8. Without it spreadsheets take UTF-8 for another encoding; tools that import a form of their own
/// take it for a part of the first name.
pub const MARK: &str = "\u{feff}";

/// For whom a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For<'a> {
    /// A spreadsheet, of people who speak that language.
    Spreadsheet(&'a str),
    /// A tool that imports it.
    Tool,
}

/// A table of rows below a head.
///
/// # Errors
/// None that a session could cause; what the writer says.
pub(super) fn csv_table<const N: usize>(
    of: For<'_>,
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<String, csv::Error> {
    let (begin, between) = match of {
        For::Spreadsheet(language) => (MARK.as_bytes().to_vec(), cells_between(language)),
        For::Tool => (Vec::new(), b','),
    };
    let mut table = WriterBuilder::new().quote_style(QuoteStyle::Necessary).delimiter(between).from_writer(begin);
    table.write_record(head)?;
    for row in rows {
        table.write_record(row.map(harmless))?;
    }
    let bytes = table.into_inner().map_err(csv::IntoInnerError::into_error).map_err(csv::Error::from)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Languages in which a number is written with a comma: there spreadsheets take a semicolon for the end of a cell.
const WITH_COMMA: [&str; 24] = [
    "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "it", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk",
    "sl", "sv", "tr",
];

/// What stands between the cells of a table, for spreadsheets of people who speak a language.
#[must_use]
pub fn cells_between(language: &str) -> u8 {
    let spoken = language.split('-').next().unwrap_or_default();
    if WITH_COMMA.contains(&spoken) { b';' } else { b',' }
}

/// What spreadsheets take for a formula begins with one of these.
const BEGIN_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether words are, or would be without the apostrophes in front of them, taken for a formula.
fn is_like_a_formula(words: &str) -> bool {
    words.trim_start_matches('\'').starts_with(BEGIN_FORMULAS)
}

/// Words that no spreadsheet takes for a formula. Those that have an apostrophe in front already get one more, so that [`as_it_was`] gives
/// back each as it was.
#[must_use]
pub fn harmless(words: String) -> String {
    if is_like_a_formula(&words) { format!("'{words}") } else { words }
}

/// Words as they were before they were made harmless.
#[must_use]
pub fn as_it_was(cell: &str) -> &str {
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
