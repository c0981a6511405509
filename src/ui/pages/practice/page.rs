//! The page of one practice: its heading, its place in the order of the model.

use crate::model::{Group, Model, Practice, PracticeId};
use crate::session::AnswerRequest;
use crate::ui::components::{AnsweringAs, PageHead, PartSwitch, anew};
use crate::ui::shell::not_found::NotFoundPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The names of the groups that lead to a practice.
pub fn path_names(model: &Model, practice: &PracticeId) -> Vec<String> {
    model.path_to(practice).into_iter().map(|group: &Group| group.name.get(t::tag()).to_owned()).collect()
}

/// A practice with its neighbours in the model's order.
#[derive(Clone, PartialEq)]
pub struct InOrder {
    /// The practice.
    pub practice: Practice,
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// The one before.
    pub before: Option<PracticeId>,
    /// The one after.
    pub after: Option<PracticeId>,
}

/// The practice of that id in the model's order; in a request, among those that it asks about.
pub fn in_order(model: &Model, id: &str, request: Option<&AnswerRequest>) -> Option<InOrder> {
    let mut practices = model.practices();
    practices.retain(|practice| request.is_none_or(|request| request.asks(&practice.id)));
    let index = practices.iter().position(|practice| practice.id.as_str() == id)?;
    let id_at = |index: usize| practices.get(index).map(|practice| practice.id.clone());
    Some(InOrder {
        practice: (*practices.get(index)?).clone(),
        number: index + 1,
        of: practices.len(),
        before: index.checked_sub(1).and_then(id_at),
        after: id_at(index + 1),
    })
}

/// The page of a practice that the address names, with its heading; `above` says where in the pass one is.
#[component]
pub fn PracticePage(above: fn(usize, usize, &[String]) -> String, screen: fn(InOrder) -> AnyView) -> impl IntoView {
    let params = use_params_map();
    let open_session = open_session();
    let here = Memo::new(move |_| {
        let id = params.with(|params| params.get("practice")).unwrap_or_default();
        open_session.asked.with(|asked| open_session.request.with(|request| in_order(asked.model(), &id, request.as_ref())))
    });
    let title = Signal::derive(move || here.get().map(|here| here.practice.name.get(t::tag()).to_owned()).unwrap_or_default());
    let above = Signal::derive(move || {
        let Some(here) = here.get() else { return String::new() };
        let path = open_session.asked.with(|asked| path_names(asked.model(), &here.practice.id));
        above(here.number, here.of, &path)
    });
    move || match here.get() {
        None => NotFoundPage().into_any(),
        Some(here) => anew(view! {
            <PageHead title above />
            <div class="answering"><AnsweringAs was_said=here.number != 1 /> <PartSwitch /></div>
            {screen(here)}
        }),
    }
}
