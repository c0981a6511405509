//! One practice as it is asked, with everything that is said about it: gathered once, since every rule goes through all of it.

use super::asked_of::{AskedOf, PartPlaces};
use super::by_item::OfItem;
use super::consolidated::{Consolidated, ConsolidatedAnswers, QuickVerdict};
use super::verdict::Verdict;
use super::{Basis, Current};
use crate::model::{AskedIndicator, Level, Practice, Questionnaire, RollupRule, Scoring};
use crate::session::PartId;

/// What is asked and said about a practice.
pub(super) struct PracticeAnswers<'q, 's> {
    /// What is asked at each level from 1 up.
    pub(super) levels: Vec<(Level, Vec<ConsolidatedIndicator<'q, 's>>)>,
    /// What is looked at: all parts, where something differs in one of them, or else the whole system (`None`).
    pub(super) subjects: Vec<Option<&'s PartId>>,
    /// Whether the practice is rated as a whole, so that statements don't decide where it stands.
    pub(super) is_rated: bool,
    /// How a level follows.
    pub(super) scoring: &'q Scoring,
    quick: Option<&'s OfItem<QuickVerdict>>,
    set: Option<&'s OfItem<Level>>,
}

/// An indicator with what is said about it.
pub(super) struct ConsolidatedIndicator<'q, 's> {
    pub(super) asked: AskedIndicator<'q>,
    said: Option<&'s OfItem<Consolidated>>,
    places: &'s PartPlaces,
}

impl ConsolidatedIndicator<'_, '_> {
    /// Whether it is answered in all of these parts, as far as it is asked of them. *I don't know* answers nothing.
    pub(super) fn is_answered_in(&self, subjects: &[Option<&PartId>]) -> bool {
        subjects.iter().all(|part| self.heard(*part).is_none_or(|heard| !heard.verdict.is_open()))
    }

    /// Whether nobody is left to ask in these parts, and in some of them those who were asked do not know.
    pub(super) fn is_not_known_in(&self, subjects: &[Option<&PartId>]) -> bool {
        !self.is_answered_in(subjects) && !self.is_untouched_in(subjects)
    }

    /// Whether nobody was asked yet in any of these parts.
    pub(super) fn is_untouched_in(&self, subjects: &[Option<&PartId>]) -> bool {
        subjects.iter().any(|part| self.heard(*part).is_some_and(|heard| heard.verdict == Verdict::Unanswered))
    }

    /// What counts for the whole system or, falling back to the whole, for a part of it; `None` where it is not asked of that part.
    pub(super) fn heard(&self, part: Option<&PartId>) -> Option<Consolidated> {
        let said = |part| self.said.and_then(|said| said.of(part)).unwrap_or(Consolidated::NOTHING);
        match self.places.asked_of(self.asked.indicator, part) {
            AskedOf::This => Some(said(part)),
            AskedOf::Whole => Some(said(None)),
            AskedOf::Others(_) => None,
        }
    }

    /// Whether it is asked of the whole system or of that part itself.
    pub(super) fn is_asked_of(&self, part: Option<&PartId>) -> bool {
        self.places.asked_of(self.asked.indicator, part) == AskedOf::This
    }

    /// Whether something that counts is said of any of these parts on its own.
    fn differs_in(&self, parts: &[PartId]) -> bool {
        self.said.is_some_and(|said| said.differs_in(parts, |part| self.is_asked_of(Some(part))))
    }
}

/// What is asked for a practice at each level from 1 up.
pub(super) fn asked_levels<'q>(asked: &'q Questionnaire, practice: &'q Practice) -> Vec<(Level, Vec<AskedIndicator<'q>>)> {
    Level::NONE.up_to(asked.model().top()).map(|level| (level, asked.indicators(practice, level))).collect()
}

impl<'q, 's> PracticeAnswers<'q, 's> {
    /// What is asked and said about a practice.
    pub(super) fn of(asked: &'q Questionnaire, practice: &'q Practice, said: &'s ConsolidatedAnswers) -> Self {
        let (quick, set) = (said.quick.about(&practice.id), said.overrides.about(&practice.id));
        let heard = |asked: AskedIndicator<'q>| ConsolidatedIndicator {
            said: said.answers.about(&asked.indicator.id),
            asked,
            places: &said.places,
        };
        let of_level = |level| (level, asked.indicators(practice, level).into_iter().map(heard).collect());
        let levels = Level::NONE.up_to(asked.model().top()).map(of_level).collect();
        let (scoring, is_rated) = (&asked.model().scoring, asked.model().is_rated(practice));
        Self::joined(levels, (quick, set), (scoring, is_rated), &said.parts)
    }

    /// What is asked at each level, with what somebody says about it: about each indicator, which are asked for in their order. The parts
    /// are those that `everybody` speaks of. `rule` is how a level follows, and whether the practice is rated as a whole.
    pub(super) fn heard(
        asked: &[(Level, Vec<AskedIndicator<'q>>)],
        mut said: impl FnMut(&AskedIndicator<'q>) -> Option<&'s OfItem<Consolidated>>,
        quick: Option<&'s OfItem<QuickVerdict>>,
        rule: (&'q Scoring, bool),
        everybody: &'s ConsolidatedAnswers,
    ) -> Self {
        let places = &everybody.places;
        let mut heard = |asked: &AskedIndicator<'q>| ConsolidatedIndicator { said: said(asked), asked: *asked, places };
        let levels = asked.iter().map(|(level, all)| (*level, all.iter().map(&mut heard).collect())).collect();
        Self::joined(levels, (quick, None), rule, &everybody.parts)
    }

    fn joined(
        levels: Vec<(Level, Vec<ConsolidatedIndicator<'q, 's>>)>,
        (quick, set): (Option<&'s OfItem<QuickVerdict>>, Option<&'s OfItem<Level>>),
        (scoring, is_rated): (&'q Scoring, bool),
        parts: &'s [PartId],
    ) -> Self {
        let mut hearing = Self { levels, subjects: vec![None], is_rated, scoring, quick, set };
        if hearing.differs_in(parts) {
            hearing.subjects = parts.iter().map(Some).collect();
        }
        hearing
    }

    fn differs_in(&self, parts: &[PartId]) -> bool {
        self.quick.is_some_and(|quick| quick.differs_in(parts, |_| true))
            || self.set.is_some_and(|set| set.differs_in(parts, |_| true))
            // What is said about statements moves no rating, and so tells no parts apart.
            || (!self.is_rated && self.indicators().any(|it| it.differs_in(parts)))
    }

    /// The highest level.
    pub(super) fn top(&self) -> Level {
        self.levels.last().map_or(Level::NONE, |(level, _)| *level)
    }

    /// Leaves, of some parts, those that a level can still raise by its own statements; none where what one of them misses decides for all.
    /// All of them where each level counts for itself.
    pub(super) fn keep_raisable(&self, indicators: &[ConsolidatedIndicator<'_, '_>], subjects: &mut Vec<Option<&PartId>>) {
        if self.scoring.level.is_added_up() {
            return;
        }
        let before = subjects.len();
        subjects.retain(|part| {
            let heard = indicators.iter().filter_map(|it| Some(it.heard(*part)?.verdict));
            let (possible, of) = heard
                .filter(|verdict| *verdict != Verdict::NotApplicable)
                .fold((0, 0), |(possible, of), verdict| (possible + usize::from(!verdict.is_missed()), of + 1));
            self.scoring.share.is_reached_by(possible, of)
        });
        if subjects.len() < before && self.scoring.rollup.parts == RollupRule::Lowest {
            subjects.clear();
        }
    }

    /// Whether nothing at all is asked of a part, although something is asked for the practice.
    pub(super) fn asks_nothing_of(&self, part: &PartId) -> bool {
        let mut all = self.indicators().peekable();
        all.peek().is_some() && all.all(|it| it.heard(Some(part)).is_none())
    }

    /// All indicators, the lowest level first.
    pub(super) fn indicators(&self) -> impl Iterator<Item = &ConsolidatedIndicator<'q, 's>> {
        self.levels.iter().flat_map(|(_, indicators)| indicators)
    }

    /// What the quick pass says for the whole system or, falling back to the whole, for a part of it.
    pub(super) fn quick(&self, part: Option<&PartId>) -> Option<QuickVerdict> {
        self.quick.and_then(|quick| quick.of(part))
    }

    /// Up to which level what nobody answered is taken to be done in a part, since its quick answer says so and each level counts for
    /// itself; none where the level alone says it.
    pub(super) fn said_up_to(&self, part: Option<&PartId>, current: Current) -> Level {
        match (self.quick(part), current) {
            (Some(QuickVerdict::Level(level)), Current::Known { basis: Basis::Quick, .. })
                if self.scoring.level.is_added_up() =>
            {
                level
            }
            _ => Level::NONE,
        }
    }

    /// The level that somebody set against the rule, with a reason, for just this: the whole system or a part of it.
    pub(super) fn set(&self, part: Option<&PartId>) -> Option<Level> {
        self.set.and_then(|set| set.exactly(part))
    }
}
