//! Where a finding is: the page on which it can be helped, and what leads there.

use leptos::prelude::*;

use crate::analysis::{About, Noticed, Rule, What};
use crate::model::Questionnaire;
use crate::session::Session;
use crate::ui::pages::practice::whereabouts::{Called, Shows, link_to, path_to};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::OpenSession;

/// Where a finding can be helped. Targets and quick answers are on pages of their own.
pub fn path(finding: &Noticed) -> Address {
    match (&finding.what, &finding.about) {
        (What::TargetByNobody, About::Practice(practice)) => SessionPage::Targets.at(practice),
        (What::BelowMinimum { .. }, _) => SessionPage::Targets.into(),
        (What::NotApplicable | What::QuickDiffers(_), About::Practice(practice)) => SessionPage::Quick.of(practice),
        (_, about) => path_to(about),
    }
}

/// What has to be in sight there.
pub fn shows(finding: &Noticed) -> Shows {
    match finding.rule() {
        Rule::NotApplicable
        | Rule::Compensated
        | Rule::Override
        | Rule::Disputed
        | Rule::QuickDiffers
        | Rule::NotShown
        | Rule::Stale => Shows::Subject(finding.part.clone()),
        _ => Shows::Anything,
    }
}

/// A link to a place, which is named by its statement with the practice above, or by the practice itself.
pub fn place(
    open_session: OpenSession,
    asked: &Questionnaire,
    session: &Session,
    about: &About,
    path: Address,
    shows: Shows,
) -> AnyView {
    let Called { practice, item } = Called::of(about, asked, session);
    let above = practice.clone().filter(|_| item.is_some()).map(|practice| view! { <p class="above">{practice}</p> });
    view! { {above} {link_to(open_session, path, shows, item.or(practice).into_any())} }.into_any()
}
