//! What people see follows from what was said: one example worked out by hand, and what holds for every session.

#![allow(clippy::panic, reason = "a practice that is not there ends the test")]

use crate::support::any::cases;
use crate::support::talk::Talk;
use crate::support::{id, smm, tiny};
use plumbline::analysis::{
    Assessment, Basis, Count, Current, Exact, Fit, Gap, OpenLevel, PracticeResult, Results, Verdict, missing, progress, results,
};
use plumbline::model::{Group, Level, PracticeId, Questionnaire};
use plumbline::session::{Answer, Change, NotApplicable, QuickAnswer, Round};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Map;

fn plain_smm() -> Questionnaire {
    Questionnaire::new(smm(), Vec::new())
}

fn plain_tiny() -> Questionnaire {
    Questionnaire::new(tiny(), Vec::new())
}

fn not_applicable(reason: &str) -> Answer {
    Answer::NotApplicable(NotApplicable::because(reason))
}

/// What is shown of a practice, in short: `2`, `0–3`, `?` (unanswered) or `–` (not applicable).
fn shown(current: Current) -> String {
    match current {
        Current::Unanswered => "?".to_owned(),
        Current::NotApplicable => "–".to_owned(),
        Current::Known { low, high, .. } if low == high => low.to_string(),
        Current::Known { low, high, .. } => format!("{low}–{high}"),
    }
}

fn short(gap: Option<Gap>) -> String {
    match gap {
        None => String::new(),
        Some(Gap { least, most }) if least == most => most.to_string(),
        Some(Gap { least, most }) => format!("{least} to {most}"),
    }
}

/// An autumn round at a bottling line, worked out by hand.
fn bottling_line(asked: &Questionnaire) -> Talk {
    use Answer::{Met, NotMet, Partly};
    let mut talk = Talk::about(asked.model());

    // Last year everything about data was in place. A new round begins, so that says nothing about today.
    talk.answer_levels(asked, "enablement.data.practices", 1..=4, &Met);
    talk.open_round("r2");

    // Levels 1 and 2 hold. Of level 3 only the check of the training is there in part; of level 4 there is nothing.
    talk.answer_levels(asked, "governance.strategy.program", 1..=3, &Met);
    talk.answer("governance.strategy.program.l3.training-check", Partly);
    talk.answer_levels(asked, "governance.strategy.program", 4..=4, &NotMet);
    talk.target("governance.strategy.program", 3);

    // Level 3 holds where level 2 would do.
    talk.answer_levels(asked, "governance.strategy.compliance", 1..=3, &Met);
    talk.answer_levels(asked, "governance.strategy.compliance", 4..=4, &NotMet);
    talk.target("governance.strategy.compliance", 2);

    // Only the quick pass was made.
    talk.quick_level("governance.risk.threat-modeling", 2);
    talk.target("governance.risk.threat-modeling", 2);

    // Somebody thought it was level 3, but the risk list of level 1 is not there: no level is reached with a hole at the
    // bottom, whatever holds above.
    talk.quick_level("governance.risk.risk-attitude", 3);
    talk.answer_levels(asked, "governance.risk.risk-attitude", 1..=4, &Met);
    talk.answer("governance.risk.risk-attitude.l1.risk-list", NotMet);
    talk.target("governance.risk.risk-attitude", 1);

    // Level 1 holds, the rest is open: it could still turn out to be anything up to 4.
    talk.answer_levels(asked, "governance.supply.product", 1..=1, &Met);
    talk.target("governance.supply.product", 2);

    // There are no outside services, and somebody said why.
    talk.quick(
        "governance.supply.services",
        QuickAnswer::NotApplicable(NotApplicable::because("Everything is run by our own staff.")),
    );
    talk.target("governance.supply.services", 1);

    // A target, and nobody said anything.
    talk.target("enablement.access.identities", 2);

    // Ana sees levels 1 and 2 as met and nothing above; Bo knows a remote access that is never switched off. Until they agree,
    // level 2 is not shown to be reached, and only that keeps it from being.
    talk.by = Some("ana".to_owned());
    talk.answer_levels(asked, "enablement.access.access-control", 1..=2, &Met);
    talk.answer_levels(asked, "enablement.access.access-control", 3..=4, &NotMet);
    talk.by = Some("bo".to_owned());
    talk.answer("enablement.access.access-control.l2.listed-remote", NotMet);
    talk.by = None;
    talk.target("enablement.access.access-control", 2);

    // The device has reached 3, the cloud only 1, and lacks more than one thing for 2: the cloud decides.
    for part in ["device", "cloud"] {
        talk.name_part(part);
        talk.part = Some(part.to_owned());
        let reached = if part == "device" { 3 } else { 1 };
        talk.answer_levels(asked, "enablement.assets.change", 1..=reached, &Met);
        talk.answer_levels(asked, "enablement.assets.change", reached + 1..=4, &NotMet);
    }
    talk.part = None;
    talk.target("enablement.assets.change", 2);

    // Nobody said how much is enough.
    talk.quick_level("enablement.assets.physical", 4);

    // “Not applicable” without a reason counts as unanswered, so level 1 is open; level 2 is not met.
    talk.answer_levels(asked, "enablement.data.policy", 1..=1, &Met);
    talk.answer("enablement.data.policy.l1.default-retention", not_applicable("  "));
    talk.answer_levels(asked, "enablement.data.policy", 2..=2, &NotMet);
    talk.target("enablement.data.policy", 1);

    // Last year's answers don't count.
    talk.target("enablement.data.practices", 1);

    // The quick answer is within what the indicators leave open, so it stands.
    talk.quick_level("hardening.vulnerability.assessment", 2);
    talk.answer_levels(asked, "hardening.vulnerability.assessment", 1..=1, &Met);
    talk.target("hardening.vulnerability.assessment", 4);

    // As far as is shown two levels are lacking; it could also be one more than needed.
    talk.answer_levels(asked, "hardening.vulnerability.patching", 1..=1, &Met);
    talk.target("hardening.vulnerability.patching", 3);
    talk
}

#[test]
fn the_bottling_line_comes_out_as_worked_out_by_hand() {
    let asked = plain_smm();
    let results = results(&Assessment::latest(&asked, &bottling_line(&asked).session));
    let expected = [
        // practice, current, gap, fit, nearly reached
        ("governance.strategy.program", "2", "1", Fit::Short, Some("governance.strategy.program.l3.training-check")),
        ("governance.strategy.compliance", "3", "-1", Fit::More, None),
        ("governance.risk.threat-modeling", "2", "0", Fit::OnTarget, None),
        ("governance.risk.risk-attitude", "0", "1", Fit::Short, Some("governance.risk.risk-attitude.l1.risk-list")),
        ("governance.supply.product", "1–4", "-2 to 1", Fit::Open, None),
        ("governance.supply.services", "–", "", Fit::NotApplicable, None),
        ("enablement.access.identities", "?", "", Fit::Unanswered, None),
        ("enablement.access.access-control", "1", "1", Fit::Short, Some("enablement.access.access-control.l2.listed-remote")),
        ("enablement.assets.change", "1", "1", Fit::Short, None),
        ("enablement.assets.physical", "4", "", Fit::NoTarget, None),
        ("enablement.data.policy", "0–1", "0 to 1", Fit::Open, None),
        ("enablement.data.practices", "?", "", Fit::Unanswered, None),
        ("hardening.vulnerability.assessment", "2", "2", Fit::Short, None),
        ("hardening.vulnerability.patching", "1–4", "-1 to 2", Fit::Open, None),
    ];
    for (practice, current, gap, fit, near) in expected {
        let Some(result) = results.practice(&id(practice)) else { panic!("{practice}") };
        let nearly = result.standing.near_miss.as_ref().map(|near| near.indicator.as_str());
        let found = (shown(result.standing.current), short(result.gap), result.fit, nearly);
        assert_eq!(found, (current.to_owned(), gap.to_owned(), fit, near), "{practice}");
    }

    let change = results.practice(&id("enablement.assets.change"));
    let lowest = change.map(|result| result.standing.lowest_parts().map(|part| part.as_str()).collect::<Vec<_>>());
    assert_eq!(lowest, Some(vec!["cloud"]));

    // Governance: 2, 3, 2, 0 and at least 1; one practice does not apply. All six are answered.
    let Some(governance) = results.groups.first() else { panic!("three domains") };
    assert_eq!((governance.lowest, governance.highest), (Some(Level::new(0)), Some(Level::new(3))));
    assert_eq!((governance.answered, governance.practices), (6, 6));
    assert_eq!((governance.targets, governance.largest_gap), (Some((Level::new(1), Level::new(3))), Some(1)));

    // The largest gap comes first, then by how sure it is, then in the model's order.
    let gaps: Vec<&str> = results.gaps().into_iter().map(|result| result.practice.as_str()).collect();
    assert_eq!(
        gaps,
        [
            "hardening.vulnerability.assessment",
            "hardening.vulnerability.patching",
            "governance.strategy.program",
            "governance.risk.risk-attitude",
            "enablement.access.access-control",
            "enablement.assets.change",
            "enablement.data.policy",
            "governance.supply.product",
        ]
    );
    let more: Vec<&str> = results.more_than_needed().into_iter().map(|result| result.practice.as_str()).collect();
    assert_eq!(more, ["governance.strategy.compliance"]);
}

fn washing(answer: Option<&Answer>) -> Current {
    let asked = plain_tiny();
    let mut talk = Talk::about(asked.model());
    if let Some(answer) = answer {
        talk.answer_levels(&asked, "haende.waschen", 1..=2, answer);
    }
    let results = results(&Assessment::latest(&asked, &talk.session));
    results.practice(&id("haende.waschen")).map_or(Current::Unanswered, |result| result.standing.current)
}

#[test]
fn unanswered_not_met_and_not_applicable_are_three_different_results() {
    let nothing = Current::Known { low: Level::NONE, high: Level::NONE, basis: Basis::Indicators, exact: Exact::Level };
    assert_eq!(washing(None), Current::Unanswered);
    assert_eq!(washing(Some(&Answer::NotMet)), nothing);
    assert_eq!(washing(Some(&not_applicable("There is no dough."))), Current::NotApplicable);
}

#[test]
fn not_applicable_counts_once_there_is_a_reason() {
    assert_eq!(washing(Some(&not_applicable(""))), Current::Unanswered);
    assert_eq!(washing(Some(&not_applicable(" \t"))), Current::Unanswered);
}

#[test]
fn an_answer_of_an_older_round_says_nothing_about_the_newest() {
    let asked = plain_tiny();
    let mut talk = Talk::about(asked.model());
    talk.answer_levels(&asked, "haende.waschen", 1..=2, &Answer::Met);
    talk.quick_level("lager.mehl", 2);
    talk.open_round("r2");
    let after = results(&Assessment::latest(&asked, &talk.session));
    assert!(after.practices.iter().all(|result| result.standing.current == Current::Unanswered), "{after:#?}");

    talk.change(Change::Round(id("r2"), None));
    let back = results(&Assessment::latest(&asked, &talk.session));
    let washing = back.practice(&id("haende.waschen"));
    assert_eq!(washing.and_then(|result| result.standing.current.settled()), Some(Level::new(2)), "the round was taken back");
}

#[test]
fn renaming_an_older_round_does_not_bring_it_back() {
    let mut talk = Talk::about(&tiny());
    talk.open_round("r2");
    talk.change(Change::Round(id("r1"), Some(Round { name: "Spring".to_owned(), unknown: Map::new() })));
    assert_eq!(talk.session.round().map(|round| round.as_str()), Some("r2"));
}

#[test]
fn a_removed_part_no_longer_decides() {
    let asked = plain_tiny();
    let mut talk = Talk::about(asked.model());
    for (part, level) in [("cloud", 2), ("device", 0)] {
        talk.name_part(part);
        talk.part = Some(part.to_owned());
        talk.quick_level("lager.mehl", level);
    }
    let level = |talk: &Talk| {
        let results = results(&Assessment::latest(&asked, &talk.session));
        results.practice(&id("lager.mehl")).and_then(|result| result.standing.current.settled())
    };
    assert_eq!(level(&talk), Some(Level::new(0)));
    talk.change(Change::Part(id("device"), None));
    assert_eq!(level(&talk), Some(Level::new(2)));
}

#[test]
fn what_is_missing_is_listed_level_by_level_up_to_the_target() {
    let asked = plain_tiny();
    let mut talk = Talk::about(asked.model());
    talk.target("lager.kalt.kuehlen", 2);
    talk.answer("k1a", Answer::Met);
    talk.answer("k1b", Answer::Partly);
    talk.answer("k2a", Answer::Met);
    talk.answer("k2b", not_applicable("no thermometer"));
    let found = results(&Assessment::latest(&asked, &talk.session));
    let Some(cooling) = found.practice(&id("lager.kalt.kuehlen")) else { panic!("cooling") };
    let missing: Vec<_> = missing(&Assessment::latest(&asked, &talk.session), cooling)
        .into_iter()
        .map(|level| {
            let ids = level.indicators.iter().map(|it| it.asked.indicator.id.to_string()).collect::<Vec<_>>();
            (level.level.number(), level.actions.len(), ids)
        })
        .collect();
    assert_eq!(missing, [(1, 1, vec!["k1b".to_owned()]), (2, 1, vec!["k2c".to_owned()])]);
}

/// What is missing for cooling, as `level indicator: verdict`.
fn missing_for_cooling(talk: &Talk) -> Vec<String> {
    let asked = plain_tiny();
    let found = results(&Assessment::latest(&asked, &talk.session));
    let Some(cooling) = found.practice(&id("lager.kalt.kuehlen")) else { panic!("cooling") };
    let levels = missing(&Assessment::latest(&asked, &talk.session), cooling);
    let lines = levels.iter().flat_map(|level| {
        level.indicators.iter().map(|it| format!("{} {}: {:?}", level.level, it.asked.indicator.id, it.verdict))
    });
    lines.collect()
}

/// A talk about cooling in two parts, with a target of 2.
fn cooling_in_two_parts() -> Talk {
    let mut talk = Talk::about(&tiny());
    talk.target("lager.kalt.kuehlen", 2);
    talk.name_part("cloud");
    talk.name_part("device");
    talk
}

#[test]
fn where_parts_are_answered_apart_what_is_missing_in_any_part_is_listed() {
    let mut talk = cooling_in_two_parts();
    // The cloud is the lower part and alone decides the level; what the device lacks is missing all the same.
    for (part, k1b, k2a, k2b, k2c) in [
        ("cloud", Answer::NotMet, Answer::Met, Answer::Partly, Answer::Met),
        ("device", Answer::Met, Answer::Partly, Answer::NotMet, not_applicable("no door")),
    ] {
        talk.part = Some(part.to_owned());
        talk.answer("k1a", Answer::Met);
        talk.answer("k1b", k1b);
        talk.answer("k2a", k2a);
        talk.answer("k2b", k2b);
        talk.answer("k2c", k2c);
    }
    assert_eq!(missing_for_cooling(&talk), ["1 k1b: NotMet", "2 k2a: Partly", "2 k2b: NotMet"]);
}

#[test]
fn what_nobody_said_about_a_part_is_missing_there() {
    let mut talk = cooling_in_two_parts();
    talk.part = Some("device".to_owned());
    for indicator in ["k1a", "k1b", "k2a", "k2b"] {
        talk.answer(indicator, Answer::Met);
    }
    talk.answer("k2c", Answer::Partly);
    assert_eq!(
        missing_for_cooling(&talk),
        ["1 k1a: Unanswered", "1 k1b: Unanswered", "2 k2a: Unanswered", "2 k2b: Unanswered", "2 k2c: Partly"]
    );
}

#[test]
fn a_part_that_has_reached_a_level_or_has_no_need_of_it_lacks_nothing_there() {
    let lacking = |of_the_device: QuickAnswer| {
        let mut talk = cooling_in_two_parts();
        talk.part = Some("device".to_owned());
        talk.quick("lager.kalt.kuehlen", of_the_device);
        talk.part = Some("cloud".to_owned());
        for indicator in ["k1a", "k1b", "k2a", "k2b"] {
            talk.answer(indicator, Answer::Met);
        }
        talk.answer("k2c", Answer::NotMet);
        missing_for_cooling(&talk)
    };
    assert_eq!(lacking(QuickAnswer::Level(Level::new(2))), ["2 k2c: NotMet"]);
    assert_eq!(lacking(QuickAnswer::NotApplicable(NotApplicable::because("Nothing is stored there."))), ["2 k2c: NotMet"]);
    assert_eq!(lacking(QuickAnswer::Level(Level::new(1))), ["2 k2a: Unanswered", "2 k2b: Unanswered", "2 k2c: NotMet"]);
}

#[test]
fn progress_counts_what_is_answered_in_the_newest_round() {
    let asked = plain_tiny();
    let mut talk = Talk::about(asked.model());
    talk.answer("m1", Answer::Met);
    talk.open_round("r2");
    talk.target("lager.mehl", 1);
    talk.quick_level("lager.mehl", 1);
    talk.answer("k1a", Answer::NotMet);
    talk.answer("k1b", not_applicable("no door"));
    talk.answer("k2a", not_applicable(""));
    let progress = progress(&Assessment::latest(&asked, &talk.session));
    assert_eq!(progress.targets, Count { done: 1, of: 3 });
    assert_eq!(progress.quick, Count { done: 1, of: 3 });
    assert_eq!(progress.assessed, Count { done: 2, of: 3 });
    assert_eq!(progress.indicators.answered, Count { done: 2, of: 11 });
}

#[test]
fn what_is_said_about_a_part_is_progress_too() {
    let asked = plain_tiny();
    let mut talk = Talk::about(asked.model());
    talk.name_part("cloud");
    talk.part = Some("cloud".to_owned());
    talk.quick_level("lager.mehl", 1);
    talk.answer("k1a", Answer::NotMet);
    let one_part = progress(&Assessment::latest(&asked, &talk.session));
    assert_eq!(one_part.assessed, Count { done: 2, of: 3 });
    assert_eq!((one_part.quick.done, one_part.indicators.answered.done), (1, 1));

    talk.name_part("device");
    let two_parts = progress(&Assessment::latest(&asked, &talk.session));
    assert_eq!(two_parts.assessed, Count { done: 2, of: 3 }, "something is said");
    assert_eq!((two_parts.quick.done, two_parts.indicators.answered.done), (0, 0), "but not about the device");
}

/// Quick answers and targets for all 18 practices.
fn levels_and_targets() -> impl Strategy<Value = Vec<(Option<u8>, Option<u8>)>> {
    vec((option::weighted(0.8, 0..=4_u8), option::weighted(0.8, 0..=4_u8)), 18)
}

fn results_of(levels: &[(Option<u8>, Option<u8>)]) -> Results {
    let asked = plain_smm();
    let mut talk = Talk::about(asked.model());
    for (practice, (current, target)) in asked.model().practices().iter().zip(levels) {
        if let Some(level) = current {
            talk.quick_level(practice.id.as_str(), *level);
        }
        if let Some(level) = target {
            talk.target(practice.id.as_str(), *level);
        }
    }
    results(&Assessment::latest(&asked, &talk.session))
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_gap_is_the_target_minus_the_current_level(levels in levels_and_targets()) {
        for (result, (current, target)) in results_of(&levels).practices.iter().zip(levels) {
            let difference = current.zip(target).map(|(current, target)| i16::from(target) - i16::from(current));
            prop_assert_eq!(result.gap, difference.map(|gap| Gap { least: gap, most: gap }));
            let fit = match (current, target, difference) {
                (_, None, _) => Fit::NoTarget,
                (None, ..) => Fit::Unanswered,
                (_, _, Some(1..)) => Fit::Short,
                (_, _, Some(..=-1)) => Fit::More,
                _ => Fit::OnTarget,
            };
            prop_assert_eq!(result.fit, fit);
        }
    }

    #[test]
    fn a_group_shows_its_lowest_practice_and_its_spread(levels in levels_and_targets()) {
        let results = results_of(&levels);
        let order: Vec<PracticeId> = smm().practices().iter().map(|practice| practice.id.clone()).collect();
        for group in all_groups(&smm().groups) {
            let mut found = Vec::new();
            collect(&results.groups, &mut found);
            let Some(shown) = found.into_iter().find(|shown| shown.group == group.id) else { panic!("{}", group.id) };
            let inside: Vec<(Option<u8>, Option<u8>)> = order
                .iter()
                .zip(&levels)
                .filter(|(id, _)| group.all_practices().iter().any(|practice| practice.id == **id))
                .map(|(_, levels)| *levels)
                .collect();
            let current = || inside.iter().filter_map(|(current, _)| *current);
            let gaps = inside.iter().filter_map(|(current, target)| Some(i16::from((*target)?) - i16::from((*current)?)));
            prop_assert_eq!(shown.lowest.map(Level::number), current().min());
            prop_assert_eq!(shown.highest.map(Level::number), current().max());
            prop_assert_eq!(shown.answered, current().count());
            prop_assert_eq!(shown.practices, inside.len());
            prop_assert_eq!(shown.largest_gap, gaps.max());
        }
    }

    #[test]
    fn gaps_come_largest_first_and_leave_none_out(levels in levels_and_targets()) {
        let results = results_of(&levels);
        let gaps: Vec<(i16, usize)> = results
            .gaps()
            .iter()
            .filter_map(|gap| {
                let place = results.practices.iter().position(|result| result.practice == gap.practice)?;
                Some((-gap.gap?.most, place))
            })
            .collect();
        prop_assert!(gaps.is_sorted(), "{:?}", gaps);
        let short = levels.iter().filter(|(current, target)| current.zip(*target).is_some_and(|(current, target)| target > current));
        prop_assert_eq!(gaps.len(), short.count());
    }
}

fn all_groups(groups: &[Group]) -> Vec<&Group> {
    groups.iter().flat_map(|group| std::iter::once(group).chain(all_groups(&group.groups))).collect()
}

fn collect<'a>(groups: &'a [plumbline::analysis::GroupResult], into: &mut Vec<&'a plumbline::analysis::GroupResult>) {
    for group in groups {
        into.push(group);
        collect(&group.groups, into);
    }
}

#[test]
fn what_somebody_did_not_know_may_be_any_level_and_is_other_than_no_answer() {
    let asked = plain_tiny();
    let mut talk = Talk::about(asked.model());
    talk.target("lager.mehl", 1);
    talk.quick("lager.mehl", QuickAnswer::DontKnow);
    let (results, progress) = {
        let assessment = Assessment::latest(&asked, &talk.session);
        (results(&assessment), progress(&assessment))
    };
    let of = |it: &PracticeResult| (it.standing.current, it.fit, it.gap);
    let any = Current::Known { low: Level::NONE, high: asked.model().top(), basis: Basis::NotKnown, exact: Exact::Level };
    let gap = Gap { least: Level::new(1).above(asked.model().top()), most: 1 };
    assert_eq!(results.practice(&id("lager.mehl")).map(of), Some((any, Fit::Open, Some(gap))));
    assert_eq!(progress.quick, Count { done: 1, of: 3 }, "it was answered");
    assert_eq!((progress.assessed.done, progress.not_known), (0, 1), "but it is not assessed");
    let group = results.groups.iter().find(|group| group.group == id("lager"));
    assert_eq!(
        group.map(|it| (it.lowest, it.largest_gap, it.answered)),
        Some((None, None, 0)),
        "and no level is said of its group"
    );

    // What it takes to find out is listed as missing, unanswered.
    let assessment = Assessment::latest(&asked, &talk.session);
    let lacking = results.practice(&id("lager.mehl")).map(|it| missing(&assessment, it)).unwrap_or_default();
    let verdicts: Vec<_> = lacking.iter().flat_map(|level| level.indicators.iter().map(|it| it.verdict)).collect();
    assert!(!verdicts.is_empty() && verdicts.iter().all(|verdict| *verdict == Verdict::Unanswered));

    // A statement says more than that.
    talk.answer("m1", Answer::Met);
    let answered = plumbline::analysis::results(&Assessment::latest(&asked, &talk.session));
    let current = answered.practice(&id("lager.mehl")).map(|it| it.standing.current);
    assert!(matches!(current, Some(Current::Known { low, basis: Basis::Indicators, .. }) if low == Level::new(1)), "{current:?}");
}

#[test]
fn whoever_knows_counts_before_whoever_does_not() {
    let asked = plain_tiny();
    for order in [["ana", "bo"], ["bo", "ana"]] {
        let mut talk = Talk::about(asked.model());
        for person in order {
            talk.by = Some(person.to_owned());
            talk.quick("lager.mehl", if person == "ana" { QuickAnswer::Level(Level::new(2)) } else { QuickAnswer::DontKnow });
        }
        let results = results(&Assessment::latest(&asked, &talk.session));
        let current = results.practice(&id("lager.mehl")).map(|it| it.standing.current);
        assert_eq!(current.and_then(Current::settled), Some(Level::new(2)));
    }
}

#[test]
fn a_statement_that_somebody_does_not_know_leaves_the_range_as_one_that_nobody_answered() {
    let asked = plain_tiny();
    let of = |answers: &[(&str, Answer)]| {
        let mut talk = Talk::about(asked.model());
        talk.target("lager.kalt.kuehlen", 2);
        answers.iter().for_each(|(statement, answer)| talk.answer(statement, answer.clone()));
        let results = results(&Assessment::latest(&asked, &talk.session));
        results.practice(&id("lager.kalt.kuehlen")).map(|it| (it.standing.current, it.gap, it.fit, it.open))
    };
    let met = [("k1a", Answer::Met), ("k1b", Answer::Met)];
    let unknown = [met.as_slice(), &[("k2a", Answer::DontKnow)]].concat();
    assert_eq!(of(&unknown), of(&met));
    let missed = [("k1a", Answer::NotMet)];
    assert_eq!(of(&[missed.as_slice(), &[("k1b", Answer::DontKnow)]].concat()), of(&missed), "it is no miss of its own");
    let alone = of(&[("k1a", Answer::DontKnow)]);
    let any = Current::Known { low: Level::NONE, high: asked.model().top(), basis: Basis::NotKnown, exact: Exact::Level };
    let gap = Gap { least: Level::new(2).above(asked.model().top()), most: 2 };
    assert_eq!(alone, Some((any, Some(gap), Fit::Open, Some(OpenLevel::NotKnown))), "somebody was asked");
}
