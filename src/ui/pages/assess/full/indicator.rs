//! One statement: what it says, the answer, how somebody knows, and whatever belongs to it.

use leptos::prelude::*;

use crate::model::{Indicator, IndicatorId};
use crate::session::{Answer, Change, Confidence, FindingAbout, Place, Way, commands, mine_or_first};
use crate::ui::components::{Choice, Findings, KeptApartMark, OF_STATEMENT, Segmented, Settle};
use crate::ui::pages::assess::full::apart::AnsweredApart;
use crate::ui::pages::assess::full::ask_else::AskElse;
use crate::ui::pages::assess::full::former::FormerAnswers;
use crate::ui::pages::assess::full::level_hole::Guard;
use crate::ui::pages::assess::full::meant::tags_of;
use crate::ui::pages::assess::full::more::{More, MoreButton};
use crate::ui::pages::assess::full::{Pass, answer_group};
use crate::ui::pages::practice::answers::{Answers, ReasonField, answered, say, statement_id};
use crate::ui::pages::practice::{mine, theirs};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// An indicator as it is asked.
#[derive(Clone)]
pub struct Row {
    /// The indicator.
    pub indicator: Indicator,
    /// The name of the profile that adds it.
    pub profile: Option<String>,
}

/// One statement.
#[component]
pub fn Statement(row: Row, pass: Pass) -> impl IntoView {
    let open_session = pass.open_session;
    let Row { indicator, profile } = row;
    let id = StoredValue::new(indicator.id.clone());
    let answer = Memo::new(move |_| id.with_value(|id| answered(open_session, id)));
    let text = indicator.text.get(t::tag()).to_owned();
    let is_current = Memo::new(move |_| pass.current.with(|current| id.with_value(|id| current.as_ref() == Some(id))));
    let (group, named) = (answer_group(&indicator.id), statement_id(&indicator.id));
    let clear_id = format!("clear-{}", indicator.id);
    // Its words stand there once and name all that is said about it.
    let clear_named = StoredValue::new((clear_id.clone(), format!("{clear_id} {named}")));
    let just = move |_| id.with_value(|id| pass.just.set(Some(id.clone())));
    view! {
        <li class="indicator" class:current=is_current on:focusin=move |_| id.with_value(|id| pass.turn_to(id))>
            <div class="indicator-words">
                <p class="statement" id=named>{text}</p>
                <FormerAnswers id=indicator.id.clone() open_session />
                <KeptApartMark lists=OF_STATEMENT on=indicator.id.as_str() />
                <Findings about=FindingAbout::Statement(indicator.id.clone()) />
                <p class="indicator-about">
                    {tags_of(&indicator, profile)}
                    <MoreButton id=indicator.id.clone() pass />
                </p>
                <Settle id=indicator.id.clone() />
                <Guard id=indicator.id.clone() open_session heard=pass.heard />
            </div>
            <div class="indicator-answer">
                <div id=group on:change=just><Answers id=indicator.id.clone() answer open_session /></div>
                <Inherited id=indicator.id.clone() answer open_session />
                <AnsweredApart id=indicator.id.clone() open_session />
                <Others id=indicator.id.clone() answer pass />
                <ReasonField id=indicator.id.clone() answer open_session named=true />
                <AskElse answer open_session />
                <div class="indicator-more">
                    <ConfidenceChoice id=indicator.id.clone() answer open_session />
                    {move || answer.with(Option::is_some).then(|| view! {
                        <button
                            type="button"
                            class="button plain small"
                            id=clear_named.with_value(|(id, _)| id.clone())
                            aria-label=t::CLEAR_ANSWER
                            aria-labelledby=clear_named.with_value(|(_, named)| named.clone())
                            on:click=move |_| say(open_session, id.get_value(), None)
                        >
                            {t::CLEAR}
                        </button>
                    })}
                </div>
            </div>
            <More indicator pass />
        </li>
    }
}

/// Says how somebody knows what they answered.
pub fn say_confidence(open_session: OpenSession, indicator: IndicatorId, confidence: Option<Confidence>) {
    if let Some(place) = open_session.place(indicator) {
        open_session.change(Change::Confidence(place, confidence));
    }
}

/// Says how somebody knows what they answered or, said once more, takes it back.
fn know(open_session: OpenSession, indicator: IndicatorId, confidence: Confidence) {
    if let Some(place) = open_session.place(indicator) {
        open_session.change(open_session.session.with_untracked(|session| commands::know(session, place, confidence)));
    }
}

/// How somebody knows, once there is an answer of somebody who does.
#[component]
fn ConfidenceChoice(id: IndicatorId, answer: Memo<Option<Answer>>, open_session: OpenSession) -> impl IntoView {
    let (name, about) = (format!("confidence-{id}"), statement_id(&id));
    let id = StoredValue::new(id);
    let answered = Memo::new(move |_| answer.with(|said| said.as_ref().is_some_and(|said| *said != Answer::DontKnow)));
    let said = move || mine(open_session, id.get_value(), |session| &session.confidence);
    let chosen = Memo::new(move |_| said().map(|confidence| confidence.key().to_owned()));
    let choose = move |key: String| {
        let confidence = Confidence::ALL.into_iter().find(|one| one.key() == key);
        if let Some(confidence) = confidence {
            know(open_session, id.get_value(), confidence);
        }
    };
    move || {
        answered.get().then(|| {
            let choices = Confidence::ALL.into_iter().map(|one| Choice::new(one.key(), t::confidence(one), "")).collect();
            view! {
                <div class="confidence">
                    <Segmented legend=t::CONFIDENCE about=Some(about.clone()) name=name.clone() choices chosen on_choose=choose show_legend=true />
                </div>
            }
        })
    }
}

/// What the whole system's answer says for a part that is not answered apart.
#[component]
fn Inherited(id: IndicatorId, answer: Memo<Option<Answer>>, open_session: OpenSession) -> impl IntoView {
    let whole = Memo::new(move |_| {
        open_session.part.get()?;
        let place = Place { part: None, ..open_session.place(id.clone())? };
        let said = open_session.soon(|session| mine_or_first(&session.answers, &place).cloned());
        let said = said.filter(|_| answer.with(Option::is_none))?;
        Some(t::as_the_whole(&open_session.answer_words(&id, &said)))
    });
    move || whole.get().map(|words| view! { <p class="hint">{words}</p> })
}

/// What others answered, as long as the person answering here has not: not in a blind pass.
#[component]
fn Others(id: IndicatorId, answer: Memo<Option<Answer>>, pass: Pass) -> impl IntoView {
    let open_session = pass.open_session;
    let said = Memo::new(move |_| {
        if answer.with(Option::is_some) || open_session.soon(|session| session.goes(Way::Blind)) {
            return Vec::new();
        }
        let said = theirs(open_session, id.clone(), |session| &session.answers);
        said.into_iter().map(|(name, answer)| t::words_of(&name, &open_session.answer_words(&id, &answer))).collect()
    });
    move || (!said.with(Vec::is_empty)).then(|| view! { <p class="hint" dir="auto">{said.get().join(" · ")}</p> })
}
