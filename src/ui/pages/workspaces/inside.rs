//! The assessments of a workspace, others to put into it, and its name.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::exchange::Look;
use crate::store::{Listed, Slot};
use crate::ui::browser::page;
use crate::ui::components::{ChooseThen, TextField};
use crate::ui::pages::workspaces::member::{MemberCard, mark};
use crate::ui::pages::workspaces::moving::{named, seat};
use crate::ui::pages::workspaces::one::Shown;
use crate::ui::pages::workspaces::{MEMBERS, PUT_HERE};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// The assessments, with how many of them changed.
#[component]
pub fn Members(shown: Shown) -> impl IntoView {
    let app_state = app_state();
    let Shown { id, places, rows, refresh, .. } = shown;
    let changed: Vec<(Slot, Look)> =
        rows.iter().filter(|row| !row.news.is_empty()).filter_map(|row| Some((row.slot.clone(), row.saw.clone()?))).collect();
    let words = (!changed.is_empty()).then(|| t::changed_inside(changed.len(), rows.len()));
    let mark_all = move |_| {
        mark(app_state, changed.clone(), t::all_marked_seen(changed.len()), (refresh, MEMBERS.to_owned()));
    };
    let mark_all =
        words.is_some().then(|| view! { <button type="button" class="button" on:click=mark_all>{t::MARK_ALL_SEEN}</button> });
    let cards: Vec<_> = (0..rows.len())
        .map(|at| view! { <MemberCard rows=rows.clone() at places=places.clone() here=id.clone() refresh /> })
        .collect();
    view! {
        <section aria-labelledby=MEMBERS>
            <h2 id=MEMBERS tabindex="-1">{t::ITS_ASSESSMENTS}</h2>
            <div class="actions" role="status"><span>{words}</span> {mark_all}</div>
            <ul class="cards">{cards}</ul>
        </section>
    }
}

/// Puts an assessment that is stored and not in this workspace into it.
#[component]
pub fn PutHere(shown: Shown) -> impl IntoView {
    let app_state = app_state();
    let Shown { id, places, rows, refresh, .. } = shown;
    let store = app_state.store_after_saving();
    let is_here = |listed: &Listed| rows.iter().any(|row| row.slot == listed.slot);
    let seats = store.seats().unwrap_or_default();
    let listed = store.summaries().unwrap_or_default().into_iter().filter(|listed| !is_here(listed));
    let choices: Vec<(String, String)> = listed
        .filter_map(|listed| {
            let (slot, _, words) = named(&listed)?;
            let place = seats.get(&slot).and_then(|id| places.name(id)).map(str::to_owned);
            Some((slot.to_string(), place.map_or(words.clone(), |place| t::label_apart(&words, &place))))
        })
        .collect();
    let act = Callback::new(move |choice: String| {
        let Ok(slot) = Slot::try_from(choice) else { return };
        if let Err(error) = seat(app_state, &slot, Some(&id)) {
            app_state.say(t::cant_alter_workspace(&error), None);
        }
        refresh.run(vec![PUT_HERE.to_owned(), MEMBERS.to_owned()]);
    });
    (!choices.is_empty()).then(|| {
        view! {
            <section class="card wide">
                <label for=PUT_HERE>{t::PUT_HERE}</label>
                <ChooseThen id=PUT_HERE.to_owned() nothing=t::PUT_HERE_CHOOSE.to_owned() choices words=t::PUT_IT_HERE act />
            </section>
        }
    })
}

/// Gives the workspace another name.
#[component]
pub fn Rename(shown: Shown) -> impl IntoView {
    let app_state = app_state();
    let Shown { id, name, refresh, .. } = shown;
    let typed = RwSignal::new(name);
    let rename = move |event: SubmitEvent| {
        event.prevent_default();
        let words = typed.get_untracked().trim().to_owned();
        if words.is_empty() {
            return page::focus("workspace-name");
        }
        match app_state.store_after_saving().name_workspace(&id, &words) {
            Ok(()) => refresh.run(Vec::new()),
            Err(error) => app_state.say(t::cant_alter_workspace(&error), None),
        }
    };
    view! {
        <details class="card help">
            <summary>{t::RENAME_WORKSPACE}</summary>
            <form class="workspace-new" on:submit=rename>
                <TextField id="workspace-name" label=t::WORKSPACE_NAME value=typed on_type=move |words: String| typed.set(words) />
                <button type="submit" class="button">{t::NAME_IT}</button>
            </form>
        </details>
    }
}
