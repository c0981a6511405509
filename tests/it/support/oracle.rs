//! Levels worked out a second time, from the plain words of the rule, slowly and without looking at how `analysis` does it.
//!
//! A level is reached when every applicable indicator of it and of all lower levels is met, or something else does its job.
//! *Partly* does not reach it. What nobody answered or knows leaves it open. An answer about a part goes before one about the whole; the
//! lowest part decides. The quick answer stands as long as the indicators leave anything open; where they rule it out, the nearest
//! level that they leave open does. A level that somebody set with a reason counts instead of what the rule says.

use std::collections::BTreeSet;

use plumbline::model::{Level, Practice, Questionnaire};

use super::consolidated::{Consolidated, Talks};

/// What one expects of a practice.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// What counts.
    pub current: State,
    /// What would count if nobody had set a level.
    pub by_rule: State,
    /// What is reached without anything that is only assumed; nothing as long as indicators say nothing.
    pub sure: Option<u8>,
    /// The one indicator by which the next level is missed, with that level.
    pub near_miss: Option<(u8, String)>,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// Nobody said anything that counts.
    Unanswered,
    /// It makes no sense here.
    NotApplicable,
    /// Reached in any case, and at best.
    Between(u8, u8),
}

/// Where one part stands, or the whole.
struct Subject {
    expected: Expected,
    /// What every level lacks, where the indicators alone settle which one is reached.
    lacking: Option<Vec<Vec<String>>>,
}

fn subject(talks: &Talks, asked: &Questionnaire, practice: &Practice, part: Option<&str>) -> Subject {
    let top = asked.model().top().number();
    let name = practice.id.as_str();
    let ids: Vec<Vec<String>> = (0..=top).map(|level| ids(asked, practice, level)).collect();
    let heard = |id: &String| talks.heard(id, part);
    // The highest level for which nothing, up to and with it, is lacking.
    let reached = |is_fulfilled: &dyn Fn(&String) -> bool| {
        let holds = |level: &u8| ids.iter().take(usize::from(*level) + 1).flatten().all(is_fulfilled);
        (0..=top).filter(holds).max().unwrap_or(0)
    };
    let low = reached(&|id| heard(id).is_fulfilled());
    let high = reached(&|id| heard(id).is_fulfilled() || heard(id).is_open());
    let sure = reached(&|id| heard(id).is_fulfilled() && !talks.is_assumed(id, part));

    let all = || ids.iter().flatten().map(heard);
    let untouched = all().all(|heard| heard == Consolidated::Nothing);
    let unknown = !untouched && all().all(Consolidated::is_open);
    let silent = untouched || unknown;
    let not_applicable = all().all(|heard| heard == Consolidated::NotApplicable);
    let quick = talks.quick_at(name, part).or_else(|| talks.quick_at(name, None));
    let by_rule = match quick {
        None if untouched => State::Unanswered,
        None if unknown => State::Between(0, top),
        Some(None) if silent => State::NotApplicable,
        Some(Some(level)) if silent => State::Between(level, level),
        _ if not_applicable => State::NotApplicable,
        Some(Some(level)) if low < high && level < low => State::Between(low, low),
        Some(Some(level)) if low < high && level > high => State::Between(high, high),
        Some(Some(level)) if low <= level && level <= high => State::Between(level, level),
        _ => State::Between(low, high),
    };
    let set = talks.set(name, part);
    let current = set.map_or(by_rule, |level| State::Between(level, level));

    let counts = !silent && !not_applicable;
    let lacking = ids.into_iter().map(|ids| ids.into_iter().filter(|id| !heard(id).is_fulfilled()).collect()).collect();
    let lacking = (counts && low == high && set.is_none()).then_some(lacking);
    Subject { expected: Expected { current, by_rule, sure: counts.then_some(sure), near_miss: None }, lacking }
}

fn ids(asked: &Questionnaire, practice: &Practice, level: u8) -> Vec<String> {
    asked.indicators(practice, Level::new(level)).into_iter().map(|it| it.indicator.id.to_string()).collect()
}

/// Where all of them stand together: as low as the lowest may be, as high as the lowest can be.
fn together(states: &[State]) -> State {
    let lows = states.iter().filter_map(|it| if let State::Between(low, _) = it { Some(*low) } else { None });
    let highs = states.iter().filter_map(|it| if let State::Between(_, high) = it { Some(*high) } else { None });
    let open = states.contains(&State::Unanswered);
    match (lows.min(), highs.min()) {
        (Some(low), Some(high)) => State::Between(if open { 0 } else { low }, high),
        _ if open => State::Unanswered,
        _ => State::NotApplicable,
    }
}

/// What is expected of a practice.
pub fn expected(talks: &Talks, asked: &Questionnaire, practice: &Practice) -> Expected {
    let all: Vec<String> = (0..=asked.model().top().number()).flat_map(|level| ids(asked, practice, level)).collect();
    let name = practice.id.as_str();
    let parts: Vec<Option<&str>> =
        if talks.is_apart(&all, name) { talks.parts.iter().map(|part| Some(*part)).collect() } else { vec![None] };
    let subjects: Vec<Subject> = parts.iter().map(|part| subject(talks, asked, practice, *part)).collect();

    let current = together(&subjects.iter().map(|it| it.expected.current).collect::<Vec<_>>());
    let by_rule = together(&subjects.iter().map(|it| it.expected.by_rule).collect::<Vec<_>>());
    let set = talks.set(name, None);
    Expected {
        current: set.map_or(current, |level| State::Between(level, level)),
        by_rule,
        sure: sure(&subjects),
        near_miss: near_miss(&subjects).filter(|_| set.is_none()),
    }
}

/// The lowest of what is sure in each part. Of a part that only the quick pass speaks of, nothing is assumed.
fn sure(subjects: &[Subject]) -> Option<u8> {
    let of_subject = |it: &Subject| match it.expected.by_rule {
        State::NotApplicable => None,
        State::Unanswered => Some(0),
        State::Between(low, _) => Some(it.expected.sure.unwrap_or(low)),
    };
    let says_something = subjects.iter().any(|it| it.expected.sure.is_some());
    subjects.iter().filter_map(of_subject).min().filter(|_| says_something)
}

/// The one indicator that keeps all the lowest parts from the next level.
fn near_miss(subjects: &[Subject]) -> Option<(u8, String)> {
    if subjects.iter().any(|it| it.expected.current == State::Unanswered) {
        return None;
    }
    let low = |it: &Subject| if let State::Between(low, _) = it.expected.current { Some(low) } else { None };
    let lowest = subjects.iter().filter_map(low).min()?;
    let mut lacking = BTreeSet::new();
    for stuck in subjects.iter().filter(|it| low(it) == Some(lowest)) {
        lacking.extend(stuck.lacking.as_ref()?.get(usize::from(lowest) + 1).into_iter().flatten());
    }
    let only = lacking.first().filter(|_| lacking.len() == 1)?;
    Some((lowest + 1, (*only).clone()))
}
