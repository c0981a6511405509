//! What a conflict says, in fields: the same for a new one and to change one.

use leptos::prelude::*;

use crate::model::{CharacteristicId, PracticeId};
use crate::ui::components::TextArea;
use crate::ui::pages::targets::characteristics::named;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    pub helps: Option<CharacteristicId>,
    pub hinders: Option<CharacteristicId>,
    pub practice: Option<PracticeId>,
    pub why: String,
}

/// The id of the field for the words.
pub fn why_field(key: &str) -> String {
    format!("{key}-why")
}

/// The fields of a conflict. `alter` gets all of them whenever one says something else.
#[component]
pub fn ConflictFields(#[prop(into)] key: String, filled: Signal<Filled>, alter: Callback<Filled>) -> impl IntoView {
    let open_session = open_session();
    let names: Vec<(String, String)> = named(open_session).into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let practice = |it: &crate::model::Practice| (it.id.to_string(), it.name.get(t::tag()).to_owned());
    let practices: Vec<_> =
        open_session.asked.with_untracked(|asked| asked.model().practices().into_iter().map(practice).collect());
    let with = move |change: Box<dyn FnOnce(&mut Filled)>| {
        let mut now = filled.get_untracked();
        change(&mut now);
        alter.run(now);
    };
    let helps = Signal::derive(move || filled.with(|it| it.helps.as_ref().map(ToString::to_string)).unwrap_or_default());
    let hinders = Signal::derive(move || filled.with(|it| it.hinders.as_ref().map(ToString::to_string)).unwrap_or_default());
    let shows_in = Signal::derive(move || filled.with(|it| it.practice.as_ref().map(ToString::to_string)).unwrap_or_default());
    let why = Signal::derive(move || filled.with(|it| it.why.clone()));
    let on_helps = Callback::new(move |id: String| with(Box::new(|it| it.helps = CharacteristicId::try_from(id).ok())));
    let on_hinders = Callback::new(move |id: String| with(Box::new(|it| it.hinders = CharacteristicId::try_from(id).ok())));
    let on_practice = Callback::new(move |id: String| with(Box::new(|it| it.practice = PracticeId::try_from(id).ok())));
    let on_why = Callback::new(move |words: String| with(Box::new(|it| it.why = words)));
    view! {
        <Choose id=format!("{key}-helps") label=t::HELPS nothing=t::CHOOSE_ONE choices=names.clone() value=helps on_choose=on_helps />
        <Choose id=format!("{key}-hinders") label=t::HINDERS nothing=t::CHOOSE_ONE choices=names value=hinders on_choose=on_hinders />
        <Choose id=format!("{key}-practice") label=t::IN_PRACTICE nothing=t::NO_PRACTICE choices=practices value=shows_in on_choose=on_practice />
        <TextArea id=why_field(&key) label=t::CONFLICT_WHY value=why on_type=on_why />
    }
}

/// A field to choose one of several.
#[component]
fn Choose(
    id: String,
    label: t::Words,
    nothing: t::Words,
    choices: Vec<(String, String)>,
    value: Signal<String>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = move |(key, words): (String, String)| {
        let own = key.clone();
        view! { <option value=key selected=move || value.with(|value| *value == own)>{words}</option> }
    };
    let options: Vec<_> = choices.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=move |event| on_choose.run(event_target_value(&event))>
                <option value="" selected=move || value.with(String::is_empty)>{nothing}</option>
                {options}
            </select>
        </div>
    }
}
