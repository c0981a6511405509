//! A choice among many that does nothing until its button is pressed.

use leptos::prelude::*;

use crate::ui::text as t;

/// A choice among many, with the button that does it. The choice alone does nothing: with the arrow keys one goes through all of them.
#[component]
pub fn ChooseThen(
    /// The id of the field; its label stands beside it.
    id: String,
    /// What stands there while nothing is chosen.
    #[prop(into)]
    nothing: Signal<String>,
    /// Each choice: its value and its words.
    choices: Vec<(String, String)>,
    /// What the button says.
    words: t::Words,
    /// Does what was chosen.
    act: Callback<String>,
) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let options: Vec<_> = choices.into_iter().map(|(value, words)| view! { <option value=value>{words}</option> }).collect();
    let press = move |_| {
        let choice = chosen.get_untracked();
        if !choice.is_empty() {
            chosen.set(String::new());
            act.run(choice);
        }
    };
    view! {
        <div class="choose-then">
            <select id=id on:change=move |event| chosen.set(event_target_value(&event)) prop:value=move || chosen.get()>
                <option value="">{move || nothing.get()}</option>
                {options}
            </select>
            <button type="button" class="button small" disabled=move || chosen.with(String::is_empty) on:click=press>{words}</button>
        </div>
    }
}
