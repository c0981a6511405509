//! Where a current level comes from: the rule, then level by level the statements, answers, evidence and people.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{CurrentWhy, IndicatorWhy, LevelWhy, PracticeResult, Reading, Speaker, current_why};
use crate::model::PracticeId;
use crate::session::{PartId, Session};
use crate::ui::browser::clock;
use crate::ui::components::{LevelMark, person_words};
use crate::ui::pages::results::why::{full, rule, ways};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// Where a current level comes from.
pub fn why_current(open_session: OpenSession, result: &PracticeResult) -> AnyView {
    let facts = open_session.assessment(|assessment| {
        current_why(assessment, result).map(|why| facts(open_session, assessment.session(), result, &why))
    });
    let links = vec![
        full(&result.practice),
        (SessionPage::Quick.of(&result.practice), t::CHANGE_QUICK.get()),
        (SessionPage::Evidence.into(), t::TO_EVIDENCE.get()),
    ];
    view! {
        <h3>{t::WHY_CURRENT}</h3>
        <p>{t::standing(result)}</p>
        {t::why_lower(result).into_iter().map(|words| view! { <p>{words}</p> }).collect::<Vec<_>>()}
        {t::sure_why(result).map(|words| view! { <p>{words}</p> })}
        {rule(open_session.asked.with_untracked(|asked| t::current_rule(result, &asked.model().scoring)))}
        {facts}
        {ways(open_session, links)}
    }
    .into_any()
}

fn facts(open_session: OpenSession, session: &Session, result: &PracticeResult, why: &CurrentWhy<'_>) -> AnyView {
    let set = why.set.iter().map(|(level, reason, by)| t::set_why(*level, reason, &speaker(session, by)));
    let quick = why.quick.iter().map(|(level, by)| t::quick_why(level, &speaker(session, by)));
    let decides: Vec<_> = result.standing.lowest_parts().collect();
    let parts = why.parts.iter().map(|(part, current)| t::part_why(&part_name(session, part), *current, decides.contains(part)));
    let lines: Vec<_> = set.chain(parts).chain(quick).map(|words| view! { <li dir="auto">{words}</li> }).collect();
    // A practice of which no statement is answered has nothing to show level by level.
    let answered = result.standing.reading != Reading::Untouched;
    let levels: Vec<_> =
        why.levels.iter().filter(|_| answered).map(|why| level(open_session, session, &result.practice, why)).collect();
    view! { <ul>{lines}</ul> {levels} }.into_any()
}

fn level(open_session: OpenSession, session: &Session, practice: &PracticeId, why: &LevelWhy<'_>) -> AnyView {
    let statements: Vec<_> = why.statements.iter().map(|it| statement(open_session, session, practice, it)).collect();
    view! {
        <details class="why-level">
            <summary><LevelMark level=why.level /> " " {t::level_why(why)}</summary>
            <ul>{statements}</ul>
        </details>
    }
    .into_any()
}

fn statement(open_session: OpenSession, session: &Session, practice: &PracticeId, why: &IndicatorWhy<'_>) -> AnyView {
    let href = open_session.link(Address::of_indicator(practice, &why.asked.indicator.id));
    let text = why.asked.indicator.text.get(t::tag()).to_owned();
    let answers = why.answers.iter().map(|it| {
        let words = open_session.answer_with_reason(&why.asked.indicator.id, it.answer);
        t::answer_why(it, &words, &speaker(session, &it.speaker))
    });
    let settled = why.settled.iter().map(|it| t::settled_why(&it.reason));
    let lines: Vec<_> = answers.chain(settled).map(|words| view! { <li dir="auto">{words}</li> }).collect();
    let titles: Vec<String> = why.evidence.iter().map(|it| t::evidence_title(&it.title)).collect();
    // What does not hold needs nothing that shows it.
    let is_claimed = why.verdict.is_fulfilled() || !titles.is_empty();
    let evidence = if titles.is_empty() { t::NO_EVIDENCE_HERE.to_owned() } else { t::shown_by(&titles) };
    let evidence = is_claimed.then(|| view! { <li dir="auto">{evidence}</li> });
    let is_answered = !lines.is_empty();
    view! {
        <li>
            <span class="tag quiet">{t::verdict(why.verdict)}</span> " " <A href=href>{text}</A>
            {is_answered.then(|| view! { <ul>{lines} {evidence}</ul> })}
        </li>
    }
    .into_any()
}

/// Who said something, when, and about which part.
pub fn speaker(session: &Session, by: &Speaker<'_>) -> String {
    let part = by.part.map(|part| part_name(session, part));
    t::spoken(&person_words(session, by.by), part.as_deref(), &clock::in_words(by.at))
}

fn part_name(session: &Session, part: &PartId) -> String {
    let name = session.parts.get(part).and_then(|fact| fact.value()).map(|part| part.name.clone());
    name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| t::PART_WITHOUT_NAME.to_owned())
}
