//! Files of spreadsheets and word processors: that they say what they are made of, and what is hostile in one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "what is not there ends the test")]

use std::ffi::OsString;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use plumbline::command_line::{BAD_INPUT, FINE, Machine, Outcome, run};
use plumbline::exchange::{
    Bar, Block, Book, BookCell, BookColumn, BookFault, BookSheet, Chapter, Document, Letter, Letterhead, ListEntry, Row,
    SheetWanted, Table, ZippedFile, as_in_cell, unzip_some, zip,
};
use plumbline::office::{read_book, write_book, write_word};
use plumbline::session::Date;
use proptest::prelude::*;

use crate::support::any::{cases, text};
use crate::support::path;

const EXAMPLE: &str = "public/examples/bottling-line.json";

fn said(words: &[&str]) -> Outcome {
    let word = |word: &&str| word.strip_prefix('@').map_or_else(|| OsString::from(word), |file| path(file).into_os_string());
    run(words.iter().map(word).collect::<Vec<_>>(), &mut std::io::empty(), Machine::at("2026-11-23T10:00:00Z".parse().unwrap()))
}

fn wanted(name: &str, heads: &[&str]) -> SheetWanted {
    SheetWanted { name: name.to_owned(), heads: heads.iter().map(|head| (*head).to_owned()).collect(), first: 4 }
}

fn sheet(rows: Vec<Vec<BookCell>>) -> Book {
    let heads = vec!["Id".to_owned(), "Words".to_owned()];
    Book { sheets: vec![BookSheet { name: "Answers".to_owned(), heads, rows, ..BookSheet::default() }] }
}

/// A part of a file, as text.
fn part(file: &[u8], name: &str) -> String {
    let found = unzip_some(file, |it| it == name).unwrap();
    String::from_utf8(found[0].bytes.clone()).unwrap()
}

/// The words of markup, in their order. `ends` are the elements after which a word has ended.
fn words(markup: &str) -> Vec<String> {
    let mut text = String::new();
    for piece in markup.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !["strong", "w:t", "w:r", "w:rPr", "w:b", "w:bCs", "w:rtl"].contains(&name) {
            text.push(' ');
        }
        text.push_str(words);
    }
    for (written, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")] {
        text = text.replace(written, sign);
    }
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_report_for_word_says_what_the_report_says_word_for_word() {
    for more in [vec![], vec!["--short"], vec!["--without-names"]] {
        let report = |form: &str| said(&[&["report", &format!("@{EXAMPLE}"), "--as", form], more.as_slice()].concat());
        let (page, word) = (report("html"), report("docx"));
        assert_eq!((word.code, word.told.as_str()), (FINE, ""));
        assert_eq!(word.out, report("docx").out, "the same report makes the same bytes");
        let page = String::from_utf8(page.out).unwrap();
        let body = page.split_once("<body>").unwrap().1.split_once("</body>").unwrap().0;
        let document = part(&word.out, "word/document.xml");
        assert_eq!(words(document.split_once("?>").unwrap().1), words(body));
        for (element, style) in [("<h2 ", "Heading1"), ("<h3 ", "Heading2"), ("<h4 ", "Heading3")] {
            let styled = document.matches(&format!("<w:pStyle w:val=\"{style}\"/>")).count();
            assert_eq!(styled, body.matches(element).count(), "{style}");
        }
        assert_eq!(document.matches("<w:tbl>").count(), body.matches("<table>").count());
        assert_eq!(document.matches("<w:tblHeader/>").count(), body.matches("<thead>").count(), "heads stand on each page");
        assert_eq!(document.matches("<wp:inline ").count(), body.matches("<svg ").count(), "a picture for each bar");
    }
}

#[test]
fn a_firm_puts_its_name_logo_and_a_place_for_signatures_around_a_report() {
    let report = |more: &[&str]| said(&[&["report", &format!("@{EXAMPLE}"), "--as", "docx"], more].concat());
    let made = report(&["--firm", "Norrby & Söhne <b>", "--logo", "@public/icons/plumbline-192.png", "--signatures"]);
    assert_eq!((made.code, made.told.as_str()), (FINE, ""));
    assert!(part(&made.out, "word/header1.xml").contains("Norrby &amp; Söhne &lt;b&gt;"));
    assert!(part(&made.out, "word/document.xml").contains("Signatures"));
    let logo = unzip_some(&made.out, |name| name == "word/media/picture0.png").unwrap();
    assert_eq!(logo[0].bytes, std::fs::read(path("public/icons/plumbline-192.png")).unwrap());
    assert_eq!(report(&["--logo", "@public/icons/plumbline.svg"]).code, BAD_INPUT);
    assert_eq!(
        said(&["report", &format!("@{EXAMPLE}"), "--firm", "x"]).code,
        BAD_INPUT,
        "where it changes nothing it is refused"
    );
}

#[test]
fn days_are_counted_as_spreadsheets_do() {
    let day = |year, month, day| BookCell::day(Some(Date::new(year, month, day).unwrap()));
    assert_eq!([day(2027, 12, 31), day(1900, 3, 1)], [BookCell::Day(46_752), BookCell::Day(61)]);
    assert_eq!(day(1899, 5, 1), BookCell::Text("1899-05-01".to_owned()));
    let made = write_book(&sheet(vec![vec![day(2027, 12, 31), BookCell::Number(3)]])).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&made)).unwrap();
    let range = book.worksheet_range("Answers").unwrap();
    let cells: Vec<_> = range.cells().map(|(_, _, cell)| cell.clone()).collect();
    assert!(matches!(cells[2], Data::DateTime(on) if on.as_f64() == 46_752.0) && cells[3] == Data::Float(3.0), "{cells:?}");
}

#[test]
fn far_more_than_a_sheet_has_is_refused() {
    let shared = |count: usize, words: &str| {
        let made = write_book(&sheet(vec![vec![BookCell::text("a"), BookCell::text(words)]; 2])).unwrap();
        let mut files = unzip_some(&made, |_| true).unwrap();
        let at = files.iter().position(|file| file.name == "xl/worksheets/sheet1.xml").unwrap();
        let text = String::from_utf8(files[at].bytes.clone()).unwrap();
        let cell = "<c t=\"s\" r=\"B2\"><v>3</v></c>";
        files[at].bytes = text.replace("</sheetData>", &format!("<row>{}</row></sheetData>", cell.repeat(count))).into_bytes();
        read_book(&zip(files).unwrap(), &[wanted("Answers", &["Id", "Words"])])
    };
    assert!(shared(1_000, "word").is_ok());
    assert_eq!(shared(500_000, "word").unwrap_err(), BookFault::TooLarge, "cells");
    assert_eq!(shared(1_000, &"word ".repeat(6_000)).unwrap_err(), BookFault::TooLarge, "the same words again and again");
    let none = ZippedFile { name: "xl/worksheets/sheet1.xml".to_owned(), bytes: vec![b' '; 40_000_000] };
    assert_eq!(read_book(&zip(vec![none]).unwrap(), &[]).unwrap_err(), BookFault::Damaged, "what is not needed is not unpacked");
    assert_eq!(read_book(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[]).unwrap_err(), BookFault::Locked);
}

#[test]
fn entities_of_a_files_own_are_refused() {
    let made = write_book(&sheet(vec![vec![BookCell::text("a"), BookCell::text("b")]])).unwrap();
    for (markup, fault) in [
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><sst/>", BookFault::Damaged),
        ("<sst><si><t>&b;</t></si></sst>", BookFault::Damaged),
        ("<sst><si><t>", BookFault::Damaged),
        ("\u{0}", BookFault::Damaged),
    ] {
        let mut files = unzip_some(&made, |_| true).unwrap();
        let at = files.iter().position(|file| file.name == "xl/sharedStrings.xml").unwrap();
        files[at].bytes = markup.as_bytes().to_vec();
        let read = read_book(&zip(files).unwrap(), &[wanted("Answers", &["Id"])]);
        assert!(read.as_ref().is_err_and(|it| *it == fault) || markup == "\u{0}" && read.is_ok(), "{markup}: {read:?}");
    }
}

/// The elements of markup, in their order; it is read by what has no part in writing it.
fn elements(markup: &str) -> Vec<String> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(markup);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Start(start) | Event::Empty(start) => found.push(start.name().as_ref().to_owned()),
            Event::Comment(_) | Event::CData(_) | Event::DocType(_) => panic!("nothing of that is written: {markup}"),
            _ => {}
        }
    }
}

#[test]
fn a_document_says_its_title_and_its_words_run_as_they_should() {
    let made = write_word(&letter("שלום")).unwrap();
    assert!(part(&made, "docProps/core.xml").contains("<dc:title>שלום</dc:title>"));
    assert!(part(&made, "_rels/.rels").contains("Target=\"docProps/core.xml\""));
    let document = part(&made, "word/document.xml");
    assert!(document.contains("<w:bidi/>") && document.contains("<w:rtl/>"));
    assert!(document.contains("<w:tblLayout w:type=\"fixed\"/>"));
    let cells = document.matches("<w:tcW ").count();
    assert_eq!(cells, document.matches("<w:tc>").count(), "each cell says how wide it is");
    let plain = part(&write_word(&letter("x")).unwrap(), "word/document.xml");
    assert!(!plain.contains("<w:bidi/>") && !plain.contains("<w:rtl/>"));
}

#[test]
fn a_head_that_stands_twice_counts_once_and_cells_nobody_wants_are_counted() {
    let heads = ["Id", "Words", "Words"].map(str::to_owned).to_vec();
    let rows = vec![["a", "first", "second"].map(BookCell::text).to_vec()];
    let book = Book { sheets: vec![BookSheet { name: "Answers".to_owned(), heads, rows, ..BookSheet::default() }] };
    let read = read_book(&write_book(&book).unwrap(), &[wanted("Answers", &["Id", "Words"])]).unwrap();
    assert_eq!((&read[0].heads, &read[0].twice), (&vec![0, 1], &vec![1]));
    let words: Vec<_> = read[0].cells.iter().map(|cell| cell.words.clone().unwrap()).collect();
    assert_eq!(words, ["a", "first"]);
    let made = write_book(&sheet(vec![vec![BookCell::text("a")]])).unwrap();
    let mut files = unzip_some(&made, |_| true).unwrap();
    let at = files.iter().position(|file| file.name == "xl/worksheets/sheet1.xml").unwrap();
    let text = String::from_utf8(files[at].bytes.clone()).unwrap();
    let far = "<c r=\"Z9\"><v>3</v></c>".repeat(500_000);
    files[at].bytes = text.replace("</sheetData>", &format!("<row>{far}</row></sheetData>")).into_bytes();
    assert_eq!(read_book(&zip(files).unwrap(), &[wanted("Answers", &["Id"])]).unwrap_err(), BookFault::TooLarge);
}

#[test]
fn days_are_read_as_days_and_other_numbers_are_told() {
    let day = BookCell::day(Some(Date::new(2027, 12, 31).unwrap()));
    let made = write_book(&sheet(vec![vec![day, BookCell::Number(7)]])).unwrap();
    let read = read_book(&made, &[wanted("Answers", &["Id", "Words"])]).unwrap();
    let cells: Vec<_> = read[0].cells.iter().map(|cell| (cell.words.as_deref().unwrap(), cell.is_number)).collect();
    assert_eq!(cells, [("2027-12-31", false), ("7", true)]);
}

#[test]
fn a_file_of_open_document_is_told_apart() {
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    let mut file = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x2e\0\0\0\x2e\0\0\0\x08\0\0\0mimetype".to_vec();
    file.extend(mimetype.bytes());
    assert!(plumbline::exchange::is_book(&file));
    assert_eq!(read_book(&file, &[]).unwrap_err(), BookFault::OpenDocument);
}

fn letter(words: &str) -> Letter {
    let typed = || words.to_owned();
    let entry = || ListEntry { head: typed(), text: typed(), lines: vec![typed()] };
    let bar = Bar { low: Some(10), high: Some(30), target: Some(4), minimum: Some(2), top: 4 };
    let row = Row { cells: vec![typed(), typed()], bar: Some(bar), is_group: true };
    let table = Table { caption: typed(), head: vec![typed(), typed()], bars: Some(typed()), rows: vec![row] };
    let blocks = vec![
        Block::Heading(typed()),
        Block::Facts(vec![(typed(), typed())]),
        Block::List(vec![entry()]),
        Block::Steps(vec![entry()]),
        Block::Table(table),
    ];
    let chapters = vec![Chapter { title: typed(), on_new_page: true, blocks }];
    let document = Document {
        title: typed(),
        above: typed(),
        language: typed(),
        running: typed(),
        page: typed(),
        chapters,
        end: vec![typed()],
    };
    Letter { document, head: Letterhead { firm: typed(), ..Letterhead::default() } }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn whatever_somebody_typed_comes_back_from_a_sheet_and_is_no_formula(typed in proptest::collection::vec(text(), 1..6)) {
        let rows: Vec<_> = typed.iter().map(|words| vec![BookCell::text("id"), BookCell::text(words)]).collect();
        let mut book = sheet(rows);
        book.sheets[0].columns = vec![BookColumn::wide(9), BookColumn { width: 9, is_filled_in: true, choices: None }];
        let made = write_book(&book).unwrap();
        let read = read_book(&made, &[wanted("Answers", &["Words"])]).unwrap();
        let back: Vec<String> = read[0].cells.iter().filter_map(|cell| cell.words.clone()).collect();
        let sent: Vec<String> = typed.iter().map(|words| as_in_cell(words)).filter(|words| !words.is_empty()).collect();
        prop_assert_eq!(&back, &sent);
        let mut others: Xlsx<_> = open_workbook_from_rs(Cursor::new(&made)).unwrap();
        prop_assert!(others.worksheet_formula("Answers").unwrap().is_empty());
        let range = others.worksheet_range("Answers").unwrap();
        prop_assert!(range.cells().all(|(_, _, cell)| matches!(cell, Data::String(_) | Data::Empty)));
    }

    #[test]
    fn whatever_somebody_typed_stays_words_in_a_document(words in prop_oneof![
        text(),
        proptest::sample::select(vec!["</w:t></w:r></w:p><w:p><w:r><w:t>", "\"/><w:p/><w:t w:val=\"", "]]>", "<!--", "&#60;w:p/&#62;"]).prop_map(str::to_owned),
    ]) {
        let (plain, made) = (write_word(&letter("x")).unwrap(), write_word(&letter(&format!("x{words}"))).unwrap());
        let marks = |file: &[u8], name: &str| {
            // Markup of others would be markup here. What says which way words run, and how lines break, follows the words.
            let free = ["w:t", "w:br", "w:tab", "w:bidi", "w:rtl", "w:rPr"];
            let all = elements(&part(file, name)).into_iter();
            all.filter(|element| !free.contains(&element.as_str())).collect::<Vec<_>>()
        };
        for name in ["word/document.xml", "word/header1.xml", "word/footer1.xml", "word/styles.xml"] {
            prop_assert_eq!(marks(&plain, name), marks(&made, name), "{}", name);
        }
    }

    #[test]
    fn no_bytes_make_reading_fail_otherwise_than_by_saying_so(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>()) {
        let _ = read_book(&bytes, &[wanted("Answers", &["Id"])]);
        let whole = write_book(&sheet(vec![vec![BookCell::text("a"), BookCell::text("b")]])).unwrap();
        let mut files = unzip_some(&whole, |_| true).unwrap();
        let file = at.index(files.len());
        files[file].bytes = bytes;
        let _ = read_book(&zip(files).unwrap(), &[wanted("Answers", &["Id"]), wanted("Answers", &[])]);
    }
}
