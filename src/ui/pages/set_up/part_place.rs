//! Where in the system a part is, and of which technology: only what is meant for that is asked of it.

use leptos::prelude::*;

use crate::model::{Context, Technology};
use crate::session::{Change, Part, PartId, Session, commands};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// Where in the system a part is.
#[component]
pub fn PlaceOfPart(id: PartId, open_session: OpenSession) -> impl IntoView {
    let options = Context::ALL.map(|it| (it.key(), t::context_to_choose(it))).to_vec();
    let place: Say = |session, id, key| commands::place_part(session, id, Context::ALL.into_iter().find(|it| it.key() == key));
    let now = |part: &Part| part.context.map(Context::key);
    view! { <OfPart field=format!("part-place-{id}") id open_session label=t::PART_CONTEXT nothing=t::PART_ANYWHERE options now say=place /> }
}

/// Of which technology a part is.
#[component]
pub fn TechnologyOfPart(id: PartId, open_session: OpenSession) -> impl IntoView {
    let options = Technology::ALL.map(|it| (it.key(), t::technology_to_choose(it))).to_vec();
    let say: Say =
        |session, id, key| commands::say_technology_of_part(session, id, Technology::ALL.into_iter().find(|it| it.key() == key));
    let now = |part: &Part| part.technology.map(Technology::key);
    view! { <OfPart field=format!("part-technology-{id}") id open_session label=t::PART_TECHNOLOGY nothing=t::PART_EITHER options now say /> }
}

/// What becomes of choosing something for a part, by its key; empty where nothing is chosen.
type Say = fn(&Session, &PartId, &str) -> Option<Change>;

/// Chooses one thing of a part.
#[component]
fn OfPart(
    field: String,
    id: PartId,
    open_session: OpenSession,
    label: t::Words,
    /// What stands for nothing.
    nothing: t::Words,
    /// The key and the words of each choice.
    options: Vec<(&'static str, &'static str)>,
    /// The key of what is chosen.
    now: fn(&Part) -> Option<&'static str>,
    say: Say,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let now =
        Memo::new(move |_| open_session.session.with(|session| id.with_value(|id| session.parts.get(id)?.value().and_then(now))));
    let choose = move |event| {
        let key = event_target_value(&event);
        let change = open_session.session.with_untracked(|session| id.with_value(|id| say(session, id, &key)));
        if let Some(change) = change {
            open_session.change(change);
        }
    };
    let option = |(key, words): (&'static str, &'static str)| {
        view! { <option value=key selected=move || now.get() == Some(key)>{words}</option> }
    };
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=field.clone()>{label}</label>
            <select id=field on:change=choose>
                <option value="" selected=move || now.get().is_none()>{nothing}</option>
                {options}
            </select>
        </div>
    }
}
