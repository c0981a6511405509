//! The answers to an indicator: choosing one, and its reason.

use crate::model::IndicatorId;
use crate::session::{Answer, Change, Place, commands};
use crate::ui::components::{Choice, Segmented, TextField};
use crate::ui::pages::practice::mine;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;
use leptos::prelude::*;

/// The answers to choose from; *I don't know* stands apart, for it is none about the system. *Compensated* is offered where it was
/// chosen; the guard leads there.
#[component]
pub fn Answers(
    /// What names them, where the statement does not stand on the page with [`statement_id`].
    #[prop(into, optional)]
    text: Option<String>,
    id: IndicatorId,
    answer: Memo<Option<Answer>>,
    open_session: OpenSession,
) -> impl IntoView {
    let name = format!("choice-{id}");
    let about = text.is_none().then(|| statement_id(&id));
    let text = text.unwrap_or_default();
    let id = StoredValue::new(id);
    let chosen = Signal::derive(move || answer.get().as_ref().map(answer_key));
    // What was typed for an answer is there again when one comes back to it: the same person, about the same part.
    let left = StoredValue::new(Vec::<(Option<Place<IndicatorId>>, Answer)>::new());
    let choose = move |key: String| {
        let here = id.with_value(|id| open_session.place(id.clone()));
        if let Some(before) = untrack(|| id.with_value(|id| answered(open_session, id))) {
            left.update_value(|left| {
                left.retain(|(at, one)| *at != here || answer_key(one) != answer_key(&before));
                left.push((here.clone(), before));
            });
        }
        let is_it = |(at, one): &&(Option<Place<IndicatorId>>, Answer)| *at == here && answer_key(one) == key;
        let known = left.with_value(|left| left.iter().find(is_it).map(|(_, answer)| answer.clone()));
        if let Some(answer) = known.or_else(|| answer_of_key(open_session, &key)) {
            say(open_session, id.get_value(), Some(answer));
        }
    };
    let compensated = Memo::new(move |_| matches!(answer.get(), Some(Answer::Compensated(_))));
    let unknown = Memo::new(move |_| answer.get().and_then(|answer| open_session.answer_not_in_model(&answer)));
    move || {
        let all = open_session.answers().into_iter();
        let all = all.filter(|answer| compensated.get() || !matches!(answer, Answer::Compensated(_)));
        let choices = all.map(|answer| id.with_value(|id| choice(open_session, id, &answer))).collect();
        view! {
            <Segmented legend=text.clone() about=about.clone() name=name.clone() choices chosen on_choose=choose />
            {move || unknown.get().map(|words| view! { <p class="hint">{words}</p> })}
        }
    }
}

fn choice(open_session: OpenSession, to: &IndicatorId, answer: &Answer) -> Choice {
    let choice = Choice::new(answer_key(answer), open_session.answer_label(to, answer), "");
    if *answer == Answer::DontKnow { choice.apart() } else { choice }
}

/// What an answer is called in the page.
pub fn answer_key(answer: &Answer) -> String {
    let usual = match answer {
        Answer::Met => "met",
        Answer::Partly => "partly",
        Answer::NotMet => "not_met",
        Answer::NotApplicable { .. } => "not_applicable",
        Answer::Compensated { .. } => "compensated",
        Answer::DontKnow => "dont_know",
        // No answer of the app has a point in it.
        Answer::Own(id) => return format!("own.{id}"),
    };
    usual.to_owned()
}

fn answer_of_key(open_session: OpenSession, key: &str) -> Option<Answer> {
    open_session.answers().into_iter().find(|answer| answer_key(answer) == key)
}

/// The answer at a place in the row of answers, from 0.
pub fn answer_by_place(open_session: OpenSession, place: usize) -> Option<Answer> {
    // What takes its reason first, or has a key of its own, has no digit.
    let has_digit = |answer: &Answer| !matches!(answer, Answer::Compensated(_) | Answer::DontKnow);
    open_session.answers().into_iter().filter(has_digit).nth(place)
}

/// What is answered to a statement, as [`mine`] has it.
pub fn answered(open_session: OpenSession, indicator: &IndicatorId) -> Option<Answer> {
    mine(open_session, indicator.clone(), |session| &session.answers)
}

/// Answers a statement, or takes the answer back.
pub fn say(open_session: OpenSession, indicator: IndicatorId, answer: Option<Answer>) {
    if let Some(place) = open_session.place(indicator) {
        open_session.change(Change::Answer(place, answer));
    }
}

/// The id of the words of a statement: they name whatever is chosen and typed about it.
pub fn statement_id(indicator: &IndicatorId) -> String {
    format!("statement-{indicator}")
}

/// The id of the field for the reason of an answer.
pub fn reason_field(indicator: &IndicatorId) -> String {
    format!("reason-{indicator}")
}

/// Why an indicator does not apply, or what does its job, once that was chosen.
#[component]
pub fn ReasonField(
    id: IndicatorId,
    answer: Memo<Option<Answer>>,
    open_session: OpenSession,
    /// Whether the statement stands on the page with [`statement_id`], and names the field, too.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let field = reason_field(&id);
    let about = named.then(|| statement_id(&id));
    let id = StoredValue::new(id);
    let labels = Memo::new(move |_| match answer.get() {
        Some(Answer::NotApplicable(_)) => Some((t::REASON_NA, t::REASON_NA_HINT)),
        Some(Answer::Compensated(_)) => Some((t::REASON_COMPENSATED, t::REASON_COMPENSATED_HINT)),
        _ => None,
    });
    let reason = Signal::derive(move || match answer.get() {
        Some(Answer::NotApplicable(why)) => why.reason,
        Some(Answer::Compensated(why)) => why.reason,
        _ => String::new(),
    });
    let on_type = move |reason: String| {
        let explained = answer.get_untracked().and_then(|answer| commands::explained(answer, reason));
        if let Some(answer) = explained {
            say(open_session, id.get_value(), Some(answer));
        }
    };
    move || {
        labels
            .get()
            .map(|(label, hint)| view! { <TextField id=field.clone() label hint value=reason on_type about=about.clone() /> })
    }
}
