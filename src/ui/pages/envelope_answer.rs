//! An envelope as its addressee sees it: who asks, what is asked, how much is answered, sending it back.

use leptos::prelude::*;
use leptos_router::components::A;

use super::full_onward::{next_of_all, question_link};
use super::not_found::NotFoundPage;
use crate::analysis::Count;
use crate::exchange::name_of_parts;
use crate::model::PracticeId;
use crate::session::{EnvelopeNote, SystemField};
use crate::ui::components::{PageHead, ProgressBar, anew};
use crate::ui::desk::desk;
use crate::ui::doors::{clock, download};
use crate::ui::office::office;
use crate::ui::text as t;

/// The questions of an envelope.
#[component]
pub fn EnvelopeAnswerPage() -> impl IntoView {
    let desk = desk();
    move || match desk.envelope.get() {
        Some(envelope) => anew(view! { <Questions envelope /> }),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

/// The names of the addressee and of whoever asks.
pub fn names(session: &crate::session::Session, envelope: &EnvelopeNote) -> (String, String) {
    let to = session.person_name(&envelope.addressee).unwrap_or(t::SOMEBODY);
    let from = envelope.from.as_ref().and_then(|from| session.person_name(from)).unwrap_or(t::A_COLLEAGUE);
    (to.to_owned(), from.to_owned())
}

/// Who asks what, and the ways on.
#[component]
fn Questions(envelope: EnvelopeNote) -> impl IntoView {
    let desk = desk();
    let (title, above) = desk.session.with_untracked(|session| {
        let (to, from) = names(session, &envelope);
        let above = format!("{} · {}", t::for_and_from(&to, &from), clock::in_words(envelope.made));
        (t::questions_about(&t::system_name(session.system(SystemField::Name))), above)
    });
    let message = envelope.message.clone();
    let message = (!message.is_empty()).then(|| view! { <blockquote class="message" dir="auto">{message}</blockquote> });
    let rows: Vec<_> = desk.asked.with_untracked(|asked| {
        let asked_about = asked.model().practices().into_iter().filter(|practice| envelope.asks(&practice.id));
        let row = |practice: &crate::model::Practice| (practice.id.clone(), practice.name.get(t::LANGUAGE).to_owned());
        asked_about.map(row).map(|(id, name)| view! { <PracticeRow id name /> }).collect()
    });
    let answered = Signal::derive(move || desk.progress.with(|progress| progress.of_envelope(&envelope)));
    let words = Signal::derive(move || t::statements_answered(answered.get()));
    let onward = move || match next_of_all(desk, None) {
        Some(next) => {
            let href = question_link(desk, &next);
            let words = if answered.get().done == 0 { t::BEGIN_ANSWERS } else { t::CONTINUE_ANSWERS };
            view! { <A href attr:class="button primary">{words}</A> }.into_any()
        }
        None => view! { <strong>{t::ALL_ANSWERED}</strong> }.into_any(),
    };
    view! {
        <PageHead title above />
        {message}
        <p>{t::ANSWER_LEAD}</p>
        <section class="card">
            <h2>{t::WHAT_YOU_ARE_ASKED}</h2>
            <ProgressBar label=words count=answered />
            <p>{onward}</p>
            <ul class="practice-list">{rows}</ul>
        </section>
        <SendBack />
    }
}

/// A practice, how much of it is answered, and the way to its statements.
#[component]
fn PracticeRow(id: PracticeId, name: String) -> impl IntoView {
    let desk = desk();
    let href = desk.link(&format!("full/{id}"));
    let count = Memo::new(move |_| {
        let found =
            |progress: &crate::analysis::Progress| progress.per_practice.iter().find(|(it, _)| *it == id).map(|(_, it)| *it);
        desk.progress.with(found).unwrap_or(Count::default())
    });
    view! {
        <li class="envelope-row">
            <span class="practice-name">{name.clone()}</span>
            <span class="hint">{move || t::indicators_of(count.get())}</span>
            <A href attr:class="button small" attr:aria-label=t::statements_of(&name)>
                {t::LOOK_AT_STATEMENTS}
            </A>
        </li>
    }
}

/// The answers as a file for whoever asked.
#[component]
fn SendBack() -> impl IntoView {
    let desk = desk();
    let name = Memo::new(move |_| {
        desk.session.with(|session| {
            let to = session.envelope.as_ref().and_then(|envelope| session.person_name(&envelope.addressee));
            name_of_parts(&[t::ANSWERS_FILE, session.system(SystemField::Name), to.unwrap_or_default()])
        })
    });
    let send = move |_| {
        let name = name.get_untracked();
        let done = desk.file().is_some_and(|file| download::download(&name, "application/json", &file).is_ok());
        office().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    view! {
        <section class="card">
            <h2>{t::SEND_BACK}</h2>
            <p>{t::SEND_BACK_HINT}</p>
            <p class="file-name"><code dir="auto">{name}</code></p>
            <button type="button" class="button primary" on:click=send>{t::SEND_BACK}</button>
        </section>
    }
}
