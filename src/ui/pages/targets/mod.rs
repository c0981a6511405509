//! Targets: how much is enough, per practice, domain by domain: an overview first, in which every row opens its card.

mod card;
mod characteristics;
pub mod compare;
pub mod decision;
pub mod decisions;
mod entry;
pub mod group;
mod hints;
pub mod interview;
mod interview_waits;
mod minimum;
mod more;
mod obligations;
pub mod origin;
mod own_indicators;
mod own_profile;
mod per_characteristic;
mod reason;
mod round_log;
mod row;
mod unfit;
mod way_on;
mod words;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::interview_differs;
use crate::ui::components::{PageHead, provide_findings};
use crate::ui::pages::Page;
use crate::ui::pages::practice::scale_help::ScaleHelp;
use crate::ui::pages::targets::characteristics::CharacteristicsLink;
use crate::ui::pages::targets::group::GroupSection;
use crate::ui::pages::targets::hints::{AllTop, TargetHints};
use crate::ui::pages::targets::interview_waits::InterviewWaits;
use crate::ui::pages::targets::own_profile::OwnProfile;
use crate::ui::pages::targets::row::provide_rows;
use crate::ui::pages::targets::way_on::{STATE, TargetsWayOn, WayOn, way_on};
use crate::ui::pages::targets::words::{WhoReads, provide_technical};
use crate::ui::routes::SessionPage;
use crate::ui::shell::parts::Contents;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The part of the app for this step.
pub const PART: Contents = Contents::of(&[
    (Page::Within(SessionPage::Targets), || TargetsPage().into_any()),
    (Page::Within(SessionPage::Interview), || interview::InterviewPage().into_any()),
    (Page::Within(SessionPage::Compare), || compare::CompareProfilePage().into_any()),
    (Page::Within(SessionPage::Decisions), || decisions::DecisionsPage().into_any()),
    (Page::Within(SessionPage::Characteristics), || characteristics::CharacteristicsPage().into_any()),
]);

/// Targets.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let open_session = open_session();
    let differs = open_session.following(interview_differs);
    let way = way_on(open_session, differs);
    provide_technical();
    provide_rows(open_session);
    provide_findings();
    let asked = open_session.asked.get_untracked();
    let domains: Vec<_> =
        asked.model().groups.iter().map(|group| view! { <GroupSection group=group.clone() depth=0 /> }).collect();
    let interview = move || {
        let class = if way.get() == WayOn::Interview { "button primary" } else { "button" };
        view! { <A href=open_session.link(SessionPage::Interview) attr:class=class>{t::TO_INTERVIEW}</A> }
    };
    view! {
        <PageHead title=t::title(SessionPage::Targets).to_owned() above=t::TARGETS_ABOVE.to_owned() />
        <p class="lead">{t::TARGETS_LEAD}</p>
        <section class="card interview-card">
            <h2>{t::INTERVIEW_TITLE}</h2>
            <p class="hint">
                {move || (way.get() == WayOn::Interview).then_some(t::INTERVIEW_INVITE.get())} " " <interview::InterviewState />
            </p>
            <div class="actions">
                {interview} <A href=open_session.link(SessionPage::Compare) attr:class="button plain">{t::COMPARE_PROFILE}</A>
                <A href=open_session.link(SessionPage::Decisions) attr:class="button plain">{t::DECISION_LOG}</A>
            </div>
        </section>
        <CharacteristicsLink />
        <DutiesUnsaid />
        <InterviewWaits differs after=STATE />
        <AllTop />
        <ScaleHelp />
        <div class="targets-all">{domains}</div>
        <TargetHints />
        <WhoReads />
        <OwnProfile />
        <TargetsWayOn way differs />
    }
}

/// Of how many duties nobody said whether they apply, with the way to say it: what they demand is no target before that.
#[component]
fn DutiesUnsaid() -> impl IntoView {
    let open_session = open_session();
    let words = Memo::new(move |_| open_session.results.with(t::duties_unsaid));
    move || {
        let link = view! { <A href=open_session.link(SessionPage::Duties)>{t::SAY_WHETHER}</A> };
        words.get().map(|words| view! { <p class="duties-missed">{words} " " {link}</p> })
    }
}
