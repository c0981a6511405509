//! Fields for words. What is typed is handed on at every keystroke, so that nothing waits to be saved.

use leptos::prelude::*;

/// A single line.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] hint: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_type: Callback<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                id=id
                type="text"
                autocomplete="off"
                dir="auto"
                aria-describedby=described
                prop:value=value
                on:input=move |event| on_type.run(event_target_value(&event))
            />
        </div>
    }
}

/// Several lines.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] hint: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_type: Callback<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <textarea
                id=id
                rows="2"
                dir="auto"
                aria-describedby=described
                prop:value=value
                on:input=move |event| on_type.run(event_target_value(&event))
            ></textarea>
        </div>
    }
}
