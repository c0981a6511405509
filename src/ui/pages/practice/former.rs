//! What was said about a practice when it meant something else, beside the question that is asked again.

use leptos::prelude::*;

use crate::analysis::{Assessment, FormerPractice, former_practices};
use crate::model::{PracticeId, Questionnaire};
use crate::session::{Fact, PartId, PersonId, Session, Target, Timestamp};
use crate::ui::browser::clock;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// Which question is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// The target.
    Target,
    /// The answer of the quick pass.
    Quick,
    /// The level set against the rule.
    Override,
    /// The note.
    Note,
}

/// What was said about a practice when it meant something else, in answer to one question; nothing where nothing was.
#[component]
pub fn FormerlySaid(practice: PracticeId, again: Again) -> impl IntoView {
    let open_session = open_session();
    if open_session.asked.with_untracked(|asked| asked.model().formers(practice.as_str()).is_empty()) {
        return None;
    }
    Some(former_lines(open_session.following(move |assessment| lines(assessment, &practice, again))))
}

fn lines(assessment: &Assessment<'_>, practice: &PracticeId, again: Again) -> Vec<String> {
    let of_one = |former: FormerPractice<'_>| {
        let said = said(assessment.asked(), assessment.session(), &former, again);
        let was = former.was.map(|was| was.get(t::tag()));
        let why = former.why.map(|why| why.get(t::tag()));
        let head = t::former_practice(former.edition.as_str(), former.change.became, was, why);
        let head = (!said.is_empty()).then_some(head);
        head.into_iter().chain(said)
    };
    former_practices(assessment, practice).into_iter().flat_map(of_one).collect()
}

fn said(asked: &Questionnaire, session: &Session, former: &FormerPractice<'_>, again: Again) -> Vec<String> {
    match again {
        Again::Target => {
            let line = |fact: &Fact<Target>| {
                let target = fact.value()?;
                let scope = asked.model().scope(target.scope).map(|words| words.name.get(t::tag()));
                Some(t::former_target(target.level, scope, &target.reason, &who(session, None, fact.by.as_ref(), fact.at)))
            };
            former.target.and_then(line).into_iter().collect()
        }
        Again::Quick => {
            let lines = former.quick.iter().filter_map(|(place, fact)| {
                Some(t::former_quick(fact.value()?, &who(session, place.part.as_ref(), place.by.as_ref(), fact.at)))
            });
            lines.collect()
        }
        Again::Override => {
            let lines = former.overrides.iter().filter_map(|(subject, fact)| {
                let set = fact.value()?;
                let who = who(session, subject.part.as_ref(), fact.by.as_ref(), fact.at);
                Some(t::former_override(set.level, &set.reason, &who))
            });
            lines.collect()
        }
        Again::Note => former.notes.iter().filter_map(|(_, fact)| Some(t::former_note(fact.value()?))).collect(),
    }
}

/// Who said something, about which part and when.
fn who(session: &Session, part: Option<&PartId>, by: Option<&PersonId>, at: Timestamp) -> String {
    let part = part.and_then(|part| session.parts.get(part)?.value()).map(|part| part.name.clone());
    let by = by.and_then(|by| session.person_name(by)).map(str::to_owned);
    part.into_iter().chain(by).chain([clock::in_words(at)]).collect::<Vec<_>>().join(", ")
}

/// What was said under an older edition, line by line; nothing where nothing was.
pub fn former_lines(lines: Memo<Vec<String>>) -> impl IntoView {
    move || {
        (!lines.with(Vec::is_empty)).then(|| {
            let lines: Vec<_> = lines.get().into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect();
            view! { <div class="former hint">{lines}</div> }
        })
    }
}
