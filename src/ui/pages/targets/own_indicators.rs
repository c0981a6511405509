//! Indicators that people add for this very system.

use leptos::prelude::*;

use crate::model::{IndicatorId, IndicatorKind, Level, PracticeId};
use crate::session::{Change, Fact, OwnIndicator};
use crate::ui::browser::{clock, page};
use crate::ui::components::{TextArea, TextField};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The own indicators of a practice, and a way to add one.
#[component]
pub fn OwnIndicators(practice: PracticeId) -> impl IntoView {
    let open_session = open_session();
    let practice = StoredValue::new(practice);
    let ids = Memo::new(move |_| {
        open_session.session.with(|session| {
            let here = session
                .indicators
                .iter()
                .filter(|(_, fact)| fact.value().is_some_and(|own| practice.with_value(|practice| own.practice == *practice)));
            here.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        })
    });
    let add = move |_| {
        let own = OwnIndicator {
            practice: practice.get_value(),
            level: Level::NONE.next(),
            kind: IndicatorKind::Done,
            text: String::new(),
            evidence: String::new(),
            unknown: serde_json::Map::new(),
        };
        let id: IndicatorId = clock::new_id();
        let field = text_field(&id);
        open_session.change(Change::Indicator(id, Some(own)));
        page::focus_soon(field);
    };
    view! {
        <details class="own">
            <summary>{t::OWN_INDICATORS}</summary>
            <p class="hint">{t::OWN_INDICATORS_HINT}</p>
            <ul class="own-list">
                <For each=move || ids.get() key=Clone::clone children=|id| view! { <OwnRow id /> } />
            </ul>
            <button type="button" class="button small" on:click=add>{t::ADD_OWN_INDICATOR}</button>
        </details>
    }
}

/// The id of the field with the words of an own indicator.
fn text_field(id: &IndicatorId) -> String {
    format!("own-{id}")
}

/// One own indicator: statement, level, kind, and a way to remove it.
#[component]
fn OwnRow(id: IndicatorId) -> impl IntoView {
    let open_session = open_session();
    let key = id.to_string();
    let id = StoredValue::new(id);
    let own = Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.indicators.get(id).and_then(Fact::value).cloned()))
    });
    let alter = move |alter: &dyn Fn(&mut OwnIndicator)| {
        if let Some(mut own) = own.get_untracked() {
            alter(&mut own);
            open_session.change(Change::Indicator(id.get_value(), Some(own)));
        }
    };
    let text = Signal::derive(move || own.get().map(|own| own.text).unwrap_or_default());
    let evidence = Signal::derive(move || own.get().map(|own| own.evidence).unwrap_or_default());
    let level = move || own.with(|own| own.as_ref().map(|own| own.level));
    let kind = move || own.with(|own| own.as_ref().map(|own| own.kind));
    let set_level = move |event| {
        if let Ok(number) = event_target_value(&event).parse::<u8>() {
            alter(&|own| own.level = Level::new(number));
        }
    };
    let set_kind = move |event| {
        let assured = event_target_value(&event) == "assured";
        alter(&|own| own.kind = if assured { IndicatorKind::Assured } else { IndicatorKind::Done });
    };
    let remove = move |_| {
        open_session.change_with_undo(vec![Change::Indicator(id.get_value(), None)], t::OWN_INDICATOR_REMOVED.to_owned());
    };
    let levels = open_session.asked.with_untracked(|asked| Level::NONE.up_to(asked.model().top()).collect::<Vec<_>>());
    let (level_id, kind_id) = (format!("own-level-{key}"), format!("own-kind-{key}"));
    view! {
        <li class="own-row">
            <TextArea id=text_field(&id.get_value()) label=t::OWN_STATEMENT value=text on_type=move |typed: String| alter(&|own| own.text.clone_from(&typed)) />
            <TextField
                id=format!("own-evidence-{key}")
                label=t::OWN_EVIDENCE
                value=evidence
                on_type=move |typed: String| alter(&|own| own.evidence.clone_from(&typed))
            />
            <div class="decision">
                <div class="field">
                    <label for=level_id.clone()>{t::LEVEL}</label>
                    <select id=level_id on:change=set_level>
                        {levels
                            .into_iter()
                            .map(|one| view! { <option value=one.to_string() selected=move || level() == Some(one)>{one.number()}</option> })
                            .collect::<Vec<_>>()}
                    </select>
                </div>
                <div class="field">
                    <label for=kind_id.clone()>{t::KIND}</label>
                    <select id=kind_id on:change=set_kind>
                        <option value="done" selected=move || kind() == Some(IndicatorKind::Done)>{t::KIND_DONE}</option>
                        <option value="assured" selected=move || kind() == Some(IndicatorKind::Assured)>{t::KIND_ASSURED}</option>
                    </select>
                </div>
                <button type="button" class="button plain small" on:click=remove>{t::REMOVE}</button>
            </div>
        </li>
    }
}
