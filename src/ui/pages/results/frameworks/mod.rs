//! A related framework as a whole: which of its items are touched by what is met, what is missing and what is not needed.

mod items;

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{References, Touch, touched};
use crate::model::{Crossrefs, Framework, FrameworkId};
use crate::ui::components::{PageHead, RoleChoice, WhenRelated};
use crate::ui::pages::results::frameworks::items::items_of;
use crate::ui::routes::SessionPage;
use crate::ui::state::crossrefs::{Related, related_frameworks};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A related framework as a whole.
#[component]
pub fn FrameworksPage() -> impl IntoView {
    let related = related_frameworks();
    related.load();
    let show = move |crossrefs: Arc<Crossrefs>| {
        let all = crossrefs.clone();
        let items = move || {
            let framework = related.framework.get().and_then(|id| crossrefs.framework(&id).cloned());
            framework.map(|framework| whole(&crossrefs, &framework))
        };
        view! {
            <RoleChoice key="frameworks" />
            {choice(related, all)}
            {items}
        }
        .into_any()
    };
    view! {
        <PageHead title=t::title(SessionPage::Frameworks).to_owned() above=t::RESULTS_ABOVE.to_owned() />
        <p>{t::FRAMEWORKS_INTRO}</p>
        <WhenRelated show />
    }
}

/// The choice of a framework, of those for readers of the role.
fn choice(related: Related, crossrefs: Arc<Crossrefs>) -> impl IntoView {
    let options = move || {
        let chosen = related.framework.get();
        let wanted = References { role: related.wanted.with(|wanted| wanted.role), ..References::default() };
        // What is looked at stays among the choices, also when it is for others.
        let is_there = |it: &&Framework| wanted.include(it) || chosen.as_ref() == Some(&it.id);
        let option = |it: &Framework| {
            let (id, name) = (it.id.to_string(), t::framework_name(it));
            let is_chosen = chosen.as_ref() == Some(&it.id);
            view! { <option value=id prop:selected=is_chosen>{name}</option> }
        };
        crossrefs.frameworks.iter().filter(is_there).map(option).collect::<Vec<_>>()
    };
    let choose = move |event| related.look_at(FrameworkId::try_from(event_target_value(&event)).ok());
    view! {
        <div class="field">
            <label for="framework">{t::FRAMEWORK}</label>
            <select id="framework" on:change=choose>
                <option value="">{t::CHOOSE_FRAMEWORK}</option>
                {options}
            </select>
        </div>
    }
}

fn whole(crossrefs: &Arc<Crossrefs>, framework: &Framework) -> impl IntoView + use<> {
    let open_session = open_session();
    let (all, id) = (crossrefs.clone(), framework.id.clone());
    let about = t::framework_publication(framework);
    let groups = move || {
        let items =
            open_session.assessment(|assessment| open_session.results.with(|results| touched(assessment, &all, results, &id)));
        let count = |touch: Touch| items.iter().filter(|it| it.touch == touch).count();
        let summary = t::touch_summary(items.len(), count);
        let asked = open_session.asked.get();
        let group = |touch: Touch| {
            let of: Vec<_> = items.iter().filter(|it| it.touch == touch).collect();
            (!of.is_empty()).then(|| items_of(touch, &of, open_session, &asked))
        };
        let groups: Vec<Option<AnyView>> = Touch::ALL.into_iter().map(group).collect();
        view! { <p role="status">{summary}</p> {groups} }.into_any()
    };
    view! {
        <p class="hint">{about}</p>
        {groups}
        <p class="hint">{t::ITEMS_NOT_NAMED}</p>
    }
}
