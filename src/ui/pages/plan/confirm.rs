//! Done is not met: the statements of what is done, each to be confirmed before it counts.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{FinishedAction, Thing, finished};
use crate::model::IndicatorId;
use crate::session::commands;
use crate::ui::browser::{clock, page};
use crate::ui::components::{AnsweringAs, TextField, anew};
use crate::ui::pages::plan::list::LIST;
use crate::ui::routes::Address;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The id of the heading.
pub const TO_CONFIRM: &str = "plan-to-confirm";

/// What waits to be confirmed; nothing where nothing does.
#[component]
pub fn ToConfirm() -> impl IntoView {
    let open_session = open_session();
    let waiting = open_session.following(finished);
    move || {
        (!waiting.with(Vec::is_empty)).then(|| {
            let rows: Vec<_> = waiting.get().into_iter().map(|it| one(open_session, it)).collect();
            view! {
                <section class="card plan-confirm no-print">
                    <h2 id=TO_CONFIRM tabindex="-1">{t::WAITS_TO_CONFIRM}</h2>
                    <p class="hint">{t::WAITS_TO_CONFIRM_HINT}</p>
                    <div class="answering"><AnsweringAs /></div>
                    {rows}
                </section>
            }
        })
    }
}

/// An action with the statements that could be answered as met now. None is ticked.
fn one(open_session: OpenSession, action: FinishedAction) -> AnyView {
    let ticked = RwSignal::new(BTreeSet::<IndicatorId>::new());
    let evidence = RwSignal::new(String::new());
    let title = t::action_title(&action.title);
    let field = format!("confirm-evidence-{}", action.id);
    let rows: Vec<_> = action
        .answers
        .iter()
        .map(|answer| {
            let (words, verdict) = (open_session.name_of(&Thing::Indicator(answer.indicator.clone())), answer.verdict);
            let href = open_session.link(Address::of_indicator(&answer.practice, &answer.indicator));
            let practice = open_session.name_of(&Thing::Practice(answer.practice.clone()));
            let (id, own) = (answer.indicator.clone(), answer.indicator.clone());
            let tick = move |event| {
                let on = event_target_checked(&event);
                ticked.update(|ticked| {
                    let _ = if on { ticked.insert(id.clone()) } else { ticked.remove(&id) };
                });
            };
            let checked = move || ticked.with(|ticked| ticked.contains(&own));
            view! {
                <li>
                    <label class="tick-row"><input type="checkbox" prop:checked=checked on:change=tick /> " " {words}</label>
                    <p class="hint"><A href=href>{practice}</A> " · " {t::verdict(verdict)}</p>
                </li>
            }
        })
        .collect();
    let answers = StoredValue::new(action.answers);
    let confirm = move |_| {
        let by = open_session.answering();
        let places = open_session.assessment(|assessment| {
            let chosen = |answers: &Vec<crate::analysis::AnswerToConfirm>| {
                let chosen = answers.iter().filter(|it| ticked.with_untracked(|ticked| ticked.contains(&it.indicator)));
                chosen.flat_map(|it| it.places(assessment, by.as_ref())).collect::<Vec<_>>()
            };
            answers.with_value(chosen)
        });
        let count = ticked.with_untracked(BTreeSet::len);
        let evidence = evidence.get_untracked();
        let change = open_session.asked.with_untracked(|asked| {
            commands::confirm_met(places, Some((clock::new_id(), evidence)), &asked.model().scoring.answers)
        });
        open_session.change_with_undo(vec![change], t::confirmed_met(count));
        page::focus_soon(LIST.to_owned());
    };
    let is_bare = move || ticked.with(BTreeSet::is_empty);
    anew(view! {
        <h3 dir="auto">{title}</h3>
        <ul class="plan-answers">{rows}</ul>
        <TextField id=field label=t::CONFIRM_EVIDENCE value=evidence on_type=move |typed: String| evidence.set(typed) />
        <p><button type="button" class="button primary" disabled=is_bare on:click=confirm>{t::CONFIRM_MET}</button></p>
    })
}
