//! Words that whoever reviews uses again; they stay on this device.

use leptos::prelude::*;

use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// Puts words that were kept into the text, and keeps those that stand there.
#[component]
pub fn Snippets(text: RwSignal<String>) -> impl IntoView {
    let app_state = app_state();
    let kept = RwSignal::new(app_state.store().snippets());
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let words = place.and_then(|place| kept.with_untracked(|kept| kept.get(place).cloned()));
        if let Some(words) = words {
            text.update(|text| {
                let before = text.trim_end().to_owned();
                *text = if before.is_empty() { words } else { format!("{before}\n{words}") };
            });
        }
    };
    let keep = move |_| {
        let done = text.with_untracked(|text| app_state.store().keep_snippet(text)).unwrap_or(false);
        kept.set(app_state.store().snippets());
        app_state.say(if done { t::SNIPPET_KEPT } else { t::SNIPPET_NOT_KEPT }.to_owned(), None);
    };
    let options = move || {
        let all = kept.get();
        let options =
            all.into_iter().zip(0_usize..).map(|(words, place)| view! { <option value=place.to_string()>{words}</option> });
        options.collect::<Vec<_>>()
    };
    let select = move || {
        kept.with(|kept| !kept.is_empty()).then(|| {
            view! {
                <div class="field">
                    <label for="finding-snippet">{t::USE_SNIPPET}</label>
                    <select id="finding-snippet" on:change=choose>
                        <option value="">{t::CHOOSE_SNIPPET}</option>
                        {options}
                    </select>
                </div>
            }
        })
    };
    view! {
        {select}
        <button type="button" class="button plain small" on:click=keep>{t::KEEP_SNIPPET}</button>
    }
}
