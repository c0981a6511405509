//! What was changed both here and in a file: which of the two counts.

use leptos::prelude::*;

use crate::analysis::Names;
use crate::exchange::{Entry, Keep, Merged, with_answers_of};
use crate::session::Session;
use crate::store::Slot;
use crate::ui::browser::clock;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// What was changed on both sides, side by side; `keep` has one decision for each.
#[component]
pub fn Decisions(merged: Merged, at: Slot, keep: RwSignal<Vec<Keep>>) -> impl IntoView {
    let asked = app_state().library.get_untracked().and_then(|library| library.asked_in(&merged.session));
    let rows: Vec<_> = merged
        .conflicts
        .iter()
        .enumerate()
        .map(|(index, conflict)| {
            let names = Names::new(asked.as_ref(), &merged.session, t::tag());
            let legend = t::subject(&conflict.mine, names);
            let sides = [(t::HERE, &conflict.mine), (t::IN_THE_FILE, &conflict.theirs)];
            let [mine, theirs] = sides.map(|(words, entry)| side(words.get(), entry, &merged.session));
            let until = if conflict.stands() == Keep::Mine { t::HERE.get() } else { t::IN_THE_FILE.get() };
            let sides = [mine, theirs, t::keep_both(until)];
            view! { <Decide index field=format!("conflict-{at}-{index}") legend sides keep /> }
        })
        .collect();
    view! {
        <h4>{t::CHANGED_ON_BOTH_SIDES}</h4>
        <p class="hint">{t::CHANGED_ON_BOTH_SIDES_HINT}</p>
        {rows}
    }
}

/// One thing that was changed on both sides: what counts?
#[component]
fn Decide(index: usize, field: String, legend: String, sides: [String; 3], keep: RwSignal<Vec<Keep>>) -> impl IntoView {
    let rows: Vec<_> = [Keep::Mine, Keep::Theirs, Keep::Both]
        .into_iter()
        .zip(sides)
        .map(|(side, words)| {
            let id = format!("{field}-{side:?}");
            let chosen = move || keep.with(|keep| keep.get(index) == Some(&side));
            let choose = move |_| keep.update(|keep| keep.iter_mut().skip(index).take(1).for_each(|one| *one = side));
            view! {
                <li>
                    <input type="radio" id=id.clone() name=field.clone() prop:checked=chosen on:change=choose />
                    <label for=id dir="auto">{words}</label>
                </li>
            }
        })
        .collect();
    view! {
        <fieldset class="conflict">
            <legend dir="auto">{legend}</legend>
            <ul class="options">{rows}</ul>
        </fieldset>
    }
}

/// What one side says, in words.
pub fn side(words: &str, entry: &Entry, session: &Session) -> String {
    let who = entry.by().and_then(|by| session.person_name(&by).map(str::to_owned));
    let when = entry.at().map(clock::in_words).unwrap_or_default();
    // What the model calls its own answers, where it is here.
    let asked = app_state().library.get_untracked().and_then(|library| library.asked_in(session));
    let scale = asked.as_ref().map(|asked| &asked.model().scoring.answers);
    let value = entry.value().map(|value| scale.map_or_else(|| value.clone(), |scale| with_answers_of(value, scale, t::tag())));
    t::side(words, value.as_ref(), who.as_deref(), &when)
}
