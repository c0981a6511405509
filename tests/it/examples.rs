//! The example sessions that are shipped: complete, marked as made up, and with just the results that were worked out by hand.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::sync::Arc;

use crate::support::{bytes, list, marks, offered, smm, smm_coherence, smm_interview, smm_profile};
use plumbline::analysis::{
    Assessment, Basis, Current, Fit, Move, Results, ScopeFit, compare, decisions, differences, hints, interview_answers,
    own_indicators, progress, results, rounds_in_short, two_rounds_of,
};
use plumbline::exchange::{preview, read_session, write_session};
use plumbline::model::{Level, PracticeId, Questionnaire, Scope};
use plumbline::session::{ActionState, Answer, Fact, Origin, QuickAnswer, Role, RoundState, Session, SystemField};

/// What is known about an example. The lists by practice are in the model's order:
/// program, compliance, threat modeling, risk attitude, product supply chain, services,
/// identities, access control, change, physical, data policy, data practices,
/// vulnerability assessment, patching, monitoring, sharing, detection, recovery.
struct Expected {
    file: &'static str,
    profile: &'static str,
    /// Target levels with the first letter of their scope.
    targets: &'static str,
    /// Current levels; `x` does not apply, `?` is unanswered, `!` after a level that indicators settled, `=` after one that was set.
    current: &'static str,
    /// The highest demand from outside, `-` without one.
    minimums: &'static str,
    /// How many practices are short, on target, more than needed, not applicable, unanswered.
    fits: [usize; 5],
    /// Practices whose scope in place is less specific than needed.
    too_general: &'static [&'static str],
    /// Practices whose target is still a proposal.
    proposals: &'static [&'static str],
    /// The indicators by which a next level is missed.
    near: &'static [&'static str],
    /// Targets beside those of the profile, where they differ.
    compared: &'static [(&'static str, i16)],
    /// Hints about the targets; all are answered.
    hints: &'static [&'static str],
    /// What was decided on more than once by people, as practice and levels, the latest last.
    changed: &'static [(&'static str, &'static str)],
    /// How many practices have an answer to every statement up to level 3, in one round or another.
    in_full: usize,
    /// How many practices rose and fell since the round before.
    moved: [usize; 2],
    /// How many answers were confirmed, changed, given for the first time, and not looked at again.
    again: [usize; 4],
}

#[rustfmt::skip]
const EXAMPLES: &[Expected] = &[
    Expected {
        file: "bottling-line.json",
        profile: "manufacturing-line",
        targets:  "2g 2i 2s 3i 2i 3i 2i 3i 3s 2g 1g 2s 2i 2s 3i 1g 3i 4s",
        current:  "2! 1 1 2 2 2! 2 3 2! 3 x 2 1 2 2! 2 2! 2!",
        minimums: "2 2 - 2 2 2 2 2 2 - - 2 2 2 - - 2 3",
        fits: [9, 6, 2, 1, 0],
        too_general: &["hardening.vulnerability.assessment"],
        proposals: &[
            "governance.strategy.compliance", "enablement.assets.physical", "enablement.data.practices",
            "hardening.awareness.sharing",
        ],
        near: &["hardening.response.recovery.l3.undeletable-copy"],
        compared: &[("governance.strategy.program", -1)],
        hints: &[],
        changed: &[
            ("enablement.access.access-control", "2 3"), ("hardening.awareness.monitoring", "2 3"),
            ("hardening.response.detection", "2 3"),
        ],
        in_full: 7,
        moved: [4, 1],
        again: [77, 19, 19, 6],
    },
    Expected {
        file: "automotive-gateway.json",
        profile: "automotive-ota",
        targets:  "3i 3i 3s 3s 3i 3i 3i 3s 3i 2i 2i 3s 4i 4s 3i 3i 3i 2i",
        current:  "3 3 3 2 2 2 3 2 2! 2 2 2 3 3! 2! 1! 2! 3",
        minimums: "3 3 3 2 2 2 2 2 3 2 - 2 3 3 2 2 2 -",
        fits: [11, 6, 1, 0, 0],
        too_general: &["governance.risk.risk-attitude", "enablement.access.access-control"],
        proposals: &["governance.risk.risk-attitude", "governance.supply.services"],
        near: &[],
        compared: &[
            ("governance.supply.services", 1), ("enablement.assets.change", -1), ("hardening.vulnerability.assessment", 1),
        ],
        hints: &[],
        changed: &[
            ("enablement.assets.change", "4 3"), ("enablement.data.policy", "3 2"), ("hardening.vulnerability.assessment", "3 4"),
        ],
        in_full: 8,
        moved: [5, 1],
        again: [81, 12, 41, 3],
    },
    Expected {
        file: "home-cameras.json",
        profile: "consumer-cameras",
        targets:  "1g 3i 2i 1g 2i 3i 3i 3i 2g 2g 3i 4s 3i 3i 2i 2i 3i 1g",
        current:  "1 2 2 1 1 3 2! 3 2 2 2 2! 3 3 2! 1 2! 2",
        minimums: "- 2 2 1 2 - 2 2 2 2 2 2 3 3 2 2 2 1",
        fits: [7, 10, 1, 0, 0],
        too_general: &["governance.supply.product", "enablement.data.practices", "hardening.awareness.sharing"],
        proposals: &["governance.risk.threat-modeling", "enablement.assets.change", "hardening.awareness.sharing"],
        near: &["enablement.access.identities.l3.account-reconciliation"],
        compared: &[
            ("governance.strategy.program", -1), ("governance.risk.risk-attitude", -1), ("hardening.response.detection", 1), ("hardening.response.recovery", -1),
        ],
        hints: &["compliance-needs-program"],
        changed: &[("governance.strategy.program", "2 1"), ("hardening.response.detection", "2 3")],
        in_full: 7,
        moved: [4, 1],
        again: [84, 14, 19, 4],
    },
];

fn example(expected: &Expected) -> (Session, Questionnaire) {
    let session = read_session(&bytes(&format!("public/examples/{}", expected.file)));
    let session = session.unwrap_or_else(|error| panic!("{}: {error}", expected.file));
    let asked = Questionnaire::new(smm(), vec![smm_profile(expected.profile)])
        .with_guidance(Some(smm_interview()), Some(smm_coherence()))
        .with_own(own_indicators(&session));
    (session, asked)
}

fn per_practice(found: &Results, show: impl Fn(&plumbline::analysis::PracticeResult) -> String) -> String {
    found.practices.iter().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_list_names_the_examples_and_nothing_else_lies_there() {
    let files: Vec<&str> = EXAMPLES.iter().map(|expected| expected.file).collect();
    assert_eq!(list("public/examples/index.json"), files);
    let there = std::fs::read_dir(crate::support::path("public/examples")).into_iter().flatten().count();
    let of_others: usize = offered().iter().map(|it| it.examples.len()).sum();
    assert_eq!(there, files.len() + of_others + 1);
}

#[test]
fn every_example_is_read_whole_and_says_that_it_is_made_up() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let file = expected.file;
        assert!(session.system(SystemField::Name).starts_with("Example: "), "{file}");
        assert!(session.system(SystemField::Includes).starts_with("Made up. "), "{file}");
        assert!(!session.system(SystemField::Excludes).is_empty(), "{file}");

        let Ok(preview) = preview(&session, &asked) else { panic!("{file}") };
        assert_eq!(preview.not_in_model, [""; 0], "{file}");
        assert_eq!(preview.missing_profiles, [""; 0], "{file}");
        assert_eq!(preview.other_edition, None, "{file}");
        let used = session.profiles.values().filter_map(Fact::value).map(|used| &used.edition).collect::<Vec<_>>();
        assert_eq!(used, [&smm_profile(expected.profile).edition], "{file}: the profile in its present edition");
    }
}

#[test]
fn every_example_is_written_as_it_is_read() {
    for expected in EXAMPLES {
        let (session, _) = example(expected);
        let written = write_session(&session).unwrap_or_default();
        assert_eq!(written.as_bytes(), bytes(&format!("public/examples/{}", expected.file)), "{}", expected.file);
    }
}

#[test]
fn examples_have_ids_of_their_own() {
    let ids: std::collections::BTreeSet<_> = EXAMPLES.iter().map(|expected| example(expected).0.id).collect();
    assert_eq!(ids.len(), EXAMPLES.len());
}

#[test]
fn people_of_all_roles_take_part() {
    for expected in EXAMPLES {
        let (session, _) = example(expected);
        for role in [Role::BusinessOwner, Role::TechnologyOwner, Role::Consultant] {
            assert!(session.everybody().any(|(_, person)| person.role == role), "{} {role:?}", expected.file);
        }
        assert!(session.everybody().all(|(id, _)| session.person_name(id).is_some()), "{}", expected.file);
    }
}

#[test]
fn the_numbers_are_those_worked_out_by_hand() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let found = results(&Assessment::latest(&asked, &session));
        let file = expected.file;

        let targets = found.practices.iter().filter_map(|it| it.target.zip(it.target_scope));
        assert_eq!(marks(targets), expected.targets, "{file}");
        let current = per_practice(&found, |it| match it.standing.current {
            Current::Unanswered | Current::Known { basis: Basis::NotKnown, .. } => "?".to_owned(),
            Current::NotApplicable => "x".to_owned(),
            Current::Known { low, high, .. } if low != high => format!("{low}-{high}"),
            Current::Known { low, basis: Basis::Quick, .. } => low.to_string(),
            Current::Known { low, basis: Basis::Indicators, .. } => format!("{low}!"),
            Current::Known { low, basis: Basis::Override, .. } => format!("{low}="),
            Current::Known { low, basis: Basis::Rating, .. } => format!("{low}!"),
        });
        assert_eq!(current, expected.current, "{file}");
        let minimums = per_practice(&found, |it| it.minimum.map_or("-".to_owned(), |level| level.to_string()));
        assert_eq!(minimums, expected.minimums, "{file}");
        let fits = [Fit::Short, Fit::OnTarget, Fit::More, Fit::NotApplicable, Fit::Unanswered].map(|fit| found.count(fit));
        assert_eq!(fits, expected.fits, "{file}");
        assert_eq!(fits.iter().sum::<usize>(), 18, "{file}");
        let near: Vec<&str> =
            found.practices.iter().filter_map(|it| it.standing.near_miss.as_ref()).map(|near| near.indicator.as_str()).collect();
        assert_eq!(near, expected.near, "{file}");
        let too_general = found.practices.iter().filter(|it| it.scope_fit == ScopeFit::TooGeneral);
        assert_eq!(too_general.map(|it| it.practice.as_str()).collect::<Vec<_>>(), expected.too_general, "{file}");
    }
}

#[test]
fn gaps_are_of_one_or_two_levels_and_nothing_is_below_zero_or_off_the_scale() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let found = results(&Assessment::latest(&asked, &session));
        let gaps: Vec<i16> = found.gaps().iter().filter_map(|it| it.gap).map(|gap| gap.most).collect();
        assert!(gaps.iter().all(|gap| (1..=2).contains(gap)), "{}: {gaps:?}", expected.file);
        assert!(gaps.contains(&1) && gaps.contains(&2), "{}: {gaps:?}", expected.file);
    }
}

#[test]
fn no_target_is_below_a_minimum() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        for result in results(&Assessment::latest(&asked, &session)).practices {
            assert!(result.target >= result.minimum, "{} {}", expected.file, result.practice);
        }
    }
}

#[test]
fn what_is_still_a_proposal_is_just_what_would_be_proposed_now() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let answers = interview_answers(&session);
        assert_eq!(answers.len(), smm_interview().questions.len(), "{}", expected.file);
        assert_eq!(differences(&Assessment::latest(&asked, &session), &answers), [], "{}", expected.file);
        let is_proposal = |id: &PracticeId| session.target(id).is_some_and(|target| target.origin.is_proposal());
        let practices = smm().practices().iter().map(|practice| practice.id.clone()).collect::<Vec<_>>();
        let open: Vec<&str> = practices.iter().filter(|id| is_proposal(id)).map(|id| id.as_str()).collect();
        assert_eq!(open, expected.proposals, "{}", expected.file);
    }
}

#[test]
fn every_other_target_was_decided_by_somebody_for_a_reason_until_a_day() {
    for expected in EXAMPLES {
        let (session, _) = example(expected);
        for (practice, fact) in &session.targets {
            let place = format!("{} {practice}", expected.file);
            let Some(target) = fact.value() else { panic!("{place}") };
            if target.origin.is_proposal() {
                continue;
            }
            assert_eq!(target.origin, Origin::Practice, "{place}");
            assert!(target.because.is_some() && target.reason.len() > 40, "{place}");
            assert!(target.decided_by.as_ref().is_some_and(|by| session.person_name(by).is_some()), "{place}");
            assert!(target.decided_on.zip(target.review_on).is_some_and(|(decided, review)| decided < review), "{place}");
        }
    }
}

#[test]
fn at_least_two_targets_are_low_on_purpose_and_stand_beside_the_profile_with_a_reason() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let profile = asked.profiles().first().map(Arc::as_ref);
        let all: Vec<_> =
            profile.into_iter().flat_map(|profile| compare(&Assessment::latest(&asked, &session), profile)).collect();
        let differ: Vec<_> =
            all.iter().filter_map(|it| Some((it.practice.as_str(), it.above.filter(|above| *above != 0)?))).collect();
        assert_eq!(differ, expected.compared, "{}", expected.file);
        for below in all.iter().filter(|it| it.above.is_some_and(|above| above < 0)) {
            assert!(below.grounds != plumbline::analysis::Grounds::None, "{} {}", expected.file, below.practice);
        }
        let low = session.targets.values().filter_map(Fact::value);
        let low = low.filter(|it| it.origin == Origin::Practice && it.level <= Level::new(2) && !it.reason.is_empty());
        assert!(low.count() >= 2, "{}", expected.file);
    }
}

#[test]
fn every_hint_is_answered() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let found = hints(&Assessment::latest(&asked, &session));
        let ids: Vec<&str> = found.iter().map(|hint| hint.dependency.id.as_str()).collect();
        assert_eq!(ids, expected.hints, "{}", expected.file);
        assert!(found.iter().all(|hint| hint.answer.is_some()), "{}", expected.file);
    }
}

#[test]
fn some_targets_have_a_history() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let log = decisions(&Assessment::latest(&asked, &session));
        for (practice, levels) in expected.changed {
            let by_people = log.iter().rev().filter(|it| it.practice.as_str() == *practice);
            let by_people = by_people.filter_map(|it| it.after.as_ref()).filter(|it| !it.origin.is_proposal());
            let found: Vec<String> = by_people.map(|it| it.level.to_string()).collect();
            assert_eq!(found.join(" "), *levels, "{} {practice}", expected.file);
        }
        let first = log.iter().filter(|it| it.before.is_none());
        assert_eq!(first.count(), 18, "{}: every target began as something", expected.file);
    }
}

#[test]
fn the_quick_pass_is_done_and_at_least_six_practices_are_answered_in_full_up_to_level_3() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let progress = progress(&Assessment::latest(&asked, &session));
        assert_eq!(progress.targets.done, 18, "{}", expected.file);
        let [.., unanswered] = expected.fits;
        assert_eq!(progress.quick.done, 18 - unanswered, "{}", expected.file);
        let full = asked.model().practices().into_iter().filter(|practice| {
            let ids = (1..=3).flat_map(|level| asked.indicators(practice, Level::new(level)));
            let ids: Vec<_> = ids.map(|it| &it.indicator.id).collect();
            ids.iter().all(|id| session.answers.iter().any(|(place, fact)| place.on == **id && fact.value().is_some()))
        });
        assert_eq!(full.count(), expected.in_full, "{}", expected.file);
        assert!(expected.in_full >= 6, "{}", expected.file);
    }
}

#[test]
fn answers_are_of_all_kinds_with_reasons_and_notes() {
    for expected in EXAMPLES {
        let (session, _) = example(expected);
        let answers: Vec<&Answer> = session.answers.values().filter_map(Fact::value).collect();
        for kind in [Answer::Met, Answer::Partly, Answer::NotMet] {
            assert!(answers.contains(&&kind), "{} {kind:?}", expected.file);
        }
        let reasons: Vec<bool> = answers
            .iter()
            .filter_map(|answer| if let Answer::NotApplicable(why) = answer { Some(why.has_reason()) } else { None })
            .collect();
        assert!(!reasons.is_empty() && reasons.iter().all(|has| *has), "{}", expected.file);
        let quick = session.quick.values().filter_map(Fact::value);
        let without = quick.filter(|it| matches!(it, QuickAnswer::NotApplicable(why) if !why.has_reason()));
        assert_eq!(without.count(), 0, "{}", expected.file);
        assert!(session.notes.len() >= 6 && session.practice_notes.len() >= 2, "{}", expected.file);
    }
}

#[test]
fn two_examples_have_an_indicator_and_two_a_minimum_of_their_own() {
    let found: Vec<_> = EXAMPLES
        .iter()
        .map(|expected| {
            let (session, _) = example(expected);
            let own: Vec<_> = own_indicators(&session).iter().map(|it| (it.practice.to_string(), it.scope)).collect();
            let minimums: Vec<_> = session.minimums.keys().map(|id| id.as_str().to_owned()).collect();
            (own, minimums)
        })
        .collect();
    assert_eq!(
        found,
        [
            (vec![("enablement.assets.change".to_owned(), Scope::System)], vec!["hardening.response.recovery".to_owned()]),
            (vec![], vec!["hardening.vulnerability.patching".to_owned()]),
            (vec![("enablement.data.practices".to_owned(), Scope::System)], vec![]),
        ]
    );
}

#[test]
fn every_example_was_looked_at_again_a_year_later() {
    for expected in EXAMPLES {
        let (session, asked) = example(expected);
        let file = expected.file;
        let now = Assessment::latest(&asked, &session);
        let rounds = rounds_in_short(&now);
        let [first, second] = rounds.as_slice() else { panic!("{file}: two rounds") };
        assert!(matches!(first.state, RoundState::Closed { on: Some(_) }) && second.state == RoundState::Open, "{file}");
        let months = first.opened.until((jiff::Unit::Month, second.opened)).map(|span| span.get_months()).unwrap_or_default();
        assert!((9..=13).contains(&months), "{file}: {months} months between them");
        let Some(both) = two_rounds_of(&now, &results(&now), None) else { panic!("{file}") };
        assert_eq!([both.count(Move::Rose), both.count(Move::Fell)], expected.moved, "{file}");
        assert_eq!([both.confirmed, both.changed, both.new, both.not_looked_at], expected.again, "{file}");
        let states: Vec<_> = session.planned().map(|(_, action)| &action.state).collect();
        assert!(states.iter().filter(|it| matches!(it, ActionState::Done(_))).count() >= 2, "{file}: something was done");
        assert!(states.iter().any(|it| **it == ActionState::UnderWay), "{file}: something is under way");
        assert!(session.planned().all(|(id, _)| !session.statements_of(id).is_empty()), "{file}: for something");
    }
}
