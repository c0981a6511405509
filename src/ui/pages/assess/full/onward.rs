//! Onward through the full pass: to the most useful unanswered statement, wherever it is.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Asking, NextQuestion, next_question};
use crate::model::Questionnaire;
use crate::session::Session;
use crate::ui::pages::assess::full::Pass;
use crate::ui::pages::practice::InOrder;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The most useful unanswered question of the whole session.
pub fn next_of_all(open_session: OpenSession, here: Option<&crate::model::PracticeId>) -> Option<NextQuestion> {
    let (me, part) = (open_session.me.get(), open_session.part.get());
    let asking = Asking { me: me.as_ref(), part: part.as_ref(), here, stay: false };
    open_session.soon(|session| open_session.asked.with(|asked| next_question(asked, session, asking)))
}

/// The address of a question.
pub fn question_link(open_session: OpenSession, next: &NextQuestion) -> String {
    open_session.link(&format!("full/{}?at={}", next.practice, next.indicator))
}

/// The way on, and beside it the practices around. An request ends where its answers are sent back.
#[component]
pub fn FullOnward(here: InOrder, pass: Pass) -> impl IntoView {
    let open_session = pass.open_session;
    let open = move |asked: &Questionnaire, session: &Session, stay| {
        let (me, part, here) = (open_session.me.get(), open_session.part.get(), pass.practice.get_value());
        next_question(asked, session, Asking { me: me.as_ref(), part: part.as_ref(), here: Some(&here), stay })
    };
    let next = open_session.following(move |asked, session| open(asked, session, false));
    // What is open here does not lead on where it can't move the level: one may answer it all the same, and is told why.
    let rest = open_session.following(move |asked, session| {
        let elsewhere = next.with(|next| next.as_ref().is_some_and(|next| next.practice != pass.practice.get_value()));
        elsewhere.then(|| open(asked, session, true)).flatten()
    });
    let rest_here = move || {
        let rest = rest.get()?;
        let why = t::why_onward(rest.settled?);
        let go = move |_| pass.go_to(rest.level, rest.indicator.clone());
        Some(view! {
            <button type="button" class="button" aria-describedby="why-onward" on:click=go>{t::ANSWER_THE_REST}</button>
            <p class="hint" id="why-onward">{why}</p>
        })
    };
    let (end, end_words, out) = if open_session.request.with_untracked(Option::is_some) {
        ("answer", t::NEXT_SEND_BACK, "answer")
    } else {
        ("results", t::NEXT_RESULTS, "assess")
    };
    let onward = move || match next.get() {
        Some(next) if next.practice == pass.practice.get_value() => {
            let go = move |_| pass.go_to(next.level, next.indicator.clone());
            view! { <button type="button" class="button primary" id="go-on" on:click=go>{t::NEXT_STATEMENT}</button> }.into_any()
        }
        Some(next) => {
            let name = open_session
                .asked
                .with(|asked| asked.model().practice(&next.practice).map(|practice| practice.name.get(t::tag()).to_owned()));
            let words = t::next_practice(&name.unwrap_or_default());
            view! { <A href=question_link(open_session, &next) attr:class="button primary" attr:id="go-on">{words}</A> }
                .into_any()
        }
        None => view! { <A href=open_session.link(end) attr:class="button primary" attr:id="go-on">{end_words}</A> }.into_any(),
    };
    let to = |id: Option<crate::model::PracticeId>, words: &'static str| {
        id.map(|id| view! { <A href=open_session.link(&format!("full/{id}")) attr:class="button plain small">{words}</A> })
    };
    view! {
        <nav class="onward around" aria-label=t::ONWARD>
            {to(here.before, t::PRACTICE_BEFORE.get())} {to(here.after, t::PRACTICE_AFTER.get())}
            <A href=open_session.link(out) attr:class="button plain small">{t::ALL_PRACTICES}</A>
        </nav>
        <nav class="onward sticky" aria-label=t::WAY_ON>{onward} {rest_here}</nav>
    }
}
