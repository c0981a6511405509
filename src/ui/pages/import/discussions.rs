//! What was said differently in two copies and kept on both sides, to be settled once people have talked.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::analysis::Names;
use crate::exchange::{Entry, counts_now, discussions, settled};
use crate::session::DiscussionId;
use crate::ui::browser::second_press;
use crate::ui::pages::import::decide::side;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What is to be talked about, if anything is.
#[component]
pub fn Discussions() -> impl IntoView {
    let open_session = open_session();
    let open = Memo::new(move |_| open_session.session.with(discussions));
    move || {
        (!open.with(Vec::is_empty)).then(|| {
            let each: Vec<_> = open.get().into_iter().map(|(id, sides)| discussion(open_session, id, sides)).collect();
            view! {
                <section class="card">
                    <h2>{t::TO_DISCUSS}</h2>
                    <p class="hint">{t::TO_DISCUSS_HINT}</p>
                    <ul class="discussions">{each}</ul>
                </section>
            }
        })
    }
}

/// One thing to talk about: each side, and the ways to settle it.
fn discussion(open_session: OpenSession, id: DiscussionId, sides: Vec<Entry>) -> AnyView {
    let asked = open_session.asked.get_untracked();
    let (about, rows) = open_session.session.with_untracked(|session| {
        let about = sides.first().map(|one| t::subject(one, Names::new(Some(&asked), session, t::tag()))).unwrap_or_default();
        let names = [t::ONE_SIDE, t::OTHER_SIDE].into_iter().zip(&sides);
        let words: Vec<_> = names.map(|(name, entry)| (side(name.get(), entry, session), counts_now(entry, session))).collect();
        (about, words)
    });
    // What was settled leaves the list, and the next thing comes to lie under the pointer.
    let settle = move |press: &MouseEvent, counts: Option<&Entry>| {
        if !second_press::is_second(press) {
            second_press::moves_on(press);
            let changes = open_session.session.with_untracked(|session| settled(session, &id, counts));
            open_session.change_with_undo(changes, t::SETTLED.to_owned());
        }
    };
    let buttons: Vec<_> = rows
        .into_iter()
        .zip(sides)
        .map(|((words, counts), entry)| {
            let counts = counts.then(|| view! { " " <span class="tag">{t::COUNTS_NOW}</span> });
            let (settle, label) = (settle.clone(), t::counts(&words));
            let choose = move |press| settle(&press, Some(&entry));
            view! {
                <li>
                    <p dir="auto">{words} {counts}</p>
                    <button type="button" class="button small" aria-label=label on:click=choose>{t::THIS_COUNTS}</button>
                </li>
            }
        })
        .collect();
    view! {
        <li>
            <h3 dir="auto">{about}</h3>
            <ul class="sides">{buttons}</ul>
            <button type="button" class="button plain small" on:click=move |press| settle(&press, None)>{t::AS_IT_IS}</button>
        </li>
    }
    .into_any()
}
