//! Asking somebody: who should answer which practices, as a file or on paper.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::model::{PracticeId, order};
use crate::session::{PersonId, Session};
use crate::ui::browser::page;
use crate::ui::components::{FileAsLink, PageHead, TextArea, times_changed};
use crate::ui::pages::share::request::already::Already;
use crate::ui::pages::share::request::asking::{save, to_be_linked};
use crate::ui::pages::share::request::draft::Draft;
use crate::ui::pages::share::request::practices::PracticeChoice;
use crate::ui::pages::share::request::sheet::QuestionSheet;
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Asks somebody else.
#[component]
pub fn RequestNewPage() -> impl IntoView {
    let open_session = open_session();
    let people = Memo::<Vec<(PersonId, String)>>::new(move |_| {
        let named = |session: &Session| session.named_people().map(|(id, name)| (id.clone(), name.to_owned())).collect();
        open_session.session.with(named)
    });
    let form = move || match people.get() {
        people if people.is_empty() => view! { <NobodyToAsk /> }.into_any(),
        people => view! { <Form people /> }.into_any(),
    };
    view! {
        <PageHead title=t::title(SessionPage::Request).to_owned() above=t::ENVELOPE_ABOVE.to_owned() />
        {form}
    }
}

/// Nobody is named whom one could ask.
#[component]
fn NobodyToAsk() -> impl IntoView {
    view! {
        <p class="lead">{t::NOBODY_TO_ASK}</p>
        <p>
            <A href=open_session().link(SessionPage::SetUp) attr:class="button primary">{t::NAME_PEOPLE}</A>
        </p>
    }
}

/// Whom, what, with which words; then the file or the paper.
#[component]
fn Form(people: Vec<(PersonId, String)>) -> impl IntoView {
    let open_session = open_session();
    let draft = Draft { to: RwSignal::new(None), practices: RwSignal::default(), message: RwSignal::default() };
    let choose = move |event| {
        let to = PersonId::try_from(event_target_value(&event)).ok();
        let of = |person: Option<&PersonId>| person.map(|person| assigned(open_session, person)).unwrap_or_default();
        let before = draft.to.with_untracked(|before| of(before.as_ref()));
        // What was ticked by hand stays, whoever is asked.
        if draft.practices.with_untracked(|chosen| *chosen == before) {
            draft.practices.set(of(to.as_ref()));
        }
        draft.to.set(to);
    };
    let options: Vec<_> = people.into_iter().map(|(id, name)| view! { <option value=id.to_string()>{name}</option> }).collect();
    let already = Already::of(open_session);
    let asked = move || draft.to.with(|to| to.as_ref().and_then(|to| already.asked(to)));
    let save = move |_| save(open_session, draft);
    let make = Callback::new(move |()| to_be_linked(open_session, draft));
    let of = times_changed(move || {
        open_session.session.track();
        draft.to.track();
        draft.practices.track();
        draft.message.track();
    });
    let print = move |_| {
        if draft.practices.with_untracked(BTreeSet::is_empty) {
            app_state().say(t::CHOOSE_PRACTICES_FIRST.to_owned(), None);
        } else if page::print().is_err() {
            app_state().say(t::CANT_PRINT.to_owned(), None);
        }
    };
    view! {
        <p class="lead">{t::ENVELOPE_LEAD}</p>
        <section class="card">
            <div class="field">
                <label for="envelope-to">{t::WHO_IS_ASKED}</label>
                <select id="envelope-to" on:change=choose>
                    <option value="">{t::CHOOSE_PERSON}</option>
                    {options}
                </select>
                {move || asked().map(|words| view! { <p class="hint">{words}</p> })}
            </div>
            <TextArea
                id="envelope-message"
                label=t::MESSAGE
                hint=t::MESSAGE_HINT
                value=draft.message
                on_type=move |typed: String| draft.message.set(typed)
            />
        </section>
        <PracticeChoice chosen=draft.practices already />
        <section class="card">
            <div class="actions">
                <button type="button" class="button primary" on:click=save>{t::SAVE_QUESTIONS}</button>
                <button type="button" class="button" on:click=print>{t::PRINT_QUESTIONS}</button>
            </div>
            <p class="hint">{t::save_questions_hint(&page::whole_address())}</p>
            <FileAsLink id="questions-as-link" make of />
        </section>
        <QuestionSheet draft />
    }
}

/// The practices that a person is to answer.
fn assigned(open_session: OpenSession, person: &PersonId) -> BTreeSet<PracticeId> {
    open_session.session.with_untracked(|session| {
        let practices = open_session.asked.get_untracked();
        let ids = practices.model().practices().into_iter().map(|practice| &practice.id);
        order::set(ids.filter(|practice| session.assigned_to(practice).any(|one| one == person)).cloned())
    })
}
