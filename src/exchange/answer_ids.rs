//! Which statements the ids in an answer sheet stand for, also where an edition has renamed them since.

use super::answer_sheet::NotTaken;
use crate::model::{Became, Editions, IndicatorId, Questionnaire};

/// The statement that an id of a sheet stands for: itself, or what it is called since an edition renamed it.
pub(super) fn asked_as(asked: &Questionnaire, id: &str) -> Option<IndicatorId> {
    let is_asked = |id: &str| IndicatorId::try_from(id).ok().filter(|id| asked.indicator(id).is_some());
    is_asked(id).or_else(|| {
        let [only] = asked.became(id).try_into().ok()?;
        // All that was said about it holds only where nothing but its id changed.
        let mut now = id;
        for change in asked.edition_changes().flat_map(|changes| &changes.items) {
            if change.id.as_str() == now {
                let [to] = change.to.as_slice() else { return None };
                if change.became != Became::Renamed {
                    return None;
                }
                now = to.as_str();
            }
        }
        is_asked(now).filter(|_| only.as_str() == now)
    })
}

/// What is quoted of a row that is not taken: of an id the words of its statement, as far as they are known.
#[must_use]
pub fn quoted<'a>(asked: &'a Questionnaire, words: &'a str, why: NotTaken, language: &str) -> &'a str {
    match why {
        NotTaken::UnknownStatement | NotTaken::Twice => {
            let now = asked_as(asked, words).and_then(|id| asked.indicator(&id));
            now.map(|it| &it.indicator.text).or_else(|| asked.last_said(words)).map_or(words, |text| text.get(language))
        }
        NotTaken::NoId | NotTaken::NoAnswer | NotTaken::ReasonWithoutNeed | NotTaken::ChangedSince | NotTaken::TooLong => words,
    }
}
