//! The table of faults: what can go wrong with what is stored, what happens then, and that nothing is lost.
//!
//! Each row is a test. `tests/FAULTS.md` is this table; `PLUMBLINE_UPDATE_FAULTS=1 cargo test --test it faults` writes it anew. The last
//! table names what is shown in Chromium, by the sentences of those tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod rows;
mod rows_of_order;
mod stage;
mod stories;
use std::fmt::Write;

use crate::support::bytes;
use rows::{ROWS, Row};
use rows_of_order::MORE;

/// What is shown in Chromium: what goes wrong, the file with the test, the sentence of the test.
const IN_CHROMIUM: &[(&str, &str, &str)] = &[
    (
        "the browser is killed a hundred times while somebody types",
        "kill.test.mjs",
        "killing the browser a hundred times while somebody types loses at most the last half second",
    ),
    (
        "the browser is killed right after something was deleted",
        "kill.test.mjs",
        "what is deleted right before the browser is killed stays in the bin and out of the list",
    ),
    (
        "the address of something that was deleted",
        "storage.test.mjs",
        "what was deleted is found on the start page and at its own address, and comes back from there",
    ),
    ("the tab is closed right after an answer", "keeping.test.mjs", "an answer is there after the tab was closed right away"),
    (
        "reloaded in the middle of typing",
        "keeping.test.mjs",
        "what was typed about the system and its people is there after an immediate reload",
    ),
    (
        "two tabs, neither waits for the other",
        "keeping.test.mjs",
        "answers given in turn in two tabs, without waiting for either, are all kept",
    ),
    (
        "two tabs, one hears nothing of the other",
        "keeping.test.mjs",
        "a tab that did not hear of the other's changes overwrites none of them",
    ),
    (
        "two tabs change the same words",
        "storage.test.mjs",
        "what two tabs changed at the same time is said: what stands and what the other was",
    ),
    (
        "undone in a tab, changed in another since",
        "undo.test.mjs",
        "undo takes nothing back that another tab changed since, and says so",
    ),
    ("undone in a duplicated tab", "undo.test.mjs", "a duplicated tab takes nothing back that the first one changed since"),
    ("a date is left half typed", "dates.test.mjs", "the day since when a system is in use is corrected part by part"),
    (
        "five tabs, some without locks",
        "storage.test.mjs",
        "five tabs in which somebody works at the same time lose nothing, with locks and without",
    ),
    (
        "deleted in another tab while somebody types",
        "keeping.test.mjs",
        "what is typed in a tab whose assessment was deleted in another one is not lost",
    ),
    (
        "everything cleared by another app",
        "storage.test.mjs",
        "what another app clears is saved again from the open tab, and the rest comes back at the next start",
    ),
    (
        "the storage is blocked",
        "keeping.test.mjs",
        "where storage is blocked one is told, works on in the open page, and exports",
    ),
    (
        "the storage becomes full",
        "keeping.test.mjs",
        "where the storage becomes full one is told, works on and exports, and all is saved once there is room",
    ),
    (
        "the storage is full from the start",
        "keeping.test.mjs",
        "where the storage is full from the start one is told, can begin, works on and exports",
    ),
    (
        "full, and one goes to another page",
        "storage.test.mjs",
        "while the storage is full a banner stays and offers the export, on every page of the assessment",
    ),
    ("no database for the journal", "storage.test.mjs", "without a journal everything works as ever"),
    ("a sandboxed frame", "storage.test.mjs", "in a sandboxed frame one is told that nothing is kept, and works on in memory"),
    (
        "a sandboxed frame, and the host lets nothing load there",
        "storage.test.mjs",
        "in a sandboxed frame in which nothing loads one is told, too",
    ),
    (
        "damaged on disk",
        "keeping.test.mjs",
        "what was damaged on disk comes back from the journal, and the damaged is put aside as it is",
    ),
    (
        "damaged while it is open",
        "keeping.test.mjs",
        "what was damaged while it was open is put aside as it is, and the work is saved",
    ),
    ("the app does not start", "storage.test.mjs", "where the app does not start, its message leads to the recovery page"),
];

#[test]
fn every_fault_of_the_table_does_no_harm() {
    let rows: Vec<&Row> = ROWS.iter().chain(MORE).collect();
    assert!(rows.len() >= 65, "{}", rows.len());
    let mut groups: Vec<&str> = Vec::new();
    for (group, ..) in &rows {
        if !groups.contains(group) {
            groups.push(group);
        }
    }
    let mut table = String::from(
        "# Faults, and what becomes of the data\n\nWritten by `tests/it/faults`, in which each row of the first tables is a test over a \
         storage in which that goes wrong: a test that finds something lost fails. The last table names the tests in Chromium.\n",
    );
    let mut number = 0;
    for group in groups {
        write!(table, "\n## {group}\n\n| | fault | what happens | lost |\n| --- | --- | --- | --- |\n").unwrap();
        for (_, fault, happens, check) in rows.iter().filter(|row| row.0 == group) {
            number += 1;
            check();
            writeln!(table, "| {number} | {fault} | {happens} | nothing |").unwrap();
        }
    }
    table += "\n## In Chromium\n\n| | fault | shown by |\n| --- | --- | --- |\n";
    for (fault, file, sentence) in IN_CHROMIUM {
        number += 1;
        let text = String::from_utf8(bytes(&format!("tests/e2e/{file}"))).unwrap();
        assert!(text.contains(sentence), "{file} has no test “{sentence}”");
        writeln!(table, "| {number} | {fault} | `{file}`: {sentence} |").unwrap();
    }
    println!("{table}");
    let file = crate::support::path("tests/FAULTS.md");
    if std::env::var_os("PLUMBLINE_UPDATE_FAULTS").is_some() {
        std::fs::write(&file, &table).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(there == table, "tests/FAULTS.md is stale: PLUMBLINE_UPDATE_FAULTS=1 cargo test --test it faults");
}

#[test]
fn ten_thousand_stories_lose_no_word() {
    stories::ten_thousand_stories_lose_no_word();
}
