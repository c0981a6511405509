//! The interview: questions about consequences, and what follows for the targets.

mod rules;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{
    AnswerEffect, CombinedProposal, Difference, ProposalChange, Thing, Voice, answer_effect, differences, interview_answers,
    proposal, take_over,
};
use crate::model::{Level, Model, OptionId, Question, QuestionId, Scope};
use crate::session::{Change, Target};
use crate::ui::browser::page;
use crate::ui::components::{LevelMark, PageHead, anew};
use crate::ui::pages::practice::scale_help::ScaleHelp;
use crate::ui::pages::targets::interview::rules::AllRules;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The interview.
#[component]
pub fn InterviewPage() -> impl IntoView {
    let open_session = open_session();
    let asked = open_session.asked.get_untracked();
    let Some(interview) = asked.interview() else {
        return view! { <PageHead title=t::title(SessionPage::Interview).to_owned() /> <p>{t::NO_INTERVIEW}</p> }.into_any();
    };
    let of = interview.questions.len();
    let questions: Vec<_> = interview
        .questions
        .iter()
        .zip(1..)
        .map(|(question, number)| view! { <QuestionCard question=question.clone() number of /> })
        .collect();
    let about = interview.about.get(t::tag()).to_owned();
    view! {
        <PageHead title=t::title(SessionPage::Interview).to_owned() above=t::INTERVIEW_ABOVE.to_owned() />
        <p class="lead">{t::INTERVIEW_LEAD}</p>
        <p class="hint">{about}</p>
        <ScaleHelp />
        <ol class="questions">{questions}</ol>
        <Proposals />
        <AllRules />
        <TakeOver />
    }
    .into_any()
}

/// One question with its options, and what the answer changes.
#[component]
fn QuestionCard(question: Question, number: usize, of: usize) -> impl IntoView {
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
fn say(open_session: OpenSession, question: QuestionId, answer: Option<OptionId>) -> String {
    let asked = open_session.asked.get_untracked();
    let effect = open_session.session.with_untracked(|session| answer_effect(&asked, session, &question, answer.as_ref()));
    open_session.change(Change::Interview(question, answer));
    let AnswerEffect::Changes(changes) = effect else { return t::FIRST_PROPOSALS.to_owned() };
    let words = |proposed: Option<(Level, Scope)>| proposed.map(|(level, scope)| in_words(asked.model(), level, scope));
    let change = |it: ProposalChange| {
        let name = open_session.name_of(&Thing::Practice(it.practice));
        t::proposal_changed(&name, words(it.before).as_deref(), words(it.after).as_deref())
    };
    t::answer_changes(&changes.into_iter().map(change).collect::<Vec<_>>())
}

fn in_words(model: &Model, level: Level, scope: Scope) -> String {
    t::level_and_scope(level, model.scope(scope).map(|words| words.name.get(t::tag())))
}

/// What follows for a practice: the level and scope that are taken, and, where these are not what the interview proposes, why.
fn taken(model: &Model, proposal: &CombinedProposal<'_>, target: Option<&Target>) -> (Level, Scope, Vec<String>) {
    let by_hand = target.filter(|target| !target.origin.is_proposal());
    let (level, scope) = by_hand.map_or((proposal.level, proposal.scope), |target| (target.level, target.scope));
    let interview = proposal.from.iter().find(|it| it.voice == Voice::Interview);
    let alone = interview.filter(|it| (it.level, it.scope) != (level, scope)).map(|it| in_words(model, it.level, it.scope));
    let Some(alone) = alone else { return (level, scope, Vec::new()) };
    let mut why = vec![t::interview_alone(&alone)];
    if by_hand.is_some() {
        why.push(t::STAYS_BY_HAND.to_owned());
        return (level, scope, why);
    }
    let profiles = proposal.from.iter().filter_map(|it| match it.voice {
        Voice::Profile(profile) => Some(t::profile_asks(profile.name.get(t::tag()), &in_words(model, it.level, it.scope))),
        Voice::Interview => None,
    });
    why.extend(profiles);
    why.push(t::HIGHEST_COUNTS.to_owned());
    (level, scope, why)
}

/// What follows for every practice, each with the interview's reasons.
#[component]
fn Proposals() -> impl IntoView {
    let open_session = open_session();
    let rows = move || {
        let asked = open_session.asked.get();
        let answers = open_session.session.with(interview_answers);
        let row = |practice: &crate::model::Practice| {
            let together = proposal(&asked, &answers, &practice.id)?;
            let proposed = together.from.iter().find(|it| it.voice == Voice::Interview)?;
            let (level, scope, why) =
                open_session.session.with(|session| taken(asked.model(), &together, session.target(&practice.id)));
            let scope = asked.model().scope(scope).map(|words| words.name.get(t::tag()).to_owned());
            let why = (!why.is_empty()).then(|| view! { <p class="hint taken">{why.join(" ")}</p> });
            let reasons: Vec<_> =
                proposed.reasons.iter().map(|reason| view! { <li>{reason.get(t::tag()).to_owned()}</li> }).collect();
            Some(anew(view! {
                <li class="proposal">
                    <p class="proposal-head">
                        <LevelMark level /> " " <strong>{practice.name.get(t::tag()).to_owned()}</strong> " "
                        <span class="tag quiet">{scope}</span>
                    </p>
                    {why}
                    <ul class="hint">{reasons}</ul>
                </li>
            }))
        };
        let rows: Vec<_> = asked.model().practices().into_iter().filter_map(row).collect();
        (!rows.is_empty()).then(|| view! { <ul class="proposals">{rows}</ul> })
    };
    view! {
        <section class="card">
            <h2>{t::PROPOSED_SO_FAR}</h2>
            {move || rows().map_or_else(|| view! { <p class="hint">{t::NOTHING_PROPOSED}</p> }.into_any(), IntoAny::into_any)}
        </section>
    }
}

const NOTHING_TO_TAKE: &str = "nothing-to-take-over";

/// Takes the proposals over as targets, where nobody set one by hand.
#[component]
fn TakeOver() -> impl IntoView {
    let open_session = open_session();
    let open: Memo<Vec<Difference>> =
        open_session.following(|assessment| differences(assessment, &interview_answers(assessment.session())));
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
        <div class="onward sticky">
            {move || match (answered.get(), open.with(Vec::len)) {
                (0, _) => view! { <p class="hint" id=NOTHING_TO_TAKE tabindex="-1">{t::ANSWER_FIRST}</p> }.into_any(),
                (_, 0) => view! { <p class="hint" id=NOTHING_TO_TAKE tabindex="-1">{t::AS_PROPOSED}</p> }.into_any(),
                (_, count) => view! { <button type="button" class="button primary" on:click=take>{t::take_over(count)}</button> }.into_any(),
            }}
            <A href=open_session.link(SessionPage::Targets) attr:class="button">{t::TO_TARGETS}</A>
        </div>
    }
}
