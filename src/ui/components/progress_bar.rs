//! So many of so many, as words and as a bar.

use leptos::prelude::*;

use crate::analysis::Count;

/// So many of so many.
#[component]
pub fn ProgressBar(#[prop(into)] label: Signal<String>, #[prop(into)] count: Signal<Count>) -> impl IntoView {
    view! {
        <div class="progress">
            <span class="progress-words">{label}</span>
            <progress aria-label=label max=move || count.get().of.max(1).to_string() prop:value=move || count.get().done.to_string()></progress>
        </div>
    }
}
