//! Saves a workbook beside a table of the screen: what the table says, or all that there is.

use leptos::prelude::*;

use crate::exchange::{BOOK_TYPE, Book};
use crate::ui::browser::download::download_bytes;
use crate::ui::browser::office;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// The button beside a table, on any page.
#[component]
pub fn SaveBook(
    /// Makes the workbook, with the name of its file.
    make: Callback<(), (String, Book)>,
    /// What goes along beside the table; nothing where it is that alone.
    #[prop(optional, into)]
    hint: Option<t::Words>,
) -> impl IntoView {
    let app_state = app_state();
    let is_busy = RwSignal::new(false);
    let save = move |_| {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            let (name, book) = make.run(());
            let made = office::workbook(&book).await;
            is_busy.try_set(false);
            let words = match made.map(|bytes| download_bytes(&name, BOOK_TYPE, &bytes).is_ok()) {
                Some(true) => t::exported(&name),
                Some(false) => t::CANT_DOWNLOAD.to_owned(),
                None => t::OFFICE_NOT_HERE.to_owned(),
            };
            app_state.say(words, None);
        });
    };
    view! {
        <button type="button" class="button" aria-disabled=move || is_busy.get().to_string() on:click=save>
            {t::SAVE_FOR_EXCEL}
        </button>
        {hint.map(|hint| view! { <span class="hint">{hint}</span> })}
        <span role="status">{move || is_busy.get().then(|| t::MAKING_FILE.get())}</span>
    }
}
