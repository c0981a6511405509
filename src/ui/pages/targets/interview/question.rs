//! One question of the interview, and what its answer changed.

use crate::analysis::{AnswerEffect, ProposalChange, Thing, answer_effect};
use crate::model::{Level, Model, OptionId, Question, QuestionId, Scope};
use crate::session::{Change, List};
use crate::ui::components::KeptApartMark;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;
use leptos::prelude::*;

/// One question with its options, and what the answer changes.
#[component]
pub fn QuestionCard(question: Question, number: usize, of: usize) -> impl IntoView {
    let open_session = open_session();
    let id = StoredValue::new(question.id.clone());
    let changed = RwSignal::new(None::<String>);
    let answer = Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.interview.get(id).and_then(|fact| fact.value().cloned())))
    });
    let name = format!("question-{}", question.id);
    let options: Vec<_> = question
        .options
        .iter()
        .map(|option| {
            let input_id = format!("{name}-{}", option.id);
            let (for_checked, chosen) = (option.id.clone(), option.id.clone());
            let checked = move || answer.with(|answer| answer.as_ref() == Some(&for_checked));
            view! {
                <li>
                    <input
                        type="radio"
                        name=name.clone()
                        id=input_id.clone()
                        prop:checked=checked
                        on:change=move |_| changed.set(Some(say(open_session, id.get_value(), Some(chosen.clone()))))
                    />
                    <label for=input_id>{option.text.get(t::tag()).to_owned()}</label>
                </li>
            }
        })
        .collect();
    let clear = move |_| changed.set(Some(say(open_session, id.get_value(), None)));
    view! {
        <li class="card question-card">
            <fieldset>
                <legend>
                    <span class="hint">{t::question_number(number, of)}</span>
                    <span class="question">{question.text.get(t::tag()).to_owned()}</span>
                </legend>
                <p class="hint">{question.why.get(t::tag()).to_owned()}</p>
                <KeptApartMark lists=&[List::Interview] on=question.id.as_str() />
                <ul class="options">{options}</ul>
            </fieldset>
            <p class="changes hint" role="status">{changed}</p>
            {move || answer.with(Option::is_some).then(|| view! {
                <button type="button" class="button plain small" on:click=clear>{t::CLEAR_ANSWER}</button>
            })}
        </li>
    }
}

/// States an answer, and says what it changes among the proposals of the interview.
pub fn say(open_session: OpenSession, question: QuestionId, answer: Option<OptionId>) -> String {
    let asked = open_session.asked.get_untracked();
    let effect = open_session.session.with_untracked(|session| answer_effect(&asked, session, &question, answer.as_ref()));
    open_session.change(Change::Interview(question, answer));
    let AnswerEffect::Changes(changes) = effect else { return t::FIRST_PROPOSALS.to_owned() };
    let words = |proposed: Option<(Level, Scope)>| proposed.map(|(level, scope)| in_words(asked.model(), level, scope));
    let change = |it: ProposalChange| {
        let name = open_session.name_of(&Thing::Practice(it.practice));
        let changed = t::proposal_changed(&name, words(it.before).as_deref(), words(it.after).as_deref());
        if it.takes_place { t::in_place_of_profile(&changed) } else { changed }
    };
    t::answer_changes(&changes.into_iter().map(change).collect::<Vec<_>>())
}

pub fn in_words(model: &Model, level: Level, scope: Scope) -> String {
    t::level_and_scope(level, model.scope(scope).map(|words| words.name.get(t::tag())))
}
