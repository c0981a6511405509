//! For whom and where statements are meant: as small tags, and what is not asked here because of that.

use leptos::prelude::*;

use crate::analysis::{AskedOf, Assessment};
use crate::model::{Indicator, IndicatorKind, Level, Questionnaire};
use crate::session::Fact;
use crate::ui::pages::assess::full::Pass;
use crate::ui::pages::assess::full::indicator::{Row, Statement};
use crate::ui::text as t;

/// What kind of statement it is, who asks it, for whom and where it is meant.
pub fn tags_of(indicator: &Indicator, profile: Option<String>) -> AnyView {
    let kind = indicator.kind.map(|kind| match kind {
        IndicatorKind::Done => t::KIND_DONE,
        IndicatorKind::Assured => t::KIND_ASSURED,
    });
    let words = kind.map(|words| words.get().to_owned()).into_iter().chain(profile).chain(t::meant_for(&indicator.meant_for));
    words.map(|words| view! { <span class="tag quiet">{words}</span> }).collect::<Vec<_>>().into_any()
}

/// A statement, as far as it is asked of what is being answered: of the whole system, or of a part.
#[component]
pub fn WhereAsked(row: Row, pass: Pass) -> impl IntoView {
    let indicator = row.indicator.clone();
    let asked_of = pass.open_session.following(move |assessment| {
        let part = pass.open_session.part.get();
        assessment.said().asked_of(&indicator, part.as_ref())
    });
    move || match asked_of.get() {
        AskedOf::This => view! { <Statement row=row.clone() pass /> }.into_any(),
        AskedOf::Whole => of_the_whole(&row.indicator).into_any(),
        AskedOf::Others(_) => ().into_any(),
    }
}

/// A statement about the way from one end to the other, while a part is being answered.
fn of_the_whole(indicator: &Indicator) -> impl IntoView + use<> {
    view! {
        <li class="indicator">
            <div class="indicator-words">
                <p class="statement">{indicator.text.get(t::tag()).to_owned()}</p>
                <p class="indicator-about">{tags_of(indicator, None)}</p>
            </div>
            <p class="hint">{t::OF_WHOLE_SYSTEM}</p>
        </li>
    }
}

/// A statement that is not asked here: what it says, why it is not asked, what was answered to it.
type Unasked = (String, String, Vec<String>);

/// The statements of a level that are not asked here, behind one tap.
#[component]
pub fn NotAsked(level: Level, pass: Pass) -> impl IntoView {
    let open_session = pass.open_session;
    let unasked = open_session.following(move |assessment| unasked(assessment, pass, level));
    move || {
        (!unasked.with(Vec::is_empty)).then(|| {
            let all = unasked.get();
            let summary = t::not_asked_here(all.len());
            let rows: Vec<_> = all
                .into_iter()
                .map(|(words, why, answers)| {
                    view! {
                        <li>
                            <p>{words}</p>
                            <p class="hint">{why} " " {answers.join(" ")}</p>
                        </li>
                    }
                })
                .collect();
            view! { <details class="level-about"><summary>{summary}</summary><ul>{rows}</ul></details> }
        })
    }
}

fn unasked(assessment: &Assessment<'_>, pass: Pass, level: Level) -> Vec<Unasked> {
    let part = pass.open_session.part.get();
    let asked: &Questionnaire = assessment.asked();
    let practice = asked.practice(&pass.practice.get_value()).into_iter();
    let all = practice.flat_map(|practice| asked.known(practice, level));
    let why = |it: &Indicator| {
        asked.audience().leaves_out(it).or_else(|| match assessment.said().asked_of(it, part.as_ref()) {
            AskedOf::Others(why) => Some(why),
            AskedOf::This | AskedOf::Whole => None,
        })
    };
    let told = all.filter_map(|it| {
        let why = t::left_out_because(why(it.indicator)?, &it.indicator.meant_for);
        let answers = assessment.answers_to(&it.indicator.id).filter(|(place, _)| place.part == part);
        let answers = answers
            .filter_map(|(_, fact)| Fact::value(fact))
            .map(|answer| t::kept_answer(&pass.open_session.answer_words(&it.indicator.id, answer)));
        Some((it.indicator.text.get(t::tag()).to_owned(), why, answers.collect()))
    });
    told.collect()
}
