//! The way from something to what a review says of it, and to writing a finding about it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::model::{IndicatorId, PracticeId};
use crate::session::{ActionId, Fact, FindingAbout};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
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

/// How many findings are about something, with the way there, and the way to write one. Nothing where somebody is only asked questions.
#[component]
pub fn ReviewLink(
    about: FindingAbout,
    /// Whether it says nothing as long as nothing was found.
    #[prop(optional)]
    is_quiet: bool,
) -> impl IntoView {
    let open_session = open_session();
    let href = format!("{}?about={}", open_session.link(SessionPage::Review), about_key(&about));
    let count = Memo::new(move |_| {
        open_session.soon(|session| {
            let standing = session.findings.values().filter_map(Fact::value);
            standing.filter(|finding| finding.about == about).count()
        })
    });
    let link = move || {
        let words = match count.get() {
            0 if is_quiet => return None,
            0 => t::WRITE_FINDING.to_owned(),
            count => t::findings_here(count),
        };
        Some(view! { <p class="no-print"><A href=href.clone()>{words}</A></p> })
    };
    move || open_session.request.with(Option::is_none).then(|| link.clone())
}
