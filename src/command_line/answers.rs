//! The answer sheet, and what a filled one says.

use super::arguments::Source;
use super::convert::Form;
use super::opening::{Desk, Opened};
use crate::exchange::{
    Filled, NotASheet, SheetTaken, answer_book, answer_sheet, answers_of, filled, is_of_nobody_here, quoted, sheets_wanted,
    take_sheet, write_session,
};
use crate::office::{read_book, write_book, write_table};
use crate::session::PersonId;
use crate::ui::text as t;

/// The answer sheet of an assessment, for whoever was named.
pub fn make(desk: &mut Desk<'_>, opened: &Opened) -> Result<Vec<u8>, String> {
    let by = person(desk, opened)?;
    let rows = answer_sheet(&opened.asked, &opened.session, by.as_ref(), t::tag());
    if rows.is_empty() {
        return Err(t::about_file(&opened.file, &t::NOTHING_TO_FILL_IN));
    }
    for (row, it) in (2_usize..).zip(&rows).filter(|(_, it)| it.is_too_long()) {
        desk.tell(t::about_file(&opened.file, &t::left_out_of_sheet(row, &it.statement)));
    }
    let scale = &opened.asked.model().scoring.answers;
    let book = answer_book((&rows, scale), &opened.session, by.as_ref(), &t::answer_book_words());
    if desk.asked.form == Form::AnswerTable { write_table(&book) } else { write_book(&book) }
}

/// The assessment with the answers of a filled sheet, as a copy that is merged like any other.
pub fn take(desk: &mut Desk<'_>) -> Result<Vec<u8>, String> {
    let [source, sheet] = desk.asked.files.as_slice() else { return Err(t::FILE_AND_SHEET.to_owned()) };
    let opened = desk.open(source)?;
    let bytes = desk.bytes(sheet)?;
    let about = |why: &str| t::about_file(&Source::name(sheet), why);
    let read = read(&bytes).map_err(|why| about(&t::not_a_sheet(why)))?;
    if !read.session.is_empty() && read.session != opened.plain.id.as_str() {
        return Err(about(&t::FILL_IN_OF_ANOTHER));
    }
    // Whoever names nobody means those for whom it was made.
    let by = person(desk, &opened)?.or_else(|| answers_of(&read, &opened.session).cloned());
    if by.is_none() && is_of_nobody_here(&read, &opened.session) {
        return Err(about(&t::SHEET_OF_SOMEBODY_GONE_BY));
    }
    if let Some(row) = read.beyond {
        desk.refuse(&about(&t::rows_beyond(row)));
    }
    for head in &read.twice {
        desk.tell(about(&t::column_twice(head)));
    }
    for (row, number) in &read.numbers {
        desk.tell(about(&t::number_in_sheet(*row, number)));
    }
    for row in &read.unmarked {
        desk.refuse(&about(&t::row_unmarked(*row)));
    }
    for row in &read.too_long {
        desk.refuse(&about(&t::words_too_long(*row)));
    }
    let made = take_sheet(&opened.asked, &opened.plain, (&read, &bytes), by.as_ref(), desk.asked.made.at, t::answer_to_choose);
    let SheetTaken { copy, back } = made.map_err(|why| about(&t::cant_take_sheet(&why)))?;
    for (row, words, why) in &back.not_taken {
        desk.tell(about(&t::not_taken(*row, quoted(&opened.asked, words, *why, t::tag()), *why)));
    }
    if !back.not_taken.is_empty() {
        desk.refuse(&about(&t::sheet_rows_left(back.not_taken.len())));
    }
    for id in &back.without_reason {
        let statement = opened.asked.indicator(id).map(|it| it.indicator.text.get(t::tag()));
        desk.tell(about(&t::no_reason_yet(statement.unwrap_or(id.as_str()))));
    }
    desk.tell(about(&t::answers_taken(back.changes.len())));
    write_session(&copy).map(String::into_bytes).map_err(|error| error.to_string())
}

/// What a filled sheet says.
fn read(bytes: &[u8]) -> Result<Filled, NotASheet> {
    let words = t::answer_book_words();
    filled(&read_book(bytes, &sheets_wanted(&words)).map_err(NotASheet::Fault)?, &words)
}

/// The person who was named, by name or id.
fn person(desk: &Desk<'_>, opened: &Opened) -> Result<Option<PersonId>, String> {
    let Some(named) = &desk.asked.by else { return Ok(None) };
    let session = &opened.session;
    let is_it = |id: &PersonId| id.as_str() == named || session.person_name(id).is_some_and(|name| name.trim() == named);
    let mut all = session.everybody().map(|(id, _)| id).filter(|id| is_it(id));
    match (all.next(), all.next()) {
        (Some(only), None) => Ok(Some(only.clone())),
        (None, _) => Err(t::about_file(&opened.file, &t::nobody_called(named))),
        (Some(_), Some(_)) => Err(t::about_file(&opened.file, &t::several_called(named))),
    }
}
