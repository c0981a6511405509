//! An assessment in its workspace: where it stands, what changed since somebody looked, and moving it elsewhere.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Look;
use crate::store::{Looked, Slot, WorkspaceId};
use crate::ui::browser::{clock, page};
use crate::ui::components::SaveRaw;
use crate::ui::pages::workspaces::Refresh;
use crate::ui::pages::workspaces::moving::{MoveTo, Places};
use crate::ui::pages::workspaces::row::Row;
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// The id of the heading of one, which takes the focus when its button is gone.
pub fn heading_id(slot: &Slot) -> String {
    format!("member-{slot}")
}

/// An assessment in its workspace.
#[component]
pub fn MemberCard(rows: Arc<Vec<Row>>, at: usize, places: Places, here: WorkspaceId, refresh: Refresh) -> impl IntoView {
    let app_state = app_state();
    rows.get(at).map(|row| {
        let (slot, name) = (row.slot.clone(), row.name.clone());
        let changed = row.changed.map(|at| view! { <p class="hint">{t::last_change(&clock::in_words(at))}</p> });
        let open = match &row.saw {
            None => view! { <SaveRaw at=slot.clone() /> }.into_any(),
            Some(saw) => {
                let (slot, saw) = (slot.clone(), saw.clone());
                let place = app_state
                    .place(&slot)
                    .unwrap_or_else(|| if row.is_request { SessionPage::Answer } else { SessionPage::Results }.into());
                let href = page::link(&place.path_in(&slot));
                let label = t::open_named(&name);
                // Whoever opens it looks at it: what was shown here until now is seen.
                let look = move |_| _ = app_state.store().set_looked(&slot, Looked { at: clock::now(), saw: saw.clone() });
                view! { <a href=href class="button primary" aria-label=label on:click=look>{t::OPEN}</a> }.into_any()
            }
        };
        view! {
            <li class="card session-card">
                <div>
                    <h3 id=heading_id(&slot) tabindex="-1" dir="auto">{name.clone()}</h3>
                    {changed}
                    <p>{row.in_short.clone()}</p>
                    {news(row, refresh)}
                </div>
                <div class="actions">{open} <MoveTo at=slot name places here=Some(here) refresh /></div>
            </li>
        }
    })
}

/// What changed since somebody looked, with the button that marks it as seen.
fn news(row: &Row, refresh: Refresh) -> AnyView {
    let app_state = app_state();
    let Some(saw) = row.saw.clone() else { return ().into_any() };
    let Some(looked) = row.looked else { return view! { <p class="hint">{t::NEVER_LOOKED}</p> }.into_any() };
    let when = clock::in_words(looked);
    if row.news.is_empty() {
        return view! { <p class="hint">{t::nothing_changed_since(&when)}</p> }.into_any();
    }
    let lines: Vec<_> = row.news.iter().map(|line| view! { <li dir="auto">{line.clone()}</li> }).collect();
    let (slot, name) = (row.slot.clone(), row.name.clone());
    let label = t::mark_seen_named(&name);
    let seen = move |_| {
        mark(app_state, vec![(slot.clone(), saw.clone())], t::marked_seen(&name), (refresh, heading_id(&slot)));
    };
    view! {
        <div class="member-news">
            <p><span class="tag">{t::changed_since(&when)}</span></p>
            <ul class="news">{lines}</ul>
            <button type="button" class="button small" aria-label=label on:click=seen>{t::MARK_SEEN}</button>
        </div>
    }
    .into_any()
}

/// Takes down that these were looked at, as they were shown; that can be undone.
pub fn mark(app_state: AppState, seen: Vec<(Slot, Look)>, words: String, (refresh, focus): (Refresh, String)) {
    let store = app_state.store_after_saving();
    let mut former = Vec::new();
    for (slot, saw) in seen {
        let before = store.looked(&slot);
        if let Err(error) = store.set_looked(&slot, Looked { at: clock::now(), saw }) {
            app_state.say(t::cant_alter_workspace(&error), None);
            return refresh.run(vec![focus]);
        }
        former.extend(before.map(|before| (slot, before)));
    }
    let undo = move || {
        for (slot, looked) in former.clone() {
            if let Err(error) = app_state.store().set_looked(&slot, looked) {
                app_state.say(t::cant_alter_workspace(&error), None);
            }
        }
        refresh.try_run(Vec::new());
    };
    app_state.say(words, Some(Arc::new(undo)));
    refresh.run(vec![focus]);
}
