//! What two tabs changed at the same time: said in passing, so that nobody wonders where their words are. And what things are
//! called in the open session.

use crate::analysis::{Names, Thing};
use crate::exchange::{Conflict, Keep};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;
use leptos::prelude::*;

impl OpenSession {
    /// What something is called in the open session.
    pub fn name_of(self, thing: &Thing) -> String {
        let asked = self.asked.get_untracked();
        self.session.with_untracked(|session| t::name_of(thing, &Names::new(Some(&asked), session, t::tag()).of(thing)))
    }

    /// Says what was changed both here and in another tab: what stands, and what the other one was.
    pub fn say_conflicts(self, conflicts: &[Conflict]) {
        let asked = self.asked.get_untracked();
        let lines: Vec<String> = self.session.with_untracked(|session| {
            let names = Names::new(Some(&asked), session, t::tag());
            conflicts.iter().map(|conflict| line(conflict, names)).collect()
        });
        if !lines.is_empty() {
            self.app_state.say(t::changed_in_two_tabs(&lines), None);
        }
    }
}

fn line(conflict: &Conflict, names: Names<'_>) -> String {
    let stands = conflict.stands();
    let other = if stands == Keep::Mine { Keep::Theirs } else { Keep::Mine };
    let [stands, other] = [stands, other].map(|side| conflict.side(side).value());
    t::changed_twice(&t::subject(&conflict.mine, names), stands, other)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that can't even begin has to say so loudly")]

    use std::sync::Arc;

    use super::*;
    use crate::analysis::own_indicators;
    use crate::exchange::merge;
    use crate::model::{IndicatorKind, Level, Questionnaire, read_model, read_profile};
    use crate::session::{Answer, Authorship, Change, ModelRef, OwnIndicator, Place, Session, Timestamp};

    #[test]
    fn a_statement_is_named_whoever_asks_it() {
        let model = Arc::new(read_model(include_bytes!("../../../../tests/data/tiny-model.json")).unwrap());
        let profile = read_profile(include_bytes!("../../../../tests/data/tiny-profile.json"), &model).unwrap();
        let authorship = |actor: &str| Authorship { by: None, at: Timestamp::UNIX_EPOCH, actor: actor.try_into().unwrap() };
        let reference = ModelRef::new(model.id.clone(), model.edition.clone());
        let mut here = Session::new("s1".try_into().unwrap(), reference, "r1".try_into().unwrap(), &authorship("first"));
        let own = OwnIndicator {
            practice: model.practices().first().unwrap().id.clone(),
            level: Level::new(1),
            kind: IndicatorKind::Done,
            text: "We drill the recovery of line 3.".to_owned(),
            evidence: String::new(),
            unknown: serde_json::Map::new(),
        };
        here.apply(Change::Indicator("own-1".try_into().unwrap(), Some(own)), &authorship("first"));
        let added = profile.indicators.first().unwrap().indicator.clone();
        let asked = Questionnaire::new(model, vec![Arc::new(profile)]).with_own(own_indicators(&here));
        for (id, words) in [("own-1", "We drill the recovery of line 3."), (added.id.as_str(), added.text.get(t::tag()))] {
            let [mut mine, mut theirs] = [here.clone(), here.clone()];
            let at = Place { on: id.try_into().unwrap(), round: "r1".try_into().unwrap(), part: None, by: None };
            mine.apply(Change::Answer(at.clone(), Some(Answer::Met)), &authorship("tab-1"));
            theirs.apply(Change::Answer(at, Some(Answer::NotMet)), &authorship("tab-2"));
            let merged = merge(&mine, &theirs).unwrap();
            let line = line(merged.conflicts.first().unwrap(), Names::new(Some(&asked), &merged.session, t::tag()));
            assert!(line.contains(words), "{line}");
        }
    }
}
