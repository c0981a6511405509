//! Where a target comes from, what the profiles say, and what something outside demands.

use crate::analysis::{Demand, Names, Voice, demands, interview_answers, proposal};
use crate::model::PracticeId;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;
use leptos::prelude::*;

/// Where a target comes from, what the profiles say, and what something outside demands.
#[component]
pub fn OriginNote(practice: PracticeId) -> impl IntoView {
    let open_session = open_session();
    let practice = StoredValue::new(practice);
    // Every card on the page hears of every change: only what reads differently is written anew.
    let lines = open_session.following(move |assessment| {
        let asked = assessment.asked();
        let mut lines = Vec::new();
        let practice = practice.get_value();
        let target = assessment.target(&practice);
        let answers = interview_answers(assessment.session());
        let proposal = proposal(asked, &answers, &practice);
        if let Some(target) = target {
            lines.extend(t::origin(target, Names::new(Some(asked), assessment.session(), t::tag()), proposal.as_ref()));
        }
        if let Some(together) = proposal.as_ref().filter(|proposal| proposal.from.len() > 1) {
            let scope = asked.model().scope(together.scope).map(|words| words.name.get(t::tag()));
            lines.push(t::together(together, scope));
        }
        for proposed in proposal.iter().flat_map(|proposal| &proposal.from) {
            let scope = asked.model().scope(proposed.scope).map(|words| words.name.get(t::tag()));
            let voice = match proposed.voice {
                Voice::Profile(profile) => profile.name.get(t::tag()),
                Voice::Interview => t::INTERVIEW.get(),
            };
            lines.push(t::proposed(voice, proposed.level, scope, &t::proposal_reasons(proposed, t::tag())));
        }
        lines
    });
    let minimums = open_session.following(move |assessment| {
        practice.with_value(|practice| {
            let target = assessment.target(practice);
            let row = |demand: Demand<'_>| {
                let below = demand.binds.counts() && target.is_some_and(|target| target.level < demand.level);
                (below, t::minimum(&demand, below, demand.profile().map(|profile| profile.name.get(t::tag()))))
            };
            demands(assessment, practice, t::tag()).into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let is_any = move || lines.with(|lines| !lines.is_empty());
    let minimums = move || {
        let row = |(below, words): (bool, String)| view! { <p class:below-minimum=below>{words}</p> };
        minimums.get().into_iter().map(row).collect::<Vec<_>>()
    };
    let lines = move || lines.get().into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>();
    let is_any = Memo::new(move |_| is_any());
    let folded = move || {
        is_any.get().then(|| {
            view! {
                <details class="why-target">
                    <summary>{t::WHERE_IT_COMES_FROM}</summary>
                    {lines}
                </details>
            }
        })
    };
    view! { <div class="hint origin">{minimums} {folded}</div> }
}
