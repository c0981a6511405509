//! Keeping what was opened: only then is anything of it stored. It is taken back in one press.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::exchange::{BOOK_ENDING, file_name, fleet_book, with_ending};
use crate::model::PracticeId;
use crate::ui::browser::{clock, page};
use crate::ui::components::SaveBook;
use crate::ui::pages::fleet::{Shown, name_of};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::app_state::app_state;
use crate::ui::state::fleet::{FleetEntry, Kept};
use crate::ui::text as t;

/// Keeps one, or leads to where it is kept; and takes it out of the comparison.
#[component]
pub fn KeepOne(entry: Arc<FleetEntry>) -> impl IntoView {
    let shown = expect_context::<Shown>();
    let (app_state, fleet, key) = (app_state(), shown.fleet, entry.key);
    let slot = Memo::new(move |_| fleet.stored.with(|stored| stored.get(&key).cloned()));
    let keep = move || match fleet.keep(&entry) {
        Ok(slot) => {
            app_state.say(t::kept(&entry.member.label), Some(Arc::new(move || fleet.take_back(std::slice::from_ref(&slot)))))
        }
        Err(error) => app_state.say(t::cant_keep(&error), None),
    };
    let keep = StoredValue::new(keep);
    let take_away = move |_| {
        shown.one.set(None);
        fleet.take_away(|entry| entry.key == key);
    };
    view! {
        {move || match slot.get() {
            Some(slot) => view! {
                <A href=page::link(&Address::from(SessionPage::Results).path_in(&slot)) attr:class="button primary">{t::OPEN}</A>
            }.into_any(),
            None => view! {
                <button type="button" class="button primary" on:click=move |_| keep.with_value(|keep| keep())>{t::KEEP}</button>
            }.into_any(),
        }}
        <button type="button" class="button" on:click=take_away>{t::LEAVE_ONE_OUT}</button>
    }
}

/// Keeps all that are not stored; and takes all away.
#[component]
pub fn KeepAll() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let (app_state, fleet) = (app_state(), shown.fleet);
    let are_left = Memo::new(move |_| {
        fleet.stored.with(|stored| fleet.entries.with(|all| all.iter().any(|entry| !stored.contains_key(&entry.key))))
    });
    let is_keeping = Memo::new(move |_| fleet.keeping.with(Option::is_some));
    let keep = move |_| {
        leptos::task::spawn_local(async move {
            let Kept { slots, failed, error } = fleet.keep_all().await;
            if slots.is_empty() && failed == 0 {
                return;
            }
            let words = t::kept_all(slots.len(), failed, error.as_ref());
            let back = (!slots.is_empty()).then(|| -> Arc<dyn Fn() + Send + Sync> { Arc::new(move || fleet.take_back(&slots)) });
            app_state.say(words, back);
        });
    };
    let take_away = move |_| {
        shown.one.set(None);
        fleet.take_away(|_| true);
    };
    let make = Callback::new(move |()| {
        let members: Vec<_> = fleet.entries.with_untracked(|all| all.iter().map(|entry| Arc::clone(&entry.member)).collect());
        let practice = |id: &PracticeId| untrack(|| name_of(shown, id)).1;
        let book = fleet.fleet.with_untracked(|all| fleet_book(&members, all, &practice, &t::fleet_book_words()));
        (with_ending(&file_name("", clock::today()), &format!("-{}{BOOK_ENDING}", t::FLEET_BOOK_FILE)), book)
    });
    view! {
        <div class="actions">
            <button type="button" class="button" disabled=move || !are_left.get() || is_keeping.get() on:click=keep>{t::KEEP_ALL}</button>
            <button type="button" class="button" on:click=take_away>{t::CLOSE_ALL}</button>
            <SaveBook make />
        </div>
        <NotKept />
    }
}

/// Which ones could not be kept.
#[component]
fn NotKept() -> impl IntoView {
    let fleet = expect_context::<Shown>().fleet;
    let names = Memo::new(move |_| fleet.not_kept());
    move || {
        let names = names.get();
        (!names.is_empty()).then(|| {
            view! {
                <details id="not-kept" open=true>
                    <summary>{t::not_kept(names.len())}</summary>
                    <ul>{names.into_iter().map(|name| view! { <li dir="auto">{name}</li> }).collect_view()}</ul>
                </details>
            }
        })
    }
}
