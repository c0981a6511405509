//! A level of the model's scale, or none, in a field that takes little room.

use leptos::prelude::*;

use crate::model::{Level, Rung};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A level, or what holds without one.
#[component]
pub fn LevelSelect(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// What stands there where no level is chosen.
    nothing: t::Words,
    level: Signal<Option<Level>>,
    on_choose: Callback<Option<Level>>,
) -> impl IntoView {
    let words = |rung: &Rung| (rung.level, t::level_named(rung.level, rung.name.get(t::tag())));
    let levels: Vec<_> = open_session().asked.with_untracked(|asked| asked.model().rungs().map(words).collect());
    let option = move |(of, words): (Level, String)| {
        view! { <option value=of.to_string() selected=move || level.get() == Some(of)>{words}</option> }
    };
    let options: Vec<_> = levels.into_iter().map(option).collect();
    let choose = move |event| on_choose.run(event_target_value(&event).parse().ok().map(Level::new));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=choose>
                <option value="" selected=move || level.with(Option::is_none)>{nothing}</option>
                {options}
            </select>
        </div>
    }
}
