//! Where in the system a part is, and of which technology.

use leptos::prelude::*;

use crate::model::{Context, Technology};
use crate::session::{PartId, commands};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// Where in the system a part is: only what is meant for there is asked of it.
#[component]
pub fn PlaceOfPart(id: PartId, open_session: OpenSession) -> impl IntoView {
    let field = format!("part-place-{id}");
    let id = StoredValue::new(id);
    let now =
        Memo::new(move |_| open_session.session.with(|session| id.with_value(|id| session.parts.get(id)?.value()?.context)));
    let choose = move |event| {
        let key = event_target_value(&event);
        let place = Context::ALL.into_iter().find(|place| place.key() == key);
        let placed = open_session.session.with_untracked(|session| id.with_value(|id| commands::place_part(session, id, place)));
        if let Some(change) = placed {
            open_session.change(change);
        }
    };
    let option = |place: Context| {
        view! { <option value=place.key() selected=move || now.get() == Some(place)>{t::context_to_choose(place)}</option> }
    };
    let options: Vec<_> = Context::ALL.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=field.clone()>{t::PART_CONTEXT}</label>
            <select id=field on:change=choose>
                <option value="" selected=move || now.get().is_none()>{t::PART_ANYWHERE}</option>
                {options}
            </select>
        </div>
    }
}

/// Of which technology a part is: only what is meant for it is asked of it.
#[component]
pub fn TechnologyOfPart(id: PartId, open_session: OpenSession) -> impl IntoView {
    let field = format!("part-technology-{id}");
    let id = StoredValue::new(id);
    let now =
        Memo::new(move |_| open_session.session.with(|session| id.with_value(|id| session.parts.get(id)?.value()?.technology)));
    let choose = move |event| {
        let key = event_target_value(&event);
        let chosen = Technology::ALL.into_iter().find(|it| it.key() == key);
        let said = open_session
            .session
            .with_untracked(|session| id.with_value(|id| commands::say_technology_of_part(session, id, chosen)));
        if let Some(change) = said {
            open_session.change(change);
        }
    };
    let option = |it: Technology| {
        view! { <option value=it.key() selected=move || now.get() == Some(it)>{t::technology_to_choose(it)}</option> }
    };
    let options: Vec<_> = Technology::ALL.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=field.clone()>{t::PART_TECHNOLOGY}</label>
            <select id=field on:change=choose>
                <option value="" selected=move || now.get().is_none()>{t::PART_EITHER}</option>
                {options}
            </select>
        </div>
    }
}
