//! Where a practice stands for each characteristic, where that is not where it stands as a whole.

use leptos::prelude::*;

use crate::model::{Level, Practice};
use crate::session::{OfCharacteristic, commands};
use crate::ui::components::{LevelSelect, OneCharacteristic, PerCharacteristic, TextField};
use crate::ui::pages::practice::{mine, theirs};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The fold; nothing where the model names no characteristics.
#[component]
pub fn StatesPerCharacteristic(practice: Practice) -> impl IntoView {
    let legend = t::states_per_characteristic(practice.name.get(t::tag()));
    let field = |one| view! { <Field one /> }.into_any();
    view! { <PerCharacteristic practice legend field /> }
}

/// Where it stands for one characteristic, and what there is to see.
#[component]
fn Field(one: OneCharacteristic) -> impl IntoView {
    let OneCharacteristic { practice, name, characteristic, called } = one;
    let open_session = open_session();
    let key = format!("state-{practice}-{characteristic}");
    let note_key = StoredValue::new((format!("note-{key}"), t::note_for(&called, &name)));
    let of = StoredValue::new(OfCharacteristic { practice, characteristic });
    let said = Memo::new(move |_| mine(open_session, of.get_value(), |session| &session.characteristic_states));
    let others = Memo::new(move |_| theirs(open_session, of.get_value(), |session| &session.characteristic_states));
    let level = Signal::derive(move || said.with(|said| said.as_ref().map(|it| it.level)));
    let choose = move |level: Option<Level>| {
        let Some(at) = open_session.place(of.get_value()) else { return };
        open_session
            .change(open_session.session.with_untracked(|session| commands::set_characteristic_state(session, at, level)));
    };
    let note = Signal::derive(move || said.with(|said| said.as_ref().map(|it| it.note.clone())).unwrap_or_default());
    let write = move |typed: String| {
        let write = |session: &_| commands::note_characteristic_state(session, open_session.place(of.get_value())?, typed);
        if let Some(change) = open_session.session.with_untracked(write) {
            open_session.change(change);
        }
    };
    let is_said = Memo::new(move |_| level.with(Option::is_some));
    let note_field = move || {
        is_said.get().then(|| {
            let (id, label) = note_key.get_value();
            view! { <TextField id label value=note on_type=write /> }
        })
    };
    let by_others = move || {
        let line = |(who, it): (String, crate::session::CharacteristicState)| {
            view! { <p class="hint" dir="auto">{t::state_said_by(it.level, &who)} " " {it.note}</p> }
        };
        others.get().into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <LevelSelect id=key label=t::state_for(&called, &name) nothing=t::AS_PRACTICE level on_choose=Callback::new(choose) />
        {note_field}
        {by_others}
    }
}
