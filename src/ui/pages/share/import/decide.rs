//! What was changed both here and in a file: which of the two counts.

use leptos::prelude::*;

use crate::exchange::{Entry, Keep, Merged};
use crate::model::{IndicatorId, Level, PracticeId, Questionnaire};
use crate::session::{Fact, Session};
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
            let legend = subject(&conflict.mine, &merged.session, asked.as_ref());
            let sides = [(t::HERE.get(), &conflict.mine), (t::IN_THE_FILE.get(), &conflict.theirs)];
            let [mine, theirs] = sides.map(|(words, entry)| side(words, entry, &merged.session));
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
    t::side(words, entry.value(), who.as_deref(), &when)
}

/// What an entry is about, in words.
pub fn subject(entry: &Entry, session: &Session, asked: Option<&Questionnaire>) -> String {
    let about = asked.and_then(|asked| name_of(asked, entry.about())).unwrap_or_default();
    let part = entry.part().and_then(|part| session.parts.get(&part).and_then(Fact::value).map(|part| part.name.clone()));
    let whose = entry.is_placed().then(|| entry.by().and_then(|by| session.person_name(&by).map(str::to_owned))).flatten();
    t::conflict(entry.list(), &about, part.as_deref(), whose.as_deref())
}

/// The name of a practice, or the text of a statement.
pub fn name_of(asked: &Questionnaire, id: &str) -> Option<String> {
    let practice = PracticeId::try_from(id).ok().and_then(|id| asked.model().practice(&id).cloned());
    if let Some(practice) = practice {
        return Some(practice.name.get(t::tag()).to_owned());
    }
    let id = IndicatorId::try_from(id).ok()?;
    asked.model().practices().into_iter().find_map(|practice| {
        let all = Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level));
        let mut all = all.filter(|it| it.indicator.id == id);
        all.next().map(|it| it.indicator.text.get(t::tag()).to_owned())
    })
}
