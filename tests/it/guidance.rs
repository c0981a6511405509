//! What helps to set targets once some stand: hints, obligations, minimums, own indicators, comparison with a profile.

#![allow(clippy::panic, reason = "what is not there ends the test")]

use std::collections::BTreeMap;

use crate::support::talk::Talk;
use crate::support::{answers, id, smm, smm_coherence, smm_guided, smm_interview, smm_profiles, tiny, tiny_asked, tiny_profile};
use plumbline::analysis::{
    Assessment, Current, Proposals, compare, demands, hints, is_all_top, minimum, obligations, own_indicators, results,
};
use plumbline::exchange::{preview, read_session, write_session};
use plumbline::model::{IndicatorKind, Level, Questionnaire, Scope};
use plumbline::session::{Answer, Change, NotApplicable, Origin, OwnIndicator, OwnMinimum, QuickAnswer, Session, Target};
use serde_json::Map;

const COOLING: &str = "lager.kalt.kuehlen";
const FLOUR: &str = "lager.mehl";

/// Every dependency: from this level on the practice needs the other one to be at least there.
#[rustfmt::skip]
const DEPENDENCIES: &[(&str, &str, u8, &str, u8)] = &[
    ("program-needs-risk", "governance.strategy.program", 4, "governance.risk.risk-attitude", 3),
    ("compliance-needs-program", "governance.strategy.compliance", 3, "governance.strategy.program", 2),
    ("risk-needs-threats", "governance.risk.risk-attitude", 3, "governance.risk.threat-modeling", 2),
    ("threats-needs-change", "governance.risk.threat-modeling", 3, "enablement.assets.change", 2),
    ("threats-needs-assessment", "governance.risk.threat-modeling", 4, "hardening.vulnerability.assessment", 3),
    ("parts-needs-change", "governance.supply.product", 3, "enablement.assets.change", 2),
    ("parts-needs-assessment", "governance.supply.product", 4, "hardening.vulnerability.assessment", 3),
    ("services-needs-access", "governance.supply.services", 3, "enablement.access.access-control", 2),
    ("identities-needs-change", "enablement.access.identities", 3, "enablement.assets.change", 2),
    ("access-needs-identities", "enablement.access.access-control", 3, "enablement.access.identities", 2),
    ("access-needs-identities-proof", "enablement.access.access-control", 4, "enablement.access.identities", 3),
    ("change-needs-access", "enablement.assets.change", 3, "enablement.access.access-control", 2),
    ("physical-needs-change", "enablement.assets.physical", 3, "enablement.assets.change", 2),
    ("data-needs-policy", "enablement.data.practices", 3, "enablement.data.policy", 2),
    ("data-needs-policy-catalog", "enablement.data.practices", 4, "enablement.data.policy", 3),
    ("data-needs-identities", "enablement.data.practices", 3, "enablement.access.identities", 2),
    ("assessment-needs-change", "hardening.vulnerability.assessment", 3, "enablement.assets.change", 2),
    ("patching-needs-assessment", "hardening.vulnerability.patching", 3, "hardening.vulnerability.assessment", 2),
    ("patching-needs-change", "hardening.vulnerability.patching", 3, "enablement.assets.change", 2),
    ("monitoring-needs-change", "hardening.awareness.monitoring", 3, "enablement.assets.change", 2),
    ("monitoring-needs-response", "hardening.awareness.monitoring", 4, "hardening.response.detection", 3),
    ("sharing-needs-assessment", "hardening.awareness.sharing", 3, "hardening.vulnerability.assessment", 2),
    ("detection-needs-monitoring", "hardening.response.detection", 3, "hardening.awareness.monitoring", 2),
    ("detection-needs-monitoring-all", "hardening.response.detection", 4, "hardening.awareness.monitoring", 3),
    ("recovery-needs-change", "hardening.response.recovery", 3, "enablement.assets.change", 2),
    ("recovery-needs-detection", "hardening.response.recovery", 4, "hardening.response.detection", 3),
];

/// The ids of the hints about these targets.
fn hinted(targets: &[(&str, u8)]) -> Vec<String> {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    for (practice, level) in targets {
        talk.target(practice, *level);
    }
    hints(&Assessment::latest(&asked, &talk.session)).iter().map(|hint| hint.dependency.id.to_string()).collect()
}

#[test]
fn the_dependencies_are_those_that_are_known() {
    let coherence = smm_coherence();
    let found: Vec<_> = coherence
        .dependencies
        .iter()
        .map(|it| (it.id.as_str(), it.practice.as_str(), it.from_level.number(), it.needs.as_str(), it.at_least.number()))
        .collect();
    assert_eq!(found, DEPENDENCIES);
}

#[test]
fn a_dependency_is_hinted_at_from_its_level_on_until_the_other_practice_is_there() {
    for (dependency, practice, from, needs, at_least) in DEPENDENCIES {
        let is_hinted = |targets: &[(&str, u8)]| hinted(targets).iter().any(|it| it == dependency);
        for level in 0..=4 {
            for needed in 0..=4 {
                let expected = level >= *from && needed < *at_least;
                assert_eq!(is_hinted(&[(practice, level), (needs, needed)]), expected, "{dependency} {level} {needed}");
            }
        }
        assert!(!is_hinted(&[(practice, 4)]), "{dependency}: nothing is known about the other");
        assert!(!is_hinted(&[(needs, 0)]), "{dependency}: nothing is known about the one");
    }
}

#[test]
fn monitoring_at_4_does_not_go_with_an_inventory_at_1() {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    talk.target("hardening.awareness.monitoring", 4);
    talk.target("enablement.assets.change", 1);
    let found: Vec<_> = hints(&Assessment::latest(&asked, &talk.session))
        .into_iter()
        .map(|hint| (hint.dependency.id.to_string(), hint.target.number(), hint.needed_target.number(), hint.answer))
        .collect();
    assert_eq!(found, [("monitoring-needs-change".to_owned(), 4, 1, None)]);
}

#[test]
fn an_answered_hint_keeps_its_answer_also_when_it_comes_up_again() {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    talk.target("hardening.awareness.monitoring", 3);
    talk.target("enablement.assets.change", 1);
    let answer = |talk: &Talk| hints(&Assessment::latest(&asked, &talk.session)).first().map(|hint| hint.answer.clone());
    assert_eq!(answer(&talk), Some(None));
    talk.change(Change::Hint(id("monitoring-needs-change"), Some("Six devices; everybody knows them.".to_owned())));
    let answered = Some(Some("Six devices; everybody knows them.".to_owned()));
    assert_eq!(answer(&talk), answered);

    talk.target("enablement.assets.change", 2);
    assert_eq!(answer(&talk), None, "it fits now");
    talk.target("enablement.assets.change", 0);
    assert_eq!(answer(&talk), answered, "and no longer");

    talk.change(Change::Hint(id("monitoring-needs-change"), Some("  ".to_owned())));
    assert_eq!(answer(&talk), Some(None), "blanks are no answer");
}

#[test]
fn a_model_without_dependencies_has_no_hints() {
    let asked = Questionnaire::new(smm(), Vec::new());
    let mut talk = Talk::about(asked.model());
    talk.target("hardening.awareness.monitoring", 4);
    talk.target("enablement.assets.change", 0);
    assert!(hints(&Assessment::latest(&asked, &talk.session)).is_empty());
    let of_another_model = tiny_asked().with_guidance(Some(smm_interview()), Some(smm_coherence()));
    assert_eq!((of_another_model.interview(), of_another_model.coherence()), (None, None));
}

#[test]
fn all_fours_are_questioned_and_nothing_less() {
    let asked = smm_guided(&[]);
    let mut talk = Talk::about(asked.model());
    assert!(!is_all_top(&Assessment::latest(&asked, &talk.session)), "no targets");
    let practices: Vec<String> = asked.model().practices().iter().map(|practice| practice.id.to_string()).collect();
    for practice in &practices {
        assert!(!is_all_top(&Assessment::latest(&asked, &talk.session)), "{practice} is missing");
        talk.target(practice, 4);
    }
    assert!(is_all_top(&Assessment::latest(&asked, &talk.session)));
    assert!(hints(&Assessment::latest(&asked, &talk.session)).is_empty(), "it is too much, but it fits together");
    talk.target("enablement.assets.physical", 3);
    assert!(!is_all_top(&Assessment::latest(&asked, &talk.session)));
    assert!(!smm_coherence().all_top.get("en").is_empty());
}

#[test]
fn the_highest_level_is_the_models_own() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    for practice in [COOLING, FLOUR, "haende.waschen"] {
        talk.target(practice, 2);
    }
    assert!(is_all_top(&Assessment::latest(&asked, &talk.session)));
}

#[test]
fn no_shipped_profile_brings_more_than_two_hints_and_no_rule_of_the_interview_any() {
    for profile in smm_profiles() {
        let targets: Vec<_> = profile.targets.iter().map(|it| (it.practice.as_str(), it.level.number())).collect();
        let found = hinted(&targets);
        assert!(found.len() <= 2, "{}: {found:?}", profile.id);
    }
    for rule in &smm_interview().rules {
        let fewest: BTreeMap<_, _> = rule.when.iter().map(|it| (it.question.clone(), it.at_least.clone())).collect();
        let (asked, practices) = (smm_guided(&[]), smm().practices().iter().map(|it| it.id.clone()).collect::<Vec<_>>());
        let all = Proposals::of(&asked, &fewest);
        let of = |practice| all.of_interview(practice).map(|it| it.level.number());
        let targets: Vec<_> = practices.iter().filter_map(|it| Some((it.as_str(), of(it)?))).collect();
        assert_eq!(hinted(&targets), [""; 0], "{}", rule.id);
    }
}

/// What cooling asks for between two levels, as `level: fulfilled of indicators, actions`.
fn obliged(asked: &Questionnaire, session: &Session, from: u8, to: u8) -> Vec<String> {
    let practice = id(COOLING);
    let Some(cooling) = asked.model().practice(&practice) else { panic!("cooling") };
    let all = obligations(&Assessment::latest(asked, session), cooling, Level::new(from), Level::new(to));
    let line = |it: &plumbline::analysis::Obligation<'_>| {
        format!("{}: {} of {}, {}", it.level, it.fulfilled(), it.indicators.len(), it.actions.len())
    };
    all.iter().map(line).collect()
}

#[test]
fn obligations_are_those_of_the_levels_between_with_what_is_met_already() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    assert_eq!(obliged(&asked, &talk.session, 0, 2), ["1: 0 of 3, 1", "2: 0 of 3, 1"]);
    assert_eq!(obliged(&asked, &talk.session, 1, 2), ["2: 0 of 3, 1"]);
    assert_eq!(obliged(&asked, &talk.session, 2, 2), [""; 0]);
    assert_eq!(obliged(&asked, &talk.session, 2, 1), [""; 0], "a lower target asks for nothing more");

    talk.answer("k1a", Answer::Met);
    talk.answer("torten.k1", Answer::Partly);
    talk.answer("k1b", Answer::NotApplicable(NotApplicable::because("It has no door.")));
    talk.answer("k2a", Answer::NotMet);
    talk.answer("k2b", Answer::NotApplicable(NotApplicable::because("")));
    assert_eq!(obliged(&asked, &talk.session, 0, 2), ["1: 2 of 3, 1", "2: 0 of 3, 1"]);
}

#[test]
fn where_parts_are_answered_apart_an_obligation_is_met_when_all_parts_meet_it() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    talk.name_part("cellar");
    talk.name_part("shop");
    for (part, k1b) in [("cellar", Answer::Met), ("shop", Answer::NotMet)] {
        talk.part = Some(part.to_owned());
        talk.answer("k1a", Answer::Met);
        talk.answer("k1b", k1b);
    }
    assert_eq!(obliged(&asked, &talk.session, 0, 1), ["1: 1 of 3, 1"], "k1a is met in both");
    talk.answer("k1b", Answer::Met);
    assert_eq!(obliged(&asked, &talk.session, 0, 1), ["1: 2 of 3, 1"]);
    talk.part = Some("cellar".to_owned());
    talk.answer("torten.k1", Answer::Met);
    assert_eq!(obliged(&asked, &talk.session, 0, 1), ["1: 2 of 3, 1"], "nobody knows about the shop");
    talk.part = Some("shop".to_owned());
    talk.quick(COOLING, QuickAnswer::NotApplicable(NotApplicable::because("Nothing cold is sold.")));
    for indicator in ["k1a", "k1b"] {
        talk.answer(indicator, Answer::NotApplicable(NotApplicable::because("Nothing cold is sold.")));
    }
    assert_eq!(obliged(&asked, &talk.session, 0, 1), ["1: 2 of 3, 1"], "still open in the shop");
    talk.part = None;
    talk.answer("torten.k1", Answer::Met);
    assert_eq!(obliged(&asked, &talk.session, 0, 1), ["1: 3 of 3, 1"], "what holds for the whole holds for its parts");
}

fn own(practice: &str, level: u8, text: &str) -> OwnIndicator {
    OwnIndicator {
        practice: id(practice),
        level: Level::new(level),
        kind: IndicatorKind::Done,
        text: text.to_owned(),
        evidence: String::new(),
        unknown: Map::new(),
    }
}

/// The tiny model with its profile and what people added in a session.
fn asked_in(session: &Session) -> Questionnaire {
    tiny_asked().with_own(own_indicators(session))
}

fn level_of(session: &Session, practice: &str) -> Option<Level> {
    let results = results(&Assessment::latest(&asked_in(session), session));
    results.practice(&id(practice)).and_then(|it| it.standing.current.settled())
}

#[test]
fn own_indicators_count_like_the_others() {
    let mut talk = Talk::about(&tiny());
    let levels = |talk: &mut Talk, answer: &Answer| {
        let asked = asked_in(&talk.session);
        talk.answer_levels(&asked, FLOUR, 1..=2, answer);
    };
    levels(&mut talk, &Answer::Met);
    let reached = level_of(&talk.session, FLOUR);
    assert!(reached.is_some_and(|level| level > Level::new(0)), "{reached:?}");

    talk.change(Change::Indicator(id("own-1"), Some(own(FLOUR, 1, "The mill is ours."))));
    let result = results(&Assessment::latest(&asked_in(&talk.session), &talk.session));
    let current = result.practice(&id(FLOUR)).map(|it| it.standing.current);
    assert!(matches!(current, Some(Current::Known { low: Level::NONE, .. })), "nobody knows about the mill: {current:?}");
    talk.answer("own-1", Answer::NotMet);
    assert_eq!(level_of(&talk.session, FLOUR), Some(Level::NONE));
    talk.answer("own-1", Answer::Met);
    assert_eq!(level_of(&talk.session, FLOUR), reached);

    talk.answer("own-1", Answer::NotMet);
    talk.change(Change::Indicator(id("own-1"), None));
    assert_eq!(level_of(&talk.session, FLOUR), reached, "a removed one no longer counts");
}

#[test]
fn own_indicators_are_of_system_scope_come_last_and_travel_with_the_session() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&tiny());
    talk.change(Change::Indicator(id("own-1"), Some(own(COOLING, 1, "The cellar is dry."))));
    talk.change(Change::Indicator(id("own-2"), Some(own(COOLING, 1, "  "))));
    talk.change(Change::Indicator(id("own-3"), Some(own(COOLING, 0, "Nothing is cold."))));
    talk.answer("own-1", Answer::Met);
    let read = read_session(write_session(&talk.session)?.as_bytes())?;
    assert_eq!(read, talk.session);

    let asked = asked_in(&read);
    let Some(cooling) = asked.model().practice(&id(COOLING)) else { panic!("cooling") };
    let found: Vec<_> = asked
        .indicators(cooling, Level::new(1))
        .iter()
        .map(|it| (it.indicator.id.to_string(), it.scope, it.is_own, it.profile.map(|profile| profile.id.to_string())))
        .collect();
    assert_eq!(
        found,
        [
            ("k1a".to_owned(), Scope::General, false, None),
            ("k1b".to_owned(), Scope::General, false, None),
            ("torten.k1".to_owned(), Scope::Industry, false, Some("torten".to_owned())),
            ("own-1".to_owned(), Scope::System, true, None),
        ]
    );
    assert_eq!(preview(&read, &asked)?.not_in_model, [""; 0]);
    assert_eq!(preview(&read, &tiny_asked())?.not_in_model, ["own-1"]);
    Ok(())
}

fn demand(talk: &mut Talk, practice: &str, level: u8, source: &str) {
    let minimum = OwnMinimum { level: Level::new(level), source: source.to_owned(), unknown: Map::new() };
    talk.change(Change::Minimum(id(practice), Some(minimum)));
}

#[test]
fn of_own_and_profile_minimum_the_higher_counts_and_both_are_shown() {
    let asked = tiny_asked();
    let mut talk = Talk::about(asked.model());
    let shown = |talk: &Talk, practice: &str| -> Vec<(u8, String, bool)> {
        let all = demands(&Assessment::latest(&asked, &talk.session), &id(practice), "de");
        all.into_iter().map(|it| (it.level.number(), it.source.clone(), it.profile().is_some())).collect()
    };
    let counts = |talk: &Talk, practice: &str| {
        let level = minimum(&Assessment::latest(&asked, &talk.session), &id(practice));
        let of_results = results(&Assessment::latest(&asked, &talk.session)).practice(&id(practice)).and_then(|it| it.minimum);
        assert_eq!(level, of_results, "{practice}");
        level.map(Level::number)
    };
    assert_eq!((counts(&talk, COOLING), counts(&talk, FLOUR)), (Some(1), None));
    let app_state = (1, "Das Amt".to_owned(), true);
    assert_eq!(shown(&talk, COOLING), std::slice::from_ref(&app_state));

    demand(&mut talk, COOLING, 2, "Customer contract");
    demand(&mut talk, FLOUR, 1, "");
    assert_eq!((counts(&talk, COOLING), counts(&talk, FLOUR)), (Some(2), Some(1)));
    assert_eq!(shown(&talk, COOLING), [(2, "Customer contract".to_owned(), false), app_state.clone()]);
    assert_eq!(shown(&talk, FLOUR), [(1, String::new(), false)]);

    demand(&mut talk, COOLING, 0, "Customer contract");
    assert_eq!(counts(&talk, COOLING), Some(1), "an own minimum does not lower the profile's");
    assert_eq!(shown(&talk, COOLING), [app_state.clone(), (0, "Customer contract".to_owned(), false)]);
    talk.change(Change::Minimum(id(COOLING), None));
    assert_eq!(shown(&talk, COOLING), [app_state]);
}

#[test]
fn levels_that_the_model_does_not_have_are_refused_wherever_they_stand() {
    let refused = |change: &dyn Fn(&mut Talk)| {
        let mut talk = Talk::about(&tiny());
        change(&mut talk);
        preview(&talk.session, &asked_in(&talk.session)).err().map(|error| plumbline::ui::read_error(&error)).unwrap_or_default()
    };
    let of = |list: &str, on: &str| {
        let said = refused(&|talk| match list {
            "minimums" => demand(talk, COOLING, 3, "Customer contract"),
            "indicators" => {
                talk.change(Change::Indicator(id("own-1"), Some(own(COOLING, 3, "The cellar is dry."))));
            }
            _ => {
                talk.target(COOLING, 3);
                talk.pass(600);
                talk.target(COOLING, 2);
            }
        });
        assert!(said.contains(&format!("{list}, entry about {on}")), "{said}");
        assert!(said.contains("level 3 does not exist; the model's levels end at 2"), "{said}");
    };
    of("minimums", COOLING);
    of("indicators", "own-1");
    of("past_targets", COOLING);
}

#[test]
fn what_own_statements_are_about_is_reported_when_it_is_not_in_the_model() -> Result<(), Box<dyn std::error::Error>> {
    let mut talk = Talk::about(&smm());
    demand(&mut talk, "enablement.old-one", 1, "");
    talk.change(Change::Indicator(id("own-1"), Some(own("enablement.old-two", 1, "It is."))));
    talk.change(Change::Interview(id("harm"), Some(id("deadly"))));
    talk.change(Change::Interview(id("old-question"), Some(id("yes"))));
    talk.change(Change::Hint(id("old-hint"), Some("So be it.".to_owned())));
    talk.change(Change::Hint(id("monitoring-needs-change"), Some("So be it.".to_owned())));
    let here = preview(&talk.session, &smm_guided(&[]))?.not_in_model;
    assert_eq!(here, ["enablement.old-one", "enablement.old-two", "old-hint", "old-question"]);
    Ok(())
}

#[test]
fn own_targets_stand_beside_those_of_a_profile() {
    use plumbline::analysis::Grounds;
    let profile = tiny_profile();
    let mut talk = Talk::about(&tiny());
    let compared = |talk: &Talk| -> Vec<_> {
        let asked = tiny_asked();
        let all = compare(&Assessment::latest(&asked, &talk.session), &profile);
        all.iter().map(|it| (it.practice.to_string(), it.proposal.level.number(), it.above, it.grounds)).collect()
    };
    assert_eq!(compared(&talk), [(COOLING.to_owned(), 2, None, Grounds::None), (FLOUR.to_owned(), 0, None, Grounds::None)]);

    talk.target(FLOUR, 2);
    let because = Target { reason: "No cream.".to_owned(), ..Target::new(Level::new(1), Scope::General, Origin::Practice) };
    talk.change(Change::Target(id(COOLING), Some(because.clone())));
    assert_eq!(compared(&talk), [(COOLING.to_owned(), 2, Some(-1), Grounds::Own), (FLOUR.to_owned(), 0, Some(2), Grounds::None)]);
    assert_eq!(
        compare(&Assessment::latest(&tiny_asked(), &talk.session), &profile).first().and_then(|it| it.own.clone()),
        Some(because)
    );

    let blank = Target { reason: " ".to_owned(), ..Target::new(Level::new(2), Scope::General, Origin::Practice) };
    talk.change(Change::Target(id(COOLING), Some(blank)));
    assert_eq!(compared(&talk).first(), Some(&(COOLING.to_owned(), 2, Some(0), Grounds::None)), "blanks are no reason");

    // What the interview or a profile proposed, nobody here gave a reason for.
    for (origin, grounds) in [(Origin::Interview, Grounds::Interview), (Origin::Profile(id("another")), Grounds::Profile)] {
        talk.change(Change::Target(id(COOLING), Some(Target::new(Level::new(1), Scope::General, origin))));
        assert_eq!(compared(&talk).first(), Some(&(COOLING.to_owned(), 2, Some(-1), grounds)));
    }
}

#[test]
fn an_interview_that_is_not_for_the_model_says_nothing() {
    let asked = tiny_asked().with_guidance(Some(smm_interview()), None);
    let practice = id(FLOUR);
    let voices = plumbline::analysis::proposal(&asked, &answers("harm=deadly"), &practice).map(|it| it.from.len());
    assert_eq!(voices, Some(1), "only the profile speaks");
}
