//! The way from something to what a review says of it, and to writing a finding about it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{FindingHere, findings_by_about, review};
use crate::model::{IndicatorId, PracticeId};
use crate::session::{ActionId, FindingAbout};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

const WHOLE: &str = "whole";

/// The word for it, as `practice/ID`.
pub fn about_key(about: &FindingAbout) -> String {
    match about {
        FindingAbout::Whole => WHOLE.to_owned(),
        FindingAbout::Statement(id) => format!("statement/{id}"),
        FindingAbout::Practice(id) => format!("practice/{id}"),
        FindingAbout::Target(id) => format!("target/{id}"),
        FindingAbout::Action(id) => format!("action/{id}"),
    }
}

/// What a word names, if it names something that could be.
pub fn about_of(key: &str) -> Option<FindingAbout> {
    if key == WHOLE {
        return Some(FindingAbout::Whole);
    }
    let (kind, id) = key.split_once('/')?;
    match kind {
        "statement" => IndicatorId::try_from(id).ok().map(FindingAbout::Statement),
        "practice" => PracticeId::try_from(id).ok().map(FindingAbout::Practice),
        "target" => PracticeId::try_from(id).ok().map(FindingAbout::Target),
        "action" => ActionId::try_from(id).ok().map(FindingAbout::Action),
        _ => None,
    }
}

/// What was found, by what it is about, worked out once for all that is on a page.
#[derive(Clone, Copy)]
struct FindingsOfPage(Memo<BTreeMap<FindingAbout, Vec<FindingHere>>>);

/// Has a page work out once what was found of what is on it.
pub fn provide_findings() {
    provide_context(FindingsOfPage(open_session().following(|assessment| findings_by_about(&review(assessment)))));
}

/// How many of the findings are told beside what they are about.
const TOLD: usize = 3;

/// What was found about something, beside it, with the way to the thread. Nothing where nothing was, and where somebody is only asked questions.
#[component]
pub fn Findings(about: FindingAbout) -> impl IntoView {
    let open_session = open_session();
    let found = expect_context::<FindingsOfPage>().0;
    let href = review_address(open_session, &about, "");
    let here = Memo::new(move |_| found.with(|found| found.get(&about).cloned().unwrap_or_default()));
    move || {
        let here = here.get();
        if here.is_empty() || open_session.request.with(Option::is_some) {
            return None;
        }
        let undecided = here.iter().filter(|it| it.status.is_undecided()).take(TOLD);
        let told: Vec<_> = undecided.map(|it| view! { <li dir="auto">{it.text.clone()}</li> }).collect();
        let told = (!told.is_empty()).then(|| view! { <ul>{told}</ul> });
        Some(view! {
            <div class="findings-here no-print">
                <p><A href=href.clone()>{t::findings_here(here.len())}</A></p>
                {told}
            </div>
        })
    }
}

/// The way to writing a finding about something. Nothing where somebody is only asked questions.
#[component]
pub fn WriteFindingLink(about: FindingAbout) -> impl IntoView {
    let open_session = open_session();
    let href = review_address(open_session, &about, "&write=yes");
    move || {
        let href = href.clone();
        open_session.request.with(Option::is_none).then(|| view! { <p class="no-print"><A href>{t::WRITE_FINDING}</A></p> })
    }
}

fn review_address(open_session: OpenSession, about: &FindingAbout, more: &str) -> String {
    format!("{}?about={}{more}", open_session.link(SessionPage::Review), about_key(about))
}
