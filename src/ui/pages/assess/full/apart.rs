//! Which parts are answered apart, where the whole system is looked at: else nothing tells that one of them differs.

use leptos::prelude::*;

use crate::analysis::Thing;
use crate::model::IndicatorId;
use crate::session::{Answer, Fact, PartId};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The answers about parts of a statement, while the whole system is answered.
#[component]
pub fn AnsweredApart(id: IndicatorId, open_session: OpenSession) -> impl IntoView {
    let said = Memo::new(move |_| {
        if open_session.part.with(Option::is_some) {
            return Vec::new();
        }
        let apart = open_session.assessment(|assessment| {
            let is_there = |part: &PartId| assessment.session().parts.get(part).is_some_and(|fact| fact.value().is_some());
            let said = assessment
                .answers_to(&id)
                .filter_map(|(place, fact)| Some((place.part.clone().filter(is_there)?, Fact::value(fact)?.clone())));
            said.collect::<Vec<(PartId, Answer)>>()
        });
        let words = |(part, answer): &(PartId, Answer)| {
            t::words_of(&open_session.name_of(&Thing::Part(part.clone())), &open_session.answer_words(&id, answer))
        };
        apart.iter().map(words).collect::<Vec<_>>()
    });
    move || (!said.with(Vec::is_empty)).then(|| view! { <p class="hint" dir="auto">{t::answered_apart(&said.get())}</p> })
}
