//! Everything that is asked is found by its id, whoever asks it, and where it stands.

use std::collections::BTreeSet;

use crate::support::{id, smm_asked, tiny_asked};
use plumbline::model::{
    AskedIndicator, ExtraIndicator, Indicator, IndicatorId, IndicatorKind, Lasts, Level, MeantFor, Questionnaire, Scope, Text,
};

fn own(practice: &str, level: u8, name: &str) -> ExtraIndicator {
    ExtraIndicator {
        practice: id(practice),
        level: Level::new(level),
        scope: Scope::System,
        indicator: Indicator {
            depends_on: Vec::new(),
            id: id(name),
            kind: Some(IndicatorKind::Done),
            text: Text::as_typed(name),
            evidence: Text::as_typed(""),
            answers: std::collections::BTreeMap::new(),
            meant_for: MeantFor::default(),
            lasts: Lasts::Months(12),
        },
    }
}

fn questionnaires() -> Vec<Questionnaire> {
    let with_own = |asked: Questionnaire| {
        let practice = asked.model().practices().first().map(|practice| practice.id.to_string()).unwrap_or_default();
        asked.with_own(vec![own(&practice, 1, "own.1"), own(&practice, 99, "own.too-high"), own("nowhere", 1, "own.nowhere")])
    };
    vec![smm_asked(), tiny_asked(), with_own(smm_asked()), with_own(tiny_asked())]
}

#[test]
fn all_that_is_asked_is_what_is_asked_practice_by_practice_and_level_by_level() {
    for asked in questionnaires() {
        let mut looked_for: Vec<AskedIndicator<'_>> = Vec::new();
        for practice in asked.model().practices() {
            for level in Level::NONE.up_to(asked.model().top()) {
                looked_for.extend(asked.indicators(practice, level));
            }
            assert_eq!(asked.practice(&practice.id), Some(practice));
        }
        assert!(looked_for.iter().any(|it| it.profile.is_some()), "profiles add something");
        assert_eq!(asked.all().collect::<Vec<_>>(), looked_for);
    }
}

#[test]
fn an_id_leads_to_what_is_asked_under_it_and_nowhere_else() {
    for asked in questionnaires() {
        for it in asked.all() {
            assert_eq!(asked.indicator(&it.indicator.id), Some(it));
        }
        let backwards: Vec<&IndicatorId> = asked.all().map(|it| &it.indicator.id).collect();
        let twice = backwards.iter().rev().chain(&backwards).copied();
        assert_eq!(asked.in_order(twice), asked.all().collect::<Vec<_>>(), "in the order of asking, each once");
        let ids: BTreeSet<&IndicatorId> = asked.all().map(|it| &it.indicator.id).collect();
        for other in ["nothing", "own.nowhere", "own.too-high"].map(id) {
            assert!(!ids.contains(&other) && asked.indicator(&other).is_none() && !asked.asks(&other), "{other}");
        }
    }
}

#[test]
fn a_copy_with_other_statements_of_ones_own_finds_those() {
    let practice = tiny_asked().model().practices().first().map(|practice| practice.id.to_string()).unwrap_or_default();
    let asked = tiny_asked();
    assert!(!asked.asks(&id("own.1")));
    let copy = asked.clone().with_own(vec![own(&practice, 1, "own.1")]);
    assert!(copy.asks(&id("own.1")) && !asked.asks(&id("own.1")));
    assert!(copy.indicator(&id("own.1")).is_some_and(|it| it.is_own && it.level == Level::new(1)));
}
