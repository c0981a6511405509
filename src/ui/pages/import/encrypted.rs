//! An encrypted file that was opened: asks for its passphrase, as often as it takes.

use leptos::prelude::*;

use crate::ui::browser::cipher::{Undone, decrypt};
use crate::ui::browser::page;
use crate::ui::components::{PassphraseField, ShowPassphrase};
use crate::ui::state::import_queue::{EncryptedFile, ImportQueue};
use crate::ui::text as t;

/// Asks for the passphrase of a file, and has what is in it looked at in its place.
#[component]
pub fn Encrypted(
    key: u64,
    file: String,
    locked: EncryptedFile,
    dismiss: Callback<()>,
    import_queue: ImportQueue,
) -> impl IntoView {
    let (typed, is_shown) = (RwSignal::from(locked.typed.clone()), RwSignal::new(false));
    let (is_busy, wrong) = (RwSignal::from(locked.is_busy.clone()), RwSignal::from(locked.wrong.clone()));
    let id = format!("passphrase-{key}");
    let card = format!("{id}-card");
    let places = StoredValue::new((card.clone(), id.clone()));
    let bytes = StoredValue::new(locked.bytes);
    let open = move || {
        let passphrase = typed.get_untracked();
        if is_busy.get_untracked() || passphrase.is_empty() {
            wrong.set(if passphrase.is_empty() { t::TYPE_PASSPHRASE.to_owned() } else { String::new() });
            return;
        }
        is_busy.set(true);
        wrong.set(String::new());
        let file = bytes.get_value();
        // It ends with the card: whoever puts the file away or leaves needs no answer any more.
        leptos::task::spawn_local_scoped_with_cancellation(async move {
            let (card, field) = places.get_value();
            let why = match decrypt(&file, &passphrase).await {
                Ok(plain) => {
                    typed.try_set(String::new());
                    import_queue.decrypted(key, plain, &card).await;
                    return;
                }
                Err(Undone::Because(why)) => t::decrypt_error(&why),
                Err(Undone::NotHere) => t::CIPHER_NOT_HERE.to_owned(),
            };
            is_busy.try_set(false);
            wrong.try_set(why);
            page::focus_from(&card, &field);
        });
    };
    // What showed it before was trying, and that ended with it.
    if is_busy.get_untracked() {
        is_busy.set(false);
        open();
    }
    let on_enter = Callback::new(move |()| open());
    let status = move || if is_busy.get() { t::DECRYPTING.to_owned() } else { wrong.get() };
    let heading = format!("{id}-heading");
    let named = heading.clone();
    view! {
        <section class="card encrypted" id=card aria-labelledby=named>
            <h2 id=heading dir="auto">{t::is_encrypted(&file)}</h2>
            <p>{t::IS_ENCRYPTED_WORDS}</p>
            <PassphraseField id label=t::PASSPHRASE.get() value=typed is_shown said="" on_enter />
            <ShowPassphrase is_shown />
            // Read out by the region around all files.
            <p>{status}</p>
            <div class="actions">
                <button type="button" class="button primary" aria-disabled=move || is_busy.get().to_string() on:click=move |_| open()>
                    {t::OPEN_ENCRYPTED}
                </button>
                <button type="button" class="button" on:click=move |_| dismiss.run(())>{t::CANCEL}</button>
            </div>
        </section>
    }
}
