//! Where something that was found is: its address within the session, and what it is called.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{About, Names, Thing};
use crate::model::Questionnaire;
use crate::session::{PartId, Session};
use crate::ui::routes::{Address, SessionPage};
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
pub fn path_to(about: &About) -> Address {
    match about {
        About::Practice(practice) => SessionPage::Full.of(practice),
        About::Indicator(practice, indicator) => Address::of_indicator(practice, indicator),
        About::Evidence(_) => SessionPage::Evidence.into(),
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
        let names = Names::new(Some(asked), session, t::tag());
        let name = |thing: Thing| t::name_of(&thing, &names.of(&thing));
        let item = (!matches!(about, About::Practice(_))).then(|| name(about.into()));
        Self { practice: about.practice().map(|id| name(Thing::Practice(id.clone()))), item }
    }
}

/// A link to a page of the session.
pub fn link_to(open_session: OpenSession, to: Address, shows: Shows, words: AnyView) -> AnyView {
    let choose = move |_| {
        if let Shows::Subject(part) = &shows {
            open_session.part.set(part.clone());
        }
    };
    view! { <A href=open_session.link(to) on:click=choose><span dir="auto">{words}</span></A> }.into_any()
}
