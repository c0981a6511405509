//! Which frameworks one wants to see: by the role of the reader, and by name.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Crossrefs, Framework, ReaderRole};
use crate::ui::state::crossrefs::related_frameworks;
use crate::ui::text as t;

/// The choice of role and frameworks. `key` tells it from others on the page.
#[component]
pub fn ReferenceFilter(#[prop(into)] key: String, crossrefs: Arc<Crossrefs>) -> impl IntoView {
    let related = related_frameworks();
    let chosen = move || related.wanted.with(|wanted| t::wanted_frameworks(wanted.frameworks.len()));
    let boxes: Vec<_> = crossrefs.frameworks.iter().map(tick).collect();
    view! {
        <RoleChoice key />
        <details class="reference-choice">
            <summary>{chosen}</summary>
            <fieldset>
                <legend class="unseen">{t::FRAMEWORKS_SHOWN}</legend>
                <p class="hint">{t::FRAMEWORKS_SHOWN_HINT}</p>
                {boxes}
            </fieldset>
        </details>
    }
}

fn tick(framework: &Framework) -> impl IntoView + use<> {
    let related = related_frameworks();
    let (id, name) = (StoredValue::new(framework.id.clone()), framework.name.clone());
    let on = move || id.with_value(|id| related.wanted.with(|wanted| wanted.frameworks.contains(id)));
    let toggle = move |event| {
        let is_on = event_target_checked(&event);
        related.want(|wanted| {
            if is_on {
                wanted.frameworks.insert(id.get_value());
            } else {
                wanted.frameworks.remove(&id.get_value());
            }
        });
    };
    view! { <label class="tick-row"><input type="checkbox" prop:checked=on on:change=toggle /> {name}</label> }
}

/// The choice of the reader's role.
#[component]
pub fn RoleChoice(#[prop(into)] key: String) -> impl IntoView {
    let related = related_frameworks();
    let field = format!("role-{key}");
    let options: Vec<_> = ReaderRole::ALL
        .into_iter()
        .map(|role| {
            let is_chosen = move || related.wanted.with(|wanted| wanted.role.unwrap_or(ReaderRole::Any) == role);
            view! { <option value=role.key() prop:selected=is_chosen>{t::reader_role(role)}</option> }
        })
        .collect();
    let choose = move |event| {
        let role = ReaderRole::from_key(&event_target_value(&event)).filter(|role| *role != ReaderRole::Any);
        related.want(|wanted| wanted.role = role);
    };
    view! {
        <div class="field">
            <label for=field.clone()>{t::FRAMEWORKS_FOR}</label>
            <select id=field on:change=choose>{options}</select>
        </div>
    }
}
