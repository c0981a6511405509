//! The plan as a picture with its table, and as a chapter of the report: the numbers of both, worked out by hand.

use crate::plan_files::planned_talk;
use crate::support::tiny;
use plumbline::analysis::{Assessment, ReportOptions, Section, report};
use plumbline::exchange::{Block, Document, Table};
use plumbline::model::Questionnaire;
use plumbline::session::Date;
use plumbline::ui::{GanttRow, Room, gantt, gantt_twin, report_document};
use serde_json::Value;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Set, proposed and late, as of 15 January 2027.
fn rows() -> [GanttRow; 3] {
    let row = |title: &str, start, due, is_dated, is_late| GanttRow {
        title: title.to_owned(),
        owner: "Bo".to_owned(),
        start,
        due,
        is_dated,
        is_late,
    };
    [
        row("Soap", Date::constant(2027, 1, 4), Date::constant(2027, 1, 31), true, false),
        row("Towels", Date::constant(2027, 2, 1), Date::constant(2027, 4, 30), false, false),
        row("Basin", Date::constant(2026, 12, 21), Date::constant(2027, 1, 10), true, true),
    ]
}

const TODAY: Date = Date::constant(2027, 1, 15);

fn series<'a>(option: &'a Value, name: &'a str) -> impl Iterator<Item = &'a Value> {
    let all = option.pointer("/series").and_then(Value::as_array).into_iter().flatten();
    all.filter(move |series| series.get("name").and_then(Value::as_str) == Some(name))
}

/// From where to where the lines of that name go, in days.
fn spans(option: &Value, name: &str) -> Vec<(f64, f64)> {
    let lines = series(option, name).flat_map(|it| it.pointer("/markLine/data").and_then(Value::as_array).into_iter().flatten());
    let at = |line: &Value, end: &str| line.pointer(&format!("/{end}/coord/0")).and_then(Value::as_f64);
    lines.filter_map(|line| Some((at(line, "0")?, at(line, "1")?))).collect()
}

/// Where the marks of that name stand, in days, and their words.
fn marks(option: &Value, name: &str) -> Vec<(f64, String)> {
    let points = series(option, name).flat_map(|it| it.pointer("/data").and_then(Value::as_array).into_iter().flatten());
    let words = |point: &Value| point.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    points.filter_map(|point| Some((point.pointer("/value/0")?.as_f64()?, words(point)))).collect()
}

#[test]
fn each_line_of_the_picture_goes_from_its_first_day_to_the_end_of_its_last() {
    let drawn = gantt(&rows(), TODAY, Room::Wide);
    // Day 0 is the first of the month of the earliest day: 1 December 2026.
    assert_eq!(spans(&drawn.option, "set"), [(34.0, 62.0)], "4 January is 34 days later; 31 January ends with day 61");
    assert_eq!(spans(&drawn.option, "proposed"), [(62.0, 151.0)], "1 February to the end of 30 April");
    assert_eq!(spans(&drawn.option, "late"), [(20.0, 41.0)], "21 December to the end of 10 January");
    assert_eq!(spans(&drawn.option, "today"), [(45.0, 45.0)], "15 January");
    let ends = |name: &str| marks(&drawn.option, name).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
    assert_eq!(
        (ends("set"), ends("late"), ends("proposed")),
        (vec![62.0], vec![41.0], Vec::new()),
        "what is proposed has no mark"
    );
    let month = |at: f64, words: &str| (at, words.to_owned());
    assert_eq!(
        marks(&drawn.option, "Months"),
        [
            month(0.0, "Dec 2026"),
            month(31.0, "Jan 2027"),
            month(62.0, "Feb 2027"),
            month(90.0, "Mar 2027"),
            month(121.0, "Apr 2027")
        ]
    );
    let titles: Vec<_> = marks(&drawn.option, "What is to be done").into_iter().map(|(_, words)| words).collect();
    assert_eq!(titles, ["Soap", "Towels", "Basin"]);
}

#[test]
fn the_table_beside_the_picture_has_the_same_days() {
    let twin = gantt_twin(&rows());
    assert_eq!(twin.head.len(), 5);
    assert_eq!(
        twin.rows,
        [
            ["Soap", "Bo", "4 January 2027", "31 January 2027", "set"],
            ["Towels", "Bo", "1 February 2027", "30 April 2027", "proposed"],
            ["Basin", "Bo", "21 December 2026", "10 January 2027", "late"],
        ]
    );
}

#[test]
fn a_long_plan_names_as_many_months_as_have_room_and_an_empty_one_is_drawn_too() {
    let [mut row, ..] = rows();
    row.due = Date::constant(2032, 1, 31);
    let drawn = gantt(&[row], TODAY, Room::Narrow);
    let months = marks(&drawn.option, "Months");
    assert!((2..=8).contains(&months.len()), "{months:?}");
    assert_eq!(months.last().map(|(_, words)| words.clone()).as_deref(), Some("Sep 2031"));
    let none = gantt(&[], TODAY, Room::Wide);
    assert_eq!(spans(&none.option, "today"), [(14.0, 14.0)]);
    assert!(gantt_twin(&[]).rows.is_empty());
}

/// The report of the plan of the file tests, as of 2 February 2027: Soap was due the day before.
fn document(options: &ReportOptions) -> Result<Document, Box<dyn std::error::Error>> {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let talk = planned_talk(&asked)?;
    let made = report(&Assessment::latest(&asked, &talk.session), Date::constant(2027, 2, 2), options, "de");
    Ok(report_document(&made, &plumbline::exchange::fingerprint(&talk.session, options).unwrap_or_default()))
}

fn table(document: &Document) -> Option<&Table> {
    let chapter = document.chapters.iter().find(|chapter| chapter.title == "Plan")?;
    chapter.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
}

#[test]
fn the_report_has_what_is_ahead_and_done_with_who_when_how_far_and_why() -> Outcome {
    let document = document(&ReportOptions::default())?;
    let table = table(&document).ok_or("a chapter with a table")?;
    assert_eq!(table.head, ["Action", "Who", "Begins", "Done by", "State", "Why"]);
    let rows: Vec<Vec<&str>> = table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
    let hostile = "=HYPERLINK(\"http://x\")\nnext; \"line\"";
    assert_eq!(
        rows,
        [
            vec![
                "Soap",
                "bo",
                "4 January 2027",
                "1 February 2027",
                "open, late",
                "Hände waschen. One statement away from level 1. 1 statement is missing. Work: 3 days. Cost: 1.250,50 EUR.",
            ],
            vec![hostile, "+49 30", "", "", "open", "Nobody said which statements it is for."],
            vec!["Basin", "nobody yet", "", "", "done", "All its statements are met already."],
        ],
        "what was dropped is not there"
    );
    Ok(())
}

#[test]
fn a_report_without_what_to_do_has_no_plan() -> Outcome {
    let mut options = ReportOptions::default();
    options.sections.retain(|section| *section != Section::ToDo);
    assert!(table(&document(&options)?).is_none());
    Ok(())
}
