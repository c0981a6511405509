//! How much of a practice each characteristic needs, where that is not what the practice needs. Made once it is opened.

use leptos::prelude::*;

use crate::model::{CharacteristicId, Level, Practice, PracticeId};
use crate::session::{CharacteristicTarget, OfCharacteristic, commands};
use crate::ui::components::{LevelSelect, TextField};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The fold; nothing where the model names no characteristics.
#[component]
pub fn TargetsPerCharacteristic(practice: Practice) -> impl IntoView {
    let open_session = open_session();
    let name = practice.name.get(t::tag()).to_owned();
    let serves: Vec<(CharacteristicId, String)> = open_session.asked.with_untracked(|asked| {
        let all = asked.model().characteristics_of(&practice);
        all.map(|it| (it.id.clone(), it.name.get(t::tag()).to_owned())).collect()
    });
    let opened = RwSignal::new(false);
    let has_any = !serves.is_empty();
    let of = StoredValue::new((practice.id, name.clone(), serves));
    let fields = move || {
        opened.get().then(|| {
            let (practice, name, serves) = of.get_value();
            let field = |(id, characteristic): (CharacteristicId, String)| {
                view! { <Field practice=practice.clone() characteristic=id called=characteristic name=name.clone() /> }
            };
            serves.into_iter().map(field).collect::<Vec<_>>()
        })
    };
    has_any.then(|| {
        view! {
            <details class="more" on:toggle=move |_| opened.set(true)>
                <summary>{t::PER_CHARACTERISTIC} <span class="unseen">" " {name.clone()}</span></summary>
                <fieldset class="more-content">
                    <legend class="unseen">{t::targets_per_characteristic(&name)}</legend>
                    <p class="hint">{t::PER_CHARACTERISTIC_HINT}</p>
                    {fields}
                </fieldset>
            </details>
        }
    })
}

/// The target for one characteristic, and why.
#[component]
fn Field(practice: PracticeId, characteristic: CharacteristicId, called: String, name: String) -> impl IntoView {
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
