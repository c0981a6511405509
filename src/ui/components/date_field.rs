//! A day to choose or to type.

use leptos::prelude::*;

use crate::session::Date;

/// A day.
#[component]
pub fn DateField(
    #[prop(into)] id: String,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    value: Signal<String>,
    #[prop(into)] on_choose: Callback<Option<Date>>,
) -> impl IntoView {
    let described = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {described.clone().map(|id| view! { <p class="hint" id=id>{hint}</p> })}
            <input
                id=id
                type="date"
                aria-describedby=described
                prop:value=value
                on:change=move |event| on_choose.run(event_target_value(&event).parse().ok())
            />
        </div>
    }
}
