//! Saves a file so that only a passphrase opens it.

use leptos::html;
use leptos::prelude::*;

use crate::exchange::{AGE_ENDING, AGE_TYPE, EncryptError, passphrase_hint};
use crate::ui::browser::cipher::{Undone, encrypt};
use crate::ui::browser::download::download_bytes;
use crate::ui::browser::page;
use crate::ui::components::passphrase_field::{PassphraseField, ShowPassphrase};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// A file that would leave, by its name, with what it says.
type FileToSave = (String, String);

/// The summary of the fold.
fn summary(id: &str) -> String {
    format!("{id}-summary")
}

/// Asks for a passphrase twice, and saves the file with it.
#[component]
pub fn SaveEncrypted(
    /// Tells it from others on the page.
    id: &'static str,
    /// Makes the file; says itself why there is none.
    make: Callback<(), Option<FileToSave>>,
    /// It was saved.
    #[prop(optional, into)]
    on_saved: Option<Callback<()>>,
) -> impl IntoView {
    let app_state = app_state();
    let (typed, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (is_shown, is_busy, wrong) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(String::new()));
    let fold = NodeRef::<html::Details>::new();
    let forget = move || {
        for field in [typed, again] {
            field.try_set(String::new());
        }
        is_shown.try_set(false);
    };
    let save = move || {
        let passphrase = typed.get_untracked();
        let said = match passphrase.is_empty() {
            true => t::encrypt_error(&EncryptError::NoPassphrase),
            false if passphrase != again.get_untracked() => t::PASSPHRASES_DIFFER.to_owned(),
            false => String::new(),
        };
        wrong.set(said);
        if is_busy.get_untracked() || wrong.with_untracked(|wrong| !wrong.is_empty()) {
            return;
        }
        let Some((name, text)) = make.run(()) else { return app_state.say(t::CANT_DOWNLOAD.to_owned(), None) };
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            let made = encrypt(text.as_bytes(), &passphrase).await;
            is_busy.try_set(false);
            let name = format!("{name}{AGE_ENDING}");
            match made {
                Ok(bytes) if download_bytes(&name, AGE_TYPE, &bytes).is_ok() => {
                    forget();
                    page::focus_from(id, &summary(id));
                    fold.try_get_untracked().flatten().iter().for_each(|fold| fold.set_open(false));
                    on_saved.inspect(|on_saved| _ = on_saved.try_run(()));
                    app_state.say(t::saved_encrypted(&name), None);
                }
                Ok(_) => app_state.say(t::CANT_DOWNLOAD.to_owned(), None),
                Err(undone) => {
                    let why = match undone {
                        Undone::Because(why) => t::encrypt_error(&why),
                        Undone::NotHere => t::CIPHER_NOT_HERE.to_owned(),
                    };
                    // Where nobody sees the fold any more, nobody would hear that there is no file.
                    if fold.try_get_untracked().flatten().is_some_and(|fold| fold.open()) {
                        wrong.try_set(why);
                    } else {
                        forget();
                        app_state.say(why, None);
                    }
                }
            }
        });
    };
    let folded = move |_| {
        wrong.set(String::new());
        if fold.get_untracked().is_some_and(|fold| !fold.open()) && !is_busy.get_untracked() {
            forget();
        }
    };
    let on_enter = Callback::new(move |()| save());
    let hint = Signal::derive(move || typed.with(|typed| t::passphrase_hint_words(passphrase_hint(typed)).to_owned()));
    let status = move || if is_busy.get() { t::ENCRYPTING.to_owned() } else { wrong.get() };
    view! {
        <details class="with-passphrase" id=id node_ref=fold on:toggle=folded>
            <summary id=summary(id)>{t::WITH_PASSPHRASE}</summary>
            <p>{t::WITH_PASSPHRASE_WORDS}</p>
            <PassphraseField id=format!("{id}-typed") label=t::PASSPHRASE.get() value=typed is_shown said=hint on_enter />
            <PassphraseField id=format!("{id}-again") label=t::PASSPHRASE_AGAIN.get() value=again is_shown said="" on_enter />
            <ShowPassphrase is_shown />
            <div class="actions">
                <button type="button" class="button" aria-disabled=move || is_busy.get().to_string() on:click=move |_| save()>
                    {t::SAVE_ENCRYPTED}
                </button>
            </div>
            <p role="status">{status}</p>
            <p class="hint">{t::OPENS_ELSEWHERE}</p>
        </details>
    }
}
