//! What can be done with a finding: reply, accept, answer, decline, take it back, decide anew.

use leptos::prelude::*;

use crate::session::{Change, FindingKind, ReplyToFinding, Session, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::TextArea;
use crate::ui::pages::share::review::LIST;
use crate::ui::pages::share::review::card::Card;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// A field for the reply, and what it is for.
#[component]
pub fn Decide(card: Card) -> impl IntoView {
    if !card.status.is_undecided() {
        return view! { <Reopen card /> }.into_any();
    }
    view! { <Undecided card /> }.into_any()
}

/// What was decided can be decided anew.
#[component]
fn Reopen(card: Card) -> impl IntoView {
    let open_session = open_session();
    let reopen = move |_| {
        open_session.change_with_undo(vec![commands::reopen_finding(card.id.clone())], t::REOPENED.to_owned());
        page::focus_soon(LIST.to_owned());
    };
    view! { <button type="button" class="button plain small no-print" on:click=reopen>{t::REOPEN}</button> }
}

/// Makes a change, or says what is missing and leads there.
fn make(open_session: OpenSession, change: Option<Change>, done: String, missing: &str, field: &str) {
    match change {
        Some(change) => {
            open_session.change_with_undo(vec![change], done);
            page::focus_soon(LIST.to_owned());
        }
        None => {
            app_state().say(missing.to_owned(), None);
            page::focus(field);
        }
    }
}

#[component]
fn Undecided(card: Card) -> impl IntoView {
    let open_session = open_session();
    let field = format!("reply-to/{}", card.id);
    let words = RwSignal::new(String::new());
    let is_mine = card.by.is_some() && card.by == open_session.answering();
    let can_accept = !matches!(card.kind, FindingKind::Question(_)) && card.about.is_some();
    let suggests = matches!(card.kind, FindingKind::Suggestion(_) | FindingKind::Challenge);
    let card = StoredValue::new(card);
    let at = StoredValue::new(field.clone());
    let with = move |command: fn(&Session, &Card, &str) -> Option<Change>, done: t::Words, missing: t::Words| {
        let change = open_session
            .session
            .with_untracked(|session| card.with_value(|card| words.with_untracked(|words| command(session, card, words))));
        at.with_value(|at| make(open_session, change, done.get().to_owned(), missing.get(), at));
    };
    let reply = move |_| {
        with(
            |session, card, words| commands::reply_to_finding(session, reply_to(card), words),
            t::SEND_REPLY_DONE,
            t::NEEDS_REPLY,
        );
    };
    let answer = move |_| {
        with(|session, card, words| commands::answer_finding(session, reply_to(card), words), t::ANSWERED, t::NEEDS_REPLY);
    };
    let decline = move |_| {
        with(|session, card, words| commands::decline_finding(session, &card.id, words), t::DECLINED, t::NEEDS_REASON);
    };
    let accept = move |_| {
        let change = open_session.round().and_then(|round| {
            let authorship = open_session.authorship();
            open_session.session.with_untracked(|session| {
                card.with_value(|card| commands::accept_finding(session, &card.id, card.about.as_ref()?, &round, &authorship))
            })
        });
        let done = if suggests { t::ACCEPTED_AND_DONE } else { t::ACCEPTED };
        at.with_value(|at| make(open_session, change, done.get().to_owned(), t::CANT_ACCEPT.get(), at));
    };
    let withdraw = move |_| {
        let authorship = open_session.authorship();
        let change = open_session
            .session
            .with_untracked(|session| card.with_value(|card| commands::withdraw_finding(session, &card.id, &authorship)));
        at.with_value(|at| make(open_session, change, t::FINDING_WITHDRAWN.to_owned(), t::CANT_ACCEPT.get(), at));
    };
    view! {
        <div class="finding-decide no-print">
            <TextArea id=field label=t::REPLY value=words on_type=move |typed: String| words.set(typed) />
            <div class="actions">
                <button type="button" class="button" on:click=reply>{t::SEND_REPLY}</button>
                {can_accept.then(|| view! { <button type="button" class="button" on:click=accept>{t::ACCEPT}</button> })}
                <button type="button" class="button" on:click=answer>{t::ANSWER_FINDING}</button>
                <button type="button" class="button" on:click=decline>{t::DECLINE}</button>
                {is_mine.then(|| view! { <button type="button" class="button plain" on:click=withdraw>{t::WITHDRAW}</button> })}
            </div>
        </div>
    }
}

fn reply_to(card: &Card) -> ReplyToFinding {
    ReplyToFinding { finding: card.id.clone(), reply: clock::new_id() }
}
