//! What the levels and scopes mean, one tap away wherever they first appear.

use leptos::prelude::*;

use crate::ui::desk::desk;
use crate::ui::text as t;

/// What the levels and scopes mean, folded.
#[component]
pub fn ScaleHelp() -> impl IntoView {
    let asked = desk().asked.get_untracked();
    let model = asked.model();
    let rungs: Vec<_> = model
        .scale
        .iter()
        .map(|rung| {
            let (name, meaning) = (rung.name.get(t::LANGUAGE).to_owned(), rung.meaning.get(t::LANGUAGE).to_owned());
            view! { <dt><span class=format!("level level-{}", rung.level)>{rung.level.number()}</span> {name}</dt> <dd>{meaning}</dd> }
        })
        .collect();
    let scopes: Vec<_> = model
        .scopes
        .iter()
        .map(|words| {
            let (name, meaning) = (words.name.get(t::LANGUAGE).to_owned(), words.meaning.get(t::LANGUAGE).to_owned());
            view! { <dt>{name}</dt> <dd>{meaning}</dd> }
        })
        .collect();
    view! {
        <details class="help">
            <summary>{t::SCALE_HELP}</summary>
            <dl class="scale">{rungs}</dl>
            {(!scopes.is_empty()).then(|| view! { <h3>{t::SCOPE}</h3> <dl class="scale">{scopes}</dl> })}
        </details>
    }
}
