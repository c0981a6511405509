//! The fold in which something is said of a practice for each of the characteristics that it serves. Its fields are made once it is opened.

use leptos::prelude::*;

use crate::model::{CharacteristicId, Practice, PracticeId};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// One characteristic of a practice, for a field about both.
#[derive(Clone)]
pub struct OneCharacteristic {
    /// The practice.
    pub practice: PracticeId,
    /// What the practice is called.
    pub name: String,
    /// The characteristic.
    pub characteristic: CharacteristicId,
    /// What the characteristic is called.
    pub called: String,
}

/// The fold; nothing where the model names no characteristics.
#[component]
pub fn PerCharacteristic(
    practice: Practice,
    /// What its fields are about, for who does not see where the fold stands.
    legend: String,
    /// Whether its line names the practice for who does not see where it stands: where many such folds stand on a page.
    #[prop(optional)]
    is_named: bool,
    /// Makes the field of a characteristic.
    #[prop(into)]
    field: Callback<(OneCharacteristic,), AnyView>,
) -> impl IntoView {
    let name = practice.name.get(t::tag()).to_owned();
    let one = |id: &CharacteristicId, called: &str| OneCharacteristic {
        practice: practice.id.clone(),
        name: name.clone(),
        characteristic: id.clone(),
        called: called.to_owned(),
    };
    let serves: Vec<OneCharacteristic> = open_session().asked.with_untracked(|asked| {
        asked.model().characteristics_of(&practice).map(|it| one(&it.id, it.name.get(t::tag()))).collect()
    });
    let opened = RwSignal::new(false);
    let has_any = !serves.is_empty();
    let serves = StoredValue::new(serves);
    let fields = move || opened.get().then(|| serves.get_value().into_iter().map(|one| field.run((one,))).collect::<Vec<_>>());
    let named = is_named.then(|| view! { " " <span class="unseen">" " {name.clone()}</span> });
    has_any.then(|| {
        view! {
            <details class="more" on:toggle=move |_| opened.set(true)>
                <summary>{t::PER_CHARACTERISTIC} {named}</summary>
                <fieldset class="more-content">
                    <legend class="unseen">{legend}</legend>
                    <p class="hint">{t::PER_CHARACTERISTIC_HINT}</p>
                    {fields}
                </fieldset>
            </details>
        }
    })
}
