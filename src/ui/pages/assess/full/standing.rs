//! Where a practice stands, from what, and how that fits its target.

use leptos::prelude::*;

use crate::analysis::PracticeResult;
use crate::ui::components::CurrentMark;
use crate::ui::pages::assess::full::Pass;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// Where the practice stands.
#[component]
pub fn Standing(pass: Pass) -> impl IntoView {
    let open_session = pass.open_session;
    let result = Memo::new(move |_| open_session.results.with(|results| results.practice(&pass.practice.get_value()).cloned()));
    let shown = move || {
        result.get().map(|result| {
            let more: Vec<_> =
                more(open_session, &result).into_iter().map(|words| view! { <p class="hint">{words}</p> }).collect();
            let near = near_miss(open_session, &result).map(|words| view! { <p class="near-miss">{words}</p> });
            let words = if pass.blind.get() { t::standing_blind(&result) } else { t::standing(&result) };
            view! {
                <CurrentMark current=result.standing.current uncertain=result.is_assumed() />
                <div>
                    <p>{words}</p>
                    {near}
                    {more}
                </div>
            }
        })
    };
    // Read out is only what changed: the level, not all that leads to it after each answer.
    let level = Memo::new(move |_| result.get().map(|result| t::level_now(&result)).filter(|_| !pass.blind.get()));
    view! {
        <div class="standing">{shown}</div>
        <p class="unseen" role="status">{level}</p>
    }
}

/// The single statement that the next level lacks.
fn near_miss(open_session: OpenSession, result: &PracticeResult) -> Option<String> {
    let near = result.standing.near_miss.as_ref()?;
    let asked = open_session.asked.get();
    let missed = asked.indicator(&near.indicator)?;
    Some(t::near_miss(near.level, missed.indicator.text.get(t::tag())))
}

/// Which part decides, why it is lower than one would think, what is only assumed, and what somebody set against the rule.
fn more(open_session: OpenSession, result: &PracticeResult) -> Vec<String> {
    let standing = &result.standing;
    let part = standing.lowest_part.as_ref().and_then(|id| {
        let name = |session: &crate::session::Session| session.parts.get(id)?.value().map(|part| part.name.clone());
        open_session.soon(name)
    });
    let set = open_session.assessment(|assessment| {
        let (_, set, fact) = assessment.set_by_hand(&result.practice).next()?;
        let by = fact.by.as_ref().and_then(|by| assessment.session().person_name(by));
        Some(t::set_against_rule(set.level, by, &set.reason))
    });
    let assumed = t::assumed(result);
    let lower = t::why_lower(result);
    part.map(|name| t::lowest_part(&name)).into_iter().chain(lower).chain(assumed).chain(set).collect()
}
