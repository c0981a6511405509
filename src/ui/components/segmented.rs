//! One of a few, side by side: a radio group.

use leptos::prelude::*;

/// One of the choices.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is given to `on_choose`.
    pub key: String,
    /// What stands on it.
    pub label: String,
    /// What a screen reader says in addition; may be empty.
    pub more: String,
    /// Whether it stands apart from the others: it is of another kind.
    pub is_apart: bool,
}

impl Choice {
    /// A choice.
    pub fn new(key: impl Into<String>, label: impl Into<String>, more: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into(), more: more.into(), is_apart: false }
    }

    /// The same, apart from the others.
    #[must_use]
    pub fn apart(self) -> Self {
        Self { is_apart: true, ..self }
    }
}

/// One of a few, side by side.
#[component]
pub fn Segmented(
    /// Names the group for a screen reader, and on the screen where `show_legend`; empty where `about` does so alone.
    #[prop(into, optional)]
    legend: String,
    /// A name that no other group on the page has.
    #[prop(into)]
    name: String,
    choices: Vec<Choice>,
    #[prop(into)] chosen: Signal<Option<String>>,
    #[prop(into)] on_choose: Callback<String>,
    #[prop(optional)] show_legend: bool,
    /// The id of what the choice is about, where that stands on the page: it names the group, too, and is not said twice.
    #[prop(into, optional_no_strip)]
    about: Option<String>,
) -> impl IntoView {
    let options = choices.into_iter().map(|Choice { key, label, more, is_apart }| {
        let name = name.clone();
        let for_checked = key.clone();
        let checked = move || chosen.with(|chosen| chosen.as_ref() == Some(&for_checked));
        let value = key.clone();
        view! {
            <label class="segment" class:apart=is_apart>
                <input type="radio" name=name value=value prop:checked=checked on:change=move |_| on_choose.run(key.clone()) />
                <span class="segment-label">
                    {label} {(!more.is_empty()).then(|| view! { <span class="unseen">{format!(" {more}")}</span> })}
                </span>
            </label>
        }
    });
    let options: Vec<_> = options.collect();
    let legend_id = about.as_ref().map(|_| format!("{name}-legend"));
    let named_by = about.map(|about| match &legend_id {
        Some(legend_id) if !legend.is_empty() => format!("{legend_id} {about}"),
        _ => about,
    });
    let legend = (!legend.is_empty()).then(|| view! { <legend id=legend_id class:unseen=!show_legend>{legend}</legend> });
    view! {
        <fieldset class="segmented" aria-labelledby=named_by>
            {legend}
            <div class="segments">{options}</div>
        </fieldset>
    }
}
