//! Beginning with the answer to the first question.

use leptos::prelude::*;

use crate::model::PracticeId;
use crate::session::{Authorship, Change, Place, QuickAnswer, Session};
use crate::ui::pages::start::new::{added, authorship, goer, without_profile};
use crate::ui::routes::SessionPage;
use crate::ui::state::app_state::app_state;
use crate::ui::state::first_answer::{Onward, first_answer};

/// Begins a new session with the answer to the first question, once somebody gave one or goes on without.
#[component]
pub fn BeginAnswered() -> impl IntoView {
    let (app_state, first, go) = (app_state(), first_answer(), goer(true));
    Effect::new(move |_| {
        let Some((Onward { asked, to, focus }, answer)) = first.take() else { return };
        let mut begun = without_profile(app_state)();
        if let (Ok(session), Some(answer)) = (&mut begun, answer) {
            answer_quick(session, asked, answer, &authorship(app_state));
        }
        match added(app_state, begun) {
            Ok(slot) => {
                go(&slot, &SessionPage::Quick.of(&to));
                first.is_kept(focus);
            }
            Err(why) => app_state.say(why, None),
        }
    });
}

/// Answers the question of the quick pass about a practice in a session that has just begun.
fn answer_quick(session: &mut Session, on: PracticeId, answer: QuickAnswer, authorship: &Authorship) {
    if let Some(round) = session.round().cloned() {
        let place = Place { on, round, part: None, by: None };
        session.apply(Change::Quick(place, Some(answer)), authorship);
    }
}
