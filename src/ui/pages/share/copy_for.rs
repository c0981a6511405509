//! A copy that says less: for whom it is, what leaves with it, and the file.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::exchange::{CopyFor, copy_for, name_of_parts, write_session};
use crate::model::PracticeId;
use crate::session::{Session, SystemField};
use crate::ui::browser::{clock, download};
use crate::ui::components::{FileAsLink, SaveEncrypted, times_changed};
use crate::ui::pages::share::leaving::LeavingList;
use crate::ui::pages::share::request::practices::PracticeTicks;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Chooses for whom a copy is, shows what leaves, and saves it.
#[component]
pub fn CopyForOthers() -> impl IntoView {
    let open_session = open_session();
    let chosen = RwSignal::new(None::<CopyFor>);
    let practices = RwSignal::new(BTreeSet::<PracticeId>::new());
    let opened = RwSignal::new(false);
    // What leaves is worked out once somebody wants such a copy, from what stands here then.
    let whom = Memo::new(move |_| match chosen.get()? {
        CopyFor::Practices(_) => {
            Some(CopyFor::Practices(practices.get())).filter(|_| practices.with(|chosen| !chosen.is_empty()))
        }
        whom => Some(whom),
    });
    let copy = Memo::new(move |_| {
        let whom = whom.get()?;
        let asked = open_session.asked.get();
        open_session.session.track();
        copy_for(&open_session.bringing(), &asked, &whom).ok()
    });
    let rows: Vec<_> = [CopyFor::Consultant, CopyFor::Strangers, CopyFor::Targets, CopyFor::Practices(BTreeSet::new())]
        .into_iter()
        .map(|whom| view! { <Whom whom chosen /> })
        .collect();
    let some = move || {
        let is_some = chosen.with(|chosen| matches!(chosen, Some(CopyFor::Practices(_))));
        is_some.then(|| view! { <PracticeTicks chosen=practices already=None /> })
    };
    let make = Callback::new(move |()| {
        let Some((whom, copy)) = whom.get_untracked().zip(copy.get_untracked()) else {
            app_state().say(
                t::choose_copy(practices.with_untracked(BTreeSet::is_empty) && chosen.with_untracked(Option::is_some)).to_owned(),
                None,
            );
            return None;
        };
        Some((name_of_copy(&copy, &whom), write_session(&copy).ok()?))
    });
    let of = times_changed(move || copy.track());
    let save = move |_| {
        let Some((name, file)) = make.run(()) else { return };
        let saved = download::download(&name, "application/json", &file).is_ok();
        app_state().say(if saved { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    view! {
        <section class="card" id="copy-for">
            <h2>{t::COPY_FOR}</h2>
            <p>{t::COPY_FOR_WORDS}</p>
            <fieldset class="choices">
                <legend>{t::COPY_FOR_WHOM}</legend>
                {rows}
            </fieldset>
            {some}
            {move || copy.get().map(|copy| view! { <LeavingList copy opened /> })}
            <div class="actions">
                <button type="button" class="button" on:click=save>{t::SAVE_COPY}</button>
            </div>
            <SaveEncrypted id="copy-encrypted" make />
            <FileAsLink id="copy-as-link" make of />
            <p class="hint" role="status">{move || whom.with(|whom| whom.as_ref().map(|whom| t::comes_back(whom.comes_back())))}</p>
        </section>
    }
}

/// One of those for whom a copy can be.
#[component]
fn Whom(whom: CopyFor, chosen: RwSignal<Option<CopyFor>>) -> impl IntoView {
    let (title, hint) = t::copy_for(&whom);
    let this = whom.clone();
    let is_chosen = move || chosen.with(|chosen| chosen.as_ref() == Some(&this));
    view! {
        <label class="choice">
            <input type="radio" name="copy-for" prop:checked=is_chosen on:change=move |_| chosen.set(Some(whom.clone())) />
            <span>{title} " " <span class="hint">{hint}</span></span>
        </label>
    }
}

/// What the file is called: of one without names, nothing that says whose it is.
fn name_of_copy(copy: &Session, whom: &CopyFor) -> String {
    let system = copy.system(SystemField::Name);
    let system = if system.trim().is_empty() { "plumbline" } else { system };
    name_of_parts(&[system, t::copy_in_name(whom), &clock::today().to_string()])
}
