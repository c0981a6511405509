//! Words that whoever reviews uses again; they stay on this device.

use std::sync::Arc;

use leptos::prelude::*;

use crate::store::KeptSnippet;
use crate::ui::browser::page;
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::state::open_session::Draft;
use crate::ui::text as t;

const KEPT: &str = "kept-snippets";

/// Puts words that were kept into the text, and keeps those that stand there.
#[component]
pub fn Snippets(text: Draft) -> impl IntoView {
    let app_state = app_state();
    let kept = RwSignal::new(app_state.store().snippets());
    let keep = move |_| {
        let words = match text.words.with_untracked(|text| app_state.store().keep_snippet(text)) {
            Ok(KeptSnippet::Kept) => t::SNIPPET_KEPT,
            Ok(KeptSnippet::Blank) => t::SNIPPET_BLANK,
            Ok(KeptSnippet::TooMany) => t::SNIPPETS_TOO_MANY,
            Err(_) => t::SNIPPET_NOT_KEPT,
        };
        kept.set(app_state.store().snippets());
        app_state.say(words.to_owned(), None);
    };
    let row = move |words: String| {
        let (used, dropped, name) = (words.clone(), words.clone(), words.clone());
        let put_in = move |_| {
            let before = text.words.get_untracked();
            let before = before.trim_end();
            text.set(if before.is_empty() { used.clone() } else { format!("{before}\n{used}") });
            page::focus_soon("finding-text".to_owned());
        };
        view! {
            <li>
                <span dir="auto">{words}</span>
                <span class="actions">
                    <button type="button" class="button small" aria-label=t::use_snippet(&name) on:click=put_in>{t::USE_SNIPPET}</button>
                    <button type="button" class="button plain small" aria-label=t::drop_snippet(&name) on:click=move |_| drop_snippet(app_state, kept, dropped.clone())>
                        {t::REMOVE}
                    </button>
                </span>
            </li>
        }
    };
    let list = move || {
        let all = kept.get();
        (!all.is_empty()).then(|| {
            let rows: Vec<_> = all.into_iter().map(row).collect();
            view! {
                <details class="snippets">
                    <summary id=KEPT>{t::SNIPPETS}</summary>
                    <ul>{rows}</ul>
                </details>
            }
        })
    };
    view! {
        <button type="button" class="button plain small" on:click=keep>{t::KEEP_SNIPPET}</button>
        {list}
    }
}

/// Keeps words no longer; they can be put back where they stood.
fn drop_snippet(app_state: AppState, kept: RwSignal<Vec<String>>, words: String) {
    let undo = match app_state.store().drop_snippet(&words) {
        Err(_) => return app_state.say(t::SNIPPET_STAYS.to_owned(), None),
        Ok(None) => None,
        Ok(Some(place)) => {
            let undo = move || {
                if app_state.store().put_snippet_back(place, &words).is_err() {
                    app_state.say(t::SNIPPET_NOT_KEPT.to_owned(), None);
                }
                kept.set(app_state.store().snippets());
            };
            let undo: Arc<dyn Fn() + Send + Sync> = Arc::new(undo);
            Some(undo)
        }
    };
    kept.set(app_state.store().snippets());
    app_state.say(t::SNIPPET_DROPPED.to_owned(), undo);
    page::focus_soon(KEPT.to_owned());
}
