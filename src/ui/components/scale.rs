//! What the levels and scopes of a model mean, in its own words.

use leptos::prelude::*;

use crate::model::Model;
use crate::ui::components::LevelMark;
use crate::ui::text as t;

/// Each level with its name and what it means.
pub fn levels_in_words(model: &Model) -> AnyView {
    let rungs = model.rungs().map(|rung| {
        let (name, meaning) = (rung.name.get(t::tag()).to_owned(), rung.meaning.get(t::tag()).to_owned());
        view! { <dt><LevelMark level=rung.level /> " " {name}</dt> {(!meaning.is_empty()).then(|| view! { <dd>{meaning}</dd> })} }
    });
    view! { <dl class="scale">{rungs.collect::<Vec<_>>()}</dl> }.into_any()
}

/// Each scope with what it means; nothing where the model has none.
pub fn scopes_in_words(model: &Model) -> Option<AnyView> {
    let scopes = model.scopes.iter().map(|scope| {
        let (name, meaning) = (scope.name.get(t::tag()).to_owned(), scope.meaning.get(t::tag()).to_owned());
        view! { <dt>{name}</dt> <dd>{meaning}</dd> }
    });
    let scopes: Vec<_> = scopes.collect();
    (!scopes.is_empty()).then(|| view! { <dl class="scale">{scopes}</dl> }.into_any())
}
