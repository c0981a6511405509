//! The table of faults: what can go wrong with what is stored, what happens then, and that nothing is lost.
//!
//! Each row is a test. `tests/FAULTS.md` is this table; `PLUMBLINE_UPDATE_FAULTS=1 cargo test --test faults` writes it anew. The last
//! table names what is shown in Chromium, by the sentences of those tests.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failed unwrap is a failed test")]

mod rows;
mod stage;
#[path = "../support/mod.rs"]
mod support;

use std::fmt::Write;

use rows::ROWS;
use support::bytes;

/// What is shown in Chromium: what goes wrong, the file with the test, the sentence of the test.
const IN_CHROMIUM: &[(&str, &str, &str)] = &[];

#[test]
fn every_fault_of_the_table_does_no_harm() {
    assert!(ROWS.len() >= 40, "{}", ROWS.len());
    let mut groups: Vec<&str> = ROWS.iter().map(|(group, ..)| *group).collect();
    groups.dedup();
    let mut table = String::from(
        "# Faults, and what becomes of the data\n\nWritten by `tests/faults`, in which each row of the first tables is a test over a \
         storage in which that goes wrong: a test that finds something lost fails. The last table names the tests in Chromium.\n",
    );
    let mut number = 0;
    for group in groups {
        write!(table, "\n## {group}\n\n| | fault | what happens | lost |\n| --- | --- | --- | --- |\n").unwrap();
        for (_, fault, happens, check) in ROWS.iter().filter(|row| row.0 == group) {
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
    let file = support::path("tests/FAULTS.md");
    if std::env::var_os("PLUMBLINE_UPDATE_FAULTS").is_some() {
        std::fs::write(&file, &table).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(there == table, "tests/FAULTS.md is stale: PLUMBLINE_UPDATE_FAULTS=1 cargo test --test faults");
}
