//! Answer sheets as files of spreadsheets: written, and read back as cells.
//!
//! All cells that people fill in are texts: a spreadsheet leaves zeros in front, long numbers and what looks like a day or a formula as they
//! were typed. What somebody typed is always written as a text, never as a formula.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xlsx};
use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::exchange::{AnswerRow, FilledRow, answers_to_choose, as_in_cell, fits_unpacked, reason_of};
use crate::session::SessionId;
use crate::ui::text as t;

/// How many rows are read: far more than a model has statements.
const MOST_ROWS: u32 = 50_000;

/// The columns, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Practice,
    Level,
    Statement,
    Answer,
    Reason,
    Note,
    ShownBy,
    Id,
}

impl Column {
    const ALL: [(Self, f64); 8] = [
        (Self::Practice, 24.0),
        (Self::Level, 6.0),
        (Self::Statement, 60.0),
        (Self::Answer, 16.0),
        (Self::Reason, 36.0),
        (Self::Note, 36.0),
        (Self::ShownBy, 40.0),
        (Self::Id, 24.0),
    ];

    fn head(self) -> &'static str {
        match self {
            Self::Practice => t::FILL_IN_PRACTICE.get(),
            Self::Level => t::FILL_IN_LEVEL.get(),
            Self::Statement => t::FILL_IN_STATEMENT.get(),
            Self::Answer => t::FILL_IN_ANSWER.get(),
            Self::Reason => t::FILL_IN_REASON.get(),
            Self::Note => t::FILL_IN_NOTE.get(),
            Self::ShownBy => t::FILL_IN_SHOWN_BY.get(),
            Self::Id => t::FILL_IN_ID.get(),
        }
    }

    const fn is_filled_in(self) -> bool {
        matches!(self, Self::Answer | Self::Reason | Self::Note)
    }

    fn cell(self, row: &AnswerRow) -> String {
        match self {
            Self::Practice => row.practice.clone(),
            Self::Level => row.level.to_string(),
            Self::Statement => row.statement.clone(),
            Self::Answer => row.answer.as_ref().map(t::answer_to_choose).unwrap_or_default().to_owned(),
            Self::Reason => row.answer.as_ref().map(reason_of).unwrap_or_default().to_owned(),
            Self::Note => row.note.clone(),
            Self::ShownBy => row.shown_by.clone(),
            Self::Id => row.id.to_string(),
        }
    }
}

/// A filled sheet.
pub struct Filled {
    /// The assessment that it was made from; may be empty where somebody took that away.
    pub session: String,
    /// Its rows.
    pub rows: Vec<FilledRow>,
}

/// The file: the statements, with a list of answers to choose from in each row; how to fill it in; and from which assessment it is.
pub fn write(rows: &[AnswerRow], session: &SessionId, system: &str) -> Result<Vec<u8>, String> {
    written(rows, session, system).map_err(|error| error.to_string())
}

fn written(rows: &[AnswerRow], session: &SessionId, system: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold().set_background_color(Color::RGB(0x00E6_ECEF)).set_text_wrap();
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let to_fill = plain.clone().set_num_format("@").set_background_color(Color::RGB(0x00FF_FBE6));
    let sheet = book.add_worksheet().set_name(t::FILL_IN_ANSWERS.get())?;
    for (column, (of, width)) in (0_u16..).zip(Column::ALL) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, of.head(), &head)?;
        for (row, it) in (1_u32..).zip(rows) {
            let format = if of.is_filled_in() { &to_fill } else { &plain };
            text(sheet, row, column, &of.cell(it), format)?;
        }
        if of == Column::Answer && !rows.is_empty() {
            let answers = answers_to_choose();
            let words: Vec<&str> = answers.iter().map(t::answer_to_choose).collect();
            let choice = DataValidation::new().allow_list_strings(&words)?.set_error_message(t::FILL_IN_CHOOSE.get())?;
            let last = u32::try_from(rows.len()).unwrap_or(MOST_ROWS);
            sheet.add_data_validation(1, column, last, column, &choice)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let help = book.add_worksheet().set_name(t::FILL_IN_HELP.get())?;
    help.set_column_width(0, 100)?;
    for (row, line) in (0_u32..).zip(t::sheet_help(system).lines()) {
        text(help, row, 0, line, &plain)?;
    }
    let about = book.add_worksheet().set_name(t::FILL_IN_ABOUT.get())?;
    text(about, 0, 0, session.as_str(), &plain)?;
    book.save_to_buffer()
}

/// Writes a text as a text.
fn text(sheet: &mut Worksheet, row: u32, column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    let words = as_in_cell(words);
    if words.is_empty() {
        sheet.write_blank(row, column, format)?
    } else {
        sheet.write_string_with_format(row, column, words, format)?
    };
    Ok(())
}

/// Reads a filled sheet. Its columns may have been moved and others added; their heads say what they are.
pub fn read(bytes: &[u8]) -> Result<Filled, String> {
    fits_unpacked(bytes).map_err(|error| t::no_sheet(t::cant_unzip_sheet(error)))?;
    let wrong = |_| t::no_sheet(t::FILL_IN_DAMAGED.get());
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(wrong)?;
    let mut session = String::new();
    if let Ok(mut cells) = book.worksheet_cells_reader(t::FILL_IN_ABOUT.get())
        && let Ok(Some(cell)) = cells.next_cell()
    {
        session = words(cell.get_value());
    }
    let (mut columns, mut rows) = (Vec::new(), Vec::<FilledRow>::new());
    // Cell by cell: a sheet with one cell in its last corner takes no more room than that.
    let mut cells = book.worksheet_cells_reader(t::FILL_IN_ANSWERS.get()).map_err(wrong)?;
    while let Some(cell) = cells.next_cell().map_err(wrong)? {
        let (row, column) = cell.get_position();
        let words = words(cell.get_value());
        if row == 0 {
            columns.extend(Column::ALL.into_iter().find(|(it, _)| it.head() == words).map(|(it, _)| (column, it)));
            continue;
        }
        if row > MOST_ROWS || words.is_empty() {
            continue;
        }
        let Some((_, of)) = columns.iter().find(|(at, _)| *at == column) else { continue };
        let number = usize::try_from(row).unwrap_or_default() + 1;
        if rows.last().is_none_or(|last| last.row != number) {
            rows.push(FilledRow { row: number, ..FilledRow::default() });
        }
        let Some(filled) = rows.last_mut() else { continue };
        match of {
            Column::Id => filled.id = words,
            Column::Answer => filled.answer = words,
            Column::Reason => filled.reason = words,
            Column::Note => filled.note = words,
            Column::Practice | Column::Level | Column::Statement | Column::ShownBy => {}
        }
    }
    if ![Column::Id, Column::Answer].iter().all(|needed| columns.iter().any(|(_, it)| it == needed)) {
        return Err(t::no_sheet(t::FILL_IN_NO_COLUMNS.get()));
    }
    Ok(Filled { session, rows })
}

/// What stands in a cell, as somebody typed it.
fn words(value: &DataRef<'_>) -> String {
    let words = match Data::from(value.clone()) {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(words) => words,
        other => other.to_string(),
    };
    as_in_cell(&words)
}
