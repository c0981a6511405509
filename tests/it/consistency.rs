//! What stands out in a session, rule by rule: what is found, where, and what is left alone.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use crate::support::talk::{Talk, authorship};
use crate::support::{id, tiny, tiny_asked};
use plumbline::analysis::{About, Assessment, Noticed, Rule, What, consistency, name_decider};
use plumbline::model::{IndicatorId, Level, Questionnaire, Scope};
use plumbline::session::{
    Answer, Change, Compensated, Date, Evidence, EvidenceKind, EvidenceUse, NotApplicable, Origin, Override, OwnMinimum, Person,
    QuickAnswer, Role, Settlement, Shown, SystemField, Target, Yes,
};
use serde_json::Map;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";
const HANDS: &str = "haende.waschen";
/// Everything that is asked in the tiny model with its profile, in the model's order.
const ALL: [&str; 12] = ["k1a", "k1b", "torten.k1", "k2a", "k2b", "k2c", "m1", "m2", "h1a", "h1b", "h2a", "h2b"];
/// The day on which [`Talk`] begins.
const TODAY: Date = Date::constant(2026, 11, 23);

fn talk() -> Talk {
    Talk::about(&tiny())
}

fn place(finding: &Noticed) -> String {
    let about = match &finding.about {
        About::Practice(practice) => practice.to_string(),
        About::Indicator(_, indicator) => indicator.to_string(),
        About::Evidence(evidence) => format!("evidence {evidence}"),
    };
    let part = finding.part.as_ref().map(|part| format!(" in {part}")).unwrap_or_default();
    let by = finding.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
    about + &part + &by
}

fn found(talk: &Talk, rule: Rule) -> Vec<Noticed> {
    consistency(&Assessment::latest(&tiny_asked(), &talk.session), TODAY)
        .into_iter()
        .filter(|finding| finding.rule() == rule)
        .collect()
}

/// The places of what a rule finds.
fn places(talk: &Talk, rule: Rule) -> Vec<String> {
    found(talk, rule).iter().map(place).collect()
}

/// What a rule finds, without the places.
fn what(talk: &Talk, rule: Rule) -> Vec<What> {
    found(talk, rule).into_iter().map(|finding| finding.what).collect()
}

fn add_evidence(talk: &mut Talk, name: &str, dated: Option<Date>) {
    let evidence = Evidence { dated, ..Evidence::new(name, EvidenceKind::Document) };
    talk.change(Change::Evidence(id(name), Some(evidence)));
}

fn evidence_use(talk: &Talk, evidence: &str, indicator: &str) -> EvidenceUse {
    EvidenceUse { indicator: id(indicator), part: talk.part.as_deref().map(id), evidence: id(evidence) }
}

fn give(talk: &mut Talk, evidence: &str, indicator: &str) {
    let given = evidence_use(talk, evidence, indicator);
    talk.change(Change::EvidenceUse(given, Some(Yes)));
}

fn judge(talk: &mut Talk, indicator: &str, shown: Shown) {
    let place = talk.place(id::<IndicatorId>(indicator));
    talk.change(Change::Shown(place, Some(shown)));
}

fn note(talk: &mut Talk, indicator: &str, text: &str) {
    let place = talk.place(id::<IndicatorId>(indicator));
    talk.change(Change::Note(place, Some(text.to_owned())));
}

fn in_part(talk: &mut Talk, part: Option<&str>) {
    talk.part = part.map(str::to_owned);
}

fn by(talk: &mut Talk, person: Option<&str>) {
    talk.by = person.map(str::to_owned);
}

fn na(reason: &str) -> Answer {
    Answer::NotApplicable(NotApplicable::because(reason))
}

#[test]
fn nothing_stands_out_where_nothing_was_said() {
    assert_eq!(consistency(&Assessment::latest(&tiny_asked(), &talk().session), TODAY), []);
}

#[test]
fn a_level_is_worth_a_look_when_statements_reach_it_with_nothing_to_show() {
    let mut talk = talk();
    talk.answer("m1", Answer::Met);
    assert_eq!(what(&talk, Rule::Unshown), [], "level 1 is not worth it");
    talk.answer("m2", Answer::Met);
    assert_eq!(places(&talk, Rule::Unshown), [FLOUR]);
    let unshown = |without| What::Unshown { level: Level::new(2), without, met: 2 };
    assert_eq!(what(&talk, Rule::Unshown), [unshown(2)]);

    add_evidence(&mut talk, "photo", None);
    give(&mut talk, "photo", "m1");
    assert_eq!(what(&talk, Rule::Unshown), [unshown(1)]);
    judge(&mut talk, "m2", Shown::Partly);
    assert_eq!(what(&talk, Rule::Unshown), [], "somebody judged it");

    talk.change(Change::Evidence(id("photo"), None));
    assert_eq!(what(&talk, Rule::Unshown), [unshown(1)], "evidence that was removed shows nothing");
}

#[test]
fn evidence_that_says_neither_what_nor_where_it_is_counts_nowhere() {
    let mut talk = talk();
    talk.answer("m1", Answer::Met);
    talk.answer("m2", Answer::Met);
    let empty = Evidence { dated: Some(Date::constant(2020, 1, 1)), ..Evidence::new(" ", EvidenceKind::Document) };
    talk.change(Change::Evidence(id("empty"), Some(empty.clone())));
    talk.change(Change::System(SystemField::InUseSince, Some("2025-01-01".to_owned())));
    assert_eq!(places(&talk, Rule::ForNothing), [] as [&str; 0]);
    give(&mut talk, "empty", "m1");
    give(&mut talk, "empty", "m2");
    let all = What::Unshown { level: Level::new(2), without: 2, met: 2 };
    assert_eq!(what(&talk, Rule::Unshown), [all]);
    assert_eq!(what(&talk, Rule::OlderThanSystem), []);
    assert_eq!(what(&talk, Rule::Stale), []);
    assert_eq!(talk.session.evidence_for(&id("m1"), None).count(), 0);
    assert_eq!(talk.session.evidence_given(&id("m1"), None).count(), 1, "it is there to be filled in");

    talk.change(Change::Evidence(id("empty"), Some(Evidence { location: "binder 3".to_owned(), ..empty })));
    assert_eq!(what(&talk, Rule::Unshown), [], "where it is says enough");
    assert_eq!(talk.session.evidence_for(&id("m1"), None).count(), 1);
    assert_eq!(places(&talk, Rule::OlderThanSystem), ["evidence empty"]);
}

#[test]
fn only_what_is_met_needs_to_be_shown() {
    let mut talk = talk();
    talk.answer("h1a", Answer::Met);
    talk.answer("h1b", na("No basin, only gel."));
    talk.answer("h2a", Answer::Compensated(Compensated::because("The shift leader tells everybody.")));
    talk.answer("h2b", Answer::Met);
    assert_eq!(what(&talk, Rule::Unshown), [What::Unshown { level: Level::new(2), without: 2, met: 2 }]);

    talk.quick_level(FLOUR, 2);
    assert_eq!(places(&talk, Rule::Unshown), [HANDS], "the quick pass claims no statement");
}

#[test]
fn what_is_met_in_parts_needs_to_be_shown_in_each() {
    let mut talk = talk();
    talk.name_part("north");
    talk.name_part("south");
    for part in ["north", "south"] {
        in_part(&mut talk, Some(part));
        talk.answer("m1", Answer::Met);
        talk.answer("m2", Answer::Met);
    }
    add_evidence(&mut talk, "photo", None);
    in_part(&mut talk, Some("north"));
    give(&mut talk, "photo", "m1");
    let unshown = |without| What::Unshown { level: Level::new(2), without, met: 2 };
    assert_eq!(what(&talk, Rule::Unshown), [unshown(2)], "not in the south");
    in_part(&mut talk, None);
    give(&mut talk, "photo", "m1");
    assert_eq!(what(&talk, Rule::Unshown), [unshown(1)], "for the whole system is for each part");

    in_part(&mut talk, Some("south"));
    talk.answer("m2", Answer::NotMet);
    assert_eq!(what(&talk, Rule::Unshown), [], "the lowest part reaches level 1");
}

#[test]
fn evidence_from_before_the_system_is_worth_a_look() {
    let mut talk = talk();
    add_evidence(&mut talk, "old", Some(Date::constant(2025, 3, 31)));
    add_evidence(&mut talk, "new", Some(Date::constant(2025, 4, 1)));
    add_evidence(&mut talk, "undated", None);
    assert_eq!(places(&talk, Rule::OlderThanSystem), Vec::<String>::new());
    let mut since = |text: &str| {
        talk.change(Change::System(SystemField::InUseSince, Some(text.to_owned())));
        places(&talk, Rule::OlderThanSystem)
    };
    assert_eq!(since(" 2025-04-01 "), ["evidence old"]);
    for words in ["spring 2025", "2025-04", "2025-02-30", ""] {
        assert_eq!(since(words), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn the_same_note_in_three_places_is_found_once_with_all_of_them() {
    const NOTE: &str = "See the binder in the office.";
    let mut talk = talk();
    note(&mut talk, "h1a", NOTE);
    note(&mut talk, "m2", &format!("  {NOTE}\n"));
    assert_eq!(places(&talk, Rule::Pasted), Vec::<String>::new(), "two are none too many");
    for part in ["north", "south"] {
        talk.name_part(part);
        in_part(&mut talk, Some(part));
        note(&mut talk, "m2", NOTE);
    }
    assert_eq!(places(&talk, Rule::Pasted), Vec::<String>::new(), "parts of one statement are one place");

    in_part(&mut talk, None);
    let place = talk.place(id(FLOUR));
    talk.change(Change::PracticeNote(place, Some(NOTE.to_owned())));
    assert_eq!(places(&talk, Rule::Pasted), [FLOUR]);
    let also = [("lager.mehl", "m2"), ("haende.waschen", "h1a")];
    let also = also.map(|(practice, indicator)| About::Indicator(id(practice), id(indicator))).to_vec();
    assert_eq!(what(&talk, Rule::Pasted), [What::Pasted { text: NOTE.to_owned(), also }]);
}

#[test]
fn short_notes_come_up_again_by_themselves() {
    let mut talk = talk();
    for indicator in ["k1a", "k1b", "k2a"] {
        note(&mut talk, indicator, "Ä neunzehn Zeichen.");
    }
    assert_eq!("Ä neunzehn Zeichen.".chars().count(), 19);
    assert_eq!(places(&talk, Rule::Pasted), Vec::<String>::new());
    for indicator in ["k1a", "k1b", "k2a"] {
        note(&mut talk, indicator, "Ä zwanzig  Zeichen!?");
    }
    assert_eq!(places(&talk, Rule::Pasted), ["k1a"]);
}

#[test]
fn what_does_not_count_without_a_reason_is_found() {
    let mut talk = talk();
    talk.add_person("ana");
    by(&mut talk, Some("ana"));
    talk.answer("k1a", na(" "));
    talk.answer("k1b", na("There is only one."));
    talk.answer("k2a", Answer::Compensated(Compensated::because("")));
    talk.quick(HANDS, QuickAnswer::NotApplicable(NotApplicable::because("")));
    talk.quick(FLOUR, QuickAnswer::NotApplicable(NotApplicable::because("We use none.")));
    for (practice, reason) in [(COOLING, ""), (FLOUR, "Seen on site.")] {
        let set = Override { level: Level::new(1), reason: reason.to_owned(), unknown: Map::new() };
        let subject = talk.place(id(practice)).subject();
        talk.change(Change::Override(subject, Some(set)));
    }
    assert_eq!(places(&talk, Rule::NotApplicable), ["k1a by ana", "haende.waschen by ana"]);
    assert_eq!(places(&talk, Rule::Compensated), ["k2a by ana"]);
    assert_eq!(places(&talk, Rule::Override), ["lager.kalt.kuehlen by ana"]);
    assert_eq!(what(&talk, Rule::Override), [What::Override(Level::new(1))]);
}

#[test]
fn a_target_below_what_a_profile_or_people_demand_is_found() {
    let mut talk = talk();
    talk.target(COOLING, 0);
    talk.target(FLOUR, 0);
    assert_eq!(places(&talk, Rule::BelowMinimum), [COOLING]);
    let own = OwnMinimum { level: Level::new(2), source: String::new(), unknown: Map::new() };
    talk.change(Change::Minimum(id(COOLING), Some(own)));
    let below = |target| What::BelowMinimum { target: Level::new(target), minimum: Level::new(2) };
    assert_eq!(what(&talk, Rule::BelowMinimum), [below(0)]);
    talk.target(COOLING, 2);
    assert_eq!(what(&talk, Rule::BelowMinimum), []);
}

#[test]
fn answers_by_nobody_are_counted_practice_by_practice_once_people_are_named() {
    let mut talk = talk();
    talk.answer("m1", Answer::Met);
    talk.quick_level(FLOUR, 1);
    assert_eq!(what(&talk, Rule::ByNobody), [What::NobodyNamed { answers: 2 }], "nobody is named: said once");
    assert_eq!(places(&talk, Rule::ByNobody), [FLOUR]);
    let nameless = Person { name: " ".to_owned(), role: Role::Consultant, unknown: Map::new() };
    talk.change(Change::Person(id("p1"), Some(nameless)));
    assert_eq!(what(&talk, Rule::ByNobody), [What::NobodyNamed { answers: 2 }], "somebody without a name");
    talk.add_person("ana");
    by(&mut talk, Some("ana"));
    talk.answer("m2", Answer::Met);
    talk.answer("h1a", Answer::Met);
    assert_eq!(places(&talk, Rule::ByNobody), [FLOUR]);
    assert_eq!(what(&talk, Rule::ByNobody), [What::ByNobody { nameless: 2, answers: 3 }]);

    // A target is decided by whoever set it, or by whom it names.
    talk.target(HANDS, 1);
    assert_eq!(what(&talk, Rule::TargetByNobody), []);
    by(&mut talk, None);
    talk.target(HANDS, 2);
    assert_eq!(places(&talk, Rule::TargetByNobody), [HANDS]);
    assert_eq!(what(&talk, Rule::TargetByNobody), [What::TargetByNobody]);
    assert_eq!(places(&talk, Rule::ByNobody), [FLOUR], "a target is no answer");
    let decided = plumbline::session::commands::alter_target(&talk.session, &id(HANDS), &talk.next_authorship(), |it| {
        it.decided_by = Some(id("ana"))
    });
    talk.change(Change::Together(decided.into_iter().collect()));
    assert_eq!(what(&talk, Rule::TargetByNobody), []);
}

#[test]
fn one_name_can_be_given_to_all_decided_targets_that_have_none() {
    let mut talk = talk();
    talk.add_person("ana");
    talk.add_person("ben");
    by(&mut talk, None);
    talk.target(HANDS, 2);
    talk.target(FLOUR, 1);
    let named = Target { decided_by: Some(id("ben")), ..Target::new(Level::new(2), Scope::General, Origin::Practice) };
    talk.change(Change::Target(id(COOLING), Some(named.clone())));
    assert_eq!(places(&talk, Rule::TargetByNobody), [FLOUR, HANDS]);
    let all = [id(COOLING), id(FLOUR), id(HANDS)];
    let back = talk.change(Change::Together(name_decider(&talk.session, &all, &id("ana"))));
    assert_eq!(what(&talk, Rule::TargetByNobody), []);
    assert_eq!(talk.session.target(&id(COOLING)), Some(&named), "who is named already stays");
    assert_eq!(talk.session.target(&id(HANDS)).and_then(|it| it.decided_by.clone()), Some(id("ana")));
    talk.change(back);
    assert_eq!(places(&talk, Rule::TargetByNobody), [FLOUR, HANDS]);
}

#[test]
fn a_quick_pass_in_less_time_than_its_levels_can_be_read_in_is_found() {
    let smm = crate::support::smm();
    let asked = Questionnaire::new(smm.clone(), Vec::new());
    let quick_pass = |seconds: i64| {
        let mut talk = Talk::about(&smm);
        for practice in smm.practices() {
            talk.quick_level(practice.id.as_str(), 1);
            // Each answer takes one second of its own.
            talk.pass(seconds - 1);
        }
        let found = consistency(&Assessment::latest(&asked, &talk.session), TODAY);
        found.into_iter().map(|it| it.what).filter(|it| matches!(it, What::Fast { .. })).collect::<Vec<_>>()
    };
    assert_eq!(quick_pass(3), [What::Fast { answers: 18, seconds: 51 }], "18 answers in less than a minute");
    assert_eq!(quick_pass(6), []);
}

#[test]
fn stale_answers_are_found_with_who_gave_them() {
    let mut talk = talk();
    talk.add_person("ana");
    by(&mut talk, Some("ana"));
    talk.answer("h1a", Answer::Met);
    talk.answer("h1b", Answer::Met);
    let on = |day| {
        let found = consistency(&Assessment::latest(&tiny_asked(), &talk.session), day);
        found.iter().filter(|finding| finding.rule() == Rule::Stale).map(place).collect::<Vec<_>>()
    };
    assert_eq!(on(Date::constant(2026, 12, 23)), Vec::<String>::new());
    assert_eq!(on(Date::constant(2026, 12, 24)), ["h1a by ana"], "soap has to be looked at every month");
}

#[test]
fn the_whole_and_its_parts_can_contradict_each_other() {
    let mut talk = talk();
    talk.name_part("north");
    talk.name_part("south");
    talk.answer("m1", Answer::Met);
    talk.answer("m2", Answer::NotMet);
    assert_eq!(what(&talk, Rule::Parts), [], "parts without answers of their own follow the whole");
    in_part(&mut talk, Some("north"));
    talk.answer("m1", Answer::NotMet);
    talk.answer("m2", Answer::Met);
    let parts = |whole_is_met, parts: &[&str]| What::Parts { whole_is_met, parts: parts.iter().map(|part| id(part)).collect() };
    assert_eq!(places(&talk, Rule::Parts), ["m1"]);
    assert_eq!(what(&talk, Rule::Parts), [parts(true, &["north"])], "not met as a whole is right while one part does not");
    in_part(&mut talk, Some("south"));
    talk.answer("m2", Answer::Met);
    assert_eq!(what(&talk, Rule::Parts), [parts(true, &["north"]), parts(false, &["north", "south"])]);
    talk.answer("m2", Answer::Partly);
    talk.change(Change::Part(id("north"), None));
    assert_eq!(what(&talk, Rule::Parts), [], "a part that was removed says nothing");
}

#[test]
fn many_answers_in_a_row_in_little_time_are_found_at_the_first() {
    let mut talk = talk();
    talk.answer("k1a", Answer::Met);
    talk.pass(60);
    for indicator in ALL.iter().skip(1) {
        talk.answer(indicator, Answer::NotMet);
    }
    assert_eq!(places(&talk, Rule::Fast), ["k1b"]);
    assert_eq!(what(&talk, Rule::Fast), [What::Fast { answers: 11, seconds: 10 }]);
}

#[test]
fn answers_with_time_in_between_are_not_fast() {
    let mut talk = talk();
    for indicator in ALL {
        talk.answer(indicator, Answer::Met);
        talk.pass(1);
    }
    assert_eq!(places(&talk, Rule::Fast), Vec::<String>::new());
}

#[test]
fn the_order_is_that_of_the_changes_and_not_of_clocks_or_indicators() {
    let mut talk = talk();
    for (count, indicator) in ALL.iter().rev().enumerate() {
        talk.answer(indicator, Answer::Met);
        if count == 5 {
            talk.pass(-86_400);
        }
    }
    assert_eq!(places(&talk, Rule::Fast), ["h2b"]);
    assert_eq!(what(&talk, Rule::Fast), [What::Fast { answers: 12, seconds: 10 }], "how long the sixth took, nobody knows");
}

#[test]
fn what_is_said_in_one_go_or_again_is_not_fast() {
    let mut talk = talk();
    let all = ALL.map(|indicator| Change::Answer(talk.place(id(indicator)), Some(Answer::Met)));
    talk.change(Change::Together(all.to_vec()));
    assert_eq!(places(&talk, Rule::Fast), Vec::<String>::new(), "as when something is undone");

    let mut talk = self::talk();
    for part in ["a", "b", "c", "d"] {
        talk.name_part(part);
    }
    for indicator in ["m1", "m2", "h1a"] {
        for part in ["a", "b", "c", "d"] {
            in_part(&mut talk, Some(part));
            talk.answer(indicator, Answer::Met);
        }
    }
    assert_eq!(places(&talk, Rule::Fast), Vec::<String>::new(), "who read a statement once needs no time for its parts");
}

#[test]
fn each_actor_is_timed_alone() {
    let mut talk = talk();
    for (count, indicator) in ALL.iter().enumerate() {
        let change = Change::Answer(talk.place(id(indicator)), Some(Answer::Met));
        let actor = if count % 2 == 0 { "tab-1" } else { "tab-2" };
        let seconds = i64::try_from(count).unwrap_or_default();
        talk.session.apply(change, &plumbline::session::Authorship { actor: id(actor), ..authorship(None, seconds) });
    }
    assert_eq!(places(&talk, Rule::Fast), Vec::<String>::new());
}

#[test]
fn differing_answers_are_found_until_they_are_settled() {
    let mut talk = talk();
    for (person, answer) in [("ana", Answer::Met), ("ben", Answer::NotMet)] {
        talk.add_person(person);
        by(&mut talk, Some(person));
        talk.answer("m1", answer);
        talk.answer("m2", Answer::Met);
    }
    assert_eq!(places(&talk, Rule::Disputed), ["m1"]);
    let answers = vec![(Some(id("ana")), Answer::Met), (Some(id("ben")), Answer::NotMet)];
    assert_eq!(what(&talk, Rule::Disputed), [What::Disputed(answers)]);

    let among = talk.session.answers_to(&id("m1"), &id(&talk.round)).map(|(_, fact)| fact.stamp.clone()).collect();
    let settled = Settlement { answer: Answer::Met, among, reason: String::new(), unknown: Map::new() };
    let subject = talk.place(id("m1")).subject();
    talk.change(Change::Settlement(subject, Some(settled)));
    assert_eq!(what(&talk, Rule::Disputed), []);
}

#[test]
fn the_quick_pass_may_be_one_level_off() {
    let mut talk = talk();
    talk.quick_level(FLOUR, 2);
    talk.answer("m1", Answer::Met);
    talk.answer("m2", Answer::NotMet);
    assert_eq!(what(&talk, Rule::QuickApart), [], "2 and 1");
    talk.answer("m1", Answer::NotMet);
    assert_eq!(places(&talk, Rule::QuickApart), [FLOUR]);
    let (quick, none) = (Level::new(2), Level::NONE);
    assert_eq!(what(&talk, Rule::QuickApart), [What::QuickApart { quick, low: none, high: none }]);

    talk.quick_level(HANDS, 2);
    talk.answer("h2a", Answer::Met);
    assert_eq!(places(&talk, Rule::QuickApart), [FLOUR], "0 to 2 is still possible");
}

#[test]
fn met_but_not_shown_is_found_once_whoever_says_so() {
    let mut talk = talk();
    talk.answer("m1", Answer::Met);
    talk.answer("m2", Answer::Partly);
    for person in ["ana", "ben"] {
        talk.add_person(person);
        by(&mut talk, Some(person));
        judge(&mut talk, "m1", Shown::NotShown);
        judge(&mut talk, "m2", Shown::NotShown);
        judge(&mut talk, "h1a", Shown::NotShown);
    }
    assert_eq!(places(&talk, Rule::NotShown), ["m1"]);
    for person in ["ana", "ben"] {
        by(&mut talk, Some(person));
        judge(&mut talk, "m1", Shown::Partly);
    }
    assert_eq!(places(&talk, Rule::NotShown), Vec::<String>::new());
}

#[test]
fn evidence_given_for_nothing_is_found() {
    let mut talk = talk();
    for name in ["used", "unused", "taken-back", "of-a-missing-profile", "of-a-part"] {
        add_evidence(&mut talk, name, None);
    }
    give(&mut talk, "used", "m1");
    give(&mut talk, "taken-back", "m1");
    give(&mut talk, "of-a-missing-profile", "nobody.asks");
    talk.change(Change::EvidenceUse(evidence_use(&talk, "taken-back", "m1"), None));
    talk.name_part("north");
    in_part(&mut talk, Some("north"));
    give(&mut talk, "of-a-part", "m1");
    assert_eq!(places(&talk, Rule::ForNothing), ["evidence taken-back", "evidence unused"]);
    talk.change(Change::Part(id("north"), None));
    assert_eq!(places(&talk, Rule::ForNothing), ["evidence of-a-part", "evidence taken-back", "evidence unused"]);
}

/// A session in which every rule that can find something in it does.
fn busy() -> Talk {
    let mut talk = talk();
    talk.change(Change::System(SystemField::InUseSince, Some("2026-01-01".to_owned())));
    talk.add_person("ana");
    talk.add_person("ben");
    talk.name_part("north");
    talk.answer_levels(&tiny_asked(), COOLING, 1..=2, &Answer::Met);
    talk.answer_levels(&tiny_asked(), FLOUR, 1..=2, &na(""));
    talk.answer_levels(&tiny_asked(), HANDS, 1..=2, &Answer::Met);
    by(&mut talk, Some("ben"));
    talk.answer("h1a", Answer::NotMet);
    in_part(&mut talk, Some("north"));
    talk.answer("k1a", Answer::NotMet);
    talk.answer("k1b", Answer::Compensated(Compensated::because("")));
    in_part(&mut talk, None);
    for indicator in ["k1a", "k2a", "m1"] {
        note(&mut talk, indicator, "As agreed in the kick-off.");
    }
    judge(&mut talk, "h1b", Shown::NotShown);
    talk.target(COOLING, 0);
    talk.quick_level(HANDS, 2);
    add_evidence(&mut talk, "old", Some(Date::constant(2020, 1, 1)));
    let set = Override { level: Level::new(2), reason: String::new(), unknown: Map::new() };
    let subject = talk.place(id(FLOUR)).subject();
    talk.change(Change::Override(subject, Some(set)));
    talk
}

#[test]
fn findings_come_by_practice_then_by_rule_then_by_indicator_and_evidence_last() {
    let found = consistency(&Assessment::latest(&tiny_asked(), &busy().session), Date::constant(2027, 1, 1));
    let order: Vec<String> = found.iter().map(|finding| format!("{:?} {}", finding.rule(), place(finding))).collect();
    assert_eq!(
        order,
        [
            "Compensated k1b in north by ben",
            "BelowMinimum lager.kalt.kuehlen",
            "Parts k1a",
            "Stale k1b",
            "Stale torten.k1",
            "Stale k2a",
            "Pasted k1a",
            "ByNobody lager.kalt.kuehlen",
            "Fast k1a",
            "NotApplicable m1",
            "NotApplicable m2",
            "Override lager.mehl by ben",
            "ByNobody lager.mehl",
            "Disputed h1a",
            "QuickApart haende.waschen",
            "NotShown h1b",
            "Stale h1a",
            "Stale h1a by ben",
            "ByNobody haende.waschen",
            "OlderThanSystem evidence old",
            "ForNothing evidence old by ben",
        ]
    );
    let mut ordered = Rule::ALL;
    ordered.sort();
    assert_eq!(ordered, Rule::ALL);
}

#[test]
fn earlier_rounds_and_what_is_not_asked_are_left_alone() {
    let mut talk = busy();
    talk.open_round("r2");
    let left = consistency(&Assessment::latest(&tiny_asked(), &talk.session), TODAY);
    let of_all_rounds = [Rule::BelowMinimum, Rule::OlderThanSystem, Rule::ForNothing];
    assert_eq!(left.iter().map(Noticed::rule).collect::<Vec<_>>(), of_all_rounds, "the answers are those of another round");

    let foreign = Questionnaire::new(crate::support::smm(), Vec::new());
    let left = consistency(&Assessment::latest(&foreign, &busy().session), TODAY);
    assert_eq!(left.iter().map(place).collect::<Vec<_>>(), ["evidence old", "evidence old by ben"], "the model asks none of it");
}
