//! What something outside demands of this system, stated by the people themselves.

use leptos::prelude::*;

use crate::model::{IndicatorId, Level, PracticeId};
use crate::session::{Fact, Session, commands};
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
        open_session
            .change(open_session.session.with_untracked(|session| commands::set_minimum(session, &id.get_value(), level)));
    };
    let set_source = move |typed: String| {
        let sourced = |session: &Session| commands::source_of_minimum(session, &id.get_value(), typed);
        if let Some(change) = open_session.session.with_untracked(sourced) {
            open_session.change(change);
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
            is_set.get().then(|| view! {
                <TextField id=field label=t::MINIMUM_SOURCE value=source on_type=set_source />
                <Needs practice=id.get_value() />
            })
        }}
    }
}

/// The statements of the practice, of which people tick those that their demand needs.
#[component]
fn Needs(practice: PracticeId) -> impl IntoView {
    let open_session = open_session();
    let all = open_session.asked.with_untracked(|asked| {
        let practice = asked.model().practice(&practice).into_iter();
        let statements = practice.flat_map(|practice| asked.indicators_of(practice));
        statements.map(|it| (it.indicator.id.clone(), it.level, it.indicator.text.get(t::tag()).to_owned())).collect::<Vec<_>>()
    });
    let rows: Vec<_> = all.into_iter().map(|(id, level, text)| view! { <Need id level text /> }).collect();
    view! {
        <details class="minimum-needs">
            <summary>{t::MINIMUM_NEEDS}</summary>
            <p class="hint">{t::MINIMUM_NEEDS_HINT}</p>
            <ul class="choices">{rows}</ul>
        </details>
    }
}

/// A statement that a demand may need.
#[component]
fn Need(id: IndicatorId, level: Level, text: String) -> impl IntoView {
    let open_session = open_session();
    let field = format!("minimum-needs-{id}");
    let id = StoredValue::new(id);
    let is_needed = Memo::new(move |_| {
        open_session
            .session
            .with(|session| id.with_value(|id| session.minimum_needs.get(id).is_some_and(|it| it.value().is_some())))
    });
    let toggle = move |_| {
        open_session.change(id.with_value(|id| commands::minimum_needs(id, !is_needed.get_untracked())));
    };
    view! {
        <li class="choice">
            <input type="checkbox" id=field.clone() prop:checked=is_needed on:change=toggle />
            <label for=field>{text} " " <span class="hint">{t::of_level(level)}</span></label>
        </li>
    }
}
