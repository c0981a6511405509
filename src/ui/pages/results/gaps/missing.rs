//! What is missing in a practice, and what needs to be done, level by level; made when somebody opens it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{MissingLevel, PracticeResult, first_missing, missing, missing_needs, raises_most};
use crate::model::{PracticeId, Questionnaire};
use crate::ui::components::{KeptApartMark, LevelMark, OF_PRACTICE, RelatedReferences};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What is missing in a practice, and the ways to where it can be changed.
pub fn what_is_missing(open_session: OpenSession, result: &PracticeResult) -> AnyView {
    let asked = open_session.asked.get();
    let at = open_session.assessment(|assessment| first_missing(assessment, result));
    let statements = at.map_or_else(|| SessionPage::Full.of(&result.practice), |at| Address::of_indicator(&result.practice, &at));
    let levels: Vec<_> = open_session.assessment(|assessment| {
        missing(assessment, result).into_iter().map(|level| missing_level(&asked, &result.practice, &level)).collect()
    });
    view! {
        <KeptApartMark lists=OF_PRACTICE on=result.practice.as_str() />
        {needed(open_session, result)}
        {near_miss(&asked, result)}
        {by_rule(open_session, &asked, result)}
        {levels}
        <p>
            <A href=open_session.link(statements)>{t::GO_TO_INDICATORS}</A> " · "
            <A href=open_session.link(SessionPage::Targets.at(&result.practice))>{t::LOOK_AT_TARGET}</A>
        </p>
    }
    .into_any()
}

/// The statements that something outside needs: they come first, since no level stands in for them.
fn needed(open_session: OpenSession, result: &PracticeResult) -> Option<AnyView> {
    let needed: Vec<_> = open_session.assessment(|assessment| {
        let all = missing_needs(assessment, result).into_iter();
        all.map(|it| (t::verdict(it.verdict), it.asked.indicator.text.get(t::tag()).to_owned())).collect()
    });
    let items: Vec<_> =
        needed.into_iter().map(|(said, text)| view! { <li><span class="tag quiet">{said}</span> " " {text}</li> }).collect();
    (!items.is_empty()).then(|| view! { <h4>{t::NEEDED_OUTSIDE}</h4> <ul class="needed">{items}</ul> }.into_any())
}

fn near_miss(asked: &Questionnaire, result: &PracticeResult) -> Option<AnyView> {
    let near = result.standing.near_miss.as_ref()?;
    let missed = asked.indicator(&near.indicator)?;
    let words = t::near_miss(near.level, missed.indicator.text.get(t::tag()));
    Some(view! { <p class="near-miss">{words}</p> }.into_any())
}

/// What the rule of the model says beside the list: which statement raises it most, and that not all of them are needed.
fn by_rule(open_session: OpenSession, asked: &Questionnaire, result: &PracticeResult) -> Vec<AnyView> {
    let scoring = &asked.model().scoring;
    let raises = open_session.assessment(|assessment| raises_most(assessment, result)).and_then(|raise| {
        let statement = asked.indicator(&raise.indicator)?.indicator.text.get(t::tag());
        t::raises(&raise, scoring.level, statement)
    });
    let words = raises.into_iter().chain(t::share_needed(scoring));
    words.map(|words| view! { <p class="near-miss">{words}</p> }.into_any()).collect()
}

fn missing_level(asked: &Questionnaire, practice: &PracticeId, missing: &MissingLevel<'_>) -> AnyView {
    let rung = asked.model().rung(missing.level).map(|rung| rung.name.get(t::tag()).to_owned()).unwrap_or_default();
    let actions: Vec<_> = missing.actions.iter().map(|action| view! { <li>{action.get(t::tag()).to_owned()}</li> }).collect();
    let indicators: Vec<_> = missing
        .indicators
        .iter()
        .map(|missing| {
            let text = missing.asked.indicator.text.get(t::tag()).to_owned();
            view! { <li><span class="tag quiet">{t::verdict(missing.verdict)}</span> " " {text}</li> }
        })
        .collect();
    view! {
        <div class="missing">
            <h3><LevelMark level=missing.level /> " " {t::to_reach(missing.level, &rung, asked.model().scoring.level)}</h3>
            <h4>{t::TO_BE_DONE}</h4>
            <ul>{actions}</ul>
            <h4>{t::MISSING_INDICATORS}</h4>
            {if indicators.is_empty() {
                view! { <p class="hint">{t::NONE_MISSING_HERE}</p> }.into_any()
            } else {
                view! { <ul>{indicators}</ul> }.into_any()
            }}
            <RelatedReferences practice=practice.clone() level=missing.level />
        </div>
    }
    .into_any()
}
