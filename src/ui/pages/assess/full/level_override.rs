//! A level that an assessor sets against the rule, with a reason.

use leptos::prelude::*;

use crate::model::Level;
use crate::session::{Change, Fact, Override};
use crate::ui::components::{Segmented, TextArea};
use crate::ui::pages::assess::full::Pass;
use crate::ui::pages::practice::former::{Again, FormerlySaid};
use crate::ui::pages::practice::level_choices;
use crate::ui::text as t;

/// Sets the level against the rule. Both stay visible from then on.
#[component]
pub fn OverrideField(pass: Pass) -> impl IntoView {
    let open_session = pass.open_session;
    let set_now = move || {
        let subject = open_session.subject(pass.practice.get_value())?;
        open_session.soon(|session| session.overrides.get(&subject).and_then(Fact::value).cloned())
    };
    let set = Memo::new(move |_| {
        open_session.part.track();
        set_now()
    });
    let choices = open_session.asked.with_untracked(|asked| level_choices(asked.model()));
    let change = move |set: Option<Override>| {
        if let Some(subject) = open_session.subject(pass.practice.get_value()) {
            open_session.change(Change::Override(subject, set));
        }
    };
    let now = move || {
        untrack(set_now).unwrap_or_else(|| Override {
            level: Level::NONE,
            reason: String::new(),
            unknown: serde_json::Map::new(),
        })
    };
    let choose = move |key: String| {
        if let Ok(number) = key.parse::<u8>() {
            change(Some(Override { level: Level::new(number), ..now() }));
        }
    };
    let chosen = Signal::derive(move || set.with(|set| set.as_ref().map(|set| set.level.to_string())));
    let reason = Signal::derive(move || set.with(|set| set.as_ref().map(|set| set.reason.clone()).unwrap_or_default()));
    let is_set = Memo::new(move |_| set.with(Option::is_some));
    let open = set.with_untracked(Option::is_some);
    view! {
        <FormerlySaid practice=pass.practice.get_value() again=Again::Override />
        <details class="override" open=open>
            <summary>{t::OVERRIDE}</summary>
            <p class="hint">{t::OVERRIDE_HINT}</p>
            <Segmented legend=t::OVERRIDE_LEVEL name=format!("override-{}", pass.practice.get_value()) choices chosen on_choose=choose show_legend=true />
            {move || is_set.get().then(|| {
                let on_type = move |reason: String| change(Some(Override { reason, ..now() }));
                view! {
                    <TextArea id="override-reason" label=t::OVERRIDE_REASON hint=t::OVERRIDE_REASON_HINT value=reason on_type />
                    <button type="button" class="button small" on:click=move |_| change(None)>{t::OVERRIDE_WITHDRAW}</button>
                }
            })}
        </details>
    }
}
