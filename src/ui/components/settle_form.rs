//! Choosing which of several answers counts.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::analysis::Dispute;
use crate::session::{Answer, commands};
use crate::ui::browser::{page, second_press};
use crate::ui::components::{Choice, Segmented, TextField, subject_key};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What a difference can be settled on: whether it is met, partly or not, and what somebody gave a reason for.
fn possible(open_session: OpenSession, dispute: &Dispute) -> Vec<Answer> {
    let is_choice = |answer: &Answer| matches!(answer, Answer::Met | Answer::Partly | Answer::NotMet | Answer::Own(_));
    let mut possible: Vec<Answer> = open_session.answers().into_iter().filter(is_choice).collect();
    for (_, answer) in &dispute.answers {
        if !possible.contains(answer) {
            possible.push(answer.clone());
        }
    }
    possible
}

/// Chooses what counts, with a reason if one likes.
#[component]
pub fn SettleForm(
    dispute: Dispute,
    /// What takes the focus after it was settled.
    focus: String,
) -> impl IntoView {
    let open_session = open_session();
    let key = subject_key(&dispute.at);
    let answers = possible(open_session, &dispute);
    let choices = answers.iter().zip(0_usize..);
    let choices = choices
        .map(|(answer, index)| Choice::new(index.to_string(), open_session.answer_with_reason(&dispute.at.on, answer), ""))
        .collect();
    let (choices_id, missing_id) = (StoredValue::new(format!("what-counts-of/{key}")), format!("nothing-chosen/{key}"));
    let chosen = RwSignal::new(None::<String>);
    let is_missing = Memo::new(move |_| chosen.with(Option::is_none));
    let reason = RwSignal::new(String::new());
    let settle = move |press: MouseEvent| {
        let index = chosen.get_untracked().and_then(|key| key.parse::<usize>().ok());
        let Some(answer) = index.and_then(|index| answers.get(index)) else {
            page::focus_choice(&choices_id.with_value(Clone::clone));
            return;
        };
        let change = open_session.session.with_untracked(|session| {
            reason.with_untracked(|why| commands::settle(session, &dispute.at, answer.clone(), dispute.stamps.clone(), why))
        });
        second_press::moves_on(&press);
        open_session.change_with_undo(vec![change], t::SETTLED_NOTICE.to_owned());
        page::focus_soon(focus.clone());
    };
    view! {
        <div class="settle-form">
            <div id=choices_id.get_value()>
                <Segmented
                    legend=t::WHAT_COUNTS
                    name=format!("what-counts/{key}")
                    choices
                    chosen
                    on_choose=move |key: String| chosen.set(Some(key))
                    show_legend=true
                />
            </div>
            <TextField
                id=format!("settle-reason/{key}")
                label=t::SETTLE_REASON
                value=reason
                on_type=move |typed: String| reason.set(typed)
            />
            <SettleButton missing_id is_missing missing=t::CHOOSE_WHAT_COUNTS settle />
        </div>
    }
}

/// Settles, or says what is missing.
#[component]
pub fn SettleButton(
    missing_id: String,
    is_missing: Memo<bool>,
    /// What is missing.
    missing: t::Words,
    /// Settles, or leads to what is missing.
    settle: impl Fn(MouseEvent) + 'static,
) -> impl IntoView {
    let press = move |press: MouseEvent| {
        // What was settled leaves the list, and the next thing comes to lie under the pointer.
        if !second_press::is_second(&press) {
            settle(press);
        }
    };
    view! {
        <div class="actions">
            <button
                type="button"
                class="button"
                aria-disabled=move || is_missing.get().to_string()
                aria-describedby=missing_id.clone()
                on:click=press
            >
                {t::SETTLE}
            </button>
            <p class="hint" id=missing_id>{move || is_missing.get().then_some(missing.get())}</p>
        </div>
    }
}
