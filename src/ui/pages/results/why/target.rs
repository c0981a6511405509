//! Where a target, an outside minimum and a scope come from.

use leptos::prelude::*;

use crate::analysis::{Demand, Names, PracticeResult, Proposed, TargetWhy, Voice, demands, missing_needs, scope_why, target_why};
use crate::model::PracticeId;
use crate::ui::components::person_words;
use crate::ui::pages::results::why::current::speaker;
use crate::ui::pages::results::why::{full, rule, target, ways};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

fn paragraphs(lines: Vec<String>) -> Vec<impl IntoView> {
    lines.into_iter().map(|words| view! { <p dir="auto">{words}</p> }).collect()
}

/// Where a target comes from.
pub fn why_target(open_session: OpenSession, practice: &PracticeId) -> AnyView {
    let asked = open_session.asked.get();
    let has_scopes = !asked.model().scopes.is_empty();
    let lines = open_session.assessment(|assessment| {
        let why = target_why(assessment, practice, t::tag());
        target_lines(Names::new(Some(&asked), assessment.session(), t::tag()), &why, has_scopes)
    });
    let links = vec![target(practice), (SessionPage::Decisions.into(), t::TO_DECISIONS.get())];
    view! {
        <h3>{t::WHY_TARGET}</h3>
        {paragraphs(lines)}
        {ways(open_session, links)}
    }
    .into_any()
}

fn target_lines(names: Names<'_>, why: &TargetWhy<'_>, has_scopes: bool) -> Vec<String> {
    let session = names.session;
    let Some((target, by)) = &why.target else {
        let proposed = why.proposed.iter().map(proposal_words);
        return std::iter::once(t::NO_TARGET_YET.to_owned()).chain(proposed).collect();
    };
    let mut lines = vec![t::target_is(target.level, has_scopes.then_some(target.scope))];
    if target.origin.is_proposal() {
        lines.push(t::ONLY_PROPOSED.to_owned());
    }
    lines.push(t::target_stated(&speaker(session, by)));
    let decided_by = target.decided_by.as_ref().map(|by| person_words(session, Some(by)));
    lines.extend(t::target_decided(decided_by.as_deref(), target.decided_on.map(|on| on.to_string()).as_deref()));
    lines.extend(target.because.map(|kind| t::because(kind).to_owned()));
    lines.extend(t::reasons_words(&names.reasons(target)));
    lines.extend(why.proposed.iter().map(proposal_words));
    lines
}

fn proposal_words(proposed: &Proposed<'_>) -> String {
    let voice = match proposed.voice {
        Voice::Profile(profile) => profile.name.get(t::tag()),
        Voice::Interview => t::INTERVIEW_TITLE.get(),
    };
    t::proposed(voice, proposed.level, None, &t::proposal_reasons(proposed, t::tag()))
}

/// What is demanded from outside.
pub fn why_minimum(open_session: OpenSession, result: &PracticeResult) -> AnyView {
    let mut lines: Vec<String> = t::minimum_why(result).into_iter().collect();
    open_session.assessment(|assessment| {
        let demands = demands(assessment, &result.practice, t::tag());
        let profile = |demand: &Demand<'_>| demand.profile().map(|profile| profile.name.get(t::tag()).to_owned());
        lines.extend(demands.iter().map(|it| t::demand_why(it, profile(it).as_deref())));
        let needs = missing_needs(assessment, result);
        lines.extend(needs.iter().map(|it| t::need_why(it.asked.indicator.text.get(t::tag()), it.verdict)));
    });
    if lines.is_empty() {
        lines.push(t::NOTHING_DEMANDED.to_owned());
    }
    let (path, _) = target(&result.practice);
    view! {
        <h3>{t::WHY_MINIMUM}</h3>
        {paragraphs(lines)}
        {rule(t::MINIMUM_RULE)}
        {ways(open_session, vec![(path, t::CHANGE_MINIMUM.get())])}
    }
    .into_any()
}

/// Where the scope in place and the scope needed come from.
pub fn why_scope(open_session: OpenSession, result: &PracticeResult) -> AnyView {
    let mut lines: Vec<String> = open_session.assessment(|assessment| {
        let said = scope_why(assessment, &result.practice);
        said.iter().map(|(scope, by)| t::scope_why(*scope, &speaker(assessment.session(), by))).collect()
    });
    if lines.is_empty() {
        lines.push(t::NOBODY_SAID_SCOPE.to_owned());
    }
    view! {
        <h3>{t::WHY_SCOPE}</h3>
        <p>{t::scope_fit(result)}</p>
        {paragraphs(lines)}
        {rule(t::SCOPE_RULE)}
        {ways(open_session, vec![full(&result.practice), target(&result.practice)])}
    }
    .into_any()
}
