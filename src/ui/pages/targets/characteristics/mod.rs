//! The characteristics of a model that weighs several: which comes first for this system, and where one stands against another.

mod conflict;
mod fields;
mod known;
mod new;
mod priority;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{ReportConflict, told_characteristics};
use crate::model::CharacteristicId;
use crate::session::ConflictId;
use crate::ui::components::PageHead;
use crate::ui::pages::targets::characteristics::conflict::ConflictCard;
use crate::ui::pages::targets::characteristics::known::KnownConflicts;
use crate::ui::pages::targets::characteristics::new::NewConflict;
use crate::ui::pages::targets::characteristics::priority::PriorityOrder;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The id of the heading of the conflicts: where the focus goes when one is gone.
const LIST: &str = "conflicts";

/// The id of a conflict's heading.
fn heading_id(id: &ConflictId) -> String {
    format!("conflict-{id}")
}

/// The characteristics of the model, each with its name.
fn named(open_session: OpenSession) -> Vec<(CharacteristicId, String)> {
    let name = |it: &crate::model::Characteristic| (it.id.clone(), it.name.get(t::tag()).to_owned());
    open_session.asked.with_untracked(|asked| asked.model().characteristics.iter().map(name).collect())
}

/// Which comes first, and the conflicts.
#[component]
pub fn CharacteristicsPage() -> impl IntoView {
    let open_session = open_session();
    let has_any = open_session.asked.with_untracked(|asked| asked.model().has_characteristics());
    let content = if has_any {
        view! {
            <p class="lead">{t::CHARACTERISTICS_LEAD}</p>
            <PriorityOrder />
            <Conflicts />
            <NewConflict />
            <KnownConflicts />
        }
        .into_any()
    } else {
        view! { <p class="card empty">{t::NO_CHARACTERISTICS}</p> }.into_any()
    };
    view! {
        <PageHead title=t::title(SessionPage::Characteristics).to_owned() above=t::TARGETS_ABOVE.to_owned() />
        {content}
        <p class="onward"><A href=open_session.link(SessionPage::Targets) attr:class="button">{t::NEXT_TARGETS}</A></p>
    }
}

/// The way here from Targets; nothing where the model names no characteristics.
#[component]
pub fn CharacteristicsLink() -> impl IntoView {
    let open_session = open_session();
    let has_any = open_session.asked.with_untracked(|asked| asked.model().has_characteristics());
    has_any.then(|| {
        view! {
            <section class="card">
                <h2>{t::title(SessionPage::Characteristics)}</h2>
                <p class="hint">{t::CHARACTERISTICS_LEAD}</p>
                <p><A href=open_session.link(SessionPage::Characteristics) attr:class="button">{t::TO_CHARACTERISTICS}</A></p>
            </section>
        }
    })
}

/// The conflicts, in the order in which they were written down: none moves while somebody decides it.
#[component]
fn Conflicts() -> impl IntoView {
    let open_session = open_session();
    let all = open_session.following(move |assessment| {
        let told = open_session.results.with(|results| told_characteristics(assessment, results, None, t::tag()));
        let mut all: Vec<ReportConflict> = told.map(|told| told.conflicts).unwrap_or_default();
        crate::model::order::by_key(&mut all, |it| it.id.clone());
        all
    });
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|it| it.id.clone()).collect::<Vec<_>>()));
    let counted = move || all.with(|all| t::conflicts_counted(all)).unwrap_or_else(|| t::NO_CONFLICTS.get().to_owned());
    view! {
        <section class="card">
            <h2 id=LIST tabindex="-1">{t::CONFLICTS}</h2>
            <p class="hint">{t::CONFLICTS_HINT}</p>
            <p role="status">{counted}</p>
            <ul class="review-findings">
                <For each=move || ids.get() key=ConflictId::clone children=move |id| view! { <ConflictCard id all /> } />
            </ul>
        </section>
    }
}
