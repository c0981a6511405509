//! How much of a practice each characteristic needs, where that is not what the practice needs.

use leptos::prelude::*;

use crate::model::{Level, Practice};
use crate::session::{CharacteristicTarget, OfCharacteristic, commands};
use crate::ui::components::{LevelSelect, OneCharacteristic, PerCharacteristic, TextField};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The fold; nothing where the model names no characteristics.
#[component]
pub fn TargetsPerCharacteristic(practice: Practice) -> impl IntoView {
    let legend = t::targets_per_characteristic(practice.name.get(t::tag()));
    let field = |one| view! { <Field one /> }.into_any();
    view! { <PerCharacteristic practice legend is_named=true field /> }
}

/// The target for one characteristic, and why.
#[component]
fn Field(one: OneCharacteristic) -> impl IntoView {
    let OneCharacteristic { practice, name, characteristic, called } = one;
    let open_session = open_session();
    let key = format!("target-{practice}-{characteristic}");
    let why_key = StoredValue::new((format!("why-{key}"), t::why_target_for(&called, &name)));
    let of = StoredValue::new(OfCharacteristic { practice, characteristic });
    let said = Memo::new(move |_| {
        let round = open_session.round();
        open_session.session.with(|session| {
            let said: Option<CharacteristicTarget> =
                of.with_value(|of| round.and_then(|round| session.characteristic_target(of, &round).cloned()));
            said.filter(|it| it.level.is_some())
        })
    });
    let level = Signal::derive(move || said.with(|said| said.as_ref().and_then(|it| it.level)));
    let choose = move |level: Option<Level>| {
        let round = open_session.round();
        let set =
            |session: &_| of.with_value(|of| Some(commands::set_characteristic_target(session, round.as_ref()?, of, level)));
        if let Some(change) = open_session.session.with_untracked(set) {
            open_session.change(change);
        }
    };
    let reason = Signal::derive(move || said.with(|said| said.as_ref().map(|it| it.reason.clone())).unwrap_or_default());
    let explain = move |typed: String| {
        let round = open_session.round();
        let explain =
            |session: &_| of.with_value(|of| commands::explain_characteristic_target(session, round.as_ref()?, of, typed));
        if let Some(change) = open_session.session.with_untracked(explain) {
            open_session.change(change);
        }
    };
    let is_own = Memo::new(move |_| level.with(Option::is_some));
    let why = move || {
        is_own.get().then(|| {
            let (id, label) = why_key.get_value();
            view! { <TextField id label value=reason on_type=explain /> }
        })
    };
    view! {
        <LevelSelect id=key label=t::target_for(&called, &name) nothing=t::AS_PRACTICE level on_choose=Callback::new(choose) />
        {why}
    }
}
