//! The key of a signature: what to compare, and whether somebody did on this device.

use leptos::prelude::*;

use crate::analysis::SignedRound;
use crate::session::Signature;
use crate::store::ComparedKey;
use crate::ui::browser::clock;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// The key of a signature that fits.
#[component]
pub fn SignedKey(signed: SignedRound) -> impl IntoView {
    let fingerprint = signed.sign_off.signature.as_ref().and_then(Signature::fingerprint);
    fingerprint.map(|key| view! { <Key key=key name=signed.sign_off.name.clone() /> })
}

#[component]
fn Key(key: String, name: String) -> impl IntoView {
    let app_state = app_state();
    let compared = RwSignal::new(app_state.store().compared_key(&key));
    let key = StoredValue::new(key);
    let name = StoredValue::new(name);
    let note = move |now: Option<ComparedKey>| {
        key.with_value(|key| app_state.store().set_compared_key(key, now.as_ref()));
        compared.set(now);
    };
    let mark = move |_| note(Some(ComparedKey { name: name.get_value(), on: clock::today() }));
    let said = move || match compared.get() {
        Some(it) => view! {
            <p dir="auto">{t::key_compared(&it.name, it.on, &name.get_value())}</p>
            <p><button type="button" class="button plain small" on:click=move |_| note(None)>{t::FORGET_KEY_COMPARED}</button></p>
        }
        .into_any(),
        None => view! {
            <p>{t::KEY_NOT_COMPARED}</p>
            <p><button type="button" class="button small" on:click=mark>{t::MARK_KEY_COMPARED}</button></p>
        }
        .into_any(),
    };
    view! {
        <details>
            <summary>{t::KEY_TO_COMPARE}</summary>
            <p><code class="key-fingerprint">{key.get_value()}</code></p>
            {said}
        </details>
    }
}
