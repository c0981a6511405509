//! The questions on paper: only there when the page is printed.

use leptos::prelude::*;

use crate::exchange::answers_to_choose;
use crate::model::{AnswerScale, Indicator, Level, Practice, Questionnaire};
use crate::session::{Answer, SystemField};
use crate::ui::pages::share::request::draft::Draft;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The chosen questions as a sheet with boxes to tick and lines for notes.
#[component]
pub fn QuestionSheet(draft: Draft) -> impl IntoView {
    let open_session = open_session();
    let title =
        move || open_session.session.with(|session| t::questions_about(&t::system_name(session.system(SystemField::Name))));
    let who = move || {
        open_session.session.with(|session| {
            let to = draft.to.get().and_then(|to| session.person_name(&to).map(str::to_owned))?;
            let from = open_session.me.get().and_then(|from| session.person_name(&from).map(str::to_owned));
            Some(from.map_or_else(|| t::for_somebody(&to), |from| t::for_and_from(&to, &from)))
        })
    };
    let message = move || {
        let message = draft.message.get();
        (!message.trim().is_empty()).then(|| view! { <p class="message" dir="auto">{message}</p> })
    };
    let practices = move || {
        let asked = open_session.asked.get();
        let chosen = draft.practices.get();
        let practices = asked.model().practices().into_iter().filter(|practice| chosen.contains(&practice.id));
        // Each can be handed to somebody else: what stands at the top of the first stands above the others as well.
        let again = || [title(), who().unwrap_or_default(), how(&asked)];
        practices.enumerate().map(|(at, it)| on_paper(&asked, it, (at > 0).then(again))).collect::<Vec<_>>()
    };
    view! {
        <section class="print-only sheet">
            <h2>{title}</h2>
            <p>{who}</p>
            {message}
            <p>{move || open_session.asked.with(|asked| how(asked))}</p>
            {practices}
        </section>
    }
}

/// The answers that have a box on paper. What does a statement's job instead takes more words than there is room for.
fn on_sheet(scale: &AnswerScale) -> Vec<Answer> {
    answers_to_choose(scale).into_iter().filter(|answer| !matches!(answer, Answer::Compensated(_))).collect()
}

fn how(asked: &Questionnaire) -> String {
    let scale = &asked.model().scoring.answers;
    t::sheet_how(&on_sheet(scale), scale, t::tag())
}

/// A practice with all its statements, the lowest level first, and who filled it in.
fn on_paper(asked: &Questionnaire, practice: &Practice, above: Option<[String; 3]>) -> AnyView {
    let scale = &asked.model().scoring.answers;
    let answers = on_sheet(scale);
    let columns = answers.len() + 2;
    let head_of = |level: Level| {
        let name = asked.model().rung(level).map(|rung| rung.name.get(t::tag()).to_owned()).unwrap_or_default();
        view! { <tr class="sheet-level"><td colspan=columns.to_string()>{t::sheet_level(level, &name)}</td></tr> }
    };
    let of_level = |level: Level| {
        let rows: Vec<_> = asked.indicators(practice, level).into_iter().map(|it| on_a_row(it.indicator, &answers)).collect();
        (!rows.is_empty()).then(|| view! { {head_of(level)} {rows} })
    };
    let rows: Vec<_> = Level::NONE.up_to(asked.model().top()).filter_map(of_level).collect();
    let head = |answer: &Answer| t::sheet_box(answer, scale, t::tag());
    let boxes: Vec<_> = answers.iter().map(|answer| view! { <th scope="col" dir="auto">{head(answer)}</th> }).collect();
    view! {
        <section class="sheet-practice">
            {above.map(|lines| lines.map(|line| view! { <p class="sheet-again" dir="auto">{line}</p> }))}
            <h3>{practice.name.get(t::tag()).to_owned()}</h3>
            {practice.question.said(t::tag()).map(|words| view! { <p>{words.to_owned()}</p> })}
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t::SHEET_STATEMENT}</th>
                        {boxes}
                        <th scope="col">{t::SHEET_SHOWN}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="sheet-end">{t::SHEET_DATE}</p>
        </section>
    }
    .into_any()
}

fn on_a_row(statement: &Indicator, answers: &[Answer]) -> AnyView {
    // What an answer says to this statement alone stands at its box.
    let own = |answer: &Answer| match answer {
        Answer::Own(id) => statement.answers.get(id).map(|text| text.get(t::tag()).to_owned()),
        _ => None,
    };
    let boxes: Vec<_> = answers.iter().map(|answer| view! { <td><span class="tick-box"></span>{own(answer)}</td> }).collect();
    view! {
        <tr>
            <th scope="row">{statement.text.get(t::tag()).to_owned()}</th>
            {boxes}
            <td class="note-line"></td>
        </tr>
    }
    .into_any()
}
