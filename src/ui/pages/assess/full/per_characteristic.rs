//! Where a practice stands for each characteristic, where that is not where it stands as a whole. Made once it is opened.

use leptos::prelude::*;

use crate::model::{CharacteristicId, Level, Practice, PracticeId};
use crate::session::{OfCharacteristic, commands};
use crate::ui::components::{LevelSelect, TextField};
use crate::ui::pages::practice::{mine, theirs};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The fold; nothing where the model names no characteristics.
#[component]
pub fn StatesPerCharacteristic(practice: Practice) -> impl IntoView {
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
                <summary>{t::PER_CHARACTERISTIC}</summary>
                <fieldset class="more-content">
                    <legend class="unseen">{t::states_per_characteristic(&name)}</legend>
                    <p class="hint">{t::PER_CHARACTERISTIC_HINT}</p>
                    {fields}
                </fieldset>
            </details>
        }
    })
}

/// Where it stands for one characteristic, and what there is to see.
#[component]
fn Field(practice: PracticeId, characteristic: CharacteristicId, called: String, name: String) -> impl IntoView {
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
