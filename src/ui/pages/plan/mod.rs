//! Plan: what to do, by whom and until when; what it would lead to; and what is to be confirmed once it is done.

mod add;
mod confirm;
mod files;
mod form;
mod in_time;
mod list;
mod needs;
mod owner;
mod proposals;
mod row;
mod serves;
mod state;
mod table_back;
mod table_preview;
mod what_if;
mod what_if_table;
mod words;

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{PlannedAction, ProposedAction, Thing, planned, proposed};
use crate::session::ActionId;
use crate::ui::browser::page;
use crate::ui::components::{NoName, PageHead, provide_findings};
use crate::ui::pages::Page;
use crate::ui::pages::plan::add::AddAction;
use crate::ui::pages::plan::confirm::ToConfirm;
use crate::ui::pages::plan::files::PlanFiles;
use crate::ui::pages::plan::in_time::InTimeCard;
use crate::ui::pages::plan::list::ActionList;
use crate::ui::pages::plan::proposals::Proposals;
use crate::ui::pages::plan::what_if::WhatIfCard;
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The part of the app for the plan.
pub const PART: Contents = Contents::of(&[(Page::Within(SessionPage::Plan), || PlanPage().into_any())]);

/// What the page shows of the plan, worked out once for all that is on it.
#[derive(Clone, Copy)]
pub struct Plan {
    /// Whether what reaches a level with one statement comes first.
    one_step_first: RwSignal<bool>,
    /// All actions in their order.
    order: Memo<Vec<ActionId>>,
    /// The same by their ids.
    by_id: Memo<BTreeMap<ActionId, PlannedAction>>,
    /// What is proposed.
    proposals: Memo<Vec<ProposedAction>>,
    /// The action that is open to be changed.
    editing: RwSignal<Option<ActionId>>,
    /// The action that is dragged to another place.
    dragged: RwSignal<Option<ActionId>>,
}

impl Plan {
    fn of(open_session: OpenSession) -> Self {
        let one_step_first = RwSignal::new(false);
        let all =
            open_session.following(move |it| open_session.results.with(|results| planned(it, results, one_step_first.get())));
        Self {
            one_step_first,
            order: Memo::new(move |_| all.with(|all| all.iter().map(|it| it.id.clone()).collect())),
            by_id: Memo::new(move |_| all.with(|all| crate::model::order::map(all.iter().map(|it| (it.id.clone(), it.clone()))))),
            proposals: open_session.following(move |it| open_session.results.with(|results| proposed(it, results))),
            editing: RwSignal::new(None),
            dragged: RwSignal::new(None),
        }
    }

    /// An action of it, followed.
    fn action(self, id: StoredValue<ActionId>) -> Memo<Option<PlannedAction>> {
        Memo::new(move |_| self.by_id.with(|all| id.with_value(|id| all.get(id).cloned())))
    }

    /// All actions in their order.
    fn in_order(self) -> Vec<PlannedAction> {
        self.order.with(|order| self.by_id.with(|all| order.iter().filter_map(|id| all.get(id).cloned()).collect()))
    }

    /// The actions in their order that are such.
    fn such(self, is_such: fn(&PlannedAction) -> bool) -> Vec<ActionId> {
        let is_such = |id: &&ActionId| self.by_id.with(|all| all.get(*id).is_some_and(is_such));
        self.order.with(|order| order.iter().filter(is_such).cloned().collect())
    }
}

/// Plan.
#[component]
pub fn PlanPage() -> impl IntoView {
    let open_session = open_session();
    let plan = Plan::of(open_session);
    provide_context(plan);
    provide_findings();
    let print = move |_| drop(page::print());
    view! {
        <PageHead title=t::title(SessionPage::Plan).to_owned() above=t::PLAN_ABOVE.to_owned() />
        <NoName />
        <p class="lead">{t::PLAN_LEAD}</p>
        <ToConfirm />
        <ActionList />
        <AddAction />
        <Proposals />
        <WhatIfCard />
        <InTimeCard />
        <PlanFiles />
        <div class="actions no-print">
            <button type="button" class="button" on:click=print>{t::PRINT}</button>
            <A href=open_session.link(SessionPage::Results) attr:class="button">{t::BACK_TO_RESULTS}</A>
        </div>
        <p class="onward">
            <A href=open_session.link(SessionPage::Share) attr:class="button primary">{t::NEXT_SHARE}</A>
        </p>
    }
}

/// What a proposed action is called.
fn proposal_title(open_session: OpenSession, proposal: &ProposedAction) -> String {
    let practice = open_session.name_of(&Thing::Practice(proposal.practice.clone()));
    let statement = proposal.statements.first().map(|id| open_session.name_of(&Thing::Indicator(id.clone())));
    t::proposal_title(proposal, &practice, &statement.unwrap_or_default())
}
