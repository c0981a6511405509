//! What profiles tell of their older statements is followed as soon as they are here: they may come after the session was opened.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Edition, ProfileId, Questionnaire};
use crate::session::Session;

/// States anew what follows from older editions whenever other profiles tell of some. What was said is not altered.
pub fn follow_profiles(session: RwSignal<Session>, asked: Memo<Arc<Questionnaire>>) {
    let told_by = Memo::new(move |_| {
        asked.with(|asked| {
            let telling = asked.profiles().iter().filter(|profile| !profile.changes.is_empty());
            telling.map(|profile| (profile.id.clone(), profile.edition.clone())).collect::<Vec<(ProfileId, Edition)>>()
        })
    });
    Effect::new(move |before: Option<Vec<(ProfileId, Edition)>>| {
        let now = told_by.get();
        if before.unwrap_or_default() != now {
            let carried = session.with_untracked(|before| {
                let mut now = before.clone();
                asked.with_untracked(|asked| now.carry_over(&**asked));
                (now != *before).then_some(now)
            });
            carried.into_iter().for_each(|carried| session.set(carried));
        }
        now
    });
}
