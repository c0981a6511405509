//! The language of the screen, where there is more than one.

use leptos::prelude::*;

use crate::ui::state::app_state::app_state;
use crate::ui::state::language::speak;
use crate::ui::text as t;
use crate::ui::text::Language;

/// Chooses the language; nothing where there is no choice.
#[component]
pub fn LanguageField() -> impl IntoView {
    let app_state = app_state();
    let set = move |event| {
        if let Some(language) = Language::of_tag(&event_target_value(&event)) {
            speak(app_state, language);
        }
    };
    let option = |language: &Language| {
        let language = *language;
        view! { <option value=language.tag() lang=language.tag() selected=language == t::language()>{language.name()}</option> }
    };
    (Language::ALL.len() > 1).then(|| {
        view! {
            <section class="card">
                <div class="field">
                    <label for="language">{t::THE_LANGUAGE}</label>
                    <select id="language" on:change=set>{Language::ALL.iter().map(option).collect::<Vec<_>>()}</select>
                </div>
            </section>
        }
    })
}
