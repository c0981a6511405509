//! Targets: how much is enough, per practice, domain by domain.

mod card;
pub mod compare;
pub mod decision;
pub mod decisions;
pub mod group;
mod hints;
pub mod interview;
mod minimum;
mod more;
mod obligations;
pub mod origin;
mod own_indicators;
mod own_profile;
mod words;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::analysis::confirm_all;
use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::pages::Page;
use crate::ui::pages::practice::scale_help::ScaleHelp;
use crate::ui::pages::targets::card::heading;
use crate::ui::pages::targets::group::GroupSection;
use crate::ui::pages::targets::hints::TargetHints;
use crate::ui::pages::targets::own_profile::OwnProfile;
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
]);

/// Targets.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let open_session = open_session();
    let next = open_session.link(SessionPage::Assess);
    provide_technical();
    begin_at_the_one_asked_for();
    let asked = open_session.asked.get_untracked();
    let domains: Vec<_> =
        asked.model().groups.iter().map(|group| view! { <GroupSection group=group.clone() depth=0 /> }).collect();
    view! {
        <PageHead title=t::title(SessionPage::Targets).to_owned() above=t::TARGETS_ABOVE.to_owned() />
        <p class="lead">{t::TARGETS_LEAD}</p>
        <State />
        <section class="card interview-card">
            <h2>{t::INTERVIEW_TITLE}</h2>
            <p>{t::INTERVIEW_INVITE}</p>
            <div class="actions">
                <A href=open_session.link(SessionPage::Interview) attr:class="button primary">{t::TO_INTERVIEW}</A>
                <A href=open_session.link(SessionPage::Compare) attr:class="button">{t::COMPARE_PROFILE}</A>
                <A href=open_session.link(SessionPage::Decisions) attr:class="button">{t::DECISION_LOG}</A>
            </div>
        </section>
        <ScaleHelp />
        <TargetHints />
        <WhoReads />
        {domains}
        <p class="onward"><ConfirmAll then_focus=NEXT /></p>
        <OwnProfile />
        <p class="onward">
            <A href=next attr:class="button primary" attr:id=NEXT>{t::NEXT_ASSESS}</A>
        </p>
    }
}

/// Begins at the practice that the address names, as `?at=hardening.vulnerability.patching`.
fn begin_at_the_one_asked_for() {
    let query = use_query_map();
    Effect::new(move |_| {
        if let Some(at) = query.with(|query| query.get("at")) {
            page::focus_soon(heading(&at));
        }
    });
}

const STATE: &str = "targets-state";
const NEXT: &str = "to-assess";

/// How many targets are decided and how many only proposed, with the way to confirm these: the page is long.
#[component]
fn State() -> impl IntoView {
    let open_session = open_session();
    let words =
        Memo::new(move |_| open_session.progress.with(|progress| t::targets_state(progress.decided(), progress.proposals)));
    view! {
        <div class="targets-state">
            <p id=STATE tabindex="-1" role="status">{words}</p>
            <ConfirmAll then_focus=STATE />
        </div>
    }
}

/// Confirms every proposal at once.
#[component]
fn ConfirmAll(
    /// What takes the focus when the button goes away.
    then_focus: &'static str,
) -> impl IntoView {
    let open_session = open_session();
    let proposals = Memo::new(move |_| open_session.progress.with(|progress| progress.proposals));
    let confirm = move |_| {
        let asked = open_session.asked.get_untracked();
        let changes = open_session.session.with_untracked(|session| confirm_all(&asked, session, t::tag()));
        let words = t::confirmed(changes.len());
        open_session.change_with_undo(changes, words);
        page::focus_soon(then_focus.to_owned());
    };
    move || {
        let count = proposals.get();
        (count > 0).then(|| view! { <button type="button" class="button" on:click=confirm>{t::confirm_all(count)}</button> })
    }
}
