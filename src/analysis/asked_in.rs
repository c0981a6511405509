//! What is asked in a session: its model and profiles with what people added, without what is not meant for them.

use super::{audience, own_indicators, ruled_out};
use crate::model::Questionnaire;
use crate::session::Session;

/// What is asked in a session. `laid` is its model with the profiles that it uses, as far as they are there.
#[must_use]
pub fn asked_in(session: &Session, laid: Questionnaire) -> Questionnaire {
    let asked = laid.with_own(own_indicators(session));
    let set_apart = ruled_out(session, asked.profiles());
    asked.setting_apart(set_apart).for_audience(audience(session))
}
