//! Settings: how safe what is stored is, and what can be brought back.

mod backups;
mod bin;
mod language;
mod own_models;
mod storage;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::pages::settings::backups::BackupList;
use crate::ui::pages::settings::bin::{BIN, BinList, QuarantineList};
use crate::ui::pages::settings::language::LanguageField;
use crate::ui::pages::settings::own_models::OwnModelList;
use crate::ui::pages::settings::storage::StorageFacts;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// Settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let app_state = app_state();
    begin_at_the_bin();
    // Each time something here was changed, all of it is read anew.
    let version = RwSignal::new(0_u32);
    let refresh = Callback::new(move |()| {
        version.try_update(|version| *version += 1);
    });
    let lists = move || {
        version.get();
        let store = app_state.store_after_saving();
        let (bin, backups) = (store.bin().unwrap_or_default(), store.backups().unwrap_or_default());
        let aside = store.aside().unwrap_or_default();
        let models = store.own_models().unwrap_or_default();
        view! {
            <StorageFacts />
            <OwnModelList models refresh />
            <BinList bin refresh />
            <BackupList backups refresh />
            <QuarantineList aside refresh />
        }
    };
    view! {
        <PageHead title=t::SETTINGS.to_owned() />
        <p class="lead">{t::SETTINGS_LEAD}</p>
        {(!app_state.store().is_lasting()).then(|| view! { <p class="banner banner-warning" role="alert">{t::STORAGE_BLOCKED}</p> })}
        <LanguageField />
        {lists}
        <section class="card">
            <h2>{t::RECOVERY}</h2>
            <p>{t::RECOVERY_WORDS}</p>
            <p>
                <a href=page::link("/recover.html") rel="external" class="button">{t::RECOVERY_LINK}</a>
            </p>
        </section>
    }
}

/// Begins at the bin where the address says so (`?at=bin`).
fn begin_at_the_bin() {
    let query = use_query_map();
    Effect::new(move |_| {
        if query.with(|query| query.get("at")).as_deref() == Some(BIN) {
            page::show_soon(BIN.to_owned());
        }
    });
}
