//! Several people: all answers stand, differences are shown and settled by a person, and what was settled counts as long as
//! nobody says anything else.

#![allow(clippy::panic, reason = "a practice that is not there ends the test")]

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{id, tiny};
use plumbline::analysis::{
    Assessment, ConsolidatedAnswers, Current, Dispute, PracticeViews, Verdict, Views, disputes, results, views, workloads,
};
use plumbline::model::{AnswerScale, IndicatorId, Level, Questionnaire};
use plumbline::session::{
    Answer, Assignment, Change, Compensated, NotApplicable, PersonId, QuickAnswer, Settlement, Subject, Yes,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Map;

use Answer::{DontKnow, Met, NotMet, Partly};

const COOLING: &str = "lager.kalt.kuehlen";
const COLD: &str = "k1b";

fn asked() -> Questionnaire {
    Questionnaire::new(tiny(), Vec::new())
}

fn not_applicable(reason: &str) -> Answer {
    Answer::NotApplicable(NotApplicable::because(reason))
}

fn talk() -> Talk {
    let mut talk = Talk::about(&tiny());
    ["ana", "bo", "cy"].into_iter().for_each(|person| talk.add_person(person));
    talk
}

/// Answers an indicator as somebody; nobody if the name is empty.
fn says(talk: &mut Talk, by: &str, indicator: &str, answer: Answer) {
    talk.by = (!by.is_empty()).then(|| by.to_owned());
    talk.answer(indicator, answer);
    talk.by = None;
}

fn withdraws(talk: &mut Talk, by: &str, indicator: &str) {
    talk.by = Some(by.to_owned());
    let place = talk.place(id::<IndicatorId>(indicator));
    talk.change(Change::Answer(place, None));
    talk.by = None;
}

fn subject(talk: &Talk, indicator: &str) -> Subject<IndicatorId> {
    talk.place(id(indicator)).subject()
}

fn found(talk: &Talk) -> Vec<Dispute> {
    disputes(&Assessment::latest(&asked(), &talk.session))
}

/// Settles the difference about an indicator as Cy, among all answers that stand; gives back what undoes it.
fn settle(talk: &mut Talk, indicator: &str, answer: Answer) -> Change {
    let at = subject(talk, indicator);
    let Some(dispute) = found(talk).into_iter().find(|dispute| dispute.at == at) else { panic!("nobody differs") };
    let settlement = Settlement { answer, among: dispute.stamps, reason: "Seen on site".to_owned(), unknown: Map::new() };
    talk.by = Some("cy".to_owned());
    let back = talk.change(Change::Settlement(at, Some(settlement)));
    talk.by = None;
    back
}

fn counts(talk: &Talk, indicator: &str) -> Verdict {
    let part = talk.part.as_deref().map(id);
    ConsolidatedAnswers::of(&talk.session, talk.session.round(), &AnswerScale::default()).verdict(&id(indicator), part.as_ref())
}

/// The open and the settled differences: what they are about, with the part.
fn open_and_settled(talk: &Talk) -> (Vec<String>, Vec<String>) {
    let name = |dispute: &Dispute| match &dispute.at.part {
        Some(part) => format!("{} of {part}", dispute.at.on),
        None => dispute.at.on.to_string(),
    };
    let (settled, open): (Vec<_>, Vec<_>) = found(talk).into_iter().partition(|dispute| dispute.settled.is_some());
    (open.iter().map(name).collect(), settled.iter().map(name).collect())
}

fn is_open(talk: &Talk) -> bool {
    open_and_settled(talk) == (vec![COLD.to_owned()], Vec::new())
}

fn is_settled(talk: &Talk) -> bool {
    open_and_settled(talk) == (Vec::new(), vec![COLD.to_owned()])
}

fn is_no_matter(talk: &Talk) -> bool {
    found(talk).is_empty()
}

#[test]
fn both_answers_stand_and_the_difference_is_found_with_who_said_what() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    assert!(is_no_matter(&talk));
    says(&mut talk, "bo", COLD, not_applicable("Nothing needs to be cold."));
    let [dispute] = &found(&talk)[..] else { panic!("one difference") };
    assert_eq!((dispute.practice.as_str(), dispute.at.on.as_str()), (COOLING, COLD));
    let said = [(Some(id("ana")), Met), (Some(id("bo")), not_applicable("Nothing needs to be cold."))];
    assert_eq!(dispute.answers, said);
    assert_eq!((dispute.stamps.len(), &dispute.settled), (2, &None));
    assert_eq!(talk.session.answers_to(&id(COLD), &id(&talk.round)).filter(|(_, fact)| fact.value().is_some()).count(), 2);
}

#[test]
fn the_lowest_counts_until_it_is_settled_and_then_what_was_settled() {
    let mut talk = talk();
    talk.answer_levels(&asked(), COOLING, 1..=2, &Met);
    let level = |talk: &Talk| {
        let results = results(&Assessment::latest(&asked(), &talk.session));
        results.practice(&id(COOLING)).and_then(|result| result.standing.current.settled())
    };
    says(&mut talk, "bo", COLD, NotMet);
    says(&mut talk, "ana", COLD, Partly);
    assert_eq!((counts(&talk, COLD), level(&talk)), (Verdict::NotMet, Some(Level::new(0))));
    let back = settle(&mut talk, COLD, Met);
    assert_eq!((counts(&talk, COLD), level(&talk)), (Verdict::Met, Some(Level::new(2))));
    let [dispute] = &found(&talk)[..] else { panic!("it is still listed, with all answers") };
    assert_eq!(dispute.answers, [(None, Met), (Some(id("ana")), Partly), (Some(id("bo")), NotMet)]);
    let Some(fact) = &dispute.settled else { panic!("settled") };
    assert_eq!((&fact.by, fact.value().map(|it| it.reason.as_str())), (&Some(id("cy")), Some("Seen on site")));
    talk.change(back);
    assert!(is_open(&talk));
    assert_eq!((counts(&talk, COLD), level(&talk)), (Verdict::NotMet, Some(Level::new(0))));
}

#[test]
fn what_nobody_put_a_name_to_differs_as_well() {
    let mut talk = talk();
    says(&mut talk, "", COLD, Met);
    says(&mut talk, "bo", COLD, Partly);
    assert!(is_open(&talk));
}

#[test]
fn an_answer_that_nobody_gave_can_be_settled_on() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "bo", COLD, NotMet);
    settle(&mut talk, COLD, Partly);
    assert_eq!(counts(&talk, COLD), Verdict::Partly);
}

#[test]
fn reasons_count_when_they_are_settled_on() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, NotMet);
    says(&mut talk, "bo", COLD, Answer::Compensated(Compensated::because("The cellar is cold.")));
    settle(&mut talk, COLD, Answer::Compensated(Compensated::because("The cellar is cold.")));
    assert_eq!(counts(&talk, COLD), Verdict::Compensated);
    settle(&mut talk, COLD, not_applicable(" "));
    assert_eq!(counts(&talk, COLD), Verdict::NotMet, "without a reason it counts for nothing");
    assert!(is_open(&talk));
}

#[test]
fn another_differing_answer_opens_it_again_and_an_agreeing_one_does_not() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "bo", COLD, NotMet);
    settle(&mut talk, COLD, Met);
    says(&mut talk, "cy", COLD, Met);
    assert!(is_settled(&talk));
    says(&mut talk, "cy", COLD, Partly);
    assert!(is_open(&talk));
    assert_eq!(counts(&talk, COLD), Verdict::NotMet);
    settle(&mut talk, COLD, Met);
    assert!(is_settled(&talk), "the same again, now with Cy's answer among those looked at");
}

#[test]
fn whoever_changes_their_mind_towards_what_was_settled_leaves_it_settled() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "bo", COLD, NotMet);
    says(&mut talk, "cy", COLD, Partly);
    settle(&mut talk, COLD, Met);
    says(&mut talk, "bo", COLD, Met);
    assert!(is_settled(&talk));
    says(&mut talk, "bo", COLD, NotMet);
    assert!(is_open(&talk), "said again after it was settled");
}

#[test]
fn an_agreeing_answer_in_other_words_agrees() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, not_applicable("No milk"));
    says(&mut talk, "bo", COLD, Met);
    settle(&mut talk, COLD, not_applicable("No milk"));
    says(&mut talk, "cy", COLD, not_applicable("There is no milk here."));
    says(&mut talk, "ana", COLD, not_applicable("No milk any more"));
    assert!(is_settled(&talk));
    assert_eq!(counts(&talk, COLD), Verdict::NotApplicable);
}

#[test]
fn an_answer_without_its_reason_neither_differs_nor_hinders() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "cy", COLD, not_applicable(" "));
    assert!(is_no_matter(&talk));
    says(&mut talk, "bo", COLD, NotMet);
    settle(&mut talk, COLD, Met);
    assert!(is_settled(&talk));
    assert_eq!(counts(&talk, COLD), Verdict::Met);
    says(&mut talk, "cy", COLD, not_applicable("No milk"));
    assert!(is_open(&talk), "now it says something");
}

#[test]
fn who_does_not_know_contradicts_nobody_and_settles_nothing() {
    let mut talk = talk();
    says(&mut talk, "cy", COLD, DontKnow);
    assert_eq!(counts(&talk, COLD), Verdict::NotKnown);
    says(&mut talk, "ana", COLD, Met);
    assert!(is_no_matter(&talk));
    assert_eq!(counts(&talk, COLD), Verdict::Met, "whoever knows counts before who does not");
    says(&mut talk, "bo", COLD, NotMet);
    let [dispute] = &found(&talk)[..] else { panic!("one difference") };
    assert_eq!(dispute.answers.len(), 2, "Cy is not a side of it");
    settle(&mut talk, COLD, DontKnow);
    assert!(is_open(&talk), "that something is not known settles nothing");
    assert_eq!(counts(&talk, COLD), Verdict::NotMet);
    settle(&mut talk, COLD, Met);
    says(&mut talk, "dora", COLD, DontKnow);
    assert!(is_settled(&talk), "and it opens nothing again");
}

#[test]
fn where_nobody_differs_any_more_there_is_nothing_to_settle() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "bo", COLD, NotMet);
    settle(&mut talk, COLD, NotMet);
    withdraws(&mut talk, "bo", COLD);
    assert!(is_no_matter(&talk));
    assert_eq!(counts(&talk, COLD), Verdict::Met, "nobody contradicts Ana any more");
    withdraws(&mut talk, "ana", COLD);
    assert_eq!(counts(&talk, COLD), Verdict::Unanswered, "nobody says anything any more");
    says(&mut talk, "ana", COLD, NotMet);
    says(&mut talk, "bo", COLD, NotMet);
    assert!(is_no_matter(&talk));
}

#[test]
fn a_withdrawn_settlement_settles_nothing() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "bo", COLD, NotMet);
    settle(&mut talk, COLD, Met);
    let at = subject(&talk, COLD);
    talk.change(Change::Settlement(at, None));
    assert!(is_open(&talk));
    assert_eq!(counts(&talk, COLD), Verdict::NotMet);
}

#[test]
fn parts_differ_and_are_settled_separately() {
    let mut talk = talk();
    for part in ["cellar", "shop"] {
        talk.name_part(part);
        talk.part = Some(part.to_owned());
        says(&mut talk, "ana", COLD, Met);
        says(&mut talk, "bo", COLD, NotMet);
    }
    assert_eq!(open_and_settled(&talk).0, ["k1b of cellar", "k1b of shop"]);
    settle(&mut talk, COLD, Met);
    assert_eq!(open_and_settled(&talk), (vec!["k1b of cellar".to_owned()], vec!["k1b of shop".to_owned()]));
    assert_eq!(counts(&talk, COLD), Verdict::Met);
    talk.part = Some("cellar".to_owned());
    assert_eq!(counts(&talk, COLD), Verdict::NotMet);

    let removed = talk.change(Change::Part(id("cellar"), None));
    assert_eq!(open_and_settled(&talk).0, Vec::<String>::new(), "what was said about a removed part does not count");
    talk.change(removed);
    assert_eq!(open_and_settled(&talk).0, ["k1b of cellar"]);
}

#[test]
fn what_differs_between_the_whole_and_a_part_is_no_difference_between_people() {
    let mut talk = talk();
    talk.name_part("shop");
    says(&mut talk, "ana", COLD, Met);
    talk.part = Some("shop".to_owned());
    says(&mut talk, "bo", COLD, NotMet);
    assert!(is_no_matter(&talk));
}

#[test]
fn differences_stand_in_the_models_order_and_only_those_of_the_open_round() {
    let mut talk = talk();
    for indicator in ["k2a", COLD] {
        says(&mut talk, "ana", indicator, Met);
        says(&mut talk, "bo", indicator, NotMet);
    }
    assert_eq!(open_and_settled(&talk).0, [COLD, "k2a"]);
    settle(&mut talk, COLD, Met);
    talk.open_round("r2");
    assert!(is_no_matter(&talk));
    says(&mut talk, "ana", COLD, NotMet);
    assert_eq!(counts(&talk, COLD), Verdict::NotMet, "what was settled in the round before says nothing about this one");
}

fn seen(talk: &Talk) -> Views {
    views(&Assessment::latest(&asked(), &talk.session))
}

/// Of a practice: each person's own level, as `0`, `0–2` or `?`; the spread; the open differences.
fn row(views: &Views, practice: &str) -> (Vec<String>, u8, usize) {
    let Some(row) = views.practices.iter().find(|row| row.practice == id(practice)) else { panic!("{practice}") };
    let level = |current: &Current| match current {
        Current::Known { low, high, .. } if low == high => low.to_string(),
        Current::Known { low, high, .. } => format!("{low}–{high}"),
        Current::Unanswered => "?".to_owned(),
        Current::NotApplicable => "n/a".to_owned(),
    };
    (row.views.iter().map(level).collect(), row.spread, row.open_disputes)
}

fn shown(levels: &[&str], spread: u8, open: usize) -> (Vec<String>, u8, usize) {
    (levels.iter().map(|level| (*level).to_owned()).collect(), spread, open)
}

#[test]
fn the_map_shows_each_persons_own_level_how_far_they_lie_apart_and_what_is_to_be_settled() {
    let mut talk = talk();
    talk.by = Some("bo".to_owned());
    talk.answer_levels(&asked(), COOLING, 1..=2, &Met);
    talk.quick_level("lager.mehl", 1);
    talk.by = Some("ana".to_owned());
    talk.answer_levels(&asked(), COOLING, 1..=2, &Met);
    talk.answer(COLD, NotMet);
    talk.answer("k2a", NotMet);
    talk.by = None;
    talk.quick_level("lager.mehl", 2);
    let people: Vec<Option<PersonId>> = vec![None, Some(id("ana")), Some(id("bo"))];
    assert_eq!(seen(&talk).people, people);
    assert_eq!(row(&seen(&talk), COOLING), shown(&["?", "0", "2"], 2, 2));
    assert_eq!(row(&seen(&talk), "lager.mehl"), shown(&["2", "?", "1"], 1, 0));
    settle(&mut talk, COLD, Met);
    assert_eq!(row(&seen(&talk), COOLING), shown(&["?", "0", "2"], 2, 1), "each one's own view stays");
}

#[test]
fn whoever_is_not_finished_lies_only_as_far_apart_as_is_certain() {
    let mut talk = talk();
    talk.by = Some("ana".to_owned());
    talk.answer_levels(&asked(), COOLING, 1..=2, &Met);
    talk.by = Some("bo".to_owned());
    talk.answer("k1a", Met);
    assert_eq!(row(&seen(&talk), COOLING), shown(&["2", "0–2"], 0, 0), "Bo may still get there");
    talk.answer("k2a", NotMet);
    assert_eq!(row(&seen(&talk), COOLING), shown(&["2", "0–1"], 1, 1));
}

#[test]
fn the_map_tells_the_same_level_by_other_statements_from_other_levels() {
    let mut talk = talk();
    let is_same = |talk: &Talk| {
        let found = seen(talk).practices.into_iter().find(|row| row.practice == id(COOLING));
        found.map(|row| (row.differ(), row.spread, row.is_same_level()))
    };
    talk.by = Some("ana".to_owned());
    talk.answer_levels(&asked(), COOLING, 1..=2, &Met);
    talk.answer("k1a", NotMet);
    assert_eq!(is_same(&talk), Some((false, 0, true)), "one alone differs from nobody");
    talk.by = Some("bo".to_owned());
    talk.answer_levels(&asked(), COOLING, 1..=2, &Met);
    talk.answer("k1b", NotMet);
    assert_eq!(is_same(&talk), Some((true, 0, true)), "both come to 0, each for another reason");
    talk.answer("k1b", Met);
    assert_eq!(is_same(&talk), Some((true, 2, false)));
}

#[test]
fn the_map_marks_where_people_differ() {
    let mut talk = talk();
    let marks = |talk: &Talk| {
        let marked = |row: &PracticeViews| row.differ().then(|| row.practice.to_string());
        seen(talk).practices.iter().filter_map(marked).collect::<Vec<_>>()
    };
    for by in ["ana", "bo"] {
        talk.by = Some(by.to_owned());
        talk.quick_level("haende.waschen", 1);
    }
    assert_eq!(marks(&talk), Vec::<String>::new());
    talk.quick("lager.mehl", QuickAnswer::NotApplicable(NotApplicable::because("No flour")));
    assert_eq!(marks(&talk), Vec::<String>::new(), "only Bo said anything");
    talk.by = Some("ana".to_owned());
    talk.quick_level("lager.mehl", 0);
    says(&mut talk, "ana", "k2a", NotMet);
    says(&mut talk, "bo", "k2a", Partly);
    assert_eq!(marks(&talk), [COOLING, "lager.mehl"]);
    settle(&mut talk, "k2a", Partly);
    assert_eq!(marks(&talk), ["lager.mehl"]);
    let answered = seen(&talk).practices.iter().map(PracticeViews::answered_by).collect::<Vec<_>>();
    assert_eq!(answered, [2, 2, 2]);
}

#[test]
fn everybody_has_what_is_assigned_to_them_and_sees_how_much_of_it_is_answered() {
    let mut talk = talk();
    let assign = |talk: &mut Talk, person: &str, practice: &str| {
        let assignment = Assignment { practice: id(practice), person: id(person) };
        talk.change(Change::Assignment(assignment, Some(Yes)))
    };
    let loads = |talk: &Talk| {
        let (asked, session) = (asked(), &talk.session);
        let loads = workloads(&Assessment::latest(&asked, session));
        loads.iter().map(|load| (load.person.to_string(), load.practices.done, load.practices.of)).collect::<Vec<_>>()
    };
    let expected = |of: [(&str, usize, usize); 3]| of.map(|(person, done, all)| (person.to_owned(), done, all));
    assert_eq!(loads(&talk), expected([("ana", 0, 0), ("bo", 0, 0), ("cy", 0, 0)]));
    for practice in [COOLING, "lager.mehl", "haende.waschen"] {
        assign(&mut talk, "ana", practice);
    }
    let back = assign(&mut talk, "bo", COOLING);
    assign(&mut talk, "bo", "lager.mehl");
    assign(&mut talk, "cy", "not.in.this.model");
    says(&mut talk, "cy", COLD, NotMet);
    says(&mut talk, "ana", COLD, NotMet);
    talk.by = Some("bo".to_owned());
    talk.quick_level("lager.mehl", 1);
    assert_eq!(
        loads(&talk),
        expected([("ana", 1, 3), ("bo", 1, 2), ("cy", 0, 0)]),
        "only what they said themselves, in either pass"
    );
    talk.change(back);
    assert_eq!(loads(&talk), expected([("ana", 1, 3), ("bo", 1, 1), ("cy", 0, 0)]));
    let said = |talk: &Talk| {
        let asked = asked();
        let loads = workloads(&Assessment::latest(&asked, &talk.session));
        loads.iter().map(|load| (load.quick, load.statements)).collect::<Vec<_>>()
    };
    assert_eq!(said(&talk), [(0, 1), (1, 0), (0, 1)], "also of practices that are not theirs");
    talk.change(Change::Person(id("bo"), None));
    assert_eq!(loads(&talk).len(), 2);
}

#[test]
fn the_map_has_everybody_who_says_something_that_counts_in_the_open_round() {
    let mut talk = talk();
    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "bo", COLD, Met);
    withdraws(&mut talk, "bo", COLD);
    says(&mut talk, "cy", COLD, not_applicable(""));
    assert_eq!(seen(&talk).people, [Some(id("ana"))]);
    talk.open_round("r2");
    assert_eq!(seen(&talk).people, []);
}

const PEOPLE: [&str; 4] = ["", "ana", "bo", "cy"];

fn answer() -> impl Strategy<Value = Option<Answer>> {
    let compensated = Answer::Compensated(Compensated::because("cellar"));
    select(vec![
        None,
        Some(Met),
        Some(Partly),
        Some(NotMet),
        Some(not_applicable("no")),
        Some(not_applicable("")),
        Some(compensated),
    ])
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn whatever_is_said_and_settled_in_whatever_order(
        before in vec((select(PEOPLE.to_vec()), answer()), 0..6),
        settled in answer(),
        after in vec((select(PEOPLE.to_vec()), answer()), 0..4),
    ) {
        let mut talk = talk();
        let say = |talk: &mut Talk, (by, answer): &(&str, Option<Answer>)| {
            talk.by = (!by.is_empty()).then(|| (*by).to_owned());
            let place = talk.place(id::<IndicatorId>(COLD));
            talk.change(Change::Answer(place, answer.clone()));
            talk.by = None;
        };
        before.iter().for_each(|it| say(&mut talk, it));
        if let (Some(answer), Some(_)) = (settled, found(&talk).first()) {
            settle(&mut talk, COLD, answer);
        }
        after.iter().for_each(|it| say(&mut talk, it));

        let verdicts: Vec<Verdict> = talk
            .session
            .answers_to(&id(COLD), &id(&talk.round))
            .filter_map(|(_, fact)| fact.value().map(|answer| Verdict::of(answer, &AnswerScale::default())))
            .filter(|verdict| *verdict != Verdict::Unanswered)
            .collect();
        let lowest = verdicts.iter().min().copied().unwrap_or(Verdict::Unanswered);
        let differ = verdicts.iter().any(|verdict| *verdict != lowest);
        let found = found(&talk);
        prop_assert_eq!(found.len(), usize::from(differ));
        let settled = found.first().and_then(|dispute| dispute.settled.as_ref()).and_then(|fact| fact.value());
        let expected = settled.map_or(lowest, |settled| Verdict::of(&settled.answer, &AnswerScale::default()));
        prop_assert_eq!(counts(&talk, COLD), expected, "what counts is what is shown to count");
        if let Some(dispute) = found.first() {
            prop_assert_eq!(dispute.answers.len(), verdicts.len());
            prop_assert_eq!(dispute.stamps.len(), verdicts.len());
        }
    }
}

#[test]
fn a_practice_on_which_people_differ_says_so_until_it_is_settled_whatever_settles_it() {
    let mut talk = talk();
    let differ = |talk: &Talk| {
        let (asked, session) = (asked(), &talk.session);
        let all = plumbline::analysis::results(&Assessment::latest(&asked, session));
        all.practices.iter().filter(|it| it.do_people_differ).map(|it| it.practice.to_string()).collect::<Vec<_>>()
    };
    talk.by = Some("ana".to_owned());
    talk.quick_level("lager.mehl", 1);
    assert!(differ(&talk).is_empty());
    talk.by = Some("bo".to_owned());
    talk.quick_level("lager.mehl", 2);
    assert_eq!(differ(&talk), ["lager.mehl"]);
    let at = Subject { on: id("lager.mehl"), round: id(&talk.round), part: None };
    let settled = plumbline::session::commands::settle_quick(&talk.session, at, Level::new(2), "Both looked at the list.");
    let back = talk.change(settled);
    assert!(differ(&talk).is_empty());
    assert_eq!(
        plumbline::analysis::results(&Assessment::latest(&asked(), &talk.session))
            .practice(&id("lager.mehl"))
            .and_then(|it| it.standing.current.low()),
        Some(Level::new(2))
    );
    talk.change(back);
    assert_eq!(differ(&talk), ["lager.mehl"], "and taken back it differs again");

    says(&mut talk, "ana", COLD, Met);
    says(&mut talk, "bo", COLD, NotMet);
    assert!(differ(&talk).contains(&found(&talk).first().map(|it| it.practice.to_string()).unwrap_or_default()));
    settle(&mut talk, COLD, NotMet);
    assert_eq!(differ(&talk), ["lager.mehl"]);
}
