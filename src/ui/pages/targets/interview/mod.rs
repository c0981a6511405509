//! The interview: questions about consequences, and what follows for the targets.

pub mod question;
mod rules;
pub mod take_over;

use leptos::prelude::*;

use crate::analysis::{Names, Proposals, Stands, Voice, interview_answers};
use crate::ui::components::{LevelMark, PageHead, Roles, anew};
use crate::ui::pages::practice::scale_help::ScaleHelp;
use crate::ui::pages::targets::interview::question::QuestionCard;
use crate::ui::pages::targets::interview::rules::AllRules;
use crate::ui::pages::targets::interview::take_over::{TakeOver, taken};
use crate::ui::pages::targets::interview_waits::use_for;
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
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
        <p class="lead">{t::INTERVIEW_LEAD} " " <InterviewState /></p>
        <Roles />
        <ol class="questions">{questions}</ol>
        <p class="hint">{about}</p>
        <ScaleHelp />
        <Proposals />
        <AllRules />
        <TakeOver />
    }
    .into_any()
}

/// How long the interview takes, and how far it is answered.
#[component]
pub fn InterviewState() -> impl IntoView {
    let open_session = open_session();
    let of =
        Memo::new(move |_| open_session.asked.with(|asked| asked.interview().map_or(0, |interview| interview.questions.len())));
    let answered = Memo::new(move |_| open_session.session.with(|session| interview_answers(session).len()));
    view! { <span class="interview-state">{move || (of.get() > 0).then(|| t::interview_state(answered.get(), of.get()))}</span> }
}

/// What follows for every practice, each with the interview's reasons.
#[component]
fn Proposals() -> impl IntoView {
    let open_session = open_session();
    let rows = move || {
        let asked = open_session.asked.get();
        let answers = open_session.session.with(interview_answers);
        let proposals = Proposals::of(&asked, &answers);
        let row = |practice: &crate::model::Practice| {
            let together = proposals.together(&practice.id)?;
            let proposed = together.from.iter().find(|it| it.voice == Voice::Interview)?;
            let (level, scope, why, is_decided) = open_session.session.with(|session| {
                let (names, target) = (Names::new(Some(&asked), session, t::tag()), session.target(&practice.id));
                let (level, scope, why) = taken(names, asked.model(), &together, target);
                (level, scope, why, Stands::of(target) != Stands::Undecided)
            });
            let head = format!("proposal-{}", practice.id);
            let differs = is_decided && together.is_answered && (level, scope) != (together.level, together.scope);
            let use_it = differs.then(|| {
                let (id, head) = (practice.id.clone(), head.clone());
                let act = move |_| use_for(open_session, std::slice::from_ref(&id), head.clone());
                let label = t::use_proposal_for(practice.name.get(t::tag()));
                view! { <button type="button" class="button small" aria-label=label on:click=act>{t::TAKE_IT}</button> }
            });
            let scope = asked.model().scope(scope).map(|words| words.name.get(t::tag()).to_owned());
            let why = (!why.is_empty()).then(|| view! { <p class="hint taken">{why.join(" ")}</p> });
            let reasons: Vec<_> =
                t::proposal_reasons(proposed, t::tag()).into_iter().map(|reason| view! { <li>{reason}</li> }).collect();
            Some(anew(view! {
                <li class="proposal">
                    <p class="proposal-head" id=head tabindex="-1">
                        <LevelMark level /> " " <strong>{practice.name.get(t::tag()).to_owned()}</strong> " "
                        <span class="tag quiet">{scope}</span>
                    </p>
                    {why} {use_it}
                    <ul class="hint">{reasons}</ul>
                </li>
            }))
        };
        let rows: Vec<_> = asked.model().practices().into_iter().filter_map(row).collect();
        (!rows.is_empty()).then(|| view! { <p class="hint">{t::WHICH_COUNTS}</p> <ul class="proposals">{rows}</ul> })
    };
    view! {
        <section class="card">
            <h2>{t::PROPOSED_SO_FAR}</h2>
            {move || rows().map_or_else(|| view! { <p class="hint">{t::NOTHING_PROPOSED}</p> }.into_any(), IntoAny::into_any)}
        </section>
    }
}
