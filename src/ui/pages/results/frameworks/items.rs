//! The items of a framework that are touched in the same way.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Touch, Touched, TouchedItem};
use crate::model::Questionnaire;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The items that are touched in the same way, each with the practices that touch it.
pub fn items_of(touch: Touch, items: &[&TouchedItem<'_>], open_session: OpenSession, asked: &Questionnaire) -> AnyView {
    let heading = t::touch_heading(touch, items.len());
    let list: Vec<_> = items.iter().map(|it| item(open_session, asked, it)).collect();
    view! {
        <section class="card">
            <h2>{heading}</h2>
            <p class="hint">{t::touch_hint(touch)}</p>
            <ul class="framework-items">{list}</ul>
        </section>
    }
    .into_any()
}

fn item(open_session: OpenSession, asked: &Questionnaire, item: &TouchedItem<'_>) -> AnyView {
    let by: Vec<_> = item.by.iter().map(|touched| by(open_session, asked, touched)).collect();
    let (id, title) = (item.item.to_owned(), item.title.map(|title| format!(" {title}")));
    view! {
        <li>
            <p class="related-name"><strong>{id}</strong> {title}</p>
            <ul>{by}</ul>
        </li>
    }
    .into_any()
}

fn by(open_session: OpenSession, asked: &Questionnaire, touched: &Touched<'_>) -> AnyView {
    let reference = touched.reference;
    let practice = asked.model().practice(&reference.practice);
    let name = practice.map(|practice| practice.name.get(t::tag())).unwrap_or_default();
    let (state, relationship) = (t::touch(touched.touch), t::relationship(reference.relationship));
    let rationale = reference.rationale.get(t::tag()).to_owned();
    let words = t::practice_at_level(name, reference.level);
    let href = open_session.link(SessionPage::Full.of(&reference.practice));
    let statements = touched.by.iter().filter_map(|(id, verdict)| Some((asked.indicator(id)?, *verdict)));
    let statements: Vec<_> = statements
        .map(|(it, verdict)| {
            let words = it.indicator.text.get(t::tag()).to_owned();
            view! { <li>{words} " " <span class="tag quiet">{t::verdict(verdict)}</span></li> }
        })
        .collect();
    let statements =
        (!statements.is_empty()).then(|| view! { <ul class="carried-by" aria-label=t::CARRIED_BY>{statements}</ul> });
    view! {
        <li>
            <span class="tag quiet">{state}</span>
            " "
            <A href=href>{words}</A>
            ": "
            {rationale}
            " "
            <span class="tag quiet">{relationship}</span>
            {statements}
        </li>
    }
    .into_any()
}
