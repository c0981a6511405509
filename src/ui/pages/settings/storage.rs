//! How much is stored, whether the browser promises to keep it, and when it was last exported.

use leptos::prelude::*;

use crate::store::{CAPACITY, Exported, Use};
use crate::ui::browser::{clock, durable};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// What is known about the storage.
#[component]
pub fn StorageFacts() -> impl IntoView {
    let store = app_state().store();
    let used = store.usage().unwrap_or_default();
    let Use { sessions, backups, bin, aside, models, others, foreign } = used;
    let exports: Vec<_> = store
        .summaries()
        .unwrap_or_default()
        .into_iter()
        .filter_map(|listed| {
            let name = t::system_name(&listed.summary.ok()?.name);
            let last = match store.exported(&listed.slot) {
                None => t::NEVER_EXPORTED.to_owned(),
                Some(Exported { at: None, .. }) => t::FROM_A_FILE.to_owned(),
                Some(Exported { at: Some(at), .. }) => clock::in_words(at),
            };
            Some(view! { <li><span dir="auto">{name}</span>": " {last}</li> })
        })
        .collect();
    let kept = store.is_lasting();
    view! {
        <section class="card">
            <h2>{t::STORAGE}</h2>
            <progress class="storage-bar" max=CAPACITY value=used.all() aria-label=t::STORAGE_USED></progress>
            <dl class="facts">
                <dt>{t::STORAGE_USED}</dt>
                <dd>{t::of_storage(used.all(), CAPACITY)}</dd>
                <dt>{t::STORAGE_OF}</dt>
                <dd>{t::used_for([sessions, backups, bin, aside, models, others, foreign])}</dd>
                <dt>{t::STORAGE_FREE}</dt>
                <dd>{t::free_of_storage(used.free(), CAPACITY)}</dd>
                <dt>{t::STORAGE_KEPT}</dt>
                <dd>{if kept { view! { <Promise /> }.into_any() } else { t::STORAGE_KEPT_IN_MEMORY.into_any() }}</dd>
            </dl>
            {(!exports.is_empty()).then(|| view! {
                <details>
                    <summary>{t::LAST_EXPORTS}</summary>
                    <ul>{exports}</ul>
                </details>
            })}
            <p class="hint">{t::SAFARI}</p>
        </section>
    }
}

/// Whether the browser promises to keep what is stored, and the button that asks it to.
#[component]
fn Promise() -> impl IntoView {
    // `None` until the browser has said something.
    let promised = RwSignal::new(None::<Option<bool>>);
    let asked_in_vain = RwSignal::new(false);
    leptos::task::spawn_local(async move {
        let answer = durable::is_promised().await;
        promised.try_set(Some(answer));
    });
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            let answer = durable::promise().await;
            promised.try_set(Some(answer));
            asked_in_vain.try_set(answer != Some(true));
        });
    };
    let words = move || match promised.get()? {
        Some(true) => Some(t::STORAGE_KEPT_YES.get()),
        Some(false) => Some(t::STORAGE_KEPT_NO.get()),
        None => Some(t::STORAGE_KEPT_UNKNOWN.get()),
    };
    let button = move || {
        let button = || view! { <button type="button" class="button small" on:click=ask>{t::ASK_TO_KEEP}</button> };
        (promised.get() == Some(Some(false))).then(button)
    };
    view! {
        <span role="status">{words} {move || asked_in_vain.get().then(|| format!(" {}", t::ASKED_IN_VAIN))}</span>
        " "
        {button}
    }
}
