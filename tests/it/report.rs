//! The report: its numbers, what comes first, how people are called, and that what people typed stays words. The reports of the
//! examples are kept as files; `PLUMBLINE_UPDATE_REPORTS=1 cargo test --test it report` writes them anew.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::Talk;
use crate::support::{bytes, id, list, path, smm, smm_guided, smm_profiles, tiny, tiny_asked};
use plumbline::analysis::{
    Assessment, Length, Name, NextAction, Report, ReportOptions, Section, WhyToDo, confirm_all, own_indicators, report,
    take_over, to_do,
};
use plumbline::exchange::{Block, Document, document_html, document_markdown, fingerprint, read_session};
use plumbline::model::{Level, Questionnaire, Scope};
use plumbline::session::{
    Answer, Change, Confidence, Date, DutyAnswer, NotApplicable, Origin, Override, OwnMinimum, Person, ProfileDuty, Role,
    Session, SystemField, Target,
};
use plumbline::ui::report_document;
use serde_json::Map;

const TODAY: Date = Date::constant(2026, 11, 23);

fn example(file: &str) -> (Session, Questionnaire) {
    let session = read_session(&bytes(&format!("public/examples/{file}"))).unwrap_or_else(|error| panic!("{file}: {error}"));
    let used: Vec<&str> = session.profiles_in_use().map(|id| id.as_str()).collect();
    assert!(smm_profiles().iter().any(|profile| used.contains(&profile.id.as_str())), "{file}");
    let asked = smm_guided(&used).with_own(own_indicators(&session));
    (session, asked)
}

fn document(asked: &Questionnaire, session: &Session, options: &ReportOptions) -> Document {
    let code = fingerprint(session, options).unwrap_or_default();
    report_document(&report(&Assessment::latest(asked, session), TODAY, options, "en"), &code)
}

fn made(talk: &Talk) -> Report {
    report(&Assessment::latest(&tiny_asked(), &talk.session), TODAY, &ReportOptions::default(), "de")
}

#[test]
fn the_reports_of_the_examples_are_as_they_were() {
    for file in list("public/examples/index.json") {
        let (session, asked) = example(&file);
        let document = document(&asked, &session, &ReportOptions::default());
        for (ending, written) in [("html", document_html(&document)), ("md", document_markdown(&document))] {
            let name = format!("tests/data/reports/{}", file.replace("json", ending));
            if std::env::var_os("PLUMBLINE_UPDATE_REPORTS").is_some() {
                std::fs::write(path(&name), &written).unwrap_or_else(|error| panic!("{name}: {error}"));
            }
            let kept = String::from_utf8(bytes(&name)).unwrap_or_default();
            let differs = kept.lines().zip(written.lines()).find(|(kept, written)| kept != written);
            assert_eq!(differs, None, "{name}");
            assert_eq!(kept.len(), written.len(), "{name}");
        }
    }
}

#[test]
fn the_numbers_are_those_worked_out_by_hand() {
    let not_shown =
        |on: usize, open: usize| format!("{on} of 18 practices on target, {open} of these not shown to reach an outside minimum");
    let leads = [not_shown(6, 4), not_shown(6, 3), not_shown(10, 4)];
    for (file, lead) in list("public/examples/index.json").iter().zip(leads) {
        let (session, asked) = example(file);
        let document = document(&asked, &session, &ReportOptions::default());
        let html = document_html(&document);
        assert!(html.contains(&format!("<p class=\"lead\" dir=\"auto\">{lead}</p>")), "{file}");
        assert_eq!(html.matches("<svg ").count(), 18, "{file}: one bar per practice");
        assert!(document_markdown(&document).contains(&format!("**{lead}**")), "{file}");
    }
}

#[test]
fn every_domain_shows_its_lowest_and_spread_and_never_an_average() {
    let (session, asked) = example("bottling-line.json");
    let found = report(&Assessment::latest(&asked, &session), TODAY, &ReportOptions::default(), "en");
    let rows: Vec<_> = found.domains.iter().map(|it| (it.result.lowest, it.result.highest, it.practices.len())).collect();
    let level = |number| Some(Level::new(number));
    assert_eq!(rows, [(level(1), level(2), 6), (level(2), level(3), 6), (level(1), level(2), 6)]);
    assert!(!document_html(&document(&asked, &session, &ReportOptions::default())).contains("average of"));
}

fn minimum(talk: &mut Talk, practice: &str, level: u8) {
    let demanded = OwnMinimum { level: Level::new(level), source: "a law".to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(practice), Some(demanded)));
}

#[test]
fn below_a_minimum_comes_first_then_the_largest_gaps_and_what_is_one_step_away_says_so() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let practices: Vec<String> = smm().practices().iter().map(|it| it.id.to_string()).collect();
    let mut talk = Talk::about(&smm());
    for (practice, target) in practices.iter().zip([1, 4, 4, 3, 1, 2, 1]) {
        talk.target(practice, target);
        talk.quick_level(practice, 1);
    }
    let [below, large, also_large, two, _, near, ..] = practices.as_slice() else { panic!() };
    minimum(&mut talk, below, 2);
    talk.answer_levels(&asked, near, 1..=1, &Answer::Met);
    talk.answer_levels(&asked, near, 2..=2, &Answer::Met);
    let practice = smm().practices().into_iter().find(|it| it.id.as_str() == near).cloned();
    let missed = practice.and_then(|it| asked.indicators(&it, Level::new(2)).first().map(|it| it.indicator.id.to_string()));
    talk.answer(&missed.unwrap_or_default(), Answer::NotMet);

    let things = to_do(
        &Assessment::latest(&asked, &talk.session),
        &plumbline::analysis::results(&Assessment::latest(&asked, &talk.session)),
        "en",
    );
    let found: Vec<_> = things.iter().map(|it| (it.practice.as_str(), it.why)).collect();
    let expected = [
        (below.as_str(), WhyToDo::BelowMinimum(Level::new(2))),
        (large, WhyToDo::Gap),
        (also_large, WhyToDo::Gap),
        (two, WhyToDo::Gap),
        (near, WhyToDo::OneStep(Level::new(2))),
    ];
    assert_eq!(found, expected);
    let next: Vec<_> = things.iter().map(|it| &it.next).collect();
    assert!(matches!(next.as_slice(), [NextAction::Act(..), NextAction::Act(..), .., NextAction::Meet(..)]), "{next:?}");
}

#[test]
fn what_may_be_there_already_is_to_be_answered_first() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let practices = smm().practices().iter().map(|it| it.id.to_string()).collect::<Vec<_>>();
    let mut talk = Talk::about(&smm());
    let Some(practice) = practices.first() else { panic!() };
    talk.target(practice, 2);
    talk.answer_levels(&asked, practice, 1..=1, &Answer::Met);
    let things = to_do(
        &Assessment::latest(&asked, &talk.session),
        &plumbline::analysis::results(&Assessment::latest(&asked, &talk.session)),
        "en",
    );
    let open = smm().practices().first().map_or(0, |it| asked.indicators(it, Level::new(2)).len());
    assert_eq!(things.iter().map(|it| it.next.clone()).collect::<Vec<_>>(), [NextAction::Answer(Level::new(2), open)]);
}

#[test]
fn what_is_assumed_or_set_by_hand_for_one_part_alone_is_listed_with_that_part() {
    let mut talk = Talk::about(&tiny());
    talk.name_part("cellar");
    talk.name_part("shop");
    talk.answer("m1", Answer::Met);
    talk.part = Some("cellar".to_owned());
    talk.answer("m1", Answer::Met);
    let place = talk.place(id("m1"));
    talk.change(Change::Confidence(place, Some(Confidence::Assumed)));
    let set = Override { level: Level::new(1), reason: "The cellar is new.".to_owned(), unknown: Map::new() };
    let at = talk.place(id("lager.mehl")).subject();
    talk.change(Change::Override(at, Some(set)));

    let report = made(&talk);
    let assumed: Vec<_> = report.open.assumed.iter().map(|it| (it.text.as_str(), it.part.as_deref())).collect();
    assert_eq!(assumed, [("Säcke stehen nicht am Boden.", Some("cellar"))]);
    let set: Vec<_> = report.sheets.iter().flat_map(|sheet| &sheet.set).cloned().collect();
    assert_eq!(set, [(Some("cellar".to_owned()), Level::new(1), "The cellar is new.".to_owned())]);
    let written = document_markdown(&report_document(&report, "code"));
    assert!(written.contains("cellar: 1: The cellar is new."), "{written}");
}

#[test]
fn statements_up_to_a_minimum_beyond_the_target_are_open_and_shown() {
    let mut talk = Talk::about(&tiny());
    talk.target("lager.mehl", 1);
    minimum(&mut talk, "lager.mehl", 2);
    talk.answer("m1", Answer::Met);
    let report = made(&talk);
    let open: Vec<_> =
        report.open.unanswered.iter().filter(|it| !it.entirely).map(|it| (it.name.as_str(), it.statements)).collect();
    assert_eq!(open, [("Mehl trocken halten", 1)]);
    let shown = report.sheets.iter().find(|sheet| sheet.name == "Mehl trocken halten");
    let levels: Vec<u8> = shown.into_iter().flat_map(|sheet| &sheet.levels).map(|it| it.level.number()).collect();
    assert_eq!(levels, [1, 2]);
}

#[test]
fn nobody_answered_and_nothing_to_do_is_said_and_not_shown_as_level_0() {
    let report = made(&Talk::about(&tiny()));
    assert_eq!(report.to_do, []);
    assert_eq!(report.open.without_target.len(), 3);
    let written = document_markdown(&report_document(&report, "code"));
    assert!(written.contains("No practice is known to be below"), "{written}");
    assert!(
        written.contains("That is not known of all of them: 3 practices are not answered, 3 practices have no target."),
        "{written}"
    );
    assert!(!written.contains("Nothing is open"), "{written}");
    assert!(written.contains("0 of 3 practices on target"), "{written}");
}

fn with_people() -> Talk {
    let mut talk = Talk::about(&tiny());
    for (person, role) in
        [("ana", Role::BusinessOwner), ("bo", Role::TechnologyOwner), ("cy", Role::BusinessOwner), ("di", Role::Consultant)]
    {
        let name = format!("Name of {person}");
        talk.change(Change::Person(id(person), Some(Person { name, role, unknown: Map::new() })));
    }
    talk
}

fn first_statement() -> String {
    let (asked, tiny) = (tiny_asked(), tiny());
    let first =
        tiny.practices().first().and_then(|it| asked.indicators(it, Level::new(1)).first().map(|it| it.indicator.id.to_string()));
    first.unwrap_or_default()
}

#[test]
fn people_without_names_are_called_by_role_and_number_everywhere_the_same() {
    let mut talk = with_people();
    for (person, answer) in [("ana", Answer::Met), ("cy", Answer::NotMet)] {
        talk.by = Some(person.to_owned());
        talk.answer(&first_statement(), answer);
    }
    let options = ReportOptions { names: false, ..ReportOptions::default() };
    let found = report(&Assessment::latest(&tiny_asked(), &talk.session), TODAY, &options, "de");
    let names: Vec<_> = found.about.people.iter().map(|it| it.name.clone()).collect();
    let [one, two] = [1, 2].map(|number| Name::Numbered(Role::BusinessOwner, number));
    let expected = [one.clone(), Name::Numbered(Role::TechnologyOwner, 1), two.clone(), Name::Numbered(Role::Consultant, 1)];
    assert_eq!(names, expected);
    let spoke: Vec<bool> = found.about.people.iter().map(|it| it.has_spoken).collect();
    assert_eq!(spoke, [true, false, true, false], "who is only named took no part");
    assert_eq!(found.open.disputed.iter().map(|(_, people)| people.clone()).collect::<Vec<_>>(), [[one, two]]);
    let document = report_document(&found, "code");
    for written in [document_html(&document), document_markdown(&document)] {
        assert!(!written.contains("Name of"), "{written}");
        assert!(written.contains("Business owner 2"), "{written}");
        assert!(written.contains("Also named, said nothing yet"), "{written}");
    }
}

#[test]
fn what_is_open_is_listed_by_kind() {
    let mut talk = with_people();
    talk.by = Some("ana".to_owned());
    talk.target(tiny().practices().first().map_or("", |it| it.id.as_str()), 2);
    talk.answer(&first_statement(), Answer::Met);
    let place = talk.place(id(&first_statement()));
    talk.change(Change::Confidence(place, Some(Confidence::Assumed)));
    let found =
        report(&Assessment::latest(&tiny_asked(), &talk.session), Date::constant(2099, 1, 1), &ReportOptions::default(), "de");
    assert_eq!((found.open.assumed.len(), found.open.stale.len(), found.open.disputed.len()), (1, 1, 0));
    assert_eq!(found.open.unanswered.iter().map(|it| it.entirely).collect::<Vec<_>>(), [false, true, true], "the others, too");
}

#[test]
fn what_people_typed_stays_words() {
    let mut talk = with_people();
    let nasty = "</style><script>alert(1)</script><img src=x onerror=y>\"' | # [a](javascript:b)";
    talk.change(Change::System(SystemField::Name, Some(nasty.to_owned())));
    talk.by = Some("ana".to_owned());
    let place = talk.place(id(tiny().practices().first().map_or("", |it| it.id.as_str())));
    talk.change(Change::PracticeNote(place, Some(nasty.to_owned())));
    let document = report_document(&made(&talk), "code");
    let html = document_html(&document);
    for tag in ["<script", "<img", "onerror=y>"] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert_eq!(html.matches("</style>").count(), 1);
    assert!(html.contains("&lt;script&gt;"));
    let markdown = document_markdown(&document);
    assert!(markdown.contains("\\[a\\](javascript:b)") && !markdown.replace("\\<", "").contains('<'), "{markdown}");
}

#[test]
fn the_file_needs_nothing_else() {
    let (session, asked) = example("home-cameras.json");
    let html = document_html(&document(&asked, &session, &ReportOptions::default()));
    for way in ["<script", "<link", "<img", "src=", "@import", "url(", "href="] {
        assert!(!html.contains(way), "{way}");
    }
}

#[test]
fn sections_and_length_are_as_chosen() {
    let (session, asked) = example("bottling-line.json");
    let chapters = |options: &ReportOptions| {
        document(&asked, &session, options).chapters.into_iter().map(|it| (it.title, it.blocks)).collect::<Vec<_>>()
    };
    let titles = |options: &ReportOptions| chapters(options).into_iter().map(|(title, _)| title).collect::<Vec<_>>();
    let short = ReportOptions { length: Length::Short, ..ReportOptions::default() };
    let management = ["What was assessed", "Where we stand against what we need", "What to do next", "Decisions taken"];
    let rest = [
        "Plan",
        "Since the round before",
        "Each practice at a glance",
        "What law and contracts ask of this system",
        "Open questions",
        "Annex: each practice",
    ];
    assert_eq!(titles(&short), [&management[..], &rest].concat());
    assert_eq!(titles(&ReportOptions::default()), [&management[..], &rest, &["Decision log"]].concat());
    let subheadings = |chapters: &[(String, Vec<Block>)]| {
        chapters.iter().flat_map(|(_, blocks)| blocks).filter(|it| matches!(it, Block::Subheading(_))).count()
    };
    assert_eq!(subheadings(&chapters(&short)), 0, "no single statements");
    assert!(subheadings(&chapters(&ReportOptions::default())) >= 18, "six practices are answered at three levels");
    let few = ReportOptions { sections: [Section::ToDo].into(), ..short };
    assert_eq!(titles(&few), ["What was assessed", "What to do next", "Plan"]);
}

#[test]
fn a_short_report_sends_to_the_full_one_for_the_duties_that_it_counts_and_for_no_others() {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    let written = |talk: &Talk, length: Length| {
        let options = ReportOptions { length, ..ReportOptions::default() };
        document_markdown(&document(&asked, &talk.session, &options))
    };
    let sends = |talk: &Talk| written(talk, Length::Short).contains("The full report has each of these");
    assert!(!sends(&talk), "all of them only may apply, and the full report tells these law by law");
    let profile = asked.profiles().first().unwrap_or_else(|| panic!("a profile"));
    let duty = profile.minimums.iter().find(|it| it.needs.len() == 1).unwrap_or_else(|| panic!("a duty that needs a statement"));
    let on = ProfileDuty { profile: profile.id.clone(), duty: duty.id.clone() };
    talk.change(Change::Duty(on, Some(DutyAnswer::Applies)));
    assert!(sends(&talk));
    let full = written(&talk, Length::Full);
    let needed = duty.needs.iter().filter_map(|needed| asked.indicator(needed)).map(|it| it.indicator.text.get("en"));
    for words in needed.chain([duty.source.get("en")]) {
        assert!(full.contains(words), "{words}");
    }
}

#[test]
fn the_page_for_management_ends_where_the_rest_begins_and_all_decisions_are_in_the_log() {
    let (session, asked) = example("bottling-line.json");
    let options = ReportOptions { sections: [Section::Open, Section::Decisions].into(), ..ReportOptions::default() };
    let document = document(&asked, &session, &options);
    let begins: Vec<_> = document.chapters.iter().filter(|it| it.on_new_page).map(|it| it.title.as_str()).collect();
    assert_eq!(begins, ["Open questions"], "the first of what is not for management");
    let entries = |title: &str| {
        let blocks = document.chapters.iter().filter(|it| it.title == title).flat_map(|it| &it.blocks);
        let lists = blocks.filter_map(|it| if let Block::List(entries) = it { Some(entries) } else { None });
        lists.flatten().map(|it| (it.head.as_str(), it.text.as_str())).collect::<Vec<_>>()
    };
    let (latest, log) = (entries("Decisions taken"), entries("Decision log"));
    assert_eq!(log.len(), 17);
    assert_eq!(log.get(..1), Some(&latest[..]), "the log has the others");
}

#[test]
fn what_was_changed_or_reasoned_comes_before_what_was_confirmed_as_proposed() {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    talk.change(Change::Together(take_over(&asked, &talk.session)));
    talk.pass(3600);
    let own = Target { reason: "We drill it.".to_owned(), ..Target::new(Level::new(2), Scope::System, Origin::Practice) };
    talk.change(Change::Target(id("hardening.response.recovery"), Some(own)));
    talk.pass(3600);
    talk.change(Change::Together(confirm_all(&asked, &talk.session, None, "en")));
    let found = report(&Assessment::latest(&asked, &talk.session), TODAY, &ReportOptions::default(), "en");
    let taken: Vec<_> = found.decisions.iter().filter(|it| it.is_taken()).collect();
    assert_eq!((taken.len(), taken.iter().filter(|it| it.decision.is_as_proposed()).count()), (18, 17));
    let document = report_document(&found, "code");
    let blocks = document.chapters.iter().filter(|it| it.title == "Decisions taken").flat_map(|it| &it.blocks);
    let [Block::List(first), Block::Words(bulk)] = blocks.collect::<Vec<_>>()[..] else { panic!("{document:?}") };
    assert_eq!(first.iter().map(|it| it.text.starts_with("4 · system → 2 · system")).collect::<Vec<_>>(), [true]);
    assert!(bulk.starts_with("17 targets were confirmed as proposed on "), "{bulk}");
}

/// A report in which a target was decided for a reason of people's own, and the others confirmed for the reasons of a profile.
fn decided() -> (Questionnaire, Talk) {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    talk.change(Change::Together(take_over(&asked, &talk.session)));
    talk.pass(3600);
    let own = Target { reason: "We drill it.".to_owned(), ..Target::new(Level::new(2), Scope::System, Origin::Practice) };
    talk.change(Change::Target(id("hardening.response.recovery"), Some(own)));
    talk.change(Change::Together(confirm_all(&asked, &talk.session, None, "en")));
    (asked, talk)
}

/// All blocks of the chapters with a title.
fn blocks<'a>(document: &'a Document, title: &str) -> Vec<&'a Block> {
    document.chapters.iter().filter(|it| it.title == title).flat_map(|it| &it.blocks).collect()
}

#[test]
fn a_short_report_has_the_reason_that_somebody_typed_for_a_decision() {
    let (asked, talk) = decided();
    let short = document(&asked, &talk.session, &ReportOptions::brief());
    let [Block::List(first), ..] = blocks(&short, "Decisions taken")[..] else { panic!("{short:?}") };
    assert_eq!(first.iter().map(|it| it.lines.clone()).collect::<Vec<_>>(), [["We drill it."]]);
}

#[test]
fn a_reason_of_a_profile_is_not_told_as_if_people_had_said_it() {
    let (asked, talk) = decided();
    let full = document(&asked, &talk.session, &ReportOptions::default());
    let profile = asked.profiles().first().map(|profile| profile.name.get("en").to_owned()).unwrap_or_default();
    let told = format!("reason of the profile “{profile}”: ");
    let in_log =
        blocks(&full, "Decision log").into_iter().filter_map(|block| if let Block::List(all) = block { Some(all) } else { None });
    let lines: Vec<&String> = in_log.flatten().flat_map(|entry| &entry.lines).collect();
    assert_eq!(lines.iter().filter(|line| line.contains(&told)).count(), 17);
    assert!(lines.iter().any(|line| line.starts_with("We drill it.")), "people's own words stand alone: {lines:?}");
    let sheets = blocks(&full, "Annex: each practice");
    let facts = sheets.into_iter().filter_map(|block| if let Block::Facts(facts) = block { Some(facts) } else { None }).flatten();
    assert_eq!(facts.filter(|(_, value)| value.contains(&told)).count(), 17);
}

#[test]
fn whoever_was_not_there_reads_what_levels_and_scopes_mean_and_the_code_at_the_top() {
    let (asked, talk) = decided();
    let short = document(&asked, &talk.session, &ReportOptions::brief());
    let legend = blocks(&short, "Each practice at a glance").into_iter().find_map(|block| match block {
        Block::Facts(facts) => Some(facts),
        _ => None,
    });
    let heads: Vec<&str> = legend.into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    let numbers = heads.iter().filter_map(|head| head.strip_prefix("Level ")?.split(' ').next()).collect::<Vec<_>>();
    assert_eq!(numbers, ["0", "1", "2", "3", "4"]);
    assert_eq!(heads.iter().filter(|head| head.starts_with("Scope · ")).count(), asked.model().scopes.len());
    assert!(legend.into_iter().flatten().all(|(_, meaning)| !meaning.is_empty()));
    let code = fingerprint(&talk.session, &ReportOptions::brief()).unwrap_or_default();
    assert!(short.above.ends_with(&format!("code {code}")), "{}", short.above);
}

#[test]
fn a_duty_that_is_not_shown_to_be_met_since_its_statement_is_said_not_to_apply_says_so() {
    let asked = smm_guided(&["retail-pos"]);
    let mut talk = Talk::about(asked.model());
    let lockout = ProfileDuty { profile: id("retail-pos"), duty: id("pci-lockout") };
    talk.change(Change::Duty(lockout, Some(DutyAnswer::Applies)));
    talk.target("enablement.access.identities", 2);
    talk.answer_levels(&asked, "enablement.access.identities", 1..=2, &Answer::Met);
    let written = |talk: &Talk| document_markdown(&document(&asked, &talk.session, &ReportOptions::default()));
    let said = ["You said that this does not apply here: check whether the duty does.", "not shown: see its duties"];
    assert_eq!(said.map(|words| written(&talk).contains(words)), [false, false], "all is met");
    let why = NotApplicable::because("no logins at tills");
    talk.answer("retail-pos.identities.l2.till-lockout", Answer::NotApplicable(why));
    assert_eq!(said.map(|words| written(&talk).contains(words)), [true, true]);
}
