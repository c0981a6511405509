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
    /// The id of what it is about, where that stands on the page: it names the field, too.
    #[prop(into, optional_no_strip)]
    about: Option<String>,
) -> impl IntoView {
    let named_by = about.map(|about| format!("{} {about}", label_id(&id)));
    let described = hint_id(&id, &hint);
    let input = view! {
        <input
            id=id.clone()
            type="text"
            autocomplete="off"
            dir="auto"
            aria-labelledby=named_by
            aria-describedby=described
            prop:value=value
            on:input=move |event| on_type.run(event_target_value(&event))
        />
    };
    labelled(id, label, hint, input.into_any())
}

/// Up to how many bytes of several lines the browser finds out in which direction they are written. That takes it half a minute
/// for a million characters, in which the page stands still.
const LONGEST_TURNED: usize = 50_000;

/// Several lines.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into, optional)] hint: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_type: Callback<String>,
    /// The id of what it is about, where that stands on the page: it names the field, too.
    #[prop(into, optional_no_strip)]
    about: Option<String>,
) -> impl IntoView {
    let named_by = about.map(|about| format!("{} {about}", label_id(&id)));
    let described = hint_id(&id, &hint);
    let input = view! {
        <textarea
            id=id.clone()
            rows="2"
            dir=move || value.with(|value| (value.len() <= LONGEST_TURNED).then_some("auto"))
            aria-labelledby=named_by
            aria-describedby=described
            prop:value=value
            on:input=move |event| on_type.run(event_target_value(&event))
        ></textarea>
    };
    labelled(id, label, hint, input.into_any())
}

/// The id of a field's label.
fn label_id(id: &str) -> String {
    format!("{id}-label")
}

/// The id of a field's hint, if it has one.
fn hint_id(id: &str, hint: &str) -> Option<String> {
    (!hint.is_empty()).then(|| format!("{id}-hint"))
}

/// A field with its label and hint.
fn labelled(id: String, label: String, hint: String, input: AnyView) -> AnyView {
    let hint = hint_id(&id, &hint).map(|hint_id| view! { <p class="hint" id=hint_id>{hint}</p> });
    view! { <div class="field"><label id=label_id(&id) for=id>{label}</label> {hint} {input}</div> }.into_any()
}
