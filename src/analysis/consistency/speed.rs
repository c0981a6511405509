//! Answers given faster than one can read.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::About;
use crate::model::order;
use crate::session::{ActorId, Fact, PersonId, Timestamp};

/// How many answers in a row make one wonder.
const ANSWERS: usize = 10;

/// How much time there has to be between two answers to statements, on average.
const STATEMENT: i64 = 2_000;

/// How much between two quick answers: for each there are the descriptions of all levels to read.
const QUICK: i64 = 5_000;

/// One answer of an actor, the first one of theirs about that.
struct Given<'a> {
    counter: u64,
    at: Timestamp,
    by: Option<&'a PersonId>,
    id: &'a str,
    about: About,
}

impl<'a> Given<'a> {
    fn of<V>(fact: &'a Fact<V>, id: &'a str, about: About) -> Self {
        Self { counter: fact.stamp.counter, at: fact.at, by: fact.by.as_ref(), id, about }
    }
}

/// Runs of answers to different indicators, or of quick answers about different practices, one after the other in the order in which
/// an actor gave them, with too little time in between.
pub(super) fn fast(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let statements = checked.here(&checked.session.answers).filter_map(|(place, _, fact)| {
        let about = checked.placed_indicator(&place.on)?.about();
        Some((&fact.stamp.actor, Given::of(fact, place.on.as_str(), about)))
    });
    let quick = checked
        .here(&checked.session.quick)
        .filter(|(place, ..)| checked.is_asked(&place.on))
        .map(|(place, _, fact)| (&fact.stamp.actor, Given::of(fact, place.on.as_str(), About::Practice(place.on.clone()))));
    let of_statements = by_actor(statements).flat_map(|given| fast_of_actor(given, STATEMENT));
    of_statements.chain(by_actor(quick).flat_map(|given| fast_of_actor(given, QUICK))).collect()
}

/// What each actor gave.
fn by_actor<'a>(given: impl Iterator<Item = (&'a ActorId, Given<'a>)>) -> impl Iterator<Item = Vec<Given<'a>>> {
    let mut by_actor: BTreeMap<&ActorId, Vec<Given<'_>>> = BTreeMap::new();
    for (actor, given) in given {
        by_actor.entry(actor).or_default().push(given);
    }
    by_actor.into_values()
}

/// The runs of one actor in which there is less than so much time between two answers, on average.
fn fast_of_actor(mut given: Vec<Given<'_>>, least: i64) -> Vec<Noticed> {
    order::by_key(&mut given, |it| it.counter);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    given.retain(|it| seen.insert(it.id));
    // What has the same time to the millisecond was said in one go, as when something is undone.
    given.dedup_by_key(|it| it.at.as_millisecond());
    let times: Vec<i64> = given.iter().map(|it| it.at.as_millisecond()).collect();
    let find = |run: Range<usize>| {
        let first = given.get(run.start)?;
        let spent: i64 = spans(times.get(run.clone())?).map(|(_, span)| span).sum();
        let what = What::Fast { answers: run.len(), seconds: spent / 1_000 };
        Some(Noticed { by: first.by.cloned(), ..Noticed::new(first.about.clone(), what) })
    };
    runs(&times, least).into_iter().filter_map(find).collect()
}

/// The time between each two neighbors, with the place of the later one. A clock that was set back says nothing of how much
/// time went by, so that span is left out.
fn spans(times: &[i64]) -> impl Iterator<Item = (usize, i64)> {
    let neighbors = times.iter().zip(times.iter().skip(1)).enumerate();
    neighbors.map(|(before, (one, next))| (before + 1, next.saturating_sub(*one))).filter(|(_, span)| *span >= 0)
}

/// The stretches in which so many answers in a row came with less than so much time between two of them.
fn runs(times: &[i64], least: i64) -> Vec<Range<usize>> {
    let spans: Vec<(usize, i64)> = spans(times).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for window in spans.windows(ANSWERS - 1) {
        let (Some((second, _)), Some((last, _))) = (window.first(), window.last()) else { continue };
        let spent: i64 = window.iter().fold(0, |sum, (_, span)| sum.saturating_add(*span));
        let is_fast = i64::try_from(window.len()).is_ok_and(|spans| spent < spans.saturating_mul(least));
        let run = second.saturating_sub(1)..last + 1;
        match found.last_mut() {
            _ if !is_fast => {}
            Some(before) if run.start < before.end => before.end = run.end,
            _ => found.push(run),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs_of(times: &[i64]) -> Vec<Range<usize>> {
        runs(times, STATEMENT)
    }

    fn steps(spans: impl IntoIterator<Item = i64>) -> Vec<i64> {
        let sum = |at: &mut i64, span: i64| {
            *at += span;
            Some(*at)
        };
        std::iter::once(0).chain(spans.into_iter().scan(0, sum)).collect()
    }

    #[test]
    fn ten_answers_in_less_than_eighteen_seconds_are_fast() {
        assert_eq!(runs_of(&steps([1_999; 9])).as_slice(), std::slice::from_ref(&(0..10)));
        assert!(runs_of(&steps([2_000; 9])).is_empty());
        assert!(runs_of(&steps([100; 8])).is_empty(), "nine are too few");
        assert!(runs_of(&[]).is_empty());
    }

    #[test]
    fn a_pause_ends_a_run() {
        let spans = [60_000; 3].into_iter().chain([100; 11]).chain([60_000]).chain([100; 9]);
        assert_eq!(runs_of(&steps(spans)), [3..15, 15..25]);
    }

    #[test]
    fn a_clock_that_is_set_back_says_nothing() {
        let set_back = |spans: usize| steps([100; 5].into_iter().chain([-3_600_000]).chain(vec![100; spans - 5]));
        assert_eq!(runs_of(&set_back(9)).as_slice(), std::slice::from_ref(&(0..11)));
        assert!(runs_of(&set_back(8)).is_empty(), "eight spans are too few");
    }
}
