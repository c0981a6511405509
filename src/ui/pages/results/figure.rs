//! Explaining a number where it stands: each figure of the table is a button that opens the facts behind it in a row below.

use leptos::prelude::*;

use crate::ui::text as t;

/// A figure of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Current,
    Target,
    Minimum,
    Gap,
    Scope,
    Confidence,
}

impl Figure {
    pub const ALL: [(Self, &'static str, t::Words); 6] = [
        (Self::Current, "current", t::CURRENT),
        (Self::Target, "target", t::TARGET),
        (Self::Minimum, "minimum", t::MINIMUM),
        (Self::Gap, "gap", t::GAP),
        (Self::Scope, "scope", t::SCOPE),
        (Self::Confidence, "confidence", t::HOW_SURE),
    ];

    pub fn key(self) -> &'static str {
        Self::ALL.into_iter().find(|(figure, ..)| *figure == self).map_or("", |(_, key, _)| key)
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, own, _)| *own == key).map(|(figure, ..)| figure)
    }
}

/// Which figure of which practice or group is explained: at most one at a time. Groups have no figures of their own.
pub type Explained = RwSignal<Option<(String, Option<Figure>)>>;

/// The id of the one button of a row that Tab stops at.
pub fn first_button(of: &str) -> String {
    format!("figure-{of}")
}

/// A figure that opens what it was made from. Tab stops at the first of a row only, or the way through the table would be long;
/// what opens there leads to the others. That one says of what it is; the others are met within the row, which says so.
#[component]
pub fn FigureButton(
    explained: Explained,
    /// The practice or group.
    of: String,
    /// Its name.
    name: String,
    /// Which figure of a practice; `None` for a group.
    figure: Option<Figure>,
    /// Whether it is the first of its row.
    #[prop(optional)]
    is_first: bool,
    /// What the figure is called, and what it says.
    words: (&'static str, String),
    children: Children,
) -> impl IntoView {
    let this = StoredValue::new((of.clone(), figure));
    let is_open = Memo::new(move |_| explained.with(|open| this.with_value(|this| open.as_ref() == Some(this))));
    let toggle = move |_| explained.set((!is_open.get_untracked()).then(|| this.get_value()));
    view! {
        <button
            type="button"
            class="figure"
            id=is_first.then(|| first_button(&of))
            tabindex=(!is_first).then_some("-1")
            aria-expanded=move || is_open.get().to_string()
            aria-controls=format!("why-{of}")
            aria-label=is_first.then(|| t::explain_figure(words.0, &name, &words.1))
            on:click=toggle
        >
            {children()}
        </button>
    }
}
