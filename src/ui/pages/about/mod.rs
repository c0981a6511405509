//! What Plumbline is, where its model comes from, where the data stays.

pub mod notices;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::browser::page;
use crate::ui::components::{BadFiles, ModelOrigin, PageHead, levels_in_words};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// What Plumbline is, where its model comes from, where the data stays.
#[component]
pub fn AboutPage() -> impl IntoView {
    let library = app_state().library;
    let models = move || {
        let models = library.with(|library| library.as_ref().map(|library| library.models.clone()).unwrap_or_default());
        models
            .into_iter()
            .map(|model| {
                view! {
                    <h2>{model.title.get(t::tag()).to_owned()}</h2>
                    <p>{model.about.get(t::tag()).to_owned()}</p>
                    {levels_in_words(&model)}
                    {if model.own.is_some() {
                        view! { <p>{t::OWN_MODEL_HERE}</p> <ModelOrigin model=&model /> }.into_any()
                    } else {
                        view! { <p class="hint">{t::model_edition(model.edition.as_str())}</p> }.into_any()
                    }}
                }
            })
            .collect::<Vec<_>>()
    };
    let bad = move || library.with(|library| library.as_ref().map(|library| library.bad.clone()).unwrap_or_default());
    view! {
        <PageHead title=t::ABOUT.to_owned() />
        <div class="prose">
            {t::ABOUT_WORDS.iter().map(|words| view! { <p>{*words}</p> }).collect::<Vec<_>>()}
            <h2>{t::ABOUT_DATA}</h2>
            {t::ABOUT_DATA_WORDS.iter().map(|words| view! { <p>{*words}</p> }).collect::<Vec<_>>()} {models}
            <p><A href=page::link("/notices")>{t::NOTICES_LINK}</A></p>
        </div>
        {move || view! { <BadFiles files=bad() /> }}
    }
}
