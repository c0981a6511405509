//! The way on from the targets, which follows from their state: the interview, confirming what is proposed, assessing.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{confirm_all, interview_answers};
use crate::ui::browser::page;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What there is to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOn {
    /// Nobody said how much is enough, nor what could happen.
    Interview,
    /// So many targets are only proposed.
    Confirm(usize),
    /// What can be done here is done, or somebody sets targets one by one.
    Assess,
}

/// What there is to do next.
pub fn way_on(open_session: OpenSession) -> Memo<WayOn> {
    let asks = move || open_session.asked.with(|asked| asked.interview().is_some());
    let is_asked = Memo::new(move |_| open_session.session.with(|session| !interview_answers(session).is_empty()));
    Memo::new(move |_| {
        let (targets, proposals) = open_session.progress.with(|progress| (progress.targets, progress.proposals));
        match proposals {
            1.. => WayOn::Confirm(proposals),
            0 if targets.done == 0 && !is_asked.get() && asks() => WayOn::Interview,
            0 => WayOn::Assess,
        }
    })
}

const STATE: &str = "targets-state";

/// How many targets are decided and how many only proposed, with what there is to do next: always in sight, since the page is long.
#[component]
pub fn TargetsWayOn(way: Memo<WayOn>) -> impl IntoView {
    let open_session = open_session();
    let words =
        Memo::new(move |_| open_session.progress.with(|progress| t::targets_state(progress.decided(), progress.proposals)));
    let confirm = move |_| {
        let asked = open_session.asked.get_untracked();
        let changes = open_session.session.with_untracked(|session| confirm_all(&asked, session, t::tag()));
        let words = t::confirmed(changes.len());
        open_session.change_with_undo(changes, words);
        // The button goes away; what is said of the targets stands beside what is to be done now.
        page::focus_soon(STATE.to_owned());
    };
    let confirms = move || match way.get() {
        WayOn::Confirm(count) => {
            Some(view! { <button type="button" class="button primary" on:click=confirm>{t::confirm_all(count)}</button> })
        }
        WayOn::Interview | WayOn::Assess => None,
    };
    let assess = move || {
        let class = if way.get() == WayOn::Assess { "button primary" } else { "button" };
        view! { <A href=open_session.link(SessionPage::Assess) attr:class=class>{t::NEXT_ASSESS}</A> }
    };
    view! {
        <div class="onward sticky one-hand with-state">
            <p class="hint" id=STATE tabindex="-1" role="status">{words}</p>
            {confirms} {assess}
        </div>
    }
}
