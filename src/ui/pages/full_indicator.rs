//! One indicator: the statement, the answer, the note, and what would show it.

use leptos::prelude::*;

use super::practice_parts::mine_or_first;
use crate::model::{Indicator, IndicatorId, IndicatorKind};
use crate::session::{Answer, Change, NotApplicable, PersonId};
use crate::ui::components::{Choice, Segmented, TextArea, TextField};
use crate::ui::desk::{Desk, desk};
use crate::ui::text as t;

/// An indicator as it is asked.
#[derive(Clone)]
pub struct Row {
    /// The indicator.
    pub indicator: Indicator,
    /// The name of the profile that adds it.
    pub profile: Option<String>,
}

/// One indicator.
#[component]
pub fn IndicatorRow(row: Row) -> impl IntoView {
    let desk = desk();
    let Row { indicator, profile } = row;
    let id = StoredValue::new(indicator.id.clone());
    let answer = Memo::new(move |_| {
        desk.me.track();
        desk.session.with(|session| mine_or_first(&session.answers, desk.place(id.get_value())))
    });
    let text = indicator.text.get(t::LANGUAGE).to_owned();
    let kind = match indicator.kind {
        IndicatorKind::Done => t::KIND_DONE,
        IndicatorKind::Assured => t::KIND_ASSURED,
    };
    let chosen = Signal::derive(move || answer.get().as_ref().map(|answer| t::answer_key(answer).to_owned()));
    let choose = move |key: String| {
        if let Some(answer) = answer_of_key(&key) {
            say(desk, id.get_value(), Some(answer));
        }
    };
    let choices = t::ANSWERS.iter().map(|(key, label)| Choice::new(*key, *label, "")).collect();
    view! {
        <li class="indicator">
            <div class="indicator-words">
                <p class="statement">{text.clone()}</p>
                <p class="hint">
                    <span class="tag quiet">{kind}</span>
                    {profile.map(|name| view! { " " <span class="tag quiet">{name}</span> })}
                    " "
                    {t::evidence(indicator.evidence.get(t::LANGUAGE), indicator.shelf_life_months)}
                </p>
                <Differing id=indicator.id.clone() />
            </div>
            <div class="indicator-answer">
                <Segmented legend=text name=format!("answer-{}", indicator.id) choices chosen on_choose=choose />
                {move || answer.with(Option::is_some).then(|| view! {
                    <button type="button" class="button plain small" on:click=move |_| say(desk, id.get_value(), None)>{t::CLEAR_ANSWER}</button>
                })}
                <ReasonField id=indicator.id.clone() answer />
                <NoteField id=indicator.id />
            </div>
        </li>
    }
}

fn answer_of_key(key: &str) -> Option<Answer> {
    let answers = [Answer::Met, Answer::Partly, Answer::NotMet, Answer::NotApplicable(NotApplicable::because(""))];
    answers.into_iter().find(|answer| t::answer_key(answer) == key)
}

fn say(desk: Desk, indicator: IndicatorId, answer: Option<Answer>) {
    if let Some(place) = desk.place(indicator) {
        desk.change(Change::Answer(place, answer));
    }
}

/// Why an indicator does not apply, once that was chosen.
#[component]
fn ReasonField(id: IndicatorId, answer: Memo<Option<Answer>>) -> impl IntoView {
    let desk = desk();
    let field = format!("reason-{id}");
    let id = StoredValue::new(id);
    let applies = Memo::new(move |_| !matches!(answer.get(), Some(Answer::NotApplicable { .. })));
    let reason = Signal::derive(move || match answer.get() {
        Some(Answer::NotApplicable(why)) => why.reason,
        _ => String::new(),
    });
    let on_type = move |reason: String| {
        let why = match answer.get_untracked() {
            Some(Answer::NotApplicable(before)) => NotApplicable { reason, ..before },
            _ => NotApplicable::because(reason),
        };
        say(desk, id.get_value(), Some(Answer::NotApplicable(why)));
    };
    move || {
        (!applies.get()).then(|| {
            view! { <TextField id=field.clone() label=t::REASON_NA hint=t::REASON_NA_HINT value=reason on_type /> }
        })
    }
}

/// A note on an indicator; folded until there is one or somebody wants to write one.
#[component]
fn NoteField(id: IndicatorId) -> impl IntoView {
    let desk = desk();
    let field = format!("note-{id}");
    let id = StoredValue::new(id);
    let note = Signal::derive(move || {
        desk.me.track();
        desk.session.with(|session| mine_or_first(&session.notes, desk.place(id.get_value()))).unwrap_or_default()
    });
    let open = note.with_untracked(|note| !note.is_empty());
    let on_type = move |typed: String| {
        if let Some(place) = desk.place(id.get_value()) {
            desk.change(Change::Note(place, (!typed.is_empty()).then_some(typed)));
        }
    };
    view! {
        <details class="note" open=open>
            <summary>{t::NOTE}</summary>
            <TextArea id=field label=t::NOTE_HERE value=note on_type />
        </details>
    }
}

/// What several people answered, where they differ. The lowest counts until they agree.
#[component]
fn Differing(id: IndicatorId) -> impl IntoView {
    let desk = desk();
    let said = move || {
        desk.session.with(|session| {
            let here = session.answers.iter().filter(|(place, _)| place.on == id && Some(&place.round) == session.round());
            let name =
                |by: &Option<PersonId>| by.as_ref().and_then(|by| session.person_name(by)).unwrap_or(t::SOMEBODY).to_owned();
            let said = here.filter_map(|(place, fact)| Some((name(&place.by), t::answer(fact.value()?))));
            said.collect::<Vec<_>>()
        })
    };
    move || {
        let said = said();
        let differ = said.iter().any(|(_, answer)| said.first().is_some_and(|(_, first)| first != answer));
        differ.then(|| view! { <p class="differing">{t::differing(&said)}</p> })
    }
}
