//! Explaining a number where it stands: each figure of the table is a button that opens the facts behind it in a row below.

use leptos::prelude::*;
use leptos_router::components::A;

use super::results_why_current::why_current;
use super::results_why_target::{why_minimum, why_scope, why_target};
use crate::analysis::{Ground, PracticeOverview, PracticeResult};
use crate::model::PracticeId;
use crate::ui::components::{Choice, Segmented};
use crate::ui::desk::{Desk, desk};
use crate::ui::doors::page;
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
    const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::Current, "current", t::CURRENT),
        (Self::Target, "target", t::TARGET),
        (Self::Minimum, "minimum", t::MINIMUM),
        (Self::Gap, "gap", t::GAP),
        (Self::Scope, "scope", t::SCOPE),
        (Self::Confidence, "confidence", t::HOW_SURE),
    ];

    fn key(self) -> &'static str {
        Self::ALL.into_iter().find(|(figure, ..)| *figure == self).map_or("", |(_, key, _)| key)
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, own, _)| *own == key).map(|(figure, ..)| figure)
    }
}

/// Which figure of which practice or group is explained: at most one at a time. Groups have no figures of their own.
pub type Explained = RwSignal<Option<(String, Option<Figure>)>>;

/// The id of the one button of a row that Tab stops at.
fn first_button(of: &str) -> String {
    format!("figure-{of}")
}

/// A figure that opens what it was made from. Tab stops at the first of a row only, or the way through the table would be long;
/// what opens there leads to the others.
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
            aria-label=t::explain_figure(words.0, &name, &words.1)
            on:click=toggle
        >
            {children()}
        </button>
    }
}

/// The row that explains a practice's figures, while one is open.
#[component]
pub fn WhyRow(explained: Explained, facts: PracticeOverview, columns: u8) -> impl IntoView {
    let key = StoredValue::new(facts.result.practice.to_string());
    let facts = StoredValue::new(facts);
    let figure = Memo::new(move |_| {
        explained.with(|open| open.as_ref().filter(|(of, _)| key.with_value(|key| key == of)).and_then(|(_, figure)| *figure))
    });
    let is_open = Memo::new(move |_| figure.get().is_some());
    move || {
        is_open.get().then(|| {
            let shown = move || figure.get().map(|figure| facts.with_value(|facts| why(desk(), facts, figure)));
            let choices = Figure::ALL.map(|(_, key, words)| Choice::new(key, words, "")).to_vec();
            let chosen = Signal::derive(move || figure.get().map(|figure| figure.key().to_owned()));
            let choose = Callback::new(move |chosen: String| {
                explained.set(Some((key.get_value(), Figure::from_key(&chosen))));
            });
            let name = format!("explain-{}", key.get_value());
            let inside = view! {
                <Segmented legend=t::EXPLAIN name choices chosen on_choose=choose />
                {shown}
            };
            explaining(explained, key.get_value(), columns, inside.into_any())
        })
    }
}

/// A row that explains something, with a way to close it.
pub fn explaining(explained: Explained, of: String, columns: u8, why: AnyView) -> AnyView {
    let id = format!("why-{of}");
    let close = move |_| {
        explained.set(None);
        page::focus_soon(first_button(&of));
    };
    view! {
        <tr role="row" class="why-row">
            <td role="cell" colspan=columns.to_string()>
                <div class="why" id=id>
                    {why}
                    <p><button type="button" class="button small" on:click=close>{t::CLOSE}</button></p>
                </div>
            </td>
        </tr>
    }
    .into_any()
}

fn why(desk: Desk, facts: &PracticeOverview, figure: Figure) -> AnyView {
    let result = &facts.result;
    match figure {
        Figure::Current => why_current(desk, result),
        Figure::Target => why_target(desk, &result.practice),
        Figure::Minimum => why_minimum(desk, result),
        Figure::Gap => why_gap(desk, facts),
        Figure::Scope => why_scope(desk, result),
        Figure::Confidence => why_confidence(desk, result, facts.ground),
    }
}

/// A rule in words.
pub fn rule(words: impl Into<String>) -> AnyView {
    let words = words.into();
    view! { <p class="hint"><strong>{t::RULE}</strong> " " {words}</p> }.into_any()
}

/// Links to where something can be changed.
pub fn ways(desk: Desk, links: &[(String, &'static str)]) -> AnyView {
    let links: Vec<_> = links.iter().map(|(path, words)| way(desk.link(path), words)).collect();
    view! { <ul class="ways">{links}</ul> }.into_any()
}

fn way(href: String, words: &'static str) -> AnyView {
    view! { <li><A href=href>{words}</A></li> }.into_any()
}

/// Where the answers to the statements of a practice can be changed.
pub fn full(practice: &PracticeId) -> (String, &'static str) {
    (format!("full/{practice}"), t::CHANGE_STATEMENTS)
}

/// Where the target of a practice can be changed.
pub fn target(practice: &PracticeId) -> (String, &'static str) {
    (format!("targets?at={practice}"), t::CHANGE_TARGET)
}

fn why_gap(desk: Desk, facts: &PracticeOverview) -> AnyView {
    let result = &facts.result;
    view! {
        <h3>{t::WHY_GAP}</h3>
        <p>{t::gap_why(result)}</p>
        {t::minimum_why(result).map(|words| view! { <p>{words}</p> })}
        <p>{t::stake_why(facts)}</p>
        {rule(t::GAP_RULE)}
        {ways(desk, &[full(&result.practice), target(&result.practice)])}
    }
    .into_any()
}

fn why_confidence(desk: Desk, result: &PracticeResult, ground: Ground) -> AnyView {
    let differ = (ground == Ground::Disputed).then(|| ("people".to_owned(), t::TO_DIFFERENCES));
    let links: Vec<_> = [full(&result.practice)].into_iter().chain(differ).collect();
    view! {
        <h3>{t::WHY_CONFIDENCE}</h3>
        <p>{t::confidence_why(ground)}</p>
        {t::sure_why(result).map(|words| view! { <p>{words}</p> })}
        {rule(t::CONFIDENCE_RULE)}
        {ways(desk, &links)}
    }
    .into_any()
}
