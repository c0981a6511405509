//! The keys of the pictures: which sign means what. Only signs that occur are explained.

use leptos::prelude::*;

use crate::analysis::{Grade, LevelFit, MinimumFit, PracticeResult};
use crate::model::Level;
use crate::ui::charts::{Row, is_open};
use crate::ui::text as t;

/// A sign and what it means.
type Entry = (&'static str, &'static str);

fn key(entries: Vec<Entry>) -> AnyView {
    let entries: Vec<_> = entries
        .into_iter()
        .map(|(sign, words)| view! { <li><span class=format!("key key-{sign}") aria-hidden="true"></span> {words}</li> })
        .collect();
    view! { <ul class="legend">{entries}</ul> }.into_any()
}

fn any(rows: &[Row], is: impl Fn(&PracticeResult) -> bool) -> bool {
    rows.iter().any(|row| is(&row.facts.result))
}

/// The entries that occur.
fn those(entries: impl IntoIterator<Item = (bool, Entry)>) -> Vec<Entry> {
    entries.into_iter().filter(|(occurs, _)| *occurs).map(|(_, entry)| entry).collect()
}

/// The key of the bars.
pub fn bars_key(rows: &[Row]) -> AnyView {
    let gap = |result: &PracticeResult| result.gap;
    key(those([
        (true, ("circle", t::CURRENT.get())),
        (true, ("diamond", t::TARGET.get())),
        (any(rows, |it| it.minimum.is_some()), ("triangle", t::OUTSIDE_MINIMUM.get())),
        (any(rows, |it| gap(it).is_some_and(|gap| gap.least > 0)), ("short", t::SHORT_OF_TARGET.get())),
        (any(rows, |it| gap(it).is_some_and(|gap| gap.most < 0)), ("more", t::ABOVE_TARGET.get())),
        (any(rows, is_open), ("open", t::MAY_BE.get())),
        (any(rows, PracticeResult::is_assumed), ("open", t::WITHOUT_ASSUMED.get())),
    ]))
}

/// The key of the radars.
pub fn radar_key(rows: &[Row]) -> AnyView {
    key(those([
        (true, ("line-current", t::CURRENT.get())),
        (true, ("line-target", t::TARGET.get())),
        (any(rows, PracticeResult::is_assumed), ("line-sure", t::SURE.get())),
        (any(rows, is_open), ("open", t::MAY_BE.get())),
    ]))
}

/// The key of the levels.
pub fn levels_key(rows: &[Row], top: Level) -> AnyView {
    let occurs = |fit: LevelFit| any(rows, |it| Level::NONE.up_to(top).any(|level| LevelFit::of(it, level) == fit));
    let entries: Vec<_> = LevelFit::ALL
        .into_iter()
        .filter(|fit| occurs(*fit))
        .map(|fit| view! { <li><span class="key-sign" aria-hidden="true">{t::level_fit_sign(fit)}</span> {t::level_fit_means(fit)}</li> })
        .collect();
    view! { <ul class="legend">{entries}</ul> }.into_any()
}

/// The key of what is at stake.
pub fn consequences_key(rows: &[Row]) -> AnyView {
    let signs = ["square", "ring", "circle"];
    let grades = Grade::ALL.into_iter().zip(signs).map(|(grade, sign)| (true, (sign, t::confidence_grade(grade))));
    let missed = any(rows, |it| it.minimum_fit() == MinimumFit::Missed);
    key(those(grades.chain([(any(rows, is_open), ("open", t::MAY_BE.get())), (missed, ("missed", t::MISSED_MARK_MEANS.get()))])))
}
