//! Saves a workbook beside a table of the screen: what the table says, or all that there is.

use leptos::prelude::*;

use crate::exchange::Book;
use crate::ui::components::save_office::{OfficeFile, saved};
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
            let saved = saved(&name, &OfficeFile::Book(book)).await;
            is_busy.try_set(false);
            app_state.say(saved.unwrap_or_else(|why| why), None);
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
