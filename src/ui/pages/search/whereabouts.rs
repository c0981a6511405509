//! Where something that was found is: its address within the session, and what it is called.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::About;
use crate::model::{Level, Questionnaire};
use crate::session::{Fact, PartId, Session};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What a link shows of the system.
#[derive(Clone)]
pub enum Shows {
    /// What is being answered at the moment, whatever that is.
    Anything,
    /// The whole system (`None`) or a part: what is said about another one can't be seen there.
    Subject(Option<PartId>),
}

/// The page within the session that shows a place.
pub fn path_to(about: &About) -> String {
    match about {
        About::Practice(practice) => format!("full/{practice}"),
        About::Indicator(practice, indicator) => format!("full/{practice}?at={indicator}"),
        About::Evidence(_) => "evidence".to_owned(),
    }
}

/// What a place is called.
pub struct Called {
    /// The practice, unless it is about a piece of evidence.
    pub practice: Option<String>,
    /// The statement or the evidence; `None` when it is about the practice itself.
    pub item: Option<String>,
}

impl Called {
    /// Says what a place is called.
    pub fn of(about: &About, asked: &Questionnaire, session: &Session) -> Self {
        let practice = about.practice().and_then(|id| asked.model().practice(id));
        let item = match about {
            About::Practice(_) => None,
            About::Indicator(_, id) => practice.and_then(|practice| {
                let mut all = Level::NONE.up_to(asked.model().top()).flat_map(|level| asked.indicators(practice, level));
                all.find(|it| it.indicator.id == *id).map(|it| it.indicator.text.get(t::tag()).to_owned())
            }),
            About::Evidence(id) => {
                let title = session.evidence.get(id).and_then(Fact::value).map(|evidence| evidence.title.trim());
                Some(title.filter(|title| !title.is_empty()).unwrap_or(t::NAMELESS_EVIDENCE.get()).to_owned())
            }
        };
        Self { practice: practice.map(|practice| practice.name.get(t::tag()).to_owned()), item }
    }
}

/// A link to a page of the session.
pub fn link_to(open_session: OpenSession, path: &str, shows: Shows, words: AnyView) -> AnyView {
    let choose = move |_| {
        if let Shows::Subject(part) = &shows {
            open_session.part.set(part.clone());
        }
    };
    view! { <A href=open_session.link(path) on:click=choose><span dir="auto">{words}</span></A> }.into_any()
}
