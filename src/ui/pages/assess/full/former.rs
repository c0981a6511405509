//! What a statement was in an older edition of the questions, and what was answered then.

use leptos::prelude::*;

use crate::analysis::formers;
use crate::model::IndicatorId;
use crate::ui::browser::clock;
use crate::ui::pages::practice::former::former_lines;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What was answered to a statement when it was another one.
#[component]
pub fn FormerAnswers(id: IndicatorId, open_session: OpenSession) -> impl IntoView {
    if open_session.asked.with_untracked(|asked| asked.formers(id.as_str()).is_empty()) {
        return None;
    }
    let lines = open_session.following(move |assessment| {
        let session = assessment.session();
        let lines = formers(assessment, &id).into_iter().flat_map(|former| {
            let was = former.was.map(|was| was.get(t::tag()));
            let why = former.why.map(|why| why.get(t::tag()));
            let head = t::former(former.edition.as_str(), former.change.became, was, why);
            let answers = former.answers.iter().filter_map(|(place, fact)| {
                let who = place.by.as_ref().and_then(|by| session.person_name(by));
                let part = place.part.as_ref().and_then(|part| session.parts.get(part)?.value());
                let part = part.map(|part| part.name.as_str());
                Some(t::former_answer(&open_session.answer_words(&id, fact.value()?), who, part, &clock::in_words(fact.at)))
            });
            let answers: Vec<String> = answers.chain(former.notes.iter().map(|note| t::former_note(note))).collect();
            std::iter::once(head).chain(answers).collect::<Vec<_>>()
        });
        lines.collect::<Vec<String>>()
    });
    Some(former_lines(lines))
}
