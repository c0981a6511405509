//! A request as its addressee sees it: who asks, what is asked, how much is answered, sending it back.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::exchange::name_of_parts;
use crate::model::PracticeId;
use crate::session::{AnswerRequest, SystemField};
use crate::ui::browser::{clock, download};
use crate::ui::components::{PageHead, ProgressBar, anew, request_names};
use crate::ui::pages::practice::next_question::{next_of_all, question_link};
use crate::ui::routes::SessionPage;
use crate::ui::shell::not_found::NotFoundPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The questions of a request.
#[component]
pub fn RequestAnswerPage() -> impl IntoView {
    let open_session = open_session();
    move || match open_session.request.get() {
        Some(request) => anew(view! { <Questions request /> }),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

/// Who asks what, and the ways on.
#[component]
fn Questions(request: AnswerRequest) -> impl IntoView {
    let open_session = open_session();
    let (title, above) = open_session.session.with_untracked(|session| {
        let (to, from) = request_names(session, &request);
        let above = format!("{} · {}", t::for_and_from(&to, &from), clock::in_words(request.made));
        (t::questions_about(&t::system_name(session.system(SystemField::Name))), above)
    });
    let message = request.message.clone();
    let message = (!message.is_empty()).then(|| view! { <blockquote class="message" dir="auto">{message}</blockquote> });
    let rows: Vec<_> = open_session.asked.with_untracked(|asked| {
        let requested: BTreeSet<&PracticeId> = request.practices.iter().collect();
        let asked_about = asked.model().practices().into_iter().filter(|practice| requested.contains(&practice.id));
        let row = |practice: &crate::model::Practice| (practice.id.clone(), practice.name.get(t::tag()).to_owned());
        asked_about.map(row).map(|(id, name)| view! { <PracticeRow id name /> }).collect()
    });
    let answered = Signal::derive(move || open_session.progress.with(|progress| progress.of_request(&request)));
    let words = Signal::derive(move || t::indicators_answered(answered.get()));
    let onward = move || match next_of_all(open_session, None) {
        Some(next) => {
            let href = question_link(open_session, &next);
            let words = if answered.get().asked() == 0 { t::BEGIN_ANSWERS } else { t::CONTINUE_ANSWERS };
            view! { <A href attr:class="button primary">{words}</A> }.into_any()
        }
        None => {
            let all = if answered.get().not_known == 0 { t::ALL_ANSWERED } else { t::ALL_SAID };
            view! { <strong>{all}</strong> }.into_any()
        }
    };
    view! {
        <PageHead title above />
        {message}
        <p>{t::ANSWER_LEAD}</p>
        <section class="card">
            <h2>{t::WHAT_YOU_ARE_ASKED}</h2>
            <ProgressBar label=words count=Signal::derive(move || answered.get().answered) />
            <p>{onward}</p>
            <ul class="practice-list">{rows}</ul>
        </section>
        <SendBack />
    }
}

/// A practice, how much of it is answered, and the way to its statements.
#[component]
fn PracticeRow(id: PracticeId, name: String) -> impl IntoView {
    let open_session = open_session();
    let href = open_session.link(SessionPage::Full.of(&id));
    let count = Memo::new(move |_| {
        let asked = open_session.asked.get();
        open_session.progress.with(|progress| progress.of_practice(&asked, &id)).unwrap_or_default()
    });
    view! {
        <li class="envelope-row">
            <span class="practice-name">{name.clone()}</span>
            <span class="hint">{move || t::indicators_of(count.get())}</span>
            <A href attr:class="button small" attr:aria-label=t::indicators_asked_of(&name)>
                {t::LOOK_AT_STATEMENTS}
            </A>
        </li>
    }
}

/// The answers as a file for whoever asked.
#[component]
fn SendBack() -> impl IntoView {
    let open_session = open_session();
    let name = Memo::new(move |_| {
        open_session.session.with(|session| {
            let to = session.request.as_ref().and_then(|request| session.person_name(&request.addressee));
            name_of_parts(&[t::ANSWERS_FILE.get(), session.system(SystemField::Name), to.unwrap_or_default()])
        })
    });
    let send = move |_| {
        let name = name.get_untracked();
        let done = open_session.file().is_some_and(|file| download::download(&name, "application/json", &file).is_ok());
        app_state().say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
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
