//! Folding a file into an assessment that is here already: what is new, by whom, and what was changed on both sides.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::{Conflict, Keep, Merged, Opened, Taken, contributions, merge, taken_back};
use crate::session::{Authorship, PersonId, Session, SystemField};
use crate::store::{SaveError, Slot};
use crate::ui::browser::clock;
use crate::ui::pages::share::import::decide::{Decisions, subject};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::text as t;

/// A copy of the session that is here already.
#[derive(Clone)]
pub struct Here {
    /// Where it is.
    pub slot: Slot,
    /// What it says.
    pub session: Session,
}

/// What would come from the file, and the button that takes it in.
#[component]
pub fn FoldIn(here: Here, theirs: Arc<Opened>, dismiss: Callback<()>, import_queue: ImportQueue) -> impl IntoView {
    let name = t::system_name(here.session.system(SystemField::Name));
    let name = if here.session.request.is_some() { t::questions_about(&name) } else { name };
    let changed = t::last_change(&clock::in_words(here.session.last_change()));
    let shown = match merge(&here.session, &theirs.session) {
        Err(error) => view! { <p>{error.to_string()}</p> }.into_any(),
        Ok(merged) if merged.taken.is_empty() && merged.conflicts.is_empty() => view! { <p>{t::NOTHING_NEW}</p> }.into_any(),
        Ok(merged) => view! { <News here merged name=name.clone() dismiss import_queue /> }.into_any(),
    };
    view! {
        <section class="fold">
            <h3 dir="auto">{t::fold_into(&name)}</h3>
            <p class="hint">{changed}</p>
            {shown}
        </section>
    }
}

/// What is new, what has to be decided, and the button.
#[component]
fn News(here: Here, merged: Merged, name: String, dismiss: Callback<()>, import_queue: ImportQueue) -> impl IntoView {
    let app_state = app_state();
    let keep = RwSignal::new(merged.conflicts.iter().map(Conflict::proposed).collect::<Vec<_>>());
    let from_whom = from_whom(&merged);
    let lines: Vec<_> = from_whom.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }).collect();
    let each = view! { <Each merged=merged.clone() /> };
    let lines = (!lines.is_empty()).then(|| view! { <p>{t::WHAT_COMES}</p> <ul class="news">{lines}</ul> {each} });
    let compared = t::copies_compared(&merged);
    let conflicts =
        (!merged.conflicts.is_empty()).then(|| view! { <Decisions merged=merged.clone() at=here.slot.clone() keep /> });
    let label = t::fold_into(&name);
    let fold = move |_| match keep.with_untracked(|keep| fold(app_state, &here, &merged, keep)) {
        Err(why) => {
            app_state.say(why, None);
            import_queue.changed();
        }
        Ok((folded, revision)) => {
            let (slot, former) = (here.slot.clone(), here.session.clone());
            app_state.show_again(&slot);
            let undo = move || {
                match unfold(app_state, &slot, &former, &folded, revision) {
                    Ok(()) => app_state.show_again(&slot),
                    Err(why) => app_state.say(why, None),
                }
                import_queue.changed();
            };
            app_state.say(t::folded_in(&name, &from_whom), Some(Arc::new(undo)));
            dismiss.run(());
            import_queue.changed();
        }
    };
    view! {
        <p class="hint">{compared}</p>
        {lines}
        {conflicts}
        <p>
            <button type="button" class="button primary" on:click=fold>{label}</button>
        </p>
    }
}

/// What comes from whom, a line for each person.
fn from_whom(merged: &Merged) -> Vec<String> {
    let who = |by: Option<&PersonId>| by.and_then(|by| merged.session.person_name(by)).unwrap_or(t::SOMEBODY.get()).to_owned();
    contributions(&merged.taken)
        .iter()
        .map(|contributions| t::contributions(contributions, &who(contributions.by.as_ref())))
        .collect()
}

/// Everything that comes, one by one.
#[component]
fn Each(merged: Merged) -> impl IntoView {
    let asked = app_state().library.get_untracked().and_then(|library| library.asked_in(&merged.session));
    let line = |taken: &Taken| {
        let about = subject(&taken.entry, &merged.session, asked.as_ref());
        t::taken(&about, taken.entry.value(), taken.former.as_ref())
    };
    let lines: Vec<_> = merged.taken.iter().map(|taken| view! { <li dir="auto">{line(taken)}</li> }).collect();
    view! {
        <details>
            <summary>{t::each_of(lines.len())}</summary>
            <ul class="news">{lines}</ul>
        </details>
    }
}

/// Takes in what was shown, as it was decided, unless the session was changed in the meantime. What was there before is given back
/// by [`unfold`].
fn fold(app_state: AppState, here: &Here, merged: &Merged, keep: &[Keep]) -> Result<(Session, u64), String> {
    let store = app_state.store_after_saving();
    let stored = store.open(&here.slot).map_err(|error| t::open_error(&error))?;
    if stored.session != here.session {
        return Err(t::CHANGED_SINCE.to_owned());
    }
    let by = store.setting(&format!("me.{}", here.slot)).and_then(|id| PersonId::try_from(id).ok());
    let authorship = Authorship { by, at: clock::now(), actor: app_state.actor() };
    let folded = merged.decided(keep, &authorship).map_err(|error| error.to_string())?;
    // Beside the undo of this moment; where there is no room for it, that has to do.
    let _ = store.back_up(&here.slot, clock::here_and_now());
    let revision = store.save(&here.slot, &folded, stored.revision).map_err(|error| t::cant_fold(&error))?;
    Ok((folded, revision))
}

/// Puts back what was there before, unless it was changed since.
fn unfold(app_state: AppState, slot: &Slot, former: &Session, folded: &Session, revision: u64) -> Result<(), String> {
    let back = taken_back(former, folded, &app_state.actor());
    let store = app_state.store_after_saving();
    let _ = store.back_up(slot, clock::here_and_now());
    match store.save(slot, &back, revision) {
        Ok(_) => Ok(()),
        Err(SaveError::Conflict) => Err(t::CANT_UNDO_FOLD.to_owned()),
        Err(error) => Err(t::cant_fold(&error)),
    }
}
