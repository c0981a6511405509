//! The row below a practice or group that explains its figures: the rule and the facts behind each.

pub mod current;
mod target;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Ground, PracticeOverview, PracticeResult};
use crate::model::PracticeId;
use crate::ui::browser::page;
use crate::ui::components::{Choice, Segmented};
use crate::ui::pages::results::figure::{Explained, Figure, first_button};
use crate::ui::pages::results::why::current::why_current;
use crate::ui::pages::results::why::target::{why_minimum, why_scope, why_target};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

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
            let shown = move || figure.get().map(|figure| facts.with_value(|facts| why(open_session(), facts, figure)));
            let choices = Figure::ALL.map(|(_, key, words)| Choice::new(key, words.get(), "")).to_vec();
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

fn why(open_session: OpenSession, facts: &PracticeOverview, figure: Figure) -> AnyView {
    let result = &facts.result;
    match figure {
        Figure::Current => why_current(open_session, result),
        Figure::Target => why_target(open_session, &result.practice),
        Figure::Minimum => why_minimum(open_session, result),
        Figure::Gap => why_gap(open_session, facts),
        Figure::Scope => why_scope(open_session, result),
        Figure::Confidence => why_confidence(open_session, result, facts.ground),
    }
}

/// A rule in words.
pub fn rule(words: impl Into<String>) -> AnyView {
    let words = words.into();
    view! { <p class="hint"><strong>{t::RULE}</strong> " " {words}</p> }.into_any()
}

/// Links to where something can be changed.
pub fn ways(open_session: OpenSession, links: Vec<(Address, &'static str)>) -> AnyView {
    let links: Vec<_> = links.into_iter().map(|(to, words)| way(open_session.link(to), words)).collect();
    view! { <ul class="ways">{links}</ul> }.into_any()
}

fn way(href: String, words: &'static str) -> AnyView {
    view! { <li><A href=href>{words}</A></li> }.into_any()
}

/// Where the answers to the statements of a practice can be changed.
pub fn full(practice: &PracticeId) -> (Address, &'static str) {
    (SessionPage::Full.of(practice), t::CHANGE_STATEMENTS.get())
}

/// Where the target of a practice can be changed.
pub fn target(practice: &PracticeId) -> (Address, &'static str) {
    (SessionPage::Targets.at(practice), t::CHANGE_TARGET.get())
}

fn why_gap(open_session: OpenSession, facts: &PracticeOverview) -> AnyView {
    let result = &facts.result;
    view! {
        <h3>{t::WHY_GAP}</h3>
        <p>{t::gap_why(result)}</p>
        {t::minimum_why(result).map(|words| view! { <p>{words}</p> })}
        <p>{t::consequence_why(facts)}</p>
        {rule(t::GAP_RULE)}
        {ways(open_session, vec![full(&result.practice), target(&result.practice)])}
    }
    .into_any()
}

fn why_confidence(open_session: OpenSession, result: &PracticeResult, ground: Ground) -> AnyView {
    let differ = (ground == Ground::Disputed).then(|| (SessionPage::People.into(), t::TO_DIFFERENCES.get()));
    let links: Vec<_> = [full(&result.practice)].into_iter().chain(differ).collect();
    view! {
        <h3>{t::WHY_CONFIDENCE}</h3>
        <p>{t::confidence_why(ground)}</p>
        {t::sure_why(result).map(|words| view! { <p>{words}</p> })}
        {rule(t::CONFIDENCE_RULE)}
        {ways(open_session, links)}
    }
    .into_any()
}
