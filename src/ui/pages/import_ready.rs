//! What a file that was chosen holds, and what can be done with it.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::envelope_answer::names;
use super::import_fold::{FoldIn, Here};
use crate::exchange::Preview;
use crate::session::Session;
use crate::ui::doors::clock;
use crate::ui::office::office;
use crate::ui::text as t;

/// What a file holds, and the question what to do with it: fold it into a copy that is here, or add it.
#[component]
pub fn Ready(
    file: String,
    session: Session,
    preview: Preview,
    copies: Vec<Here>,
    dismiss: Callback<()>,
    refresh: Callback<()>,
) -> impl IntoView {
    let is_envelope = session.envelope.is_some();
    let is_first = copies.is_empty();
    let remarks = t::preview_remarks(&preview, copies.len());
    let remarks: Vec<_> = remarks.into_iter().map(|remark| view! { <li>{remark}</li> }).collect();
    let unknown = preview.not_in_model.clone();
    let unknown = (!unknown.is_empty()).then(|| {
        let count = unknown.len();
        let items: Vec<_> = unknown.into_iter().map(|id| view! { <li><code>{id}</code></li> }).collect();
        view! {
            <details>
                <summary>{t::not_in_model(count)}</summary>
                <ul>{items}</ul>
            </details>
        }
    });
    let lines = lines(&session, &preview).into_iter();
    let lines: Vec<_> = lines.map(|(name, value)| view! { <dt>{name}</dt> <dd dir="auto">{value}</dd> }).collect();
    let name = t::system_name(&preview.name);
    let done = Callback::new(move |()| {
        dismiss.try_run(());
        refresh.try_run(());
    });
    let folds: Vec<_> = copies.into_iter().map(|here| view! { <FoldIn here theirs=session.clone() done /> }).collect();
    let words = if is_envelope { t::ANSWER_IT } else { t::ADD_SESSION };
    let add = adder(session, done);
    view! {
        <section class="card">
            <h2 dir="auto">{if is_envelope { t::questions_about(&name) } else { name }}</h2>
            <p class="hint" dir="auto">{t::from_file(&file)}</p>
            <dl class="facts">{lines}</dl>
            <ul class="remarks">{remarks}</ul>
            {unknown}
            {folds}
            <div class="actions">
                <button type="button" class="button" class:primary=is_first on:click=move |_| add()>{words}</button>
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}

/// What a file holds, as names and values.
fn lines(session: &Session, preview: &Preview) -> Vec<(&'static str, String)> {
    match &session.envelope {
        Some(envelope) => {
            let (to, from) = names(session, envelope);
            let made = clock::in_words(envelope.made);
            let mut lines = t::envelope_lines(&to, &from, &made, envelope.practices.len(), &envelope.message);
            lines.extend(t::preview_answers(preview));
            lines
        }
        None => t::preview_lines(preview, &clock::in_words(preview.created), &clock::in_words(preview.last_change)),
    }
}

/// Adds a session in a place of its own and goes there: to what is asked in an envelope, else to the results.
fn adder(session: Session, done: Callback<()>) -> impl Fn() {
    let office = office();
    let navigate = use_navigate();
    let page = if session.envelope.is_some() { "answer" } else { "results" };
    move || match office.add_from_file(session.clone()) {
        Ok(slot) => {
            done.run(());
            navigate(&format!("/s/{slot}/{page}"), leptos_router::NavigateOptions::default());
        }
        Err(error) => office.say(t::cant_begin(&error), None),
    }
}
