//! Taking what is proposed over as targets.

use crate::analysis::{
    CombinedProposal, Difference, InterviewDiffers, Names, Stands, Thing, Voice, differences, interview_answers,
    interview_differs, take_over,
};
use crate::model::{Level, Model, Scope};
use crate::session::Target;
use crate::ui::browser::page;
use crate::ui::pages::targets::interview::question::in_words;
use crate::ui::pages::targets::interview_waits::{confirmed, profile_of, use_for};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;
use leptos::prelude::*;
use leptos_router::components::A;

/// What follows for a practice: the level and scope that are taken, and, where these are not what the interview proposes, why.
pub fn taken(
    names: Names<'_>,
    model: &Model,
    proposal: &CombinedProposal<'_>,
    target: Option<&Target>,
) -> (Level, Scope, Vec<String>) {
    let (level, scope) = (proposal.level, proposal.scope);
    let stands = Stands::of(target);
    let decided = target.filter(|it| stands != Stands::Undecided && (it.level, it.scope) != (level, scope));
    if let Some(target) = decided {
        let against = t::Against::of(proposal.is_answered, proposal.demanded.is_some());
        let (now, proposed) = (in_words(model, target.level, target.scope), in_words(model, level, scope));
        let words = t::stands(&stands, Some(&now), &proposed, profile_of(names, &stands).as_deref(), against);
        return (target.level, target.scope, vec![words]);
    }
    let interview = proposal.from.iter().find(|it| it.voice == Voice::Interview);
    let alone = interview.filter(|it| (it.level, it.scope) != (level, scope)).map(|it| in_words(model, it.level, it.scope));
    let Some(alone) = alone else { return (level, scope, Vec::new()) };
    let mut why = vec![t::interview_alone(&alone)];
    let profiles = proposal.from.iter().filter_map(|it| match it.voice {
        Voice::Profile(profile) => Some(t::profile_asks(profile.name.get(t::tag()), &in_words(model, it.level, it.scope))),
        Voice::Interview => None,
    });
    why.extend(profiles);
    why.extend(proposal.demanded.map(|(_, minimum)| t::outside_demands(minimum.level)));
    (level, scope, why)
}

pub const NOTHING_TO_TAKE: &str = "nothing-to-take-over";

/// Takes the proposals over as targets, where nobody set one by hand.
#[component]
pub fn TakeOver() -> impl IntoView {
    let open_session = open_session();
    let open: Memo<Vec<Difference>> =
        open_session.following(|assessment| differences(assessment, &interview_answers(assessment.session())));
    let differs = open_session.following(interview_differs);
    let is_decided = |it: &&InterviewDiffers| it.stands != Stands::Undecided;
    let decided = Memo::new(move |_| differs.with(|differs| differs.iter().filter(is_decided).count()));
    let confirmed = Memo::new(move |_| differs.with(|differs| confirmed(differs)));
    let use_confirmed = move |_| use_for(open_session, &confirmed.get_untracked(), NOTHING_TO_TAKE.to_owned());
    let answered = Memo::new(move |_| open_session.session.with(|session| interview_answers(session).len()));
    let take = move |_| {
        let asked = open_session.asked.get_untracked();
        let changes = open_session.session.with_untracked(|session| take_over(&asked, session));
        let words = t::taken_over(changes.len());
        open_session.change_with_undo(changes, words);
        // The button goes away; what stands in its place says that nothing is left to take over.
        page::focus_soon(NOTHING_TO_TAKE.to_owned());
    };
    let changes = move || {
        let asked = open_session.asked.get();
        let row = |difference: Difference| {
            let name = open_session.name_of(&Thing::Practice(difference.practice.clone()));
            let words = |target: Option<&Target>| target.map(|it| in_words(asked.model(), it.level, it.scope));
            let (was, now) = (words(difference.now.as_ref()), words(difference.proposed.as_ref()));
            view! { <li>{t::proposal_changed(&name, was.as_deref(), now.as_deref())}</li> }
        };
        let rows: Vec<_> = open.get().into_iter().map(row).collect();
        (answered.get() > 0 && !rows.is_empty()).then(|| {
            view! {
                <details class="card help">
                    <summary>{t::WHAT_TAKING_OVER_CHANGES}</summary>
                    <p class="hint">{t::TAKING_OVER_HINT}</p>
                    <ul>{rows}</ul>
                </details>
            }
        })
    };
    view! {
        {changes}
        <div class="onward sticky one-hand with-state">
            {move || match (answered.get(), open.with(Vec::len)) {
                (1.., 0) if decided.get() > 0 => {
                    view! { <p class="hint" id=NOTHING_TO_TAKE tabindex="-1">{t::decided_otherwise(decided.get())}</p> }.into_any()
                }
                (0, _) => view! { <p class="hint" id=NOTHING_TO_TAKE tabindex="-1">{t::ANSWER_FIRST}</p> }.into_any(),
                (_, 0) => view! { <p class="hint" id=NOTHING_TO_TAKE tabindex="-1">{t::AS_PROPOSED}</p> }.into_any(),
                (_, count) => view! { <button type="button" class="button primary" on:click=take>{t::take_over(count)}</button> }.into_any(),
            }}
            {move || (confirmed.with(Vec::len) > 0).then(|| view! {
                <button type="button" class="button" on:click=use_confirmed>{t::use_for_confirmed(confirmed.with(Vec::len))}</button>
            })}
            <A href=open_session.link(SessionPage::Targets) attr:class="button">{t::TO_TARGETS}</A>
        </div>
    }
}
