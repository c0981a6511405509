//! Tables as CSV. Words that spreadsheets would take for a formula get an apostrophe in front: also within a cell, wherever one would begin for a
//! program that cuts cells elsewhere than they were cut.

use std::borrow::Cow;

use csv::{QuoteStyle, Reader, ReaderBuilder, StringRecord, WriterBuilder};

/// The mark at the beginning that says: UTF-8. Without it spreadsheets take UTF-8 for another encoding; tools that import a form of their own
/// take it for a part of the first name.
pub const MARK: &str = "\u{feff}";

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
    let begin = match of {
        For::Spreadsheet => MARK.as_bytes().to_vec(),
        For::Tool => Vec::new(),
    };
    let mut table = WriterBuilder::new().quote_style(QuoteStyle::Necessary).from_writer(begin);
    table.write_record(head)?;
    let made_harmless = match of {
        For::Spreadsheet => harmless,
        For::Tool => harmless_as_a_whole,
    };
    for row in rows {
        table.write_record(row.map(made_harmless))?;
    }
    let bytes = table.into_inner().map_err(csv::IntoInnerError::into_error).map_err(csv::Error::from)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What spreadsheets of several countries put between cells.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];

/// What stands between the cells of a table, with its heads: whatever leaves more of the heads alone that are known.
#[must_use]
pub fn heads_of(text: &str, is_known: impl Fn(&str) -> bool) -> Option<(u8, StringRecord)> {
    let heads = BETWEEN.into_iter().filter_map(|between| Some((between, cells_of(text, between).records().next()?.ok()?)));
    let known = |heads: &StringRecord| heads.iter().filter(|head| is_known(head)).count();
    heads.max_by_key(|(_, heads)| known(heads))
}

/// The rows of a table, the heads among them.
#[must_use]
pub fn cells_of(text: &str, between: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(between).flexible(true).has_headers(false).from_reader(text.as_bytes())
}

/// A table without the line that tells some spreadsheets what stands between its cells: they don't count it as a row.
#[must_use]
pub fn without_sep(text: &str) -> &str {
    let Some((first, rest)) = text.split_once('\n') else { return text };
    let first = first.trim().trim_matches('"');
    let is_sep = first.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("sep=")) && first.chars().count() <= 5;
    if is_sep { rest } else { text }
}

/// What spreadsheets take for a formula begins with one of these; a cell as a whole also with what they drop before they look.
const BEGIN_FORMULAS: [char; 4] = ['=', '+', '-', '@'];
const BEGIN_CELLS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// After these a program may see a new cell: another one than ours between cells, or a line break for which it does not look at quotes.
const CUT_CELLS: [char; 5] = [',', ';', '\t', '\n', '\r'];

/// Whether words are, or would be without the apostrophes in front of them, taken for a formula. Blanks and quotes may get lost on the way.
fn is_like_a_formula(words: &str, begin: &[char]) -> bool {
    let is_lost = |sign: char| matches!(sign, '\'' | '"') || (sign.is_whitespace() && !CUT_CELLS.contains(&sign));
    words.trim_start_matches(is_lost).starts_with(begin)
}

/// The pieces of words that a program might take for cells, each with what its first sign must not be.
fn pieces(words: &str) -> impl Iterator<Item = (&str, &'static [char])> {
    let begins = std::iter::once(&BEGIN_CELLS[..]).chain(std::iter::repeat(&BEGIN_FORMULAS[..]));
    words.split_inclusive(CUT_CELLS).zip(begins)
}

/// Words that no spreadsheet takes for a formula, wherever it cuts cells. Those that have an apostrophe in front already get one more, so that
/// [`as_it_was`] gives back each as it was.
#[must_use]
pub fn harmless(words: String) -> String {
    let mut made = String::with_capacity(words.len());
    for (piece, begin) in pieces(&words) {
        if is_like_a_formula(piece, begin) {
            made.push('\'');
        }
        made.push_str(piece);
    }
    made
}

/// Words that are no formula as a cell. What a tool imports is cut as it was written, and nobody takes an apostrophe before a line off again.
fn harmless_as_a_whole(words: String) -> String {
    if is_like_a_formula(&words, &BEGIN_CELLS) { format!("'{words}") } else { words }
}

/// Words as they were before they were made harmless.
#[must_use]
pub fn as_it_was(cell: &str) -> Cow<'_, str> {
    if !cell.contains('\'') {
        return Cow::Borrowed(cell);
    }
    let was = |(piece, begin): (&'_ str, &'static [char])| {
        piece.strip_prefix('\'').filter(|words| is_like_a_formula(words, begin)).unwrap_or(piece).to_owned()
    };
    Cow::Owned(pieces(cell).map(was).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_harmless_comes_back_as_it_was() {
        for words in [
            "",
            "a",
            "=1+1",
            "'=1+1",
            "''@x",
            "'",
            "''",
            "'quoted'",
            "-",
            "\t",
            "+49 30",
            "'-",
            "it's = 3",
            "a;=1",
            "a,'=1",
            "a\t=1\n-x",
            "a; \"=1",
            ";;=1",
            "\t=1",
            "'\t\t@",
            "\r\n=1",
            "a;'",
            "\";=x",
        ] {
            let cell = harmless(words.to_owned());
            for piece in cell.split(CUT_CELLS) {
                assert!(!piece.trim_start_matches([' ', '"']).starts_with(BEGIN_FORMULAS), "{cell:?}");
            }
            assert!(!cell.starts_with(BEGIN_CELLS), "{cell:?}");
            assert_eq!(as_it_was(&cell), words);
        }
    }

    #[test]
    fn a_line_about_what_is_between_cells_is_no_row() {
        assert_eq!(without_sep("sep=;\r\na;b"), "a;b");
        assert_eq!(without_sep("\"SEP=,\"\na,b"), "a,b");
        for text in ["a;b\nc", "sep", "separate;b\nc", "sep=;x\n"] {
            assert_eq!(without_sep(text), text);
        }
    }
}
