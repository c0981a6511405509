//! Where a practice stands, from what, and how that fits its target.

use leptos::prelude::*;

use crate::analysis::{PracticeResult, Thing};
use crate::session::{FindingAbout, PartId};
use crate::ui::components::{CurrentMark, Findings, KeptApartMark, OF_PRACTICE};
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
            // Questions for somebody hold no target, so nothing is said of one.
            let words = match pass.blind.get() {
                _ if open_session.request.with(Option::is_some) => format!("{}.", t::level_now(&result)),
                true => t::standing_blind(&result),
                false => t::standing(&result),
            };
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
        <KeptApartMark lists=OF_PRACTICE on=pass.practice.with_value(ToString::to_string) />
        <Findings about=FindingAbout::Practice(pass.practice.get_value()) />
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
    let parts = (!standing.parts.is_empty()).then(|| {
        let name = |id: &PartId| open_session.name_of(&Thing::Part(id.clone()));
        let all: Vec<_> = standing.parts.iter().map(|(part, current)| (name(part), *current)).collect();
        let lowest: Vec<_> = standing.lowest_parts().map(name).collect();
        t::parts_stand(&all, &lowest)
    });
    let set = open_session.assessment(|assessment| {
        let (_, set, fact) = assessment.set_by_hand(&result.practice).next()?;
        let by = fact.by.as_ref().and_then(|by| assessment.session().person_name(by));
        Some(t::set_against_rule(set.level, by, &set.reason))
    });
    let assumed = t::assumed(result);
    let lower = t::why_lower(result);
    parts.into_iter().chain(lower).chain(assumed).chain(set).collect()
}
