//! What is open, and that it is counted once: the same number comes out wherever the same thing is told.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::BTreeSet;

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{answers, id, smm, smm_guided, tiny_asked};
use plumbline::analysis::{
    Assessment, Current, Fit, GapFilter, Ground, Grounds, KeptApartIndex, Name, OpenKind, OpenLevel, OpenPoints, PracticeResult,
    Raised, ReportOptions, Rule, Standing, agenda, compare, confirm_all, consistency, decisions, gap_list, interview_answers,
    kept_apart_key, open_points, overview, progress, quick_differences, report, results, several_answered, stale, take_over,
    to_do, views, workloads,
};
use plumbline::exchange::{DecisionLogWords, Keep, decision_log_csv, discussions, merge, read_session, settled, write_session};
use plumbline::model::{Level, PracticeId, Questionnaire, Scope};
use plumbline::session::{
    Answer, Authorship, Change, Compensated, Confidence, Date, DutyAnswer, List, NotApplicable, Origin, Override, OwnMinimum,
    ProfileDuty, QuickAnswer, Session, Shown, Steps, Target, Timestamp, commands,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Map;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const COOLING: &str = "lager.kalt.kuehlen";
const PRACTICES: [&str; 3] = [COOLING, "lager.mehl", "haende.waschen"];
/// A day on which some answers are stale: they are given in autumn 2026.
const LATER: Date = Date::constant(2027, 11, 1);

/// Something that somebody does: what, about which practice, statement and part, who, and how.
type Deed = (u8, usize, usize, Option<usize>, Option<usize>, u8);

fn deeds(most: usize) -> impl Strategy<Value = Vec<Deed>> {
    let about = (0..11_u8, 0..3_usize, 0..40_usize);
    let deed = (about, prop::option::weighted(0.4, 0..2_usize), prop::option::weighted(0.8, 0..3_usize), 0..6_u8);
    vec(deed.prop_map(|((what, practice, statement), part, person, how)| (what, practice, statement, part, person, how)), 0..most)
}

const PEOPLE: [&str; 3] = ["ana", "bo", "cy"];
const PARTS: [&str; 2] = ["cellar", "shop"];

fn begun() -> Talk {
    let mut talk = Talk::about(tiny_asked().model());
    PEOPLE.iter().for_each(|person| talk.add_person(person));
    PARTS.iter().for_each(|part| talk.name_part(part));
    talk
}

fn does(talk: &mut Talk, asked: &Questionnaire, (what, practice, statement, part, person, how): &Deed) {
    let all: Vec<String> = asked.all_indicators().map(ToString::to_string).collect();
    let (Some(practice), Some(statement)) = (PRACTICES.get(*practice), all.get(statement % all.len())) else { return };
    let named = |names: &[&str], at: &Option<usize>| at.and_then(|at| names.get(at)).map(|name| (*name).to_owned());
    talk.part = named(&PARTS, part);
    talk.by = named(&PEOPLE, person);
    let level = Level::new(how % 3);
    match what {
        0..=2 => {
            let answer = match how {
                0 | 1 => Answer::Met,
                2 => Answer::NotMet,
                3 => Answer::Partly,
                4 => Answer::NotApplicable(NotApplicable::because("no such thing")),
                _ if level == Level::new(2) && talk.by.is_some() => Answer::DontKnow,
                _ => Answer::Compensated(Compensated::because("")),
            };
            talk.answer(statement, answer);
        }
        3 => talk.quick(
            practice,
            match how {
                5 => QuickAnswer::NotApplicable(NotApplicable::because("none")),
                4 => QuickAnswer::NotApplicable(NotApplicable::because("")),
                3 => QuickAnswer::DontKnow,
                _ => QuickAnswer::Level(level),
            },
        ),
        4 => {
            let origin = if how % 2 == 0 { Origin::Practice } else { Origin::Interview };
            talk.change(Change::Target(id(practice), (*how != 4).then(|| Target::new(level, Scope::General, origin))));
        }
        5 => {
            let place = talk.place(id(statement));
            talk.change(Change::Confidence(place, Some(if *how < 4 { Confidence::Assumed } else { Confidence::Seen })));
        }
        6 => {
            let place = talk.place(id(statement));
            talk.change(Change::Against(place, Some("I doubt it.".to_owned())));
        }
        7 => {
            let place = talk.place(id(statement));
            talk.change(Change::Shown(place, Some(Shown::NotShown)));
        }
        8 => {
            let at = talk.place(id(practice)).subject();
            let reason = if *how < 3 { "We know better." } else { "" };
            talk.change(Change::Override(at, Some(Override { level, reason: reason.to_owned(), unknown: Map::new() })));
        }
        9 => {
            let minimum = OwnMinimum { level, source: "a law".to_owned(), unknown: Map::new() };
            talk.change(Change::Minimum(id(practice), Some(minimum)));
        }
        _ if *how == 0 => talk.open_round("r2"),
        _ => {
            let part = if *how < 3 { PARTS.first() } else { PARTS.last() };
            talk.change(Change::Part(id(part.copied().unwrap_or_default()), None));
        }
    }
}

/// Two copies of a session that went on apart, brought together with both sides of every conflict kept.
fn together(before: &[Deed], mine: &[Deed], theirs: &[Deed]) -> Result<Session, TestCaseError> {
    let asked = tiny_asked();
    let mut talk = begun();
    before.iter().for_each(|deed| does(&mut talk, &asked, deed));
    let apart = |deeds: &[Deed], actor: &str| {
        let mut here = Talk::about(asked.model());
        here.session = talk.session.clone();
        here.round = talk.round.clone();
        here.actor = actor.to_owned();
        here.pass(i64::try_from(before.len()).unwrap_or_default() + 10);
        deeds.iter().for_each(|deed| does(&mut here, &asked, deed));
        here.session
    };
    let merged = merge(&apart(mine, "tab-2"), &apart(theirs, "tab-3")).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let keep = vec![Keep::Both; merged.conflicts.len()];
    let by = Authorship { by: None, at: Timestamp::from_second(1_795_500_000).unwrap_or_default(), actor: id("tab-2") };
    merged.decided(&keep, &by).map_err(|error| TestCaseError::fail(error.to_string()))
}

fn open(assessment: &Assessment<'_>) -> OpenPoints {
    open_points(assessment, &results(assessment), LATER)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_list_by_urgency_has_the_same_order(before in deeds(40), mine in deeds(8), theirs in deeds(8)) {
        let asked = tiny_asked();
        let session = together(&before, &mine, &theirs)?;
        let assessment = Assessment::latest(&asked, &session);
        let results = results(&assessment);
        let all = overview(&assessment, &results);
        let gaps: Vec<&PracticeId> = gap_list(&all, &GapFilter::default()).into_iter().map(|it| &it.result.practice).collect();
        let things = to_do(&assessment, &results, "en");
        let first: Vec<&PracticeId> = things.iter().map(|it| &it.practice).collect();
        prop_assert_eq!(&first, &gaps.iter().copied().take(5).collect::<Vec<_>>());
        // On the agenda those of which nothing is known stand among them; those of the list keep their order.
        let agenda = agenda(&assessment, LATER, u16::MAX);
        let mut talked: Vec<&PracticeId> = agenda.items.iter().map(|it| &it.practice).collect();
        talked.dedup();
        let urgency = |id: &PracticeId| results.practices.iter().find(|it| it.practice == *id).filter(|it| it.is_gap() || it.distance() > 0).map(PracticeResult::urgency);
        let order: Vec<_> = talked.iter().map(|id| (urgency(id).is_none(), urgency(id))).collect();
        prop_assert!(order.is_sorted(), "{order:?}");
    }

    #[test]
    fn the_same_number_comes_out_wherever_the_same_thing_is_counted(before in deeds(40), mine in deeds(8), theirs in deeds(8)) {
        let asked = tiny_asked();
        let session = together(&before, &mine, &theirs)?;
        let assessment = Assessment::latest(&asked, &session);
        let (results, progress) = (results(&assessment), progress(&assessment));
        let open = open_points(&assessment, &results, LATER);
        let count = |kind| open.count(kind);
        let all = asked.model().practices().len();

        // Practices, as progress, results, roll-up and confidence count them.
        let not_known = count(OpenKind::NotKnown);
        prop_assert_eq!(count(OpenKind::Unanswered) + not_known, progress.assessed.of - progress.assessed.done);
        prop_assert_eq!(not_known, progress.not_known);
        let is_unanswered = |it: &&plumbline::analysis::PracticeResult| it.standing.current == Current::Unanswered;
        prop_assert_eq!(count(OpenKind::Unanswered), results.practices.iter().filter(is_unanswered).count());
        prop_assert_eq!(count(OpenKind::Unanswered) + not_known, results.groups.iter().map(|group| group.practices - group.answered).sum::<usize>());
        prop_assert_eq!(count(OpenKind::NoTarget), results.count(Fit::NoTarget));
        prop_assert_eq!(count(OpenKind::NotConfirmed), progress.proposals);
        let report_of = report(&assessment, LATER, &ReportOptions::default(), "en");
        let decided = report_of.standing_decisions().into_iter().filter(|it| it.is_taken() && it.decision.after.is_some()).count();
        prop_assert_eq!(decided, progress.decided().done, "targets decided, as Start and Targets count them and as the slides do");
        let grounds: Vec<Ground> = overview(&assessment, &results).iter().map(|it| it.ground).collect();
        let on = |ground: Ground| grounds.iter().filter(|it| **it == ground).count();
        prop_assert_eq!(count(OpenKind::Unanswered), on(Ground::Unanswered));
        prop_assert_eq!(not_known, on(Ground::NotKnown));
        prop_assert_eq!(count(OpenKind::Unfinished), on(Ground::Open));
        prop_assert_eq!(count(OpenKind::QuickAlone), on(Ground::Quick));
        let known = open.practices.iter().filter(|it| it.level.is_some()).count();
        let settled = grounds.iter().filter(|it| !matches!(it, Ground::Unanswered | Ground::NotKnown | Ground::Open | Ground::Quick)).count();
        prop_assert_eq!(known + settled, all, "each practice is counted once");
        for it in overview(&assessment, &results).iter().filter(|it| it.ground == Ground::Assumed) {
            prop_assert!(open.assumed.iter().any(|assumed| assumed.practice == it.result.practice), "{:?}", it.result.practice);
        }
        prop_assert_eq!(open.statements, progress.indicators.answered);
        prop_assert!(count(OpenKind::NobodyKnew) >= progress.indicators.not_known, "one for each part, of whatever is not known");
        for it in &open.not_known {
            prop_assert!(!open.assumed.contains(it), "there is nothing to be sure of in what somebody does not know");
        }
        let knew = open.raised().values().filter(|why| why.contains(&Raised::NotKnown)).count();
        prop_assert!(knew <= open.not_known.iter().map(|it| &it.indicator).collect::<BTreeSet<_>>().len());

        // And the same practices, not only as many.
        for (result, ground) in results.practices.iter().zip(&grounds) {
            let level = open.practices.iter().find(|it| it.practice == result.practice).and_then(|it| it.level);
            prop_assert_eq!(result.open, level);
            let of_ground = match ground {
                Ground::Unanswered => Some(OpenLevel::Unanswered),
                Ground::NotKnown => Some(OpenLevel::NotKnown),
                Ground::Open => Some(OpenLevel::Unfinished),
                Ground::Quick => Some(OpenLevel::QuickAlone),
                _ => None,
            };
            prop_assert_eq!(of_ground, level);
            prop_assert_eq!(level == Some(OpenLevel::Unanswered), result.standing.current == Current::Unanswered);
            prop_assert!(result.fit != Fit::Open || matches!(level, Some(OpenLevel::NotKnown | OpenLevel::Unfinished)), "{:?}", result);
            prop_assert!(!result.lacks_reason || level == Some(OpenLevel::Unanswered));
        }

        // What rules find, by rule.
        let found = consistency(&assessment, LATER);
        let by = |rules: &[Rule]| found.iter().filter(|it| rules.contains(&it.rule())).count();
        prop_assert_eq!(count(OpenKind::Disputed), by(&[Rule::Disputed]));
        prop_assert_eq!(count(OpenKind::QuickDiffers), by(&[Rule::QuickDiffers]));
        prop_assert_eq!(count(OpenKind::Stale), by(&[Rule::Stale]));
        prop_assert_eq!(count(OpenKind::Stale), stale(&assessment, LATER).len());
        prop_assert!(count(OpenKind::Contradicted) >= by(&[Rule::NotShown, Rule::Parts]));
        prop_assert_eq!(count(OpenKind::QuickDiffers), quick_differences(&assessment).len());
        prop_assert_eq!(count(OpenKind::Disputed), views(&assessment).practices.iter().map(|it| it.open_disputes).sum::<usize>());
        prop_assert!(count(OpenKind::Disputed) == 0 || several_answered(&assessment));
        prop_assert_eq!(count(OpenKind::KeptApart), discussions_of_this_round(&assessment));

        // The agenda: each statement that is worth a conversation, once.
        let agenda = agenda(&assessment, LATER, 60);
        prop_assert_eq!(agenda.items.len() + agenda.left, open.raised().len());
        prop_assert_eq!(&agenda.open, &open);
        for practice in asked.model().practices() {
            prop_assert!(agenda.items.iter().filter(|it| it.practice == practice.id).count() <= 3);
        }

        // The report: all of it, and nothing else.
        let report = report(&assessment, LATER, &ReportOptions::default(), "de");
        let it = &report.open;
        prop_assert_eq!(it.unanswered.len(), count(OpenKind::Unanswered) + not_known + count(OpenKind::Unfinished));
        prop_assert_eq!(it.unanswered.iter().filter(|it| it.entirely).count(), count(OpenKind::Unanswered));
        let is_open = |it: &&plumbline::analysis::OpenPractice| matches!(it.level, Some(OpenLevel::Unanswered | OpenLevel::NotKnown | OpenLevel::Unfinished));
        let name = |id: &plumbline::model::PracticeId| asked.model().practice(id).map(|it| it.name.get("de").to_owned()).unwrap_or_default();
        let names: Vec<_> = open.practices.iter().filter(is_open).map(|it| name(&it.practice)).collect();
        prop_assert_eq!(it.unanswered.iter().map(|it| it.name.clone()).collect::<Vec<_>>(), names);
        prop_assert_eq!(it.unanswered.len(), results.not_to_the_end());

        // Each target once: decided, disputed, only proposed or not there.
        let standing = report.standing_decisions();
        let practices: BTreeSet<_> = standing.iter().map(|it| &it.decision.practice).collect();
        prop_assert_eq!(practices.len(), standing.len());
        prop_assert!(report.targets_kept_apart().is_disjoint(&practices));
        prop_assert_eq!(it.quick_alone.len(), count(OpenKind::QuickAlone));
        prop_assert_eq!((it.without_target.len(), it.unconfirmed.len()), (count(OpenKind::NoTarget), count(OpenKind::NotConfirmed)));
        prop_assert_eq!((it.quick_differs.len(), it.disputed.len()), (count(OpenKind::QuickDiffers), count(OpenKind::Disputed)));
        prop_assert_eq!((it.kept_apart.len(), it.contradicted.len()), (count(OpenKind::KeptApart), count(OpenKind::Contradicted)));
        prop_assert_eq!(it.not_known.len(), count(OpenKind::NobodyKnew));
        prop_assert_eq!((it.stale.len(), it.assumed.len()), (count(OpenKind::Stale), count(OpenKind::Assumed)));
        prop_assert_eq!(it.counts.iter().map(|(_, count)| count).sum::<usize>(), OpenKind::ALL.iter().map(|kind| count(*kind)).sum::<usize>());
        prop_assert_eq!(it.is_empty(), open.is_nothing() && it.checks.is_empty());
        prop_assert!(!it.checks.iter().any(|check| check.rule.is_open_point()), "nothing is told twice");

        // Decisions: none that is kept apart, none twice, in order.
        let log = decisions(&assessment);
        prop_assert!(log.is_sorted_by(|one, other| one.at >= other.at));
        let kept: BTreeSet<String> = open.kept_apart.iter().filter(|kept| !kept.targets().is_empty()).map(|kept| kept.on.clone()).collect();
        for decision in log.iter().filter(|it| it.is_kept_apart) {
            prop_assert!(kept.contains(decision.practice.as_str()));
        }
        prop_assert!(report.decisions.iter().filter(|it| it.is_taken()).all(|it| !it.decision.is_kept_apart));

        // People: their own answers.
        for load in workloads(&assessment) {
            let is_own = |by: Option<&plumbline::session::PersonId>, round| by == Some(&load.person) && Some(round) == session.round();
            let quick: BTreeSet<_> = session.quick.keys().filter(|at| is_own(at.by.as_ref(), &at.round)).map(|at| &at.on).collect();
            let own: BTreeSet<_> = session.answers.keys().filter(|at| is_own(at.by.as_ref(), &at.round)).map(|at| &at.on).collect();
            prop_assert!(load.quick <= quick.len() && load.statements + load.not_known <= own.len());
            prop_assert_eq!(load.practices.of, 0, "nothing is assigned");
        }
    }

    #[test]
    fn a_better_quick_answer_never_lowers_what_is_shown(before in deeds(40), practice in 0..3_usize, part in prop::option::of(0..2_usize)) {
        let asked = tiny_asked();
        let mut talk = begun();
        before.iter().for_each(|deed| does(&mut talk, &asked, deed));
        let mut last: Option<Standing> = None;
        for level in 0..3 {
            does(&mut talk, &asked, &(3, practice, 0, part, Some(0), level));
            let of = |session: &Session| {
                let found = results(&Assessment::latest(&asked, session));
                found.practices.into_iter().find(|it| Some(it.practice.as_str()) == PRACTICES.get(practice).copied()).map(|it| it.standing)
            };
            let now = of(&talk.session);
            if let Some((last, now)) = last.as_ref().zip(now.as_ref()) {
                let lower = last.current.low() > now.current.low() || last.current.high() > now.current.high();
                prop_assert!(!lower || now.current.low().is_none(), "{:?} then {:?}", last.current, now.current);
            }
            last = now;
        }
    }
}

fn discussions_of_this_round(assessment: &Assessment<'_>) -> usize {
    let session = assessment.session();
    let is_here = |side: &plumbline::exchange::Entry| {
        let round = side.field("round").and_then(|round| round.as_str());
        round.is_none_or(|round| Some(round) == session.round().map(|it| it.as_str()))
    };
    discussions(session).iter().filter(|(_, sides)| sides.first().is_some_and(is_here)).count()
}

#[test]
fn of_an_empty_assessment_everything_is_open_and_nothing_is_said_to_be_well() {
    let asked = smm_guided(&[]);
    let talk = Talk::about(asked.model());
    let assessment = Assessment::latest(&asked, &talk.session);
    let open = open(&assessment);
    assert_eq!(open.counts().collect::<Vec<_>>(), [(OpenKind::Unanswered, 18), (OpenKind::NoTarget, 18)]);
    assert_eq!(open.statements.done, 0);
    assert!(!several_answered(&assessment));
}

#[test]
fn after_a_quick_pass_every_practice_rests_on_it_alone() {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    for practice in asked.model().practices() {
        talk.target(practice.id.as_str(), 2);
        talk.quick_level(practice.id.as_str(), 2);
    }
    let assessment = Assessment::latest(&asked, &talk.session);
    let open = open(&assessment);
    assert_eq!(open.counts().collect::<Vec<_>>(), [(OpenKind::QuickAlone, 18)]);
    let first = asked.model().practices().first().map(|practice| practice.id.clone());
    let statements: Vec<String> = first
        .iter()
        .flat_map(|id| asked.all().filter(move |it| it.practice.id == *id))
        .take(2)
        .map(|it| it.indicator.id.to_string())
        .collect();
    statements.iter().for_each(|statement| talk.answer(statement, Answer::Met));
    let open = self::open(&Assessment::latest(&asked, &talk.session));
    let counts: Vec<_> = open.counts().collect();
    assert_eq!(
        counts,
        [(OpenKind::Unfinished, 1), (OpenKind::QuickAlone, 17)],
        "where statements are answered it is no longer that alone"
    );
    assert_eq!(open.statements.done, 2);
}

#[test]
fn whoever_does_not_know_leaves_it_open_and_who_gives_no_reason_did_answer() {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    let practices: Vec<String> = asked.model().practices().iter().map(|practice| practice.id.to_string()).collect();
    for (practice, at) in practices.iter().zip(0..) {
        talk.target(practice, 2);
        match at {
            0 => talk.quick(practice, QuickAnswer::DontKnow),
            1 => talk.quick(practice, QuickAnswer::NotApplicable(NotApplicable::because(""))),
            2 => {}
            _ => talk.quick_level(practice, 2),
        }
    }
    let assessment = Assessment::latest(&asked, &talk.session);
    let open = open(&assessment);
    let counts: Vec<_> = open.counts().collect();
    assert_eq!(counts, [(OpenKind::Unanswered, 2), (OpenKind::NotKnown, 1), (OpenKind::QuickAlone, 15)]);
    let found = report(&assessment, LATER, &ReportOptions::default(), "en").open.unanswered;
    let told: Vec<_> = found.iter().map(|it| (it.entirely, it.lacks_reason)).collect();
    assert_eq!(told, [(false, false), (true, true), (true, false)], "somebody answered the second, nobody the third");
    let here = plumbline::exchange::preview(&talk.session, &asked).map(|it| it.quick).ok();
    assert_eq!(here, Some(progress(&assessment).quick.done), "a file is said to hold what the page of the session counts");
}

#[test]
fn a_statement_that_nobody_knew_is_open_as_that_and_neither_answered_nor_untouched() {
    let asked = tiny_asked();
    let mut talk = begun();
    talk.target("lager.mehl", 2);
    talk.by = Some("ana".to_owned());
    talk.answer("m1", Answer::DontKnow);
    let assessment = Assessment::latest(&asked, &talk.session);
    let found = open(&assessment);
    let counts: Vec<_> = found.counts().collect();
    let expected = [(OpenKind::Unanswered, 2), (OpenKind::NotKnown, 1), (OpenKind::NoTarget, 2), (OpenKind::NobodyKnew, 1)];
    assert_eq!(counts, expected);
    assert_eq!(found.raised().get(&id("m1")), Some(&BTreeSet::from([Raised::NotKnown])));
    let progress = progress(&assessment);
    assert_eq!((progress.indicators.answered.done, progress.indicators.not_known, progress.not_known), (0, 1, 1));
    let file = plumbline::exchange::preview(&talk.session, &asked).map(|it| (it.answers, it.not_known)).ok();
    assert_eq!(file, Some((0, 1)), "a file is said to hold what the page of the session counts");
    let of_ana = workloads(&assessment).into_iter().find(|load| load.person == id("ana"));
    assert_eq!(of_ana.map(|load| (load.statements, load.not_known)), Some((0, 1)));

    // Somebody who knows answers it, and nothing of that is left.
    talk.by = Some("bo".to_owned());
    talk.answer("m1", Answer::Met);
    let assessment = Assessment::latest(&asked, &talk.session);
    let found = open(&assessment);
    assert_eq!(found.count(OpenKind::NobodyKnew) + found.count(OpenKind::NotKnown) + found.count(OpenKind::Disputed), 0);
}

#[test]
fn what_nobody_knows_of_one_part_is_open_of_that_part() {
    let asked = tiny_asked();
    let mut talk = begun();
    talk.answer("m1", Answer::Met);
    talk.part = Some("cellar".to_owned());
    talk.answer("m1", Answer::DontKnow);
    let found = open(&Assessment::latest(&asked, &talk.session));
    let parts: Vec<_> = found.not_known.iter().map(|it| it.part.clone()).collect();
    assert_eq!(parts, [Some(id("cellar"))]);
}

#[test]
fn quick_answers_that_differ_are_open_until_statements_or_somebody_settle_it() {
    let asked = tiny_asked();
    let mut talk = begun();
    for (by, level) in [("ana", 2), ("bo", 1)] {
        talk.by = Some(by.to_owned());
        talk.quick_level(COOLING, level);
    }
    talk.target(COOLING, 2);
    let found = open(&Assessment::latest(&asked, &talk.session));
    let [differs] = found.quick_differs.as_slice() else { panic!("{found:?}") };
    let level = |level| Some(Level::new(level));
    assert_eq!(differs.answers, [(Some(id("ana")), level(2)), (Some(id("bo")), level(1))]);
    let raised = found.raised();
    assert!(!raised.is_empty() && raised.iter().any(|(_, why)| why.contains(&plumbline::analysis::Raised::QuickDiffers)));
    let at = talk.place(id(COOLING)).subject();
    let set = Override { level: Level::new(2), reason: "We looked.".to_owned(), unknown: Map::new() };
    talk.change(Change::Override(at, Some(set)));
    assert_eq!(open(&Assessment::latest(&asked, &talk.session)).count(OpenKind::QuickDiffers), 0);
}

#[test]
fn all_parts_that_stand_as_low_as_the_lowest_decide() {
    let asked = tiny_asked();
    let mut talk = begun();
    talk.quick_level(COOLING, 1);
    talk.part = Some("shop".to_owned());
    talk.quick_level(COOLING, 1);
    let deciding = |talk: &Talk| {
        let found = results(&Assessment::latest(&asked, &talk.session)).practice(&id(COOLING)).cloned();
        let names =
            |it: plumbline::analysis::PracticeResult| it.standing.lowest_parts().map(ToString::to_string).collect::<Vec<_>>();
        found.map(names).unwrap_or_default()
    };
    assert_eq!(deciding(&talk), ["cellar", "shop"], "a tie names both");
    talk.quick_level(COOLING, 0);
    assert_eq!(deciding(&talk), ["shop"]);
}

/// A session of which two copies say differently what a target is to be, brought together with both kept.
fn kept_apart() -> Result<(Questionnaire, Session), Box<dyn std::error::Error>> {
    let asked = tiny_asked();
    let mut base = begun();
    base.target(COOLING, 2);
    let copy = |actor: &str, seconds: i64, level: u8| {
        let mut talk = Talk::about(asked.model());
        talk.session = base.session.clone();
        talk.actor = actor.to_owned();
        talk.pass(seconds);
        talk.target(COOLING, level);
        talk.session
    };
    let merged = merge(&copy("tab-3", 3600, 0), &copy("tab-2", 3660, 1))?;
    let by = Authorship { by: None, at: Timestamp::from_second(1_795_520_000)?, actor: id("tab-3") };
    Ok((asked, merged.decided(&[Keep::Both], &by)?))
}

/// Whether a duty binds, said one way in one copy and the other way in another, with both kept: its key has two members.
#[test]
fn what_is_kept_apart_about_a_duty_of_a_profile_is_counted_and_found() -> Outcome {
    let asked = tiny_asked();
    let duty = ProfileDuty { profile: id("fish"), duty: id("hygiene") };
    let base = begun();
    let copy = |actor: &str, seconds: i64, answer: DutyAnswer| {
        let mut talk = Talk::about(asked.model());
        talk.session = base.session.clone();
        talk.actor = actor.to_owned();
        talk.pass(seconds);
        talk.change(Change::Duty(duty.clone(), Some(answer)));
        talk.session
    };
    let not_ours = DutyAnswer::NotApplicable(NotApplicable::because("We sell no fish"));
    let merged = merge(&copy("tab-3", 3600, not_ours), &copy("tab-2", 3660, DutyAnswer::Applies))?;
    let by = Authorship { by: None, at: Timestamp::from_second(1_795_520_000)?, actor: id("tab-3") };
    let session = merged.decided(&[Keep::Both], &by)?;
    assert_eq!(plumbline::analysis::kept_apart(&Assessment::latest(&asked, &session)).len(), 1);
    let key = kept_apart_key(&duty).ok_or("a key")?;
    let index = KeptApartIndex::of(&session);
    assert!(index.has(&[List::Duties], &key));
    let another = kept_apart_key(&ProfileDuty { profile: id("meat"), duty: id("hygiene") }).ok_or("a key")?;
    assert!(!index.has(&[List::Duties], &another), "the same duty of another profile is another");
    Ok(())
}

fn log(asked: &Questionnaire, session: &Session) -> Vec<(String, bool)> {
    let level = |target: &Option<Target>| target.as_ref().map_or("-".to_owned(), |target| target.level.to_string());
    let line = |it: &plumbline::analysis::Decision| (format!("{} > {}", level(&it.before), level(&it.after)), it.is_kept_apart);
    decisions(&Assessment::latest(asked, session)).iter().map(line).collect()
}

#[test]
fn what_is_kept_apart_is_marked_wherever_it_shows_and_is_no_decision_until_it_is_settled() -> Outcome {
    let (asked, session) = kept_apart()?;
    let stands = session.target(&id(COOLING)).map(|target| target.level.number()).unwrap_or_default();
    let other = 1 - stands;
    let mut kept_apart = [(format!("2 > {stands}"), true), (format!("2 > {other}"), true)];
    kept_apart.sort_by(|(one, _), (another, _)| another.cmp(one));
    let both = log(&asked, &session);
    assert_eq!(both, [&kept_apart[..], &[("- > 2".to_owned(), false)]].concat(), "both sides stand in the log, as no decisions");
    let found = report(&Assessment::latest(&asked, &session), LATER, &ReportOptions::default(), "de");
    assert_eq!((found.open.kept_apart.len(), found.decisions.iter().filter(|it| it.is_taken()).count()), (1, 1));
    let kept: Vec<_> = found.sheets.iter().map(|sheet| sheet.kept_apart.len()).collect();
    assert_eq!(kept.iter().sum::<usize>(), 1, "its sheet says so");
    let words = plumbline::analysis::Names::new(Some(&asked), &session, "de");
    let log_words = DecisionLogWords {
        head: [""; 13],
        scope: |_| "",
        because: |_| "",
        reasons: |_| String::new(),
        origin: |_, _| String::new(),
    };
    let csv = decision_log_csv(&decisions(&Assessment::latest(&asked, &session)), words, &log_words)?;
    assert_eq!(csv.lines().count(), 2, "the head and the one that was decided: {csv}");

    for side in 0..2 {
        let mut talk = Talk::about(asked.model());
        talk.session = session.clone();
        talk.pass(100_000);
        let (about, sides) = discussions(&session).pop().ok_or("a discussion")?;
        talk.change(Change::Together(settled(&session, &about, sides.get(side))));
        let now = log(&asked, &talk.session);
        assert!(now.iter().all(|(_, is_kept)| !is_kept), "{now:?}");
        let times: Vec<_> = decisions(&Assessment::latest(&asked, &talk.session)).iter().map(|it| it.at).collect();
        assert!(times.is_sorted_by(|one, other| one >= other), "{times:?}");
        let chosen = sides.get(side).and_then(|side| side.value()?.get("level")?.as_u64());
        // What counts now came after what both began with, and so did each side: neither of them came after the other.
        let lines: Vec<_> = now.iter().map(|(line, _)| line.as_str()).collect();
        let chosen = chosen.map(|it| format!("2 > {it}")).unwrap_or_default();
        let (first, sides) = lines.split_first().ok_or("a decision")?;
        assert_eq!(*first, chosen, "{now:?}");
        let mut sides = sides.to_vec();
        sides.sort_unstable();
        assert_eq!(sides, ["- > 2", "2 > 0", "2 > 1"], "{now:?}");
        let all = decisions(&Assessment::latest(&asked, &talk.session));
        assert_eq!(
            all.iter().map(|it| (it.is_side, it.settles.len())).collect::<Vec<_>>(),
            [(false, 2), (true, 0), (true, 0), (false, 0)]
        );
    }
    Ok(())
}

#[test]
fn what_people_agree_on_settles_a_target_also_where_it_is_neither_side_and_a_reason_alone_settles_nothing() -> Outcome {
    let (asked, session) = kept_apart()?;
    let by = Authorship { by: Some(id("ana")), at: Timestamp::from_second(1_795_600_000)?, actor: id("tab-3") };
    let mut reasoned = session.clone();
    let give = commands::alter_target(&session, &id(COOLING), &by, |target| target.reason = "We still talk.".to_owned());
    reasoned.apply(give.ok_or("a change")?, &by);
    assert_eq!(discussions(&reasoned).len(), 1, "a reason alone decides nothing");
    let mut agreed = session.clone();
    agreed.apply(commands::set_level(&session, &id(COOLING), plumbline::model::Level::new(2), &by), &by);
    assert_eq!(discussions(&agreed).len(), 0, "what people agreed on is decided");
    assert_eq!(agreed.target(&id(COOLING)).map(|target| target.level.number()), Some(2));
    let first = decisions(&Assessment::latest(&asked, &agreed)).into_iter().next().ok_or("a decision")?;
    assert_eq!((level_of(&first.before), level_of(&first.after), first.settles.len()), (Some(2), Some(2), 2));
    // What comes after it settles nothing again.
    let later = Authorship { at: Timestamp::from_second(1_795_700_000)?, ..by };
    let mut changed = agreed.clone();
    changed.apply(commands::set_level(&agreed, &id(COOLING), plumbline::model::Level::new(1), &later), &later);
    let log: Vec<_> = decisions(&Assessment::latest(&asked, &changed)).iter().map(|it| it.settles.len()).collect();
    assert_eq!(log.first(), Some(&0), "{log:?}");
    assert_eq!(log.iter().filter(|it| **it == 2).count(), 1, "{log:?}");
    Ok(())
}

fn level_of(target: &Option<plumbline::session::Target>) -> Option<u8> {
    target.as_ref().map(|target| target.level.number())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn what_is_settled_and_undone_leaves_log_targets_and_what_is_open_as_they_were(
        before in deeds(12), mine in deeds(8), theirs in deeds(8), side in prop::option::of(0..2_usize), times in 1..4_u8,
    ) {
        let asked = tiny_asked();
        let mut session = together(&before, &mine, &theirs)?;
        let all = |session: &Session| {
            let assessment = Assessment::latest(&asked, session);
            let targets: Vec<_> = session.targets.iter().map(|(on, it)| (on.clone(), it.by.clone(), it.at, it.value().cloned())).collect();
            // Of decisions of the same second either may stand first.
            let mut log = decisions(&assessment);
            log.sort_by(|one, other| (other.at, &one.practice).cmp(&(one.at, &other.practice)));
            // An answer that is given back is said anew: it says the same at another place in the history.
            let mut open = open(&assessment);
            open.disputed.iter_mut().for_each(|dispute| dispute.stamps.clear());
            (log, targets, open)
        };
        let start = all(&session);
        let mut seconds = 1_795_600_000;
        let mut now = || {
            seconds += 100;
            Authorship { by: Some(id("ana")), at: Timestamp::from_second(seconds).unwrap_or_default(), actor: id("tab-2") }
        };
        for (about, sides) in discussions(&session) {
            let mut steps = Steps::default();
            let change = Change::Together(settled(&session, &about, side.and_then(|side| sides.get(side))));
            steps.make(&mut session, change, &now());
            let after = all(&session);
            for turn in 0..times {
                steps.undo(&mut session, &now());
                prop_assert_eq!(&all(&session), &start, "undone, turn {}", turn);
                if turn + 1 < times {
                    steps.redo(&mut session, &now());
                    prop_assert_eq!(&all(&session), &after, "redone, turn {}", turn);
                }
            }
        }
    }
}

fn reasoned(talk: &Talk, asked: &Questionnaire) -> Vec<(String, bool)> {
    let profile = asked.profiles().first().cloned();
    let Some(profile) = profile else { panic!("a profile") };
    let assessment = Assessment::latest(asked, &talk.session);
    compare(&assessment, &profile).into_iter().map(|it| (it.practice.to_string(), it.grounds != Grounds::None)).collect()
}

#[test]
fn a_confirmed_proposal_keeps_its_reason_and_its_answers_whatever_is_answered_later() -> Outcome {
    let asked = smm_guided(&["manufacturing-line"]);
    let mut talk = Talk::about(&smm());
    let given = answers(
        "harm=minor loss=costly data=plain fleet=few life=decades touch=visitors updates=visit connection=remote duties=none attackers=chance services=helped",
    );
    for (question, option) in &given {
        talk.change(Change::Interview(question.clone(), Some(option.clone())));
    }
    talk.change(Change::Together(take_over(&asked, &talk.session)));
    talk.pass(30);
    talk.change(Change::Together(confirm_all(&asked, &talk.session, None, "en")));
    let why = |session: &Session| -> Vec<Vec<String>> {
        session
            .targets
            .values()
            .filter_map(|fact| fact.value())
            .map(|it| it.why().iter().map(|it| (*it).to_owned()).collect())
            .collect()
    };
    let before = why(&talk.session);
    assert!(before.len() == 18 && before.iter().all(|why| !why.is_empty()));
    let recovery =
        talk.session.target(&id("hardening.response.recovery")).and_then(Target::rationale).cloned().ok_or("a rationale")?;
    assert_eq!(recovery.answers.get(&id("loss")), Some(&id("costly")));
    assert!(reasoned(&talk, &asked).iter().all(|(_, has_reason)| *has_reason));
    assert_eq!(interview_answers(&talk.session), given);

    // The interview is answered otherwise, and the profile goes: the reasons stay.
    for question in given.keys() {
        talk.change(Change::Interview(question.clone(), None));
    }
    let bare = smm_guided(&[]);
    assert_eq!(why(&talk.session), before);
    let found = report(&Assessment::latest(&bare, &talk.session), LATER, &ReportOptions::default(), "en");
    assert!(found.sheets.iter().all(|sheet| sheet.target.as_ref().is_some_and(|target| !target.reasons.is_empty())));
    let read = read_session(write_session(&talk.session)?.as_bytes())?;
    assert_eq!(read, talk.session, "and travel with the file");

    // Once it is another level, they are no reasons for it; and again once it is as it was proposed.
    let level = recovery.level.number();
    let practice = id("hardening.response.recovery");
    talk.change(plumbline::session::commands::set_level(
        &talk.session,
        &practice,
        Level::new(level - 1),
        &talk.next_authorship(),
    ));
    assert_eq!(talk.session.target(&practice).map(|target| target.why().len()), Some(0));
    talk.change(plumbline::session::commands::set_level(&talk.session, &practice, Level::new(level), &talk.next_authorship()));
    assert!(talk.session.target(&practice).is_some_and(|target| !target.why().is_empty()));
    Ok(())
}

#[test]
fn without_names_nothing_kept_apart_says_who_somebody_is() -> Outcome {
    let asked = tiny_asked();
    let base = begun();
    let copy = |actor: &str, name: &str| {
        let mut talk = Talk::about(asked.model());
        talk.session = base.session.clone();
        talk.actor = actor.to_owned();
        talk.pass(50);
        let person =
            plumbline::session::Person { name: name.to_owned(), role: plumbline::session::Role::Consultant, unknown: Map::new() };
        talk.change(Change::Person(id("ana"), Some(person)));
        talk.session
    };
    let merged = merge(&copy("tab-3", "Anna Unique"), &copy("tab-2", "Anne Other"))?;
    let by = Authorship { by: None, at: Timestamp::from_second(1_795_520_000)?, actor: id("tab-3") };
    let session = merged.decided(&[Keep::Both], &by)?;
    let options = ReportOptions { names: false, ..ReportOptions::default() };
    let found = report(&Assessment::latest(&asked, &session), LATER, &options, "de");
    assert_eq!(found.open.kept_apart.len(), 1);
    assert!(found.open.kept_apart.iter().all(|it| !it.shows_sides && it.about.is_none()));
    assert!(found.about.people.iter().all(|it| !matches!(it.name, Name::Named(_))));
    Ok(())
}

/// What is settled is settled again once the answers that it settles were undone and redone with it: they stand under other stamps then.
#[test]
fn what_is_settled_holds_again_after_the_answers_and_it_were_undone_and_redone() -> Outcome {
    let asked = tiny_asked();
    let mut talk = Talk::about(&crate::support::tiny());
    for person in ["ana", "bo"] {
        talk.add_person(person);
    }
    let mut session = talk.session.clone();
    let mut steps = Steps::default();
    let statement = asked.all().next().ok_or("a statement")?.indicator.id.clone();
    let round = session.round().ok_or("a round")?.clone();
    let mut seconds = 1_795_600_000;
    let mut by = |who: &str| {
        seconds += 100;
        Authorship { by: Some(id(who)), at: Timestamp::from_second(seconds).unwrap_or_default(), actor: id("tab-1") }
    };
    for (who, answer) in [("ana", Answer::Met), ("bo", Answer::NotMet)] {
        let place = plumbline::session::Place { on: statement.clone(), round: round.clone(), part: None, by: Some(id(who)) };
        steps.make(&mut session, Change::Answer(place, Some(answer)), &by(who));
    }
    let at = plumbline::session::Subject { on: statement, round: round.clone(), part: None };
    let among = session.answers_to(&at.on, &round).map(|(_, fact)| fact.stamp.clone()).collect();
    let settled = commands::settle(&session, &at, Answer::NotMet, among, "We looked.");
    steps.make(&mut session, settled, &by("ana"));
    let is_open = |session: &Session| open(&Assessment::latest(&asked, session)).disputed.len();
    assert_eq!(is_open(&session), 0);
    for _ in 0..3 {
        for _ in 0..3 {
            steps.undo(&mut session, &by("ana"));
        }
        for _ in 0..3 {
            steps.redo(&mut session, &by("ana"));
        }
        assert_eq!(is_open(&session), 0, "it is settled as before");
    }
    Ok(())
}
