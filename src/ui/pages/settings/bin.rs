//! The bin: what was deleted and can be put back; and what was put in quarantine because it could not be read.

use leptos::prelude::*;

use crate::store::Binned;
use crate::ui::browser::{clock, download};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// The id of the heading of the bin.
pub const BIN: &str = "bin";

/// What is in the bin.
#[component]
pub fn BinList(bin: Vec<Binned>, refresh: Callback<()>) -> impl IntoView {
    let is_empty = bin.is_empty();
    let rows: Vec<_> = bin.into_iter().map(|binned| view! { <BinRow binned refresh /> }).collect();
    view! {
        <section class="card">
            <h2 id=BIN tabindex="-1">{t::BIN}</h2>
            <p class="hint">{t::bin_words()}</p>
            {if is_empty { view! { <p>{t::BIN_EMPTY}</p> }.into_any() } else { view! { <ul class="rows">{rows}</ul> }.into_any() }}
        </section>
    }
}

#[component]
fn BinRow(binned: Binned, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let is_sure = RwSignal::new(false);
    let Binned { slot, at, summary } = binned.clone();
    let name = summary.map_or_else(|_| t::UNREADABLE.to_owned(), |summary| t::system_name(&summary.name));
    let when = at.map(|at| t::deleted_on(&clock::in_words(at)));
    let (named, here) = (name.clone(), slot.clone());
    let put_back = move |_| {
        let words = match app_state.store_after_saving().put_back(&here) {
            Ok(()) => t::is_put_back(&named),
            Err(error) => t::cant_put_back(&error),
        };
        app_state.say(words, None);
        refresh.run(());
    };
    let named = name.clone();
    let delete = move |_| {
        if !is_sure.get_untracked() {
            return is_sure.set(true);
        }
        let words = match app_state.store_after_saving().delete_for_good(&slot, at) {
            Ok(()) => t::is_deleted_for_good(&named),
            Err(error) => t::cant_delete(t::storage_error(error)),
        };
        app_state.say(words, None);
        refresh.run(());
    };
    let raw = app_state.store().raw_in_bin(&binned).ok().flatten().filter(|_| binned.summary.is_err());
    view! {
        <li>
            <div>
                <strong dir="auto">{name.clone()}</strong>
                <p class="hint">{when}</p>
            </div>
            <div class="actions">
                {raw.map(|raw| view! { <SaveStored name=format!("plumbline-bin-{}", binned.slot) raw /> })}
                <button type="button" class="button" aria-label=t::put_back_named(&name) on:click=put_back>{t::PUT_BACK}</button>
                <button type="button" class="button plain" on:click=delete>
                    {move || if is_sure.get() { t::DELETE_FOR_GOOD_SURE.get() } else { t::DELETE_FOR_GOOD.get() }}
                    <span class="unseen">" " {name.clone()}</span>
                </button>
            </div>
        </li>
    }
}

/// What was put in quarantine; nothing where nothing was.
#[component]
pub fn QuarantineList(aside: Vec<(String, String)>, refresh: Callback<()>) -> impl IntoView {
    let app_state = app_state();
    let is_empty = aside.is_empty();
    let rows: Vec<_> = aside
        .into_iter()
        .map(|(name, raw)| {
            let gone = name.clone();
            let drop = move |_| {
                if let Err(error) = app_state.store().drop_quarantined(&gone) {
                    app_state.say(t::cant_delete(t::storage_error(error)), None);
                }
                refresh.run(());
            };
            view! {
                <li>
                    <code>{name.clone()}</code>
                    <div class="actions">
                        <SaveStored name=format!("plumbline-aside-{name}") raw />
                        <button type="button" class="button plain" on:click=drop>{t::DELETE}</button>
                    </div>
                </li>
            }
        })
        .collect();
    (!is_empty).then(|| {
        view! {
            <section class="card">
                <h2>{t::ASIDE}</h2>
                <p class="hint">{t::ASIDE_WORDS}</p>
                <ul class="rows">{rows}</ul>
            </section>
        }
    })
}

/// Saves something as a file, as it is stored.
#[component]
fn SaveStored(name: String, raw: String) -> impl IntoView {
    let save = move |_| {
        if download::download(&format!("{name}.txt"), "text/plain", &raw).is_err() {
            app_state().say(t::CANT_DOWNLOAD.to_owned(), None);
        }
    };
    view! { <button type="button" class="button" on:click=save>{t::SAVE_RAW}</button> }
}
