//! The sheet to fill in as a table of CSV: out, typed into, and back; and what is hostile in one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what is not there ends the test")]

use std::ffi::OsString;

use crate::support::any::{cases, text};
use crate::support::talk::Talk;
use crate::support::{bytes, path, tiny, tiny_asked};
use plumbline::command_line::{FINE, Machine, Outcome, run};
use plumbline::exchange::{
    AnswerBookWords, Book, BookFault, Filled, FilledRow, SheetTaken, answer_book, answer_sheet, as_in_cell, filled,
    is_answer_table, is_book, read_session, sheets_wanted, take_sheet,
};
use plumbline::model::{IndicatorId, Questionnaire};
use plumbline::office::{read_book, write_table};
use plumbline::session::commands::write_note;
use plumbline::session::{Answer, NotApplicable, Session};
use proptest::prelude::*;

const EXAMPLE: &str = "public/examples/bottling-line.json";

fn answer(answer: &Answer) -> String {
    let word = match answer {
        Answer::Met => "Met",
        Answer::Partly => "Partly",
        Answer::NotMet => "Not met",
        Answer::DontKnow => "Don’t know",
        Answer::NotApplicable(_) => "Not applicable",
        Answer::Compensated(_) => "Compensated",
        Answer::Own(id) => id.as_str(),
    };
    word.to_owned()
}

fn words() -> AnswerBookWords {
    AnswerBookWords {
        answers: "Answers",
        help: "Help",
        about: "From",
        heads: ["Practice", "Level", "Statement", "Answer", "Reason", "Note", "Shown by", "Id"],
        answer,
        language: "en",
        choose: "Choose",
        how: |_, _| String::new(),
    }
}

fn book(asked: &Questionnaire, session: &Session) -> Book {
    let rows = answer_sheet(asked, session, None, "en");
    answer_book((&rows, &asked.model().scoring.answers), session, None, &words())
}

fn read(file: &[u8]) -> Result<Filled, BookFault> {
    let words = words();
    read_book(file, &sheets_wanted(&words)).map(|read| filled(&read, &words).unwrap())
}

fn taken(asked: &Questionnaire, session: &Session, file: &[u8]) -> SheetTaken {
    let at = "2026-11-23T10:00:00Z".parse().unwrap();
    take_sheet(asked, session, (&read(file).unwrap(), file), None, at, answer).unwrap()
}

/// The cells of a table, row by row.
fn cells(file: &[u8], between: u8) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(file).unwrap().trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(between).flexible(true).has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The same, as a program that knows nothing of what stands in them saves it.
fn saved(rows: &[Vec<String>], between: u8) -> Vec<u8> {
    let mut table = csv::WriterBuilder::new().delimiter(between).flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| table.write_record(row).unwrap());
    table.into_inner().unwrap()
}

/// Typed into a cell of a table: the answer, the reason or the note of the first statement.
fn typed(file: &[u8], column: &str, put: &str) -> Vec<u8> {
    let mut rows = cells(file, b',');
    let at = rows[0].iter().position(|head| head == column).unwrap();
    put.clone_into(&mut rows[1][at]);
    saved(&rows, b',')
}

fn first(asked: &Questionnaire) -> IndicatorId {
    let practices = asked.model().practices();
    practices.iter().find_map(|practice| asked.indicators_of(practice).next()).unwrap().indicator.id.clone()
}

/// Somebody who answered, and noted something.
fn noted(words: &str) -> (Questionnaire, Talk) {
    let asked = tiny_asked();
    let mut talk = Talk::about(&tiny());
    let statement = first(&asked);
    talk.answer(statement.as_str(), Answer::NotApplicable(NotApplicable::because(words)));
    let place = talk.place(statement);
    talk.change(write_note(place, words.to_owned()));
    (asked, talk)
}

fn said(words: &[&str]) -> Outcome {
    run(words.iter().map(OsString::from), &mut std::io::empty(), Machine::at("2026-11-23T10:00:00Z".parse().unwrap()))
}

#[test]
fn the_command_line_makes_a_table_and_takes_it_back() {
    let example = path(EXAMPLE).display().to_string();
    let made = said(&["convert", &example, "--to", "answer-table"]);
    assert_eq!((made.code, made.told.as_str()), (FINE, ""));
    assert!(made.out.starts_with("\u{feff}".as_bytes()), "with the mark that says: UTF-8");
    let file = std::env::temp_dir().join(format!("plumbline-table-{}.csv", std::process::id()));
    std::fs::write(&file, &made.out).unwrap();
    let back = said(&["take", &example, &file.display().to_string()]);
    std::fs::remove_file(file).unwrap();
    assert_eq!(back.code, FINE, "{}", back.told);
    assert!(back.told.contains("0 changes were taken"), "{}", back.told);
    assert_eq!(read_session(&back.out).unwrap(), read_session(&bytes(EXAMPLE)).unwrap());
}

#[test]
fn a_table_is_read_whatever_stands_between_its_cells_and_in_whatever_order() {
    let (asked, talk) = noted("a, b; c\td");
    let file = write_table(&book(&asked, &talk.session)).unwrap();
    let expected = read(&file).unwrap();
    assert!(expected.rows.iter().any(|row| row.note == "a, b; c\td"));
    let rows = cells(&file, b',');
    for between in *b",;\t" {
        assert_eq!(read(&saved(&rows, between)).unwrap(), expected, "{between}");
    }
    let mut turned: Vec<Vec<String>> = rows.iter().map(|row| row.iter().rev().cloned().collect()).collect();
    turned[1..].reverse();
    let turned = read(&saved(&turned, b';')).unwrap();
    assert_eq!((turned.session.as_str(), turned.rows.len()), (expected.session.as_str(), expected.rows.len()));
    let utf_16: Vec<u8> = std::iter::once(0xfeff)
        .chain(std::str::from_utf8(&saved(&rows, b'\t')).unwrap().encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&utf_16).unwrap(), expected, "as a spreadsheet saves its Unicode text");
}

#[test]
fn what_somebody_typed_since_is_taken_and_nothing_else() {
    let (asked, talk) = noted("before");
    let file = write_table(&book(&asked, &talk.session)).unwrap();
    let back = taken(&asked, &talk.session, &file).back;
    assert_eq!((back.changes.len(), back.not_taken.len()), (0, 0));
    let back = taken(&asked, &talk.session, &typed(&file, "Note", "after")).back;
    assert_eq!((back.changes.len(), back.not_taken.len()), (1, 0));
    // An old table brings no old answer back.
    let (_, changed) = noted("meanwhile");
    let mut now = talk.session.clone();
    now.notes = changed.session.notes.clone();
    assert_eq!(taken(&asked, &now, &file).back.changes, Vec::new());
    assert_eq!(taken(&asked, &now, &typed(&file, "Note", "after")).back.not_taken.len(), 1, "changed here as well");
}

#[test]
fn rows_of_several_sheets_and_letters_that_can_t_be_told_are_refused() {
    let (asked, talk) = noted("Söhne");
    let file = write_table(&book(&asked, &talk.session)).unwrap();
    let mut rows = cells(&file, b',');
    let last = rows[0].len() - 1;
    let other = rows[2][last].replacen('/', "x/", 1);
    rows[2][last] = other;
    assert_eq!(read(&saved(&rows, b',')), Err(BookFault::Mixed));
    let windows: Vec<u8> = std::str::from_utf8(&file)
        .unwrap()
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|sign| u8::try_from(u32::from(sign)).unwrap_or(b'?'))
        .collect();
    assert_eq!(read(&windows), Err(BookFault::OtherEncoding));
    for nothing in [&b""[..], b"\0\x01\x02", b"a,b\n1,2\n", b"{}"] {
        assert_eq!(read(nothing), Err(BookFault::Damaged));
    }
    // Without its last column a table still says what it says, and not from where it is.
    let without: Vec<Vec<String>> = cells(&file, b',').into_iter().map(|row| row[..last].to_vec()).collect();
    let without = read(&saved(&without, b',')).unwrap();
    assert!(without.session.is_empty() && without.rows.iter().all(|row| row.went_out.is_none()));
}

#[test]
fn a_table_is_known_by_its_heads() {
    let (asked, talk) = noted("x");
    let words = words();
    let file = write_table(&book(&asked, &talk.session)).unwrap();
    assert!(is_answer_table(&file, &words) && !is_book(&file));
    for other in [bytes(EXAMPLE), b"Id,Other\n".to_vec(), b"\"Answer\"\n".to_vec(), Vec::new()] {
        assert!(!is_answer_table(&other, &words));
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn any_words_come_back_as_they_went_out_and_none_is_a_formula(words in text(), sign in "[=+@'\t\r -]{0,3}", inside in "[;,\t\n\"' =+@a-]{0,8}") {
        let words = format!("{sign}{words}{inside}");
        let (asked, talk) = noted(&words);
        let file = write_table(&book(&asked, &talk.session)).unwrap();
        for cell in cells(&file, b',').iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
        }
        // Whatever a program takes for the end of a cell.
        for other in *b",;\t" {
            for cell in cells(&file, other).iter().flatten() {
                let begins = cell.trim_start_matches(|sign: char| sign == '"' || sign.is_whitespace());
                prop_assert!(!begins.starts_with(['=', '+', '-', '@']), "{:?}", cell);
            }
        }
        let statement = first(&asked);
        let found = read(&file).unwrap().rows.into_iter().find(|row| row.id == statement.as_str());
        let row = found.unwrap_or_else(FilledRow::default);
        prop_assert_eq!(&row.note, &as_in_cell(&words));
        let back = taken(&asked, &talk.session, &file).back;
        prop_assert_eq!((back.changes.len(), back.not_taken.len()), (0, 0));
    }

    #[test]
    fn what_is_typed_into_a_row_changes_that_row_alone_or_is_told(words in text(), column in 0_usize..9) {
        let (asked, talk) = noted("before");
        let file = write_table(&book(&asked, &talk.session)).unwrap();
        let mut rows = cells(&file, b',');
        rows[1][column].clone_from(&words);
        let typed = saved(&rows, b',');
        let found = read(&typed).unwrap();
        let statement = first(&asked);
        let head = rows[0][column].as_str();
        let made = take_sheet(&asked, &talk.session, (&found, &typed), None, "2026-11-23T10:00:00Z".parse().unwrap(), answer).unwrap();
        let there = |session: &Session| {
            let notes: Vec<_> = session.notes.iter().filter(|(at, _)| at.on != statement).map(|it| format!("{it:?}")).collect();
            let answers: Vec<_> = session.answers.iter().filter(|(at, _)| at.on != statement).map(|it| format!("{it:?}")).collect();
            format!("{notes:?} {answers:?}")
        };
        prop_assert_eq!(there(&made.copy), there(&talk.session), "no other statement is touched");
        let is_said = !made.back.changes.is_empty() || !made.back.not_taken.is_empty();
        let is_word = !as_in_cell(&words).is_empty();
        match head {
            // Another id is no id of theirs; another last column says nothing of where the row is from.
            "Id" => prop_assert!(made.back.changes.is_empty()),
            "From" => prop_assert!(made.back.changes.is_empty() && found.unmarked == [2]),
            "Note" if is_word && as_in_cell(&words) != "before" => prop_assert!(is_said),
            "Answer" if is_word => prop_assert!(is_said || as_in_cell(&words) == "Not applicable"),
            "Reason" if is_word && as_in_cell(&words) != "before" => prop_assert!(is_said),
            "Practice" | "Level" | "Statement" | "Shown by" => prop_assert!(!is_said),
            _ => {}
        }
    }
}

#[test]
fn a_cell_of_the_last_column_costs_its_row_and_no_more() {
    let (asked, talk) = noted("before");
    let file = write_table(&book(&asked, &talk.session)).unwrap();
    let mut rows = cells(&file, b',');
    let (last, note) = (rows[0].len() - 1, rows[0].iter().position(|head| head == "Note").unwrap());
    for row in [1, 2] {
        "after".clone_into(&mut rows[row][note]);
    }
    "x".clone_into(&mut rows[1][last]);
    let typed = saved(&rows, b';');
    let found = read(&typed).unwrap();
    assert_eq!(found.unmarked, [2]);
    assert_eq!(taken(&asked, &talk.session, &typed).back.changes.len(), 1, "the other row is taken");
    // Twice the same last column is told; the line that spreadsheets put first is none.
    rows.iter_mut().for_each(|row| row.push(row[last].clone()));
    assert_eq!(read(&saved(&rows, b';')).unwrap().twice, ["From"]);
    let led = [b"sep=;\r\n", typed.as_slice()].concat();
    assert_eq!(read(&led).unwrap(), found);
    assert!(is_answer_table(&led, &words()));
}
