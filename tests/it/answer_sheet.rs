//! The answer sheet: out, filled in, and back; and what is hostile in one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "what is not there ends the test")]

use std::ffi::OsString;
use std::io::Cursor;
use std::path::PathBuf;

use calamine::{Reader, Xlsx, open_workbook_from_rs};
use plumbline::analysis::own_indicators;
use plumbline::command_line::{BAD_INPUT, FINE, Machine, Outcome, run};
use plumbline::exchange::{
    FilledRow, NotTaken, ZippedFile, answer_sheet, answers_back, as_in_cell, merge, read_session, reason_of, write_session, zip,
};
use plumbline::model::IndicatorId;
use plumbline::session::commands::close_round;
use plumbline::session::{Answer, Change, NotApplicable, Place, Session};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::support::any::{cases, session, text};
use crate::support::talk::{Talk, authorship};
use crate::support::{bytes, id, path, smm_guided, tiny, tiny_asked};

const EXAMPLE: &str = "public/examples/bottling-line.json";

fn said(words: &[&str]) -> Outcome {
    let word = |word: &&str| word.strip_prefix('@').map_or_else(|| OsString::from(word), |file| path(file).into_os_string());
    run(words.iter().map(word).collect::<Vec<_>>(), &mut std::io::empty(), Machine::at("2026-11-23T10:00:00Z".parse().unwrap()))
}

/// A file of its own for a test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let file = std::env::temp_dir().join(format!("plumbline-{}-{name}", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    file
}

/// A sheet that somebody made: its heads and rows, all as texts.
fn sheet(heads: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Answers").unwrap();
    for (column, head) in (0_u16..).zip(heads) {
        sheet.write_string(0, column, *head).unwrap();
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn taken(name: &str, bytes: &[u8]) -> Outcome {
    let file = file(name, bytes);
    let outcome = said(&["take", &format!("@{EXAMPLE}"), &file.display().to_string()]);
    std::fs::remove_file(file).unwrap();
    outcome
}

#[test]
fn a_sheet_that_comes_back_as_it_went_changes_nothing() {
    for by in [None, Some("Tomasz Brandt")] {
        let by: Vec<&str> = by.map(|by| vec!["--by", by]).unwrap_or_default();
        let made = said(&[&["convert", &format!("@{EXAMPLE}"), "--to", "answer-sheet"], by.as_slice()].concat());
        assert_eq!((made.code, made.told.as_str()), (FINE, ""));
        let sheet = file("same.xlsx", &made.out);
        let back = said(&[&["take", &format!("@{EXAMPLE}"), &sheet.display().to_string()], by.as_slice()].concat());
        std::fs::remove_file(sheet).unwrap();
        assert_eq!(back.code, FINE, "{}", back.told);
        assert!(back.told.contains("0 changes were taken"), "{}", back.told);
        assert_eq!(read_session(&back.out).unwrap(), read_session(&bytes(EXAMPLE)).unwrap());
    }
    assert_eq!(said(&["convert", &format!("@{EXAMPLE}"), "--to", "answer-sheet", "--by", "Nobody"]).code, BAD_INPUT);
}

#[test]
fn the_sheet_has_every_statement_and_a_list_to_choose_from() {
    let made = said(&["convert", &format!("@{EXAMPLE}"), "--to", "answer-sheet"]);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&made.out)).unwrap();
    assert_eq!(book.sheet_names(), ["Answers", "How to fill it in", "From"]);
    let session = read_session(&bytes(EXAMPLE)).unwrap();
    let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
    let rows = answer_sheet(&smm_guided(&used).with_own(own_indicators(&session)), &session, None, "en").len();
    let range = book.worksheet_range("Answers").unwrap();
    assert!(range.height() > 150 && range.height() <= rows + 1, "{} of {rows}", range.height());
    assert!(
        range.cells().all(|(_, _, cell)| matches!(cell, calamine::Data::String(_) | calamine::Data::Empty)),
        "nothing but texts"
    );
    assert!(book.worksheet_formula("Answers").unwrap().is_empty(), "and no formula");
    let unzipped = String::from_utf8(plain_sheet(&made.out)).unwrap();
    assert!(unzipped.contains("dataValidation") && unzipped.contains("Met,Partly,Not met,Compensated,Not applicable"));
}

/// A sheet as somebody filled it in: what stands in cells of it, by the sheet, the row and the column.
fn refilled(book: &[u8], cells: &[(u32, u16, &str)]) -> Vec<u8> {
    let mut from: Xlsx<_> = open_workbook_from_rs(Cursor::new(book)).unwrap();
    let mut to = Workbook::new();
    for name in from.sheet_names() {
        let sheet = to.add_worksheet().set_name(&name).unwrap();
        let range = from.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap();
        for (row, column, cell) in range.cells() {
            let (row, column) =
                (top + u32::try_from(row).unwrap(), u16::try_from(left + u32::try_from(column).unwrap()).unwrap());
            sheet.write_string(row, column, cell.to_string()).unwrap();
        }
        if name == "Answers" {
            for (row, column, words) in cells {
                sheet.write_string(*row, *column, *words).unwrap();
            }
        }
    }
    to.save_to_buffer().unwrap()
}

/// The assessment of some words about the tiny model, and what becomes of a sheet in it.
fn with_tiny(name: &str, session: &Session, words: &[&str], sheet: Option<&[u8]>) -> Outcome {
    let session = file(&format!("{name}.json"), write_session(session).unwrap().as_bytes());
    let mut all = vec![words[0].to_owned(), session.display().to_string()];
    let sheet = sheet.map(|bytes| file(&format!("{name}.xlsx"), bytes));
    all.extend(sheet.iter().map(|sheet| sheet.display().to_string()));
    all.extend(words[1..].iter().map(|word| (*word).to_owned()));
    all.extend(["--model".to_owned(), "@tests/data/tiny-model.json".to_owned()]);
    let outcome = said(&all.iter().map(String::as_str).collect::<Vec<_>>());
    std::fs::remove_file(session).unwrap();
    sheet.map(std::fs::remove_file).transpose().unwrap();
    outcome
}

#[test]
fn an_old_sheet_brings_no_old_answers_back() {
    let mut talk = Talk::about(&tiny());
    let asked = plumbline::model::Questionnaire::new(tiny(), Vec::new());
    let rows = answer_sheet(&asked, &talk.session, None, "en");
    let ids: Vec<IndicatorId> = rows.into_iter().map(|row| row.id).collect();
    talk.answer(ids[0].as_str(), Answer::Met);
    talk.answer(ids[1].as_str(), Answer::Met);
    let place = talk.place(ids[0].clone());
    talk.change(Change::Note(place.clone(), Some("old".to_owned())));
    let made = with_tiny("went-out", &talk.session, &["convert", "--to", "answer-sheet"], None);
    assert_eq!(made.code, FINE, "{}", made.told);
    talk.answer(ids[0].as_str(), Answer::NotMet);
    talk.answer(ids[1].as_str(), Answer::NotMet);
    talk.change(Change::Note(place, Some("new".to_owned())));
    let same = with_tiny("untouched", &talk.session, &["take"], Some(&made.out));
    assert_eq!(same.code, FINE, "{}", same.told);
    assert!(same.told.contains("0 changes were taken"), "{}", same.told);
    assert_eq!(read_session(&same.out).unwrap(), talk.session);
    // Row 1 changed on both sides, row 2 to what stands now; row 3 nobody answered.
    let filled = refilled(&made.out, &[(1, 3, "Partly"), (1, 5, "mine"), (2, 3, "Not met"), (3, 3, "Met")]);
    let outcome = with_tiny("both", &talk.session, &["take"], Some(&filled));
    assert_eq!(outcome.code, BAD_INPUT, "{}", outcome.told);
    assert!(outcome.told.contains("Row 2: “Partly”") && outcome.told.contains("Row 2: “mine”"), "{}", outcome.told);
    assert!(!outcome.told.contains("Row 3:") && outcome.told.contains("1 change was taken"), "{}", outcome.told);
    let after = read_session(&outcome.out).unwrap();
    let answer = |at: usize| after.answers.get(&talk.place(ids[at].clone())).and_then(|fact| fact.value()).cloned();
    assert_eq!([answer(0), answer(1), answer(2)], [Some(Answer::NotMet), Some(Answer::NotMet), Some(Answer::Met)]);
}

#[test]
fn a_note_that_no_cell_holds_is_never_cut() {
    let mut talk = Talk::about(&tiny());
    let id = answer_sheet(&tiny_asked(), &talk.session, None, "en")[0].id.clone();
    let place = talk.place(id);
    talk.change(Change::Note(place.clone(), Some("long ".repeat(10_000))));
    let made = with_tiny("long", &talk.session, &["convert", "--to", "answer-sheet"], None);
    assert_eq!(made.code, FINE);
    assert!(made.told.contains("Row 2") && made.told.contains("too long"), "{}", made.told);
    let filled = refilled(&made.out, &[(1, 5, "short")]);
    let outcome = with_tiny("longer", &talk.session, &["take"], Some(&filled));
    assert_eq!(outcome.code, BAD_INPUT, "{}", outcome.told);
    assert!(outcome.told.contains("Row 2: “short”"), "{}", outcome.told);
    assert_eq!(read_session(&outcome.out).unwrap(), talk.session);
}

#[test]
fn a_model_without_statements_has_no_sheet() {
    let mut talk = Talk::about(&tiny());
    talk.session.model = plumbline::session::ModelRef::new(id("rated"), id("1"));
    let mut model: serde_json::Value = serde_json::from_slice(&bytes("tests/data/tiny-model.json")).unwrap();
    without_statements(&mut model);
    model["id"] = "rated".into();
    model["edition"] = "1".into();
    let model = file("rated-model.json", model.to_string().as_bytes());
    let session = file("rated.json", write_session(&talk.session).unwrap().as_bytes());
    let (session_at, model_at) = (session.display().to_string(), model.display().to_string());
    let outcome = said(&["convert", &session_at, "--to", "answer-sheet", "--model", &model_at]);
    std::fs::remove_file(session).and_then(|()| std::fs::remove_file(model)).unwrap();
    assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{}", outcome.told);
    assert!(outcome.told.contains("no statements"), "{}", outcome.told);
}

/// Takes all statements out of a model.
fn without_statements(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(members) => {
            members.values_mut().for_each(without_statements);
            if let Some(all) = members.get_mut("indicators") {
                *all = serde_json::json!([]);
            }
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(without_statements),
        _ => {}
    }
}

#[test]
fn two_who_take_the_same_sheet_never_have_the_same_stamps() {
    let ids = statements();
    let bytes_of = sheet(&["Id", "Answer"], &[vec![ids[0].to_string(), "Met".to_owned()]]);
    let (sheet, session) = (file("stamps.xlsx", &bytes_of), format!("@{EXAMPLE}"));
    let take = |words: &[&str]| {
        let outcome = said(&[&["take", &session, &sheet.display().to_string()], words].concat());
        let after = read_session(&outcome.out).unwrap();
        let added = after.answers.iter().filter(|(place, _)| place.on == ids[0]).map(|(_, fact)| fact.stamp.clone());
        added.collect::<Vec<_>>()
    };
    assert_ne!(take(&[]), take(&["--by", "Tomasz Brandt"]));
    std::fs::remove_file(sheet).unwrap();
}

#[test]
fn rows_and_words_beyond_what_is_read_are_told() {
    let ids = statements();
    let far = {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Answers").unwrap();
        for (column, head) in (0_u16..).zip(["Id", "Answer"]) {
            sheet.write_string(0, column, head).unwrap();
        }
        sheet.write_string(60_000, 0, ids[0].as_str()).unwrap();
        sheet.write_string(60_000, 1, "Met").unwrap();
        book.save_to_buffer().unwrap()
    };
    let outcome = taken("far-rows.xlsx", &far);
    assert_eq!(outcome.code, BAD_INPUT, "{}", outcome.told);
    assert!(outcome.told.contains("60,001") || outcome.told.contains("60001"), "{}", outcome.told);
    // The same long words in very many cells: a small file, and far too much to take in.
    let many = {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Answers").unwrap();
        for (column, head) in (0_u16..).zip(["Id", "Answer", "Note"]) {
            sheet.write_string(0, column, head).unwrap();
        }
        let long = "x".repeat(32_000);
        for row in 1..4_000 {
            sheet.write_string(row, 0, ids[0].as_str()).unwrap();
            sheet.write_string(row, 2, &long).unwrap();
        }
        book.save_to_buffer().unwrap()
    };
    let outcome = taken("many.xlsx", &many);
    assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0));
    assert!(outcome.told.contains("far more in it"), "{}", outcome.told.chars().take(300).collect::<String>());
}

/// The first sheet as it stands in the file.
fn plain_sheet(book: &[u8]) -> Vec<u8> {
    let archive = rawzip::ZipArchive::from_slice(book).unwrap();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().unwrap() {
        if entry.file_path().as_ref().ends_with(b"worksheets/sheet1.xml") {
            let packed = archive.get_entry(entry.wayfinder()).unwrap();
            return miniz_oxide::inflate::decompress_to_vec(packed.data()).unwrap();
        }
    }
    Vec::new()
}

/// Two statements of the example that nobody answered without saying who they are.
fn statements() -> Vec<IndicatorId> {
    let session = read_session(&bytes(EXAMPLE)).unwrap();
    let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
    let rows = answer_sheet(&smm_guided(&used).with_own(own_indicators(&session)), &session, None, "en");
    rows.into_iter().filter(|row| row.answer.is_none()).map(|row| row.id).take(4).collect()
}

#[test]
fn what_was_filled_in_comes_back_word_for_word_and_merges() {
    let ids = statements();
    let row = |at: usize, answer: &str, why: &str, note: &str| {
        vec![note.to_owned(), ids[at].to_string(), answer.to_owned(), why.to_owned()]
    };
    let rows = [
        row(0, "met", "", "007"),
        row(1, "Not applicable", "=HYPERLINK(\"http://x\")", "12345678901234567890"),
        row(2, " Partly ", "", "first line\nsecond; \"third\""),
        row(3, "", "", "2026-01-02"),
    ];
    let outcome = taken("filled.xlsx", &sheet(&["Note", "Id", "Answer", "Why not, or what instead"], &rows));
    assert_eq!(outcome.code, FINE, "{}", outcome.told);
    let (before, after) = (read_session(&bytes(EXAMPLE)).unwrap(), read_session(&outcome.out).unwrap());
    let place = |at: usize| Place { on: ids[at].clone(), round: before.round().unwrap().clone(), part: None, by: None };
    let answer = |at: usize| after.answers.get(&place(at)).and_then(|fact| fact.value()).cloned();
    let note = |at: usize| after.notes.get(&place(at)).and_then(|fact| fact.value()).cloned().unwrap_or_default();
    assert_eq!([answer(0), answer(2), answer(3)], [Some(Answer::Met), Some(Answer::Partly), None]);
    assert_eq!(answer(1), Some(Answer::NotApplicable(NotApplicable::because("=HYPERLINK(\"http://x\")"))));
    assert_eq!(
        [note(0), note(1), note(2), note(3)],
        ["007", "12345678901234567890", "first line\nsecond; \"third\"", "2026-01-02"]
    );
    let merged = merge(&before, &after).unwrap();
    assert_eq!((merged.taken.len(), merged.conflicts.len()), (7, 0), "it comes into the assessment like any copy");
}

#[test]
fn what_can_not_be_read_is_named_and_the_rest_is_taken() {
    let ids = statements();
    let rows = [
        vec![ids[0].to_string(), "perhaps".to_owned(), String::new()],
        vec![ids[1].to_string(), "Met".to_owned(), "because".to_owned()],
        vec![ids[1].to_string(), "Not met".to_owned(), String::new()],
        vec!["no.such.statement".to_owned(), "Met".to_owned(), String::new()],
        vec!["../../etc <x>".to_owned(), "Met".to_owned(), String::new()],
        vec![ids[2].to_string(), "Not applicable".to_owned(), String::new()],
    ];
    let outcome = taken("odd.xlsx", &sheet(&["Id", "Answer", "Why not, or what instead"], &rows));
    assert_eq!(outcome.code, BAD_INPUT, "not all of it was taken");
    for words in [
        "Row 2: “perhaps”",
        "Row 3: “because”",
        "Row 4:",
        "Row 5:",
        "Row 6:",
        "Counts once there is a reason",
        "2 changes were taken",
    ] {
        assert!(outcome.told.contains(words), "{words}: {}", outcome.told);
    }
    let after = read_session(&outcome.out).unwrap();
    let round = after.round().unwrap().clone();
    let met = after.answers.get(&Place { on: ids[1].clone(), round, part: None, by: None });
    assert_eq!(met.and_then(|fact| fact.value()), Some(&Answer::Met));
}

#[test]
fn numbers_and_days_that_a_spreadsheet_made_are_read_as_words() {
    let ids = statements();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Answers").unwrap();
    for (column, head) in (0_u16..).zip(["Id", "Answer", "Note"]) {
        sheet.write_string(0, column, head).unwrap();
    }
    sheet.write_string(1, 0, ids[0].as_str()).unwrap();
    sheet.write_string(1, 1, "Met").unwrap();
    sheet.write_number(1, 2, 42).unwrap();
    sheet.write_string(2, 0, ids[1].as_str()).unwrap();
    sheet.write_formula(2, 1, rust_xlsxwriter::Formula::new("=1/0").set_result("Met")).unwrap();
    let outcome = taken("numbers.xlsx", &book.save_to_buffer().unwrap());
    let after = read_session(&outcome.out).unwrap();
    let place = |at: usize| Place { on: ids[at].clone(), round: after.round().unwrap().clone(), part: None, by: None };
    assert_eq!(after.notes.get(&place(0)).and_then(|fact| fact.value()).map(String::as_str), Some("42"));
    assert_eq!(after.answers.get(&place(1)).and_then(|fact| fact.value()), Some(&Answer::Met), "as it was worked out there");
}

#[test]
fn hostile_sheets_do_nothing() {
    let bomb = zip(vec![ZippedFile { name: "xl/worksheets/sheet1.xml".to_owned(), bytes: vec![b' '; 40_000_000] }]).unwrap();
    assert!(bomb.len() < 1_000_000);
    let far = {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("Answers").unwrap();
        sheet.write_string(0, 0, "Id").unwrap();
        sheet.write_string(0, 1, "Answer").unwrap();
        sheet.write_string(1_048_575, 16_383, "far away").unwrap();
        book.save_to_buffer().unwrap()
    };
    let without_columns = sheet(&["Statement"], &[]);
    for (name, bytes) in [
        ("bomb.xlsx", bomb),
        ("none.xlsx", b"PK\x03\x04".to_vec()),
        ("text.xlsx", b"Id and Answer".to_vec()),
        ("columns.xlsx", without_columns),
    ] {
        let outcome = taken(name, &bytes);
        assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{name}: {}", outcome.told);
        assert!(outcome.told.contains("This is no answer sheet"), "{name}: {}", outcome.told);
    }
    assert_eq!(taken("far.xlsx", &far).code, FINE, "a sheet with a cell in its last corner takes no room");
    let made = said(&["convert", "@public/examples/home-cameras.json", "--to", "answer-sheet"]);
    let outcome = taken("foreign.xlsx", &made.out);
    assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0));
    assert!(outcome.told.contains("made from another assessment"), "{}", outcome.told);
}

#[test]
fn a_closed_round_stays_as_it_is() {
    let mut talk = Talk::about(&tiny());
    let statement = answer_sheet(&tiny_asked(), &talk.session, None, "de")[0].id.clone();
    let round = talk.session.round().unwrap().clone();
    talk.change(close_round(&talk.session, &round, id("e1"), "2026-11-23".parse().unwrap()));
    let session = file("closed.json", write_session(&talk.session).unwrap().as_bytes());
    let sheet = file("closed.xlsx", &sheet(&["Id", "Answer"], &[vec![statement.to_string(), "Met".to_owned()]]));
    let words = ["take", &session.display().to_string(), &sheet.display().to_string(), "--model", "@tests/data/tiny-model.json"]
        .map(str::to_owned);
    let outcome = said(&words.each_ref().map(String::as_str));
    assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{}", outcome.told);
    assert!(outcome.told.contains("The round is closed"), "{}", outcome.told);
    std::fs::remove_file(session).and_then(|()| std::fs::remove_file(sheet)).unwrap();
}

fn word(answer: &Answer) -> String {
    let words = match answer {
        Answer::Met => "Met",
        Answer::Partly => "Partly",
        Answer::NotMet => "Not met",
        Answer::NotApplicable(_) => "Not applicable",
        Answer::Compensated(_) => "Compensated",
        Answer::DontKnow => "I don't know",
        Answer::Own(id) => id.as_str(),
    };
    words.to_owned()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn whatever_stands_in_the_cells_nothing_that_was_said_is_lost(session in session(), cells in proptest::collection::vec((text(), text(), text()), 0..6)) {
        let asked = tiny_asked();
        let rows: Vec<_> = answer_sheet(&asked, &session, None, "de");
        // As it went out.
        let filled = |row: usize, it: &plumbline::exchange::AnswerRow| FilledRow {
            row,
            id: it.id.to_string(),
            answer: it.answer.as_ref().map(word).unwrap_or_default(),
            reason: it.answer.as_ref().map(reason_of).map(as_in_cell).unwrap_or_default(),
            note: as_in_cell(&it.note),
            went_out: None,
        };
        let same: Vec<FilledRow> = rows.iter().enumerate().map(|(row, it)| filled(row + 2, it)).collect();
        prop_assert_eq!(answers_back(&asked, &session, None, &same, word), plumbline::exchange::AnswersBack::default());
        // With anything in the cells: only answers and notes of these statements change, and none is taken back.
        let odd: Vec<FilledRow> = rows.iter().zip(cells).enumerate().map(|(row, (it, (answer, reason, note)))| FilledRow { row, id: it.id.to_string(), answer, reason, note, went_out: None }).collect();
        let back = answers_back(&asked, &session, None, &odd, word);
        for (_, change) in &back.changes {
            prop_assert!(matches!(change, Change::Answer(_, Some(_)) | Change::Note(_, Some(_))), "{change:?}");
        }
        prop_assert!(back.not_taken.iter().all(|(_, _, why)| *why != NotTaken::UnknownStatement));
        let mut after: Session = session.clone();
        for (_, change) in back.changes {
            let _ = after.make(change, &authorship(None, 5));
        }
        prop_assert!(after.answers.len() >= session.answers.len() && after.notes.len() >= session.notes.len());
    }
}

#[test]
fn a_workbook_says_what_the_report_says_and_formulas_in_it_never_run() {
    let mut talk = Talk::about(&tiny());
    let statement = answer_sheet(&tiny_asked(), &talk.session, None, "de")[0].id.clone();
    talk.answer(statement.as_str(), Answer::Met);
    let place = talk.place(statement);
    talk.change(Change::Note(place, Some("=HYPERLINK(\"http://x\")".to_owned())));
    let session = file("book.json", write_session(&talk.session).unwrap().as_bytes());
    let convert =
        |words: &[&str]| said(&[&["convert", "--to", "workbook", "--model", "@tests/data/tiny-model.json"], words].concat());
    let made = convert(&[&session.display().to_string()]);
    std::fs::remove_file(session).unwrap();
    assert_eq!((made.code, made.told.as_str()), (FINE, ""));
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&made.out)).unwrap();
    assert_eq!(book.sheet_names(), ["Summary", "Targets", "Answers", "Evidence", "Gaps", "Duties", "Plan"]);
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
    }
    let answers = book.worksheet_range("Answers").unwrap();
    let cells: Vec<String> = answers.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(cells.iter().any(|cell| cell == "=HYPERLINK(\"http://x\")"), "what was typed is there as it was typed");
}

#[test]
fn the_workbook_of_an_example_has_its_figures() {
    let made = said(&["convert", &format!("@{EXAMPLE}"), "--to", "workbook"]);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&made.out)).unwrap();
    let session = read_session(&bytes(EXAMPLE)).unwrap();
    let targets = book.worksheet_range("Targets").unwrap();
    let set = session.targets.values().filter(|fact| fact.value().is_some()).count();
    assert_eq!(targets.height(), set + 1, "a row for each target, below the heads");
    let levels =
        targets.cells().filter(|(row, column, cell)| *row > 0 && *column == 1 && matches!(cell, calamine::Data::Float(_)));
    assert_eq!(levels.count(), set, "levels are numbers");
    let days =
        targets.cells().filter(|(row, column, cell)| *row > 0 && *column == 5 && matches!(cell, calamine::Data::DateTime(_)));
    assert!(days.count() > 0, "days are days");
    let plan = book.worksheet_range("Plan").unwrap();
    assert_eq!(plan.height(), session.planned().filter(|(_, action)| action.is_ahead() || action.is_done()).count() + 1);
    let nameless = said(&["convert", &format!("@{EXAMPLE}"), "--to", "workbook", "--without-names"]);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&nameless.out)).unwrap();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        assert!(!range.cells().any(|(_, _, cell)| cell.to_string().contains("Tomasz Brandt")), "{name}");
    }
}

#[test]
fn a_sheet_of_an_earlier_round_is_refused_and_older_sheets_still_open() {
    let mut talk = Talk::about(&tiny());
    let made = with_tiny("earlier", &talk.session, &["convert", "--to", "answer-sheet"], None);
    let filled = refilled(&made.out, &[(1, 3, "Met")]);
    assert_eq!(with_tiny("in-time", &talk.session, &["take"], Some(&filled)).code, FINE);
    talk.open_round("r2");
    let late = with_tiny("too-late", &talk.session, &["take"], Some(&filled));
    assert_eq!((late.code, late.out.len()), (BAD_INPUT, 0), "{}", late.told);
    assert!(late.told.contains("no longer the latest one"), "{}", late.told);
    let ids = answer_sheet(&tiny_asked(), &talk.session, None, "en");
    let older = sheet(&["Id", "Answer"], &[vec![ids[0].id.to_string(), "Met".to_owned()]]);
    let outcome = with_tiny("older", &talk.session, &["take"], Some(&older));
    assert_eq!(outcome.code, FINE, "a sheet that says nothing of its round: {}", outcome.told);
}

#[test]
fn whose_answers_a_sheet_has_is_never_guessed() {
    let mut talk = Talk::about(&tiny());
    talk.add_person("ana");
    talk.add_person("bo");
    talk.by = Some("ana".to_owned());
    let ids = answer_sheet(&tiny_asked(), &talk.session, None, "en");
    let (first, second) = (ids[0].id.clone(), ids[1].id.clone());
    talk.answer(first.as_str(), Answer::Met);
    talk.by = Some("bo".to_owned());
    talk.answer(first.as_str(), Answer::NotMet);
    let made = with_tiny("of-ana", &talk.session, &["convert", "--to", "answer-sheet", "--by", "ana"], None);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&made.out)).unwrap();
    let help = book.worksheet_range("How to fill it in").unwrap();
    assert_eq!(help.get_value((0, 0)).map(ToString::to_string).as_deref(), Some("For ana"));
    // Somebody else says that these are their answers: only what was typed is theirs, and nobody says that it was changed in between.
    let filled = refilled(&made.out, &[(2, 3, "Partly")]);
    let outcome = with_tiny("as-bo", &talk.session, &["take", "--by", "bo"], Some(&filled));
    assert_eq!(outcome.code, FINE, "{}", outcome.told);
    let after = read_session(&outcome.out).unwrap();
    let answer = |on: &IndicatorId| after.answers.get(&talk.place(on.clone())).and_then(|fact| fact.value()).cloned();
    assert_eq!([answer(&first), answer(&second)], [Some(Answer::NotMet), Some(Answer::Partly)]);
    let changed = refilled(&made.out, &[(1, 3, "Partly")]);
    let outcome = with_tiny("typed-as-bo", &talk.session, &["take", "--by", "bo"], Some(&changed));
    assert!(outcome.code == FINE && !outcome.told.contains("since the sheet went out"), "{}", outcome.told);
    // Whoever it was made for is gone.
    talk.change(Change::Person(id("ana"), None));
    let outcome = with_tiny("gone", &talk.session, &["take"], Some(&filled));
    assert_eq!((outcome.code, outcome.out.len()), (BAD_INPUT, 0), "{}", outcome.told);
    assert!(outcome.told.contains("does not take part here"), "{}", outcome.told);
}

#[test]
fn numbers_that_were_typed_are_told_and_days_are_days() {
    let ids = statements();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Answers").unwrap();
    for (column, head) in (0_u16..).zip(["Id", "Answer", "Note", "Note"]) {
        sheet.write_string(0, column, head).unwrap();
    }
    let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let padded = rust_xlsxwriter::Format::new().set_num_format("000");
    for (row, id) in (1_u32..).zip(&ids) {
        sheet.write_string(row, 0, id.as_str()).unwrap();
    }
    sheet.write_number_with_format(1, 2, 46_752, &day).unwrap();
    sheet.write_number(2, 2, 12_345_678_901_234_567_890_f64).unwrap();
    sheet.write_number_with_format(3, 2, 7, &padded).unwrap();
    sheet.write_string(3, 3, "the second column").unwrap();
    let outcome = taken("typed-numbers.xlsx", &book.save_to_buffer().unwrap());
    assert_eq!(outcome.code, FINE, "{}", outcome.told);
    assert!(!outcome.told.contains("Row 2:"), "{}", outcome.told);
    assert!(outcome.told.contains("Row 3: the spreadsheet made a number"), "{}", outcome.told);
    assert!(outcome.told.contains("Row 4: the spreadsheet made a number of what was typed: “7”"), "{}", outcome.told);
    assert!(outcome.told.contains("“Note” stands there more than once"), "{}", outcome.told);
    let after = read_session(&outcome.out).unwrap();
    let place = |at: usize| Place { on: ids[at].clone(), round: after.round().unwrap().clone(), part: None, by: None };
    let note = |at: usize| after.notes.get(&place(at)).and_then(|fact| fact.value()).cloned();
    assert_eq!([note(0).as_deref(), note(2).as_deref()], [Some("2027-12-31"), Some("7")]);
}

#[test]
fn a_reason_belongs_to_the_kind_of_answer_that_it_was_given_for() {
    let mut talk = Talk::about(&tiny());
    let ids = answer_sheet(&tiny_asked(), &talk.session, None, "en");
    let (first, second) = (ids[0].id.clone(), ids[1].id.clone());
    talk.answer(first.as_str(), Answer::NotApplicable(NotApplicable::because("no radio in it")));
    let made = with_tiny("reasons", &talk.session, &["convert", "--to", "answer-sheet"], None);
    let filled = refilled(&made.out, &[(1, 3, "Compensated"), (2, 3, "I don't know")]);
    let outcome = with_tiny("other-kind", &talk.session, &["take"], Some(&filled));
    assert_eq!(outcome.code, FINE, "{}", outcome.told);
    assert!(outcome.told.contains("Counts once there is a reason"), "{}", outcome.told);
    let after = read_session(&outcome.out).unwrap();
    let answer = |on: &IndicatorId| after.answers.get(&talk.place(on.clone())).and_then(|fact| fact.value()).cloned();
    assert_eq!(answer(&first).as_ref().map(reason_of), Some(""));
    assert_eq!(answer(&second), Some(Answer::DontKnow), "also with the straight apostrophe");
}

#[test]
fn a_row_without_an_id_and_very_long_words_are_told_in_short() {
    let ids = statements();
    let rows = [vec![String::new(), "Met".to_owned()], vec![ids[0].to_string(), "perhaps ".repeat(500)]];
    let outcome = taken("no-id.xlsx", &sheet(&["Id", "Answer"], &rows));
    assert_eq!(outcome.code, BAD_INPUT);
    assert!(outcome.told.contains("the column “Id” is empty there"), "{}", outcome.told);
    assert!(
        outcome.told.contains("perhaps…” is no answer") || outcome.told.contains("perhaps …” is no answer"),
        "{}",
        outcome.told
    );
    assert!(outcome.told.chars().count() < 1_000, "{}", outcome.told);
}

#[test]
fn a_statement_that_was_renamed_since_is_found_by_its_older_id() {
    let model = plumbline::model::read_model(&bytes("tests/data/tiny-model-v2.json")).unwrap();
    let talk = Talk::about(&model);
    let asked = plumbline::model::Questionnaire::new(std::sync::Arc::new(model), Vec::new());
    let row = |row: usize, id: &str| FilledRow { row, id: id.to_owned(), answer: "Met".to_owned(), ..FilledRow::default() };
    let back = answers_back(&asked, &talk.session, None, &[row(2, "k1b"), row(3, "k1-kalt"), row(4, "none")], word);
    let now: IndicatorId = id("k1-kalt");
    assert_eq!(back.changes, [(now.clone(), Change::Answer(talk.place(now), Some(Answer::Met)))]);
    let [(3, twice, NotTaken::Twice), (4, unknown, NotTaken::UnknownStatement)] = back.not_taken.as_slice() else {
        panic!("{:?}", back.not_taken);
    };
    let quoted = |words, why| plumbline::exchange::quoted(&asked, words, why, "de").to_owned();
    assert_eq!(quoted(twice, NotTaken::Twice), "Er ist kalt.");
    assert_eq!(quoted(unknown, NotTaken::UnknownStatement), "none");
    // What means something else now is not answered by an older sheet.
    let changed = answers_back(&asked, &talk.session, None, &[row(2, "m2")], word);
    assert_eq!((changed.changes.len(), changed.not_taken.len()), (0, 1));
}
