//! The own targets beside those of a profile.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::compare;
use crate::model::Profile;
use crate::ui::components::{LevelMark, PageHead};
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The own targets beside those of a profile that one chooses.
#[component]
pub fn CompareProfilePage() -> impl IntoView {
    let open_session = open_session();
    let model = open_session.session.with_untracked(|session| session.model.id.clone());
    let profiles = Memo::new(move |_| {
        app_state().library.with(|library| library.as_ref().map(|library| library.profiles_for(&model)).unwrap_or_default())
    });
    let first = open_session.session.with_untracked(|session| session.profiles_in_use().next().cloned());
    let chosen = RwSignal::new(first.map(|id| id.to_string()).unwrap_or_default());
    let profile = move || profiles.with(|profiles| profiles.iter().find(|it| it.id.as_str() == chosen.get()).cloned());
    let options = move || {
        let option = |profile: Arc<Profile>| {
            let (id, name) = (profile.id.to_string(), profile.name.get(t::tag()).to_owned());
            let selected = id == chosen.get_untracked();
            view! { <option value=id selected=selected>{name}</option> }
        };
        profiles.get().into_iter().map(option).collect::<Vec<_>>()
    };
    view! {
        <PageHead title=t::title(SessionPage::Compare).to_owned() above=t::TARGETS_ABOVE.to_owned() />
        <div class="field">
            <label for="compare-with">{t::COMPARE_WITH}</label>
            <select id="compare-with" on:change=move |event| chosen.set(event_target_value(&event))>
                <option value="">{t::CHOOSE_PROFILE}</option>
                {options}
            </select>
        </div>
        {move || profile().map(|profile| view! { <Table profile /> })}
    }
}

/// One row per practice of the profile.
#[component]
fn Table(profile: Arc<Profile>) -> impl IntoView {
    let open_session = open_session();
    let name = profile.name.get(t::tag()).to_owned();
    let rows = move || {
        open_session.assessment(|assessment| {
            let asked = assessment.asked();
            let row = |compared: crate::analysis::Compared<'_>| {
                let practice = asked.model().practice(&compared.practice).map(|it| it.name.get(t::tag()).to_owned());
                let own = compared.own.as_ref().map(|target| target.level);
                view! {
                    <tr role="row">
                        <th scope="row" role="rowheader">{practice}</th>
                        <td role="cell" data-label=t::YOUR_TARGET>{match own {
                            Some(level) => view! { <LevelMark level /> }.into_any(),
                            None => view! { <span class="hint">{t::NO_TARGET}</span> }.into_any(),
                        }}</td>
                        <td role="cell" data-label=t::PROFILE><LevelMark level=compared.proposal.level /></td>
                        <td role="cell" data-label=t::DIFFERENCE>{t::compared(&compared)}</td>
                    </tr>
                }
            };
            compare(assessment, &profile).into_iter().map(row).collect::<Vec<_>>()
        })
    };
    view! {
        <section class="card wide">
            <h2>{name}</h2>
            <table class="results" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t::PRACTICE}</th>
                        <th scope="col" role="columnheader">{t::YOUR_TARGET}</th>
                        <th scope="col" role="columnheader">{t::PROFILE}</th>
                        <th scope="col" role="columnheader">{t::DIFFERENCE}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    }
}
