//! Whose a model is that somebody brought: who made it, where it comes from, under which licence.

use leptos::prelude::*;

use crate::model::{Model, Text};
use crate::ui::text as t;

/// What the model says of itself. All of it is text of somebody else: it is shown as it stands, and never as a link.
#[component]
pub fn ModelOrigin<'m>(model: &'m Model) -> impl IntoView + use<> {
    let said = |text: Option<&Text>| text.map_or_else(|| t::NOT_SAID_BY_MODEL.to_owned(), |text| text.get(t::tag()).to_owned());
    let lines = [
        (t::MODEL_BY.get(), said(model.attribution.as_ref())),
        (t::MODEL_SOURCE.get(), said(model.source.as_ref())),
        (t::MODEL_LICENCE.get(), model.licence.clone().unwrap_or_else(|| t::NOT_SAID_BY_MODEL.to_owned())),
        (t::MODEL_EDITION.get(), model.edition.to_string()),
        (t::MODEL_HOLDS.get(), t::model_holds(model)),
    ];
    let lines = lines.map(|(name, value)| view! { <dt>{name}</dt> <dd dir="auto">{value}</dd> });
    view! { <dl class="facts model-origin">{lines.into_iter().collect::<Vec<_>>()}</dl> }
}
