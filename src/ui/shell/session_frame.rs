//! The frame of an open session: opens it, shows the steps, remembers the place.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::{A, Outlet};
use leptos_router::hooks::{use_location, use_navigate, use_params_map};

use crate::exchange::ReadError;
use crate::session::Session;
use crate::store::{Binned, OpenError, SessionStore, Slot, Stored};
use crate::ui::browser::{clock, page};
use crate::ui::components::{
    AssessmentName, BadFiles, HistoryButtons, KeepSafe, KeyHelp, PageHead, RequestSteps, RoundBar, SaveRaw, SavedMark,
    SessionMenu, Steps, WhoAreYou, assessment_name,
};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::shell::model_gone::ModelGone;
use crate::ui::shell::parts::{Part, parts};
use crate::ui::state::app_state::app_state;
use crate::ui::state::crossrefs::Related;
use crate::ui::state::library::Library;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// Opens the session that the address names and shows its pages.
#[component]
pub fn SessionFrame() -> impl IntoView {
    let params = use_params_map();
    let slot = Memo::new(move |_| params.with(|params| params.get("slot").and_then(|slot| Slot::try_from(slot).ok())));
    let app_state = app_state();
    let parts = parts();
    // Counts up when something else may be in the slot.
    let version = RwSignal::new(0_u32);
    let again = Callback::new(move |()| version.update(|version| *version += 1));
    // Whether it needs all that goes with the models, and what it is.
    let needs = move |slot: &Slot| {
        let session = app_state.store_after_saving().open(slot).ok()?.session;
        // What people loaded comes with all else.
        let needs_all = session.model.own.is_some() || session.profiles_in_use().next().is_some();
        Some((needs_all, session))
    };
    // Whether enough is here to show it, from then on for good: what comes later is told to the open session.
    let is_ready = Memo::new(move |before: Option<&(Option<Slot>, bool)>| {
        let slot = slot.get();
        let was_ready = before.is_some_and(|(of, is_ready)| *of == slot && *is_ready);
        if was_ready {
            return (slot, true);
        }
        let needs = slot.as_ref().and_then(needs);
        let library = app_state.library_for(needs.as_ref().is_some_and(|(needs_all, _)| *needs_all));
        let has_all = app_state.library.with(Option::is_some);
        let session = needs.map(|(_, session)| session);
        let is_here = |library: &Arc<Library>| session.as_ref().is_none_or(|session| library.model_of(session).is_some());
        let model = session.as_ref().filter(|session| session.model.own.is_none()).map(|session| &session.model.id);
        // A model that can't be had is said to be missing as soon as all is here.
        let can_have = model.filter(|model| app_state.library.with(|it| it.as_ref().is_some_and(|it| it.can_have(model))));
        can_have.into_iter().for_each(|model| app_state.want_model(model));
        let is_ready = can_have.is_none() && (has_all || library.as_ref().is_some_and(is_here));
        if !is_ready && app_state.models.with(Option::is_some) {
            parts.load(Part::Guidance);
        }
        (slot, is_ready)
    });
    move || {
        version.track();
        match is_ready.get() {
            (_, false) => view! { <p class="loading" role="status">{t::LOADING}</p> }.into_any(),
            (Some(slot), true) => {
                let library = untrack(|| app_state.library_for(false));
                library.map_or_else(|| ().into_any(), |library| opened(slot, library, again))
            }
            (None, true) => view! { <CantOpen why=OpenError::Nothing at=None /> }.into_any(),
        }
    }
}

fn opened(slot: Slot, library: Arc<Library>, again: Callback<()>) -> AnyView {
    let stored = match (app_state().store_after_saving().open(&slot), app_state().unstored(&slot)) {
        (Err(OpenError::Nothing | OpenError::Storage(_)), Some(session)) => Ok(Stored { session, revision: 0 }),
        (stored, _) => stored,
    };
    let binned = || app_state().store().bin_of(&slot).unwrap_or_default().into_iter().next();
    match stored {
        Err(OpenError::Nothing) if let Some(binned) = binned() => view! { <InTheBin binned again /> }.into_any(),
        Err(why) => view! { <CantOpen why at=Some(slot) /> }.into_any(),
        Ok(stored) if stored.session.model.own.is_some() && library.model_of(&stored.session).is_none() => {
            view! { <ModelGone at=slot stored library again /> }.into_any()
        }
        Ok(stored) if library.model_of(&stored.session).is_none() => {
            let model = stored.session.model.id.to_string();
            let known = library.models.iter().map(|model| model.id.to_string()).collect();
            let bad = library.bad.clone();
            let why = OpenError::Unreadable(ReadError::UnknownModel { model, known });
            view! { <CantOpen why at=Some(slot) /> <BadFiles files=bad /> }.into_any()
        }
        Ok(stored) => view! { <SessionPages at=slot stored library /> }.into_any(),
    }
}

/// The pages of an open session.
#[component]
fn SessionPages(at: Slot, mut stored: Stored, library: Arc<Library>) -> impl IntoView {
    let asked = library.asked_in(&stored.session);
    let app_state = app_state();
    let open_session = asked.map(|first| {
        stored.session.carry_over(&first);
        // What goes with the models may come later than the session is opened.
        let asked = move |session: &Session| {
            let library = app_state.library_for(false);
            library.and_then(|library| library.asked_in(session)).unwrap_or_else(|| first.clone())
        };
        OpenSession::new(app_state, at.clone(), stored, asked)
    });
    open_session.map(|open_session| {
        provide_context(open_session);
        let model = Signal::derive(move || open_session.soon(|session| session.model.id.clone()));
        provide_context(Related::new(model));
        lead_to_the_questions(open_session, &at);
        remember_place(at);
        open_session.save_before_leaving();
        app_state.opened(open_session.as_open());
        let handle = window_event_listener(ev::storage, move |event| {
            if event.key().and_then(|key| SessionStore::slot_of_key(&key)) == Some(open_session.slot()) {
                open_session.follow_other_tabs();
            }
        });
        on_cleanup(move || handle.remove());
        let is_whole = Memo::new(move |_| open_session.request.with(Option::is_none));
        let search = move || {
            let link = || view! { <A href=open_session.link(SessionPage::Search) attr:class="button plain small tool icon-search"><span class="words">{t::SEARCH}</span></A> };
            is_whole.get().then(link)
        };
        let path = use_location().pathname;
        let is_frozen = Memo::new(move |_| {
            path.with(|path| SessionPage::of_path(path)).is_some_and(SessionPage::is_of_round) && open_session.is_closed()
        });
        let name = Memo::new(move |_| open_session.soon(assessment_name));
        provide_context(AssessmentName(name));
        view! {
            <div class="session-bar">
                <p class="session-name" dir="auto">{name}</p>
                <div class="session-tools">
                    {search}
                    <HistoryButtons />
                    <KeyHelp />
                    <SessionMenu />
                </div>
                <SavedMark />
            </div>
            <KeepSafe />
            {move || if is_whole.get() { view! { <Steps /> }.into_any() } else { view! { <RequestSteps /> }.into_any() }}
            <WhoAreYou app_state />
            <RoundBar />
            {move || if is_frozen.get() {
                view! { <fieldset class="frozen" disabled><Outlet /></fieldset> }.into_any()
            } else {
                view! { <Outlet /> }.into_any()
            }}
        }
    })
}

/// In a request, every address but those of its questions leads to the list of them.
fn lead_to_the_questions(open_session: OpenSession, slot: &Slot) {
    let path = use_location().pathname;
    let navigate = use_navigate();
    let questions = Address::from(SessionPage::Answer).path_in(slot);
    Effect::new(move |_| {
        let path = path.get();
        let elsewhere = SessionPage::of_path(&path).is_some_and(|page| !matches!(page, SessionPage::Answer | SessionPage::Full));
        if elsewhere && open_session.request.with(Option::is_some) {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&questions, options);
        }
    });
}

/// Keeps in mind where in the session one is, to come back to the same place.
fn remember_place(slot: Slot) {
    let path = use_location().pathname;
    let store = StoredValue::new_local(app_state().store_after_saving());
    Effect::new(move |_| {
        let path = path.get();
        let within = path.split_once(&format!("/s/{slot}/")).map(|(_, within)| within.to_owned());
        if let Some(within) = within {
            store.with_value(|store| store.set_setting(&format!("place.{slot}"), &within));
        }
    });
}

/// A session that was deleted: says so, and offers to bring it back.
#[component]
fn InTheBin(binned: Binned, again: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let Binned { slot, at, summary } = binned;
    let name = summary.map_or_else(|_| t::UNREADABLE.to_owned(), |summary| t::system_name(&summary.name));
    let words = t::is_in_the_bin(&name, at.map(clock::in_words).as_deref());
    let put_back = move |_| {
        match app_state.store_after_saving().put_back(&slot) {
            Ok(()) => app_state.say(t::is_put_back(&name), None),
            Err(error) => app_state.say(t::cant_put_back(&error), None),
        }
        again.run(());
    };
    view! {
        <PageHead title=t::IN_THE_BIN.to_owned() />
        <p dir="auto">{words}</p>
        <div class="actions">
            <button type="button" class="button primary" on:click=put_back>{t::BRING_BACK}</button>
            <a href=page::home() class="button">{t::TO_START}</a>
        </div>
    }
}

/// A session that can't be opened: says why, and offers what is stored as a file.
#[component]
fn CantOpen(why: OpenError, at: Option<Slot>) -> impl IntoView {
    view! {
        <PageHead title=t::CANT_OPEN.to_owned() />
        <p class="banner banner-warning">{t::open_error(&why)}</p>
        <div class="actions">
            <a href=page::home() class="button">{t::TO_START}</a> {at.map(|at| view! { <SaveRaw at /> })}
        </div>
    }
}
