//! Undoing and redoing: what was altered is given back fact by fact, as it stood, where nobody changed it since.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::change::{How, Put};
use super::members::from_members;
use super::{Authorship, Change, Fact, Frozen, PersonId, Session, Stamp, Target, Timestamp, Yes};
use crate::model::PracticeId;

/// Who said something, when, and where that stands in the history.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    pub(super) by: Option<PersonId>,
    pub(super) at: Timestamp,
    /// `None` where it only followed from an older edition: that is no place in the history.
    stamp: Option<Stamp>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub(super) unknown: Map<String, Value>,
}

from_members!(Told { by, at, stamp, unknown or empty; .. });

impl Told {
    pub(super) fn of<V>(fact: &Fact<V>) -> Self {
        let stamp = (!fact.carried).then(|| fact.stamp.clone());
        Self { by: fact.by.clone(), at: fact.at, stamp, unknown: fact.unknown.clone() }
    }
}

/// What stands somewhere at one time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stood {
    /// What is said there.
    pub says: Change,
    /// By whom and when; `None` where nobody ever said anything.
    told: Option<Told>,
    /// Whether it is among the former targets since another took its place: redoing leaves it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    former: Option<Yes>,
    /// Where in the history a target came to stand, if that is not where it stands since it was given back: there it stays among the
    /// former targets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    formerly: Option<Stamp>,
}

from_members!(Stood { says, told, former, formerly; .. });

impl Stood {
    fn stamp(&self) -> Option<&Stamp> {
        self.told.as_ref()?.stamp.as_ref()
    }

    /// Takes in that what stood there stands there again, under another stamp; likewise the answers that it settles: it would hold no more.
    fn follow(&mut self, stamps: &NewStamps) {
        let settled = match &mut self.says {
            Change::Settlement(_, Some(settlement)) => settlement.among.as_mut_slice(),
            _ => &mut [],
        };
        for stamp in settled {
            if let Some(now) = stamps.get(stamp) {
                *stamp = now.clone();
            }
        }
        let Some(stamp) = self.told.as_mut().and_then(|told| told.stamp.as_mut()) else { return };
        if let Some(now) = stamps.get(stamp) {
            let stood = std::mem::replace(stamp, now.clone());
            self.formerly = self.formerly.take().or(Some(stood).filter(|_| matches!(self.says, Change::Target(..))));
        }
    }
}

/// Under which stamps stand again what stood under others.
pub type NewStamps = BTreeMap<Stamp, Stamp>;

/// One fact that was altered: what stood there before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stroke {
    /// Before.
    pub was: Stood,
    /// After.
    pub is: Stood,
}

from_members!(Stroke { was, is; .. });

impl Stroke {
    /// What undoes it.
    #[must_use]
    pub fn back(self) -> Self {
        Self { was: self.is, is: self.was }
    }

    /// Takes in that what it found or left stands there again, under another stamp.
    pub fn follow(&mut self, stamps: &NewStamps) {
        self.was.follow(stamps);
        self.is.follow(stamps);
    }

    /// Whether it only goes on with the words that `earlier` began, with nobody else in between.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        self.was.former.is_none() && self.is.says.continues(&earlier.is.says) && self.was.stamp() == earlier.is.stamp()
    }
}

/// What became of strokes that were to be made again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Again {
    /// Those that were.
    pub made: Vec<Stroke>,
    /// Those about what somebody changed since: that stays as it is.
    pub changed_since: Vec<Stroke>,
    /// All of them, where one is about a round that can't be altered any more: that stays as it is, too.
    pub frozen: Vec<Stroke>,
    /// Under which stamps stand again what they left.
    pub stamps: NewStamps,
}

impl Session {
    /// Makes a change and says what it altered, fact by fact: wholly or not at all.
    ///
    /// # Errors
    /// The round that has to stay as it is ([`Self::may`]).
    pub fn make(&mut self, change: Change, authorship: &Authorship) -> Result<Vec<Stroke>, Frozen> {
        let mut strokes = Vec::new();
        if change.moves_rounds() {
            let before = self.clone();
            self.make_each(change, authorship, &mut strokes).inspect_err(|_| *self = before)?;
        } else {
            self.may(&change)?;
            self.make_each(change, authorship, &mut strokes)?;
        }
        Ok(strokes)
    }

    fn make_each(&mut self, change: Change, authorship: &Authorship, strokes: &mut Vec<Stroke>) -> Result<(), Frozen> {
        match change {
            Change::Together(changes) => changes.into_iter().try_for_each(|one| self.make_each(one, authorship, strokes)),
            one => {
                self.may(&one)?;
                if let Some(Put { before, was, is }) = self.state_one(&one, authorship) {
                    let former = self.is_former(&before, was.as_ref()).then_some(Yes);
                    let was = Stood { says: before, told: was, former, formerly: None };
                    strokes.push(Stroke { was, is: Stood { says: one, told: Some(is), former: None, formerly: None } });
                }
                Ok(())
            }
        }
    }

    /// Whether what stood somewhere is among the former targets.
    fn is_former(&self, says: &Change, told: Option<&Told>) -> bool {
        let Change::Target(on, _) = says else { return false };
        let stamp = told.and_then(|told| told.stamp.clone());
        stamp.is_some_and(|stamp| self.past_targets.contains_key(&(on.clone(), stamp)))
    }

    /// Makes strokes again, each where there still stands what it found: who said it and when is what it was. What somebody changed
    /// since is left alone.
    ///
    /// Where one of them would alter a round that has to stay as it is, none is made.
    pub fn make_again(&mut self, strokes: Vec<Stroke>, authorship: &Authorship) -> Again {
        if strokes.iter().any(|stroke| stroke.is.says.moves_rounds()) {
            let before = self.clone();
            let kept = strokes.clone();
            return self.make_each_again(strokes, authorship).unwrap_or_else(|_| {
                *self = before;
                Again { frozen: kept, ..Again::default() }
            });
        }
        match strokes.iter().try_for_each(|stroke| self.may(&stroke.is.says)) {
            Ok(()) => self.make_each_again(strokes, authorship).unwrap_or_default(),
            Err(_) => Again { frozen: strokes, ..Again::default() },
        }
    }

    fn make_each_again(&mut self, strokes: Vec<Stroke>, authorship: &Authorship) -> Result<Again, Frozen> {
        let mut again = Again::default();
        for mut stroke in strokes {
            self.may(&stroke.is.says)?;
            stroke.was.follow(&again.stamps);
            let how = How::Again { told: stroke.is.told.as_ref(), expects: stroke.was.stamp(), authorship };
            let Some(Put { before, was, is }) = self.put(&stroke.is.says, &how) else {
                again.changed_since.push(stroke);
                continue;
            };
            self.log_again(&stroke, &before, was.as_ref());
            let left = stroke.is.stamp().cloned().filter(|_| matches!(stroke.is.says, Change::Target(..)));
            stroke.is.formerly = stroke.is.formerly.or(left);
            if let (Some(former), Some(now)) = (stroke.is.stamp().cloned(), is.stamp.clone()) {
                again.stamps.insert(former, now);
            }
            stroke.was = Stood { says: before, told: was, ..stroke.was };
            stroke.is = Stood { told: Some(is), ..stroke.is };
            again.made.push(stroke);
        }
        Ok(again)
    }

    /// Undoing and redoing decide nothing: the decision log is afterwards what it was. A target that is given back stands under another
    /// stamp, which would move it to another place in the history. So it is kept among the former targets where it came to stand; the log
    /// tells nothing twice. What settles it names that place, and so do other copies. What is taken away goes from there again, unless it
    /// was worth keeping.
    ///
    /// What a round was measured against, when it was closed or the next one opened, stays in any case: what stood there then is neither
    /// taken out nor does anything come in there afterwards.
    fn log_again(&mut self, stroke: &Stroke, before: &Change, was: Option<&Told>) {
        let (Change::Target(on, given), Change::Target(_, taken)) = (&stroke.is.says, before) else { return };
        if let Some(told) = stroke.is.told.as_ref().filter(|_| given.is_some() || stroke.is.former.is_some()) {
            let place = stroke.is.formerly.as_ref().or(told.stamp.as_ref());
            self.keep_at(on, place.filter(|place| !self.has_round_ended_since(place)).cloned(), given.as_ref(), told);
        }
        let Some((told, stamp)) = was.and_then(|told| Some((told, told.stamp.as_ref()?))) else { return };
        let place = (on.clone(), stroke.was.formerly.as_ref().unwrap_or(stamp).clone());
        let is_worth_keeping = stroke.was.former.is_some() && !self.past_targets.contains_key(&place);
        let has_round_ended = self.has_round_ended_since(&place.1);
        if self.has_round_ended_since(stamp) || (is_worth_keeping && has_round_ended) {
            self.keep_at(on, Some(stamp.clone()), taken.as_ref(), told);
        } else if is_worth_keeping {
            self.keep_at(on, Some(place.1), taken.as_ref(), told);
        } else if stroke.was.former.is_none() && !has_round_ended {
            self.past_targets.remove(&place);
        }
    }

    fn keep_at(&mut self, on: &PracticeId, place: Option<Stamp>, target: Option<&Target>, told: &Told) {
        let Some(place) = place else { return };
        let mut fact = Fact::new(target.cloned(), told.by.clone(), told.at, place.clone());
        fact.unknown.clone_from(&told.unknown);
        self.past_targets.insert((on.clone(), place), fact);
    }
}
