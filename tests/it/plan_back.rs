//! The table of the plan, changed in a spreadsheet and read back: what would change is told, nothing else does, and what can't be read is
//! named with its place.

use crate::plan_files::{file_of, in_order, planned_talk, words};
use crate::support::any::cases;
use crate::support::plans::planning;
use crate::support::talk::{Talk, authorship};
use crate::support::{id, tiny};
use plumbline::analysis::Names;
use plumbline::exchange::{DayOrder, NotAPlan, PlanBack, PlanForm, WhyNotRead, plan_back};
use plumbline::model::Questionnaire;
use plumbline::session::{Action, ActionState, Change, Date, Owner, Session, Steps, Work, commands};
use proptest::collection::vec;
use proptest::prelude::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn asked() -> Questionnaire {
    Questionnaire::new(tiny(), Vec::new())
}

fn read(asked: &Questionnaire, session: &Session, text: &str, days: DayOrder) -> Result<PlanBack, NotAPlan> {
    let names = Names::new(Some(asked), session, "de");
    plan_back(text, &in_order(asked, session), names, &words(), days)
}

/// A cell that would change: its column, what it was and what it would be.
type Cell = (String, String, String);

/// What would change: the title, and its cells.
fn told(back: &PlanBack) -> Vec<(String, Vec<Cell>)> {
    let cell =
        |it: &plumbline::exchange::ChangedCell| ((words().head)(it.column).to_owned(), it.before.clone(), it.after.clone());
    back.changed.iter().map(|it| (it.title.clone(), it.cells.iter().map(cell).collect())).collect()
}

fn not_read(back: &PlanBack) -> Vec<(usize, &'static str, &str, WhyNotRead)> {
    let told = |it: &'_ plumbline::exchange::NotRead| (it.row, it.column.map_or("", words().head), it.why);
    back.not_read.iter().map(|it| (told(it).0, told(it).1, it.words.as_str(), told(it).2)).collect()
}

fn change_of(session: &Session, back: &PlanBack) -> Change {
    commands::edit_actions(session, back.changed.iter().map(|it| (&it.id, it.edits.as_slice())))
}

fn action(talk: &Talk, name: &str) -> Result<Action, &'static str> {
    talk.session.action(&id(name)).cloned().ok_or("it is in the plan")
}

#[test]
fn what_somebody_changed_is_told_cell_by_cell_and_made_in_one_step_that_can_be_undone() -> Outcome {
    let asked = asked();
    let mut talk = planned_talk(&asked)?;
    talk.add_person("ana");
    // As a spreadsheet of another country saves it: semicolons, its own ends of lines, columns in another order, some gone.
    let text = "Due;state;id;owner;note;cost;done;work;dropped because\r\n\
        2027-03-01;Under way;a1;ana;;1.300,00 EUR;;large;\r\n\
        2027-02-01;done;a2;The night shift;\"'@SUM(1)\r\n- [x] *done*\";\"'=1+1\";2027-01-31;12;\r\n\
        ;open;a3;;;;2026-12-01;;\r\n\
        ;dropped;a4;;\"two\r\nlines\";;;;No money\r\n";
    let back = read(&asked, &talk.session, text, DayOrder::NotSaid)?;
    let cell = |column: &str, before: &str, after: &str| (column.to_owned(), before.to_owned(), after.to_owned());
    let hostile = "=HYPERLINK(\"http://x\")\nnext; \"line\"";
    assert_eq!(
        told(&back),
        [
            (
                "Soap".to_owned(),
                vec![
                    cell("state", "open", "under way"),
                    cell("owner", "bo", "ana"),
                    cell("due", "2027-02-01", "2027-03-01"),
                    cell("work", "3 days", "Large"),
                    cell("cost", "1.250,50 EUR", "1.300,00 EUR"),
                ]
            ),
            (
                hostile.to_owned(),
                vec![
                    cell("state", "open", "done"),
                    cell("done", "", "2027-01-31"),
                    cell("owner", "+49 30", "The night shift"),
                    cell("due", "", "2027-02-01"),
                    cell("work", "", "12 days"),
                    cell("cost", "", "=1+1"),
                ]
            ),
            ("Basin".to_owned(), vec![cell("state", "done", "open"), cell("done", "2026-12-01", "")]),
            ("nameless".to_owned(), vec![cell("dropped because", "No room", "No money"), cell("note", "", "two\nlines")]),
        ]
    );
    assert_eq!((not_read(&back), back.unknown.len(), back.same, back.absent), (Vec::new(), 0, 0, 0));

    let before = talk.session.clone();
    let mut steps = Steps::default();
    steps.make(&mut talk.session, change_of(&before, &back), &authorship(None, 1000));
    let soap = action(&talk, "a1")?;
    assert_eq!((soap.owner, soap.due), (Some(Owner::Person(id("ana"))), Some("2027-03-01".parse()?)));
    assert_eq!(
        (soap.state, soap.work, soap.start),
        (ActionState::UnderWay, Some(Work::Large), Some("2027-01-04".parse::<Date>()?))
    );
    let hostile = action(&talk, "a2")?;
    assert_eq!((hostile.cost.as_str(), hostile.note.as_str()), ("=1+1", "@SUM(1)\r\n- [x] *done*"), "the note stays as it was");
    assert!(matches!(hostile.state, ActionState::Done(done) if done.on == Some(Date::constant(2027, 1, 31))));
    assert_eq!(action(&talk, "a4")?.note, "two\nlines");
    let again = read(&asked, &talk.session, text, DayOrder::NotSaid)?;
    assert_eq!((told(&again), again.same), (Vec::new(), 4), "what was taken over is not new again");
    steps.undo(&mut talk.session, &authorship(None, 1000));
    for name in ["a1", "a2", "a3", "a4"] {
        assert_eq!(talk.session.action(&id(name)), before.action(&id(name)));
    }
    Ok(())
}

#[test]
fn what_can_not_be_read_is_named_with_its_place_and_the_rest_is_read() -> Outcome {
    let asked = asked();
    let talk = planned_talk(&asked)?;
    let text = "id,action,due,state,done,work,dropped because\n\
        a1,Soap,01/02/2027,begun,2027-01-01,big,too dear\n\
        \n\
        a9,New,,,,,\n\
        ,\"Own, new\",,,,,\n\
        a2,Two,2027-02-30,open,,,,and more\n\
        a3,Bowl,12.24.2027,done,soon,,\n\
        a3,Twice,,open,,,\n";
    let back = read(&asked, &talk.session, text, DayOrder::NotSaid)?;
    assert_eq!(
        not_read(&back),
        [
            (2, "state", "begun", WhyNotRead::NoState),
            (2, "done", "2027-01-01", WhyNotRead::NotDone),
            (2, "dropped because", "too dear", WhyNotRead::NotDropped),
            (2, "due", "01/02/2027", WhyNotRead::NoDay),
            (2, "work", "big", WhyNotRead::NoWork),
            (5, "", "Two", WhyNotRead::TooManyCells),
            (6, "done", "soon", WhyNotRead::NoDay),
            (6, "due", "12.24.2027", WhyNotRead::NoDay),
            (7, "", "Twice", WhyNotRead::Twice),
        ]
    );
    assert_eq!(told(&back), [("Basin".to_owned(), vec![("action".to_owned(), "Basin".to_owned(), "Bowl".to_owned())])]);
    let unknown: Vec<_> = back.unknown.iter().map(|it| (it.row, it.title.as_str())).collect();
    assert_eq!(unknown, [(3, "New"), (4, "Own, new")]);
    assert_eq!((back.same, back.absent), (1, 1));
    Ok(())
}

#[test]
fn day_and_month_are_never_guessed() -> Outcome {
    let asked = asked();
    let mut talk = planned_talk(&asked)?;
    talk.change(commands::set_days(&talk.session, &[(id("a1"), "2027-01-04".parse()?, "2027-01-31".parse()?)]));
    let due = |cell: &str, days: DayOrder| -> Result<String, NotAPlan> {
        let back = read(&asked, &talk.session, &format!("id;due\na1;{cell}\n"), days)?;
        let changed = back.changed.first().and_then(|it| it.cells.first()).map(|it| it.after.clone());
        Ok(changed.unwrap_or_else(|| if back.not_read.is_empty() { "same" } else { "not read" }.to_owned()))
    };
    for (cell, not_said, day_first, month_first) in [
        ("2027-02-03", "2027-02-03", "2027-02-03", "2027-02-03"),
        ("2027/2/3", "2027-02-03", "2027-02-03", "2027-02-03"),
        ("2027. 2. 3.", "2027-02-03", "2027-02-03", "2027-02-03"),
        ("2027-02-03 00:00:00", "2027-02-03", "2027-02-03", "2027-02-03"),
        ("2027-02-03T00:00:00", "2027-02-03", "2027-02-03", "2027-02-03"),
        ("02/03/2027", "not read", "2027-03-02", "2027-02-03"),
        ("2.3.2027", "not read", "2027-03-02", "2027-02-03"),
        ("31-01-2027", "not read", "same", "not read"),
        ("1/31/2027", "not read", "not read", "same"),
        ("03.02.27", "not read", "not read", "not read"),
        ("44595", "not read", "not read", "not read"),
        ("2027-02-03 14:00:00", "not read", "not read", "not read"),
        ("2027-02", "not read", "not read", "not read"),
        ("February 3, 2027", "not read", "not read", "not read"),
        ("", "", "", ""),
    ] {
        let found = [due(cell, DayOrder::NotSaid)?, due(cell, DayOrder::DayFirst)?, due(cell, DayOrder::MonthFirst)?];
        assert_eq!(found, [not_said, day_first, month_first], "{cell}");
    }
    Ok(())
}

#[test]
fn a_file_that_is_no_table_of_the_plan_says_so() -> Outcome {
    let asked = asked();
    let talk = planned_talk(&asked)?;
    for text in ["", "\n", "{\"format\": \"plumbline\"}", "action;due\nSoap;2027-01-01\n", "\u{feff}\u{feff}"] {
        assert_eq!(read(&asked, &talk.session, text, DayOrder::NotSaid), Err(NotAPlan::NoIds), "{text}");
    }
    let twice = read(&asked, &talk.session, "id,due,Due\na1,2027-01-01,2027-01-02\n", DayOrder::NotSaid);
    assert_eq!(twice, Err(NotAPlan::Twice(plumbline::exchange::PlanColumn::Due)));
    let alone = read(&asked, &talk.session, "\u{feff}\" ID \"\t\"due\"\r\na1\t2027-05-05\r\na2", DayOrder::NotSaid)?;
    assert_eq!((told(&alone).len(), alone.same, alone.absent), (1, 1, 2), "tabs, quotes, a mark, a short row");
    Ok(())
}

#[test]
fn who_has_the_name_of_two_is_none_of_them() -> Outcome {
    let asked = asked();
    let mut talk = planned_talk(&asked)?;
    talk.add_person("ana");
    let twin = plumbline::session::Person {
        name: "ana".to_owned(),
        role: plumbline::session::Role::TechnologyOwner,
        unknown: serde_json::Map::new(),
    };
    talk.change(Change::Person(id("ana2"), Some(twin)));
    let back = read(&asked, &talk.session, "id;owner\na1;ana\na3;bo\n", DayOrder::NotSaid)?;
    talk.change(change_of(&talk.session.clone(), &back));
    assert_eq!(action(&talk, "a1")?.owner, Some(Owner::Named("ana".to_owned())));
    assert_eq!(action(&talk, "a3")?.owner, Some(Owner::Person(id("bo"))));
    Ok(())
}

/// The same table as somebody else's spreadsheet writes it.
fn written_anew(text: &str, between: u8, has_quotes: bool, has_mark: bool) -> Result<String, Box<dyn std::error::Error>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let style = if has_quotes { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer =
        csv::WriterBuilder::new().delimiter(between).quote_style(style).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in reader.records() {
        writer.write_record(&record?)?;
    }
    let text = String::from_utf8(writer.into_inner()?)?;
    Ok(if has_mark { format!("\u{feff}{text}") } else { text })
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn out_and_in_again_changes_nothing(
        said in vec(planning(), 0..30),
        names in vec("[=+@'\\- \\tabä;,\"\n\r]{0,6}", 0..4),
        (between, has_quotes, has_mark) in (prop_oneof![Just(b','), Just(b';'), Just(b'\t')], any::<bool>(), any::<bool>()),
    ) {
        let asked = asked();
        let mut talk = Talk::about(asked.model());
        said.into_iter().for_each(|change| drop(talk.change(change)));
        for (at, name) in names.iter().enumerate() {
            let hostile = Action { title: name.clone(), note: name.clone(), cost: name.clone(), owner: Some(Owner::Named(name.clone())), ..Action::default() };
            talk.change(commands::plan_action(id(&format!("-{at}")), hostile, []));
        }
        let count = talk.session.planned().count();
        let out = file_of(PlanForm::Csv, &asked, &talk.session).map_err(|error| TestCaseError::fail(error.to_string()))?;
        // Whatever a program takes for the end of a cell, none begins a formula.
        for other in *b",;\t" {
            let text = out.trim_start_matches('\u{feff}');
            let mut reader = csv::ReaderBuilder::new().delimiter(other).flexible(true).has_headers(false).from_reader(text.as_bytes());
            for cell in reader.records().flatten().flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()) {
                let begins = cell.trim_start_matches(|sign: char| sign == '"' || sign.is_whitespace());
                prop_assert!(!begins.starts_with(['=', '+', '-', '@']), "{:?}", cell);
            }
        }
        let anew = written_anew(&out, between, has_quotes, has_mark).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for text in [out, anew] {
            let back = read(&asked, &talk.session, &text, DayOrder::NotSaid);
            prop_assert_eq!(back, Ok(PlanBack { same: count, ..PlanBack::default() }), "{}", text);
        }
    }

    #[test]
    fn whatever_stands_in_a_file_is_read_or_refused(text in "([ida1,;\t\"\n='2027-]|due|state|\\PC){0,80}") {
        let asked = asked();
        let talk = planned_talk(&asked).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for days in [DayOrder::NotSaid, DayOrder::DayFirst, DayOrder::MonthFirst] {
            let _ = read(&asked, &talk.session, &format!("id,due\n{text}"), days);
            let _ = read(&asked, &talk.session, &text, days);
        }
    }
}
