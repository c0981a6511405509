//! Days for calendars, read by somebody else's reader.

use crate::plan_files::{file_of, planned_talk};
use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{id, tiny};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime};
use plumbline::exchange::{CalendarDay, PlanForm, calendar_file, day_of_next_round};
use plumbline::model::Questionnaire;
use plumbline::session::{Change, Date, Evidence, EvidenceKind, EvidenceUse, Timestamp, commands};
use proptest::prelude::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// What a calendar shows of each day: its id, the day, title and description.
fn shown(file: &str) -> Result<Vec<(String, String, String, String)>, String> {
    let calendar: Calendar = file.parse()?;
    let events = calendar.components.iter().filter_map(|it| it.as_event());
    let one = |event: &icalendar::Event| {
        let day = match event.get_start() {
            Some(DatePerhapsTime::Date(day)) => Ok(day.to_string()),
            Some(DatePerhapsTime::DateTime(
                CalendarDateTime::Utc(_) | CalendarDateTime::Floating(_) | CalendarDateTime::WithTimezone { .. },
            )) => Err("a day has no time".to_owned()),
            other => Err(format!("{other:?} is no day")),
        };
        let of = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Ok((of(event.get_uid()), day?, of(event.get_summary()), of(event.get_description())))
    };
    events.map(one).collect()
}

/// Every line ends as the standard says and is no longer than it allows.
fn has_good_lines(file: &str) -> bool {
    file.ends_with("\r\n")
        && file.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n']) && !line.is_empty())
}

#[test]
fn a_calendar_shows_what_is_due_and_the_next_round_and_finds_them_again() -> Outcome {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let mut talk = planned_talk(&asked)?;
    let file = file_of(PlanForm::Calendar, &asked, &talk.session)?;
    assert!(has_good_lines(&file), "{file}");
    let soap = |day: &str| {
        let description = "open\nPractice: Hände waschen\nOwner: bo\nBegins: 2027-01-04\nWhy: 1 missing\n\
                           Statements: Es gibt Seife. (missing)\nCost: 1.250,50 EUR";
        ("a1.s1@plumbline".to_owned(), day.to_owned(), "Soap".to_owned(), description.to_owned())
    };
    assert_eq!(shown(&file)?, [soap("2027-02-01")], "what is done, dropped or without a day is not there");
    assert!(file.contains("\r\nDTSTAMP:20261224T093000Z\r\n"), "{file}");
    assert!(file.contains("\r\nDTSTART;VALUE=DATE:20270201\r\n"), "{file}");

    talk.change(commands::plan_round(&id("r1"), Some("2027-06-30".parse()?)).ok_or("a day")?);
    talk.change(commands::set_days(&talk.session, &[(id("a1"), "2027-01-04".parse()?, "2027-02-15".parse()?)]));
    let round = ("next-after-r1.s1@plumbline".to_owned(), "2027-06-30".to_owned(), "Next round: ".to_owned(), String::new());
    assert_eq!(shown(&file_of(PlanForm::Calendar, &asked, &talk.session)?)?, [soap("2027-02-15"), round.clone()]);
    let alone = day_of_next_round(&talk.session, |system| format!("Next round: {system}")).ok_or("a day")?;
    assert_eq!(shown(&calendar_file(&[alone], Timestamp::UNIX_EPOCH))?, [round]);
    Ok(())
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn whatever_people_typed_a_calendar_reads_as_it_was(
        title in "[a-zäß老🏭,;:\\\\\" \t]{0,90}",
        description in "[a-zäß老🏭,;:\\\\\"\nA-Z=.\t]{0,200}",
    ) {
        let (title, description) = (title.trim().to_owned(), description.trim().to_owned());
        let day = Date::constant(2027, 12, 31);
        let days = [CalendarDay { uid: "a@b".to_owned(), day, title: title.clone(), description: description.clone() }];
        let file = calendar_file(&days, Timestamp::UNIX_EPOCH);
        prop_assert!(has_good_lines(&file), "{}", file);
        prop_assert_eq!(shown(&file), Ok(vec![("a@b".to_owned(), "2027-12-31".to_owned(), title, description)]), "{}", file);
    }
}

#[test]
fn evidence_is_to_be_renewed_on_its_last_day_and_moves_with_it() -> Outcome {
    let asked = Questionnaire::new(tiny(), Vec::new());
    let mut talk = Talk::about(&tiny());
    let piece = |title: &str, dated: Option<&str>, until: Option<&str>| -> Result<Evidence, Box<dyn std::error::Error>> {
        let day = |day: Option<&str>| day.map(str::parse).transpose();
        let location = "binder 3".to_owned();
        Ok(Evidence { dated: day(dated)?, valid_until: day(until)?, location, ..Evidence::new(title, EvidenceKind::Document) })
    };
    // A seal with its own last day; a list of a statement that lasts a month, k2a, and of one that lasts two years; what shows for good; what
    // is over; what is given for nothing.
    talk.change(Change::Evidence(id("seal"), Some(piece("Seal", None, Some("2027-03-31"))?)));
    talk.change(Change::Evidence(id("list"), Some(piece("List", Some("2026-12-15"), None)?)));
    talk.change(Change::Evidence(id("photo"), Some(piece("Photo", None, None)?)));
    talk.change(Change::Evidence(id("old"), Some(piece("Old", None, Some("2026-12-23"))?)));
    talk.change(Change::Evidence(id("loose"), Some(piece("Loose", None, Some("2027-03-31"))?)));
    for (evidence, indicator) in [("seal", "k1a"), ("list", "k2b"), ("list", "k2a"), ("photo", "k1a"), ("old", "k1a")] {
        talk.change(commands::give_evidence(EvidenceUse { indicator: id(indicator), part: None, evidence: id(evidence) }));
    }
    let day = |evidence: &str, day: &str, title: &str| {
        (format!("evidence-{evidence}.s1@plumbline"), day.to_owned(), format!("Renew: {title}"), "binder 3".to_owned())
    };
    let list = day("list", "2027-01-15", "List");
    assert_eq!(shown(&file_of(PlanForm::Calendar, &asked, &talk.session)?)?, [list.clone(), day("seal", "2027-03-31", "Seal")]);
    let later = piece("Seal", None, Some("2028-03-31"))?;
    talk.change(Change::Evidence(id("seal"), Some(later)));
    assert_eq!(shown(&file_of(PlanForm::Calendar, &asked, &talk.session)?)?, [list, day("seal", "2028-03-31", "Seal")]);
    Ok(())
}
