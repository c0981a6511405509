//! The plan as files: read back by a reader of tables, column by column, as the tools that import them name these.

use crate::support::talk::Talk;
use crate::support::{id, tiny};
use plumbline::analysis::{Assessment, Names, PlannedAction, planned, results};
use plumbline::exchange::{Made, PlanColumn, PlanForm, PlanWords, plan_file};
use plumbline::model::Questionnaire;
use plumbline::session::{Action, ActionState, Answer, Date, DoneOn, Dropped, Owner, Session, Timestamp, Work, commands};

type Outcome = Result<(), Box<dyn std::error::Error>>;

pub fn words() -> PlanWords {
    PlanWords {
        head: |column| match column {
            PlanColumn::Id => "id",
            PlanColumn::Title => "action",
            PlanColumn::Practice => "practice",
            PlanColumn::State => "state",
            PlanColumn::Owner => "owner",
            PlanColumn::Start => "start",
            PlanColumn::Due => "due",
            PlanColumn::DoneOn => "done",
            PlanColumn::Work => "work",
            PlanColumn::Cost => "cost",
            PlanColumn::WaitsFor => "waits",
            PlanColumn::Statements => "statements",
            PlanColumn::Why => "why",
            PlanColumn::DroppedBecause => "dropped because",
            PlanColumn::Note => "note",
        },
        state: |state| match state {
            ActionState::Open => "open",
            ActionState::UnderWay => "under way",
            ActionState::Done(_) => "done",
            ActionState::Dropped(_) => "dropped",
        },
        work: |work| match work {
            None => String::new(),
            Some(Work::Days(days)) => format!("{days} days"),
            Some(size) => format!("{size:?}"),
        },
        title: |title| if title.trim().is_empty() { "nameless".to_owned() } else { title.trim().to_owned() },
        why: |it| format!("{} missing", it.missing()),
        rests_on: |_, after, unplanned| [after, unplanned].concat().iter().map(|it| format!(" < {it}")).collect(),
        verdict: |verdict| if verdict.is_fulfilled() { "met".to_owned() } else { "missing".to_owned() },
        parts: ["Practice", "Owner", "Begins", "Why", "Statements", "Cost", "Waits for", "Note"],
        heading: "Plan",
        label: "plumbline",
        renew: |title| format!("Renew: {title}"),
        next_round: |system| format!("Next round: {system}"),
    }
}

/// Washing needs level 1 and lacks h1a. Four actions: ahead and dated, hostile, done, dropped.
pub fn planned_talk(asked: &Questionnaire) -> Result<Talk, Box<dyn std::error::Error>> {
    let mut talk = Talk::about(asked.model());
    talk.target("haende.waschen", 1);
    talk.answer("h1a", Answer::NotMet);
    talk.answer("h1b", Answer::Met);
    talk.add_person("bo");
    let soap = Action {
        title: "Soap".to_owned(),
        owner: Some(Owner::Person(id("bo"))),
        start: Some("2027-01-04".parse()?),
        due: Some("2027-02-01".parse()?),
        work: Some(Work::Days(3)),
        cost: "1.250,50 EUR".to_owned(),
        ..Action::default()
    };
    talk.change(commands::plan_action(id("a1"), soap, [id("h1a")]));
    let hostile = Action {
        title: "=HYPERLINK(\"http://x\")\nnext; \"line\"".to_owned(),
        note: "@SUM(1)\r\n- [x] *done*".to_owned(),
        owner: Some(Owner::Named("+49 30".to_owned())),
        ..Action::default()
    };
    talk.change(commands::plan_action(id("a2"), hostile, []));
    talk.change(commands::wait_for(&talk.session, &id("a2"), &id("a1")).ok_or("no circle")?);
    let done = ActionState::Done(DoneOn { on: Some("2026-12-01".parse()?), ..DoneOn::default() });
    talk.change(commands::plan_action(
        id("a3"),
        Action { title: "Basin".to_owned(), state: done, ..Action::default() },
        [id("h1b")],
    ));
    let dropped = ActionState::Dropped(Dropped { reason: "No room".to_owned(), ..Dropped::default() });
    talk.change(commands::plan_action(id("a4"), Action { state: dropped, ..Action::default() }, []));
    Ok(talk)
}

/// The actions of a plan in their order.
pub fn in_order(asked: &Questionnaire, session: &Session) -> Vec<PlannedAction> {
    let assessment = Assessment::latest(asked, session);
    planned(&assessment, &results(&assessment), false)
}

/// The plan of a session in a form.
pub fn file_of(form: PlanForm, asked: &Questionnaire, session: &Session) -> Result<String, csv::Error> {
    let names = Names::new(Some(asked), session, "de");
    let made = Made { at: Timestamp::constant(1_798_104_600, 500), on: Date::constant(2026, 12, 24) };
    plan_file(form, &in_order(asked, session), names, made, &words())
}

fn plan(form: PlanForm) -> Result<String, Box<dyn std::error::Error>> {
    let asked = Questionnaire::new(tiny(), Vec::new());
    Ok(file_of(form, &asked, &planned_talk(&asked)?.session)?)
}

type Cells = Vec<String>;

/// The rows of a table below its head, as somebody else's reader sees them.
fn read(text: &str) -> Result<(Cells, Vec<Cells>), Box<dyn std::error::Error>> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers()?.iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| Ok(row?.iter().map(str::to_owned).collect())).collect::<Result<_, csv::Error>>()?;
    Ok((head, rows))
}

#[test]
fn the_table_has_every_action_with_all_that_is_said_of_it() -> Outcome {
    let text = plan(PlanForm::Csv)?;
    assert!(text.starts_with('\u{feff}'), "or spreadsheets take it for another encoding");
    let (head, rows) = read(&text)?;
    assert_eq!(head, PlanColumn::ALL.map(words().head));
    let first: Vec<&str> = rows.first().ok_or("a row")?.iter().map(String::as_str).collect();
    assert_eq!(
        first,
        [
            "a1",
            "Soap",
            "Hände waschen",
            "open",
            "bo",
            "2027-01-04",
            "2027-02-01",
            "",
            "3 days",
            "1.250,50 EUR",
            "",
            "Es gibt Seife. (missing)",
            "1 missing",
            "",
            "",
        ]
    );
    let cell = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
    assert_eq!(cell(1, 1), "'=HYPERLINK(\"http://x\")\nnext; \"line\"", "no formula");
    assert_eq!((cell(1, 4), cell(1, 10), cell(1, 14)), ("'+49 30", "Soap", "'@SUM(1)\r\n'- [x] *done*"));
    assert_eq!((cell(2, 0), cell(2, 3), cell(2, 7)), ("a3", "done", "2026-12-01"));
    assert_eq!((cell(3, 1), cell(3, 3), cell(3, 13)), ("nameless", "dropped", "No room"));
    assert_eq!(rows.len(), 4);
    Ok(())
}

#[test]
fn a_list_to_tick_off_has_a_box_for_each_and_nothing_that_somebody_typed_becomes_a_sign() -> Outcome {
    let text = plan(PlanForm::Checklist)?;
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "# Plan",
            "",
            "- [ ] **Soap** · bo · 2027-02-01",
            "  - Es gibt Seife. (missing)",
            "- [ ] **\\=HYPERLINK(\"http:<!-- -->//x\") next; \"line\"** · \\+49 30",
            "- [x] **Basin**",
            "  - Es gibt ein Becken. (met)",
        ]
    );
    Ok(())
}

#[test]
fn tools_find_the_columns_that_they_import_without_a_mark_before_the_first() -> Outcome {
    let (head, rows) = read(&plan(PlanForm::Jira)?)?;
    assert_eq!(head, ["Summary", "Description", "Due Date", "Priority", "Labels"]);
    assert_eq!(rows.len(), 2, "only what is ahead");
    assert!(rows.iter().all(|row| !row.first().is_some_and(|it| it.is_empty() || it.contains('\n'))), "a summary is one line");
    let (head, rows) = read(&plan(PlanForm::GitLab)?)?;
    assert_eq!((head, rows.len()), (["title", "description", "due_date"].map(str::to_owned).to_vec(), 2));
    assert_eq!(rows.first().and_then(|row| row.get(2)).map(String::as_str), Some("2027-02-01"));
    let (head, rows) = read(&plan(PlanForm::CisoAssistant)?)?;
    let of = |row: usize, name: &str| {
        let at = head.iter().position(|it| it == name)?;
        rows.get(row).and_then(|row| row.get(at)).cloned()
    };
    let said = ["name", "status", "priority", "effort", "start_date", "eta"].map(|name| of(0, name).unwrap_or_default());
    assert_eq!(said, ["Soap", "to_do", "3", "S", "2027-01-04", "2027-02-01"]);
    assert_eq!(of(2, "status").as_deref(), Some("active"));
    let (head, rows) = read(&plan(PlanForm::DefectDojo)?)?;
    assert_eq!(head.get(..4), Some(["Title", "Description", "Date", "Severity"].map(str::to_owned).as_slice()));
    assert_eq!(rows.first().and_then(|row| row.get(2..4)), Some(["2026-12-24", "Medium"].map(str::to_owned).as_slice()));
    for form in PlanForm::ALL.into_iter().filter(|form| !matches!(form, PlanForm::Csv)) {
        assert!(!plan(form)?.starts_with('\u{feff}'));
    }
    Ok(())
}
