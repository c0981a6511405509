//! What something outside demands of this system, stated by the people themselves.

use leptos::prelude::*;

use crate::model::{Level, PracticeId};
use crate::session::{Change, Fact, OwnMinimum};
use crate::ui::components::TextField;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The own minimum of a practice: a level and its source.
#[component]
pub fn TargetMinimum(practice: PracticeId, #[prop(into)] name: String) -> impl IntoView {
    let open_session = open_session();
    let key = practice.to_string();
    let id = StoredValue::new(practice);
    let minimum = Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.minimums.get(id).and_then(Fact::value).cloned()))
    });
    let level = move || minimum.with(|minimum| minimum.as_ref().map(|minimum| minimum.level));
    let source = Signal::derive(move || minimum.get().map(|minimum| minimum.source).unwrap_or_default());
    let set_level = move |event| {
        let level = event_target_value(&event).parse::<u8>().ok().map(Level::new);
        let changed = level.map(|level| {
            let now = minimum.get_untracked();
            now.map_or_else(
                || OwnMinimum { level, source: String::new(), unknown: serde_json::Map::new() },
                |now| OwnMinimum { level, ..now },
            )
        });
        open_session.change(Change::Minimum(id.get_value(), changed));
    };
    let set_source = move |typed: String| {
        if let Some(now) = minimum.get_untracked() {
            open_session.change(Change::Minimum(id.get_value(), Some(OwnMinimum { source: typed, ..now })));
        }
    };
    let levels = open_session.asked.with_untracked(|asked| Level::NONE.up_to(asked.model().top()).collect::<Vec<_>>());
    let select_id = format!("minimum-{key}");
    let is_set = Memo::new(move |_| minimum.with(Option::is_some));
    view! {
        <div class="field">
            <label for=select_id.clone()>{t::own_minimum_of(&name)}</label>
            <select id=select_id on:change=set_level>
                <option value="" selected=move || level().is_none()>{t::NO_OWN_MINIMUM}</option>
                {levels
                    .into_iter()
                    .map(|one| view! { <option value=one.to_string() selected=move || level() == Some(one)>{t::at_least(one)}</option> })
                    .collect::<Vec<_>>()}
            </select>
        </div>
        {move || {
            let field = format!("minimum-source-{key}");
            is_set.get().then(|| view! { <TextField id=field label=t::MINIMUM_SOURCE value=source on_type=set_source /> })
        }}
    }
}
