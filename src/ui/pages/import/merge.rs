//! Folding a file into an assessment that is here already: what is new, by whom, and what was changed on both sides.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde_json::Value;

use crate::analysis::Names;
use crate::exchange::{Conflict, Keep, Merged, Taken, contributions, with_answers_of};
use crate::session::{Authorship, PersonId, SystemField};
use crate::store::{MergeIntoError, MergeOffer, UndoMerge};
use crate::ui::browser::clock;
use crate::ui::pages::import::decide::Decisions;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::import_queue::ImportQueue;
use crate::ui::state::open_session::{me_setting, who_answers};
use crate::ui::text as t;

/// What would come from the file, and the button that takes it in.
#[component]
pub fn FoldIn(
    offer: MergeOffer,
    dismiss: Callback<()>,
    import_queue: ImportQueue,
    /// Where one is led once it is taken in; nowhere for a file of answers.
    #[prop(optional)]
    leads_to: Option<SessionPage>,
) -> impl IntoView {
    let name = t::system_name(offer.here.system(SystemField::Name));
    let name = if offer.here.request.is_some() { t::questions_about(&name) } else { name };
    let changed = t::last_change(&clock::in_words(offer.here.last_change()));
    let shown = match offer.merged.clone() {
        Err(error) => view! { <p>{t::merge_error(&error)}</p> }.into_any(),
        Ok(merged) if merged.is_nothing_new() => view! { <p>{t::NOTHING_NEW}</p> }.into_any(),
        Ok(merged) => view! { <News offer merged name=name.clone() dismiss import_queue leads_to /> }.into_any(),
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
fn News(
    offer: MergeOffer,
    merged: Merged,
    name: String,
    dismiss: Callback<()>,
    import_queue: ImportQueue,
    leads_to: Option<SessionPage>,
) -> impl IntoView {
    let app_state = app_state();
    let navigate = use_navigate();
    let keep = RwSignal::new(merged.conflicts.iter().map(Conflict::proposed).collect::<Vec<_>>());
    let from_whom = from_whom(&merged);
    let lines: Vec<_> = from_whom.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }).collect();
    let each = view! { <Each merged=merged.clone() /> };
    let lines = (!lines.is_empty()).then(|| view! { <p>{t::WHAT_COMES}</p> <ul class="news">{lines}</ul> {each} });
    let compared = t::copies_compared(&merged);
    let conflicts =
        (!merged.conflicts.is_empty()).then(|| view! { <Decisions merged=merged.clone() at=offer.slot.clone() keep /> });
    let label = t::fold_into(&name);
    let fold = move |_| match keep.with_untracked(|keep| fold(app_state, &offer, keep)) {
        Err(why) => {
            app_state.say(t::cant_fold(&why), None);
            import_queue.changed();
        }
        Ok(done) => {
            let slot = offer.slot.clone();
            app_state.show_again(&slot);
            let undo = move || {
                match app_state.store_after_saving().undo_merge(&done, &app_state.actor(), clock::here_and_now()) {
                    Ok(_) => app_state.show_again(&slot),
                    Err(why) => app_state.say(t::cant_unfold(&why), None),
                }
                import_queue.changed();
            };
            let kept = keep.with_untracked(|keep| keep.iter().filter(|one| **one == Keep::Both).count());
            dismiss.run(());
            match leads_to {
                None => app_state.say(t::folded_in(&name, &from_whom, kept), Some(Arc::new(undo))),
                Some(page) => {
                    app_state.say_on_next_page(t::review_taken_in(&name), Some(Arc::new(undo)));
                    navigate(&Address::from(page).path_in(&offer.slot), leptos_router::NavigateOptions::default());
                }
            }
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
        let about = t::subject(&taken.entry, Names::new(asked.as_ref(), &merged.session, t::tag()));
        let in_words = |value: Option<&Value>| {
            let scale = asked.as_ref().map(|asked| &asked.model().scoring.answers);
            value.map(|value| scale.map_or_else(|| value.clone(), |scale| with_answers_of(value, scale, t::tag())))
        };
        t::taken(&about, in_words(taken.entry.value()).as_ref(), in_words(taken.former.as_ref()).as_ref())
    };
    let lines: Vec<_> = merged.taken.iter().map(|taken| view! { <li dir="auto">{line(taken)}</li> }).collect();
    view! {
        <details>
            <summary>{t::each_of(lines.len())}</summary>
            <ul class="news">{lines}</ul>
        </details>
    }
}

/// Takes in what was shown, as it was decided.
fn fold(app_state: AppState, offer: &MergeOffer, keep: &[Keep]) -> Result<UndoMerge, MergeIntoError> {
    let store = app_state.store_after_saving();
    let by = who_answers(&store, &offer.slot, &offer.here);
    let authorship = Authorship { by: by.clone(), at: clock::now(), actor: app_state.actor() };
    let merged = store.merge_into(offer, keep, &authorship, clock::here_and_now())?;
    // Where the whole assessment comes over questions, whoever they were for goes on answering as themselves.
    if let Some(me) = by.filter(|_| offer.here.request.is_some()) {
        store.set_setting(&me_setting(&offer.slot), me.as_str());
    }
    Ok(merged.undo)
}
