//! What other frameworks a level touches and, the other way round, which items of a framework are touched by what is met, what is
//! missing and what is not needed.
//!
//! Nothing here says that an item is fulfilled: a cross-reference is no evidence of conformity.

use std::collections::{BTreeSet, HashMap};

use super::{Assessment, Basis, Current, PracticeResult, Results, Verdict};
use crate::model::{Crossrefs, Framework, FrameworkId, IndicatorId, Level, PracticeId, ReaderRole, Reference, order};

/// Which frameworks somebody wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    /// Only these; all where none is named.
    pub frameworks: BTreeSet<FrameworkId>,
    /// Only what is for readers of this role.
    pub role: Option<ReaderRole>,
}

impl References {
    /// Whether a framework is wanted.
    #[must_use]
    pub fn include(&self, framework: &Framework) -> bool {
        let named = self.frameworks.is_empty() || self.frameworks.contains(&framework.id);
        named && self.role.is_none_or(|role| framework.is_for(role))
    }
}

/// What a level of a practice touches, by framework, in the order of the frameworks; those that it does not touch are left out.
#[must_use]
pub fn related<'a>(
    crossrefs: &'a Crossrefs,
    practice: &PracticeId,
    level: Level,
    wanted: &References,
) -> Vec<(&'a Framework, Vec<&'a Reference>)> {
    let here: Vec<&Reference> = crossrefs.references_of(practice, level).collect();
    let frameworks = crossrefs.frameworks.iter().filter(|framework| wanted.include(framework));
    frameworks
        .map(|framework| (framework, here.iter().filter(|it| it.framework == framework.id).copied().collect::<Vec<_>>()))
        .filter(|(_, references)| !references.is_empty())
        .collect()
}

/// How an item is touched, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touch {
    /// By a level that is needed and not reached.
    Missing,
    /// By a level that is needed, of which is not known yet whether it is reached.
    Open,
    /// By a level that is needed and by the quick pass alone not reached: nobody looked at its statements.
    QuickMissing,
    /// By a level that is reached by the quick pass alone: that says of no single item that it is met.
    QuickMet,
    /// By a level that is reached.
    Met,
    /// Only by what is neither reached nor needed: beyond the target and any outside minimum,
    /// without either, or in a practice that does not apply.
    NotCovered,
}

impl Touch {
    /// All ways, the most urgent first.
    pub const ALL: [Self; 6] = [Self::Missing, Self::Open, Self::QuickMissing, Self::QuickMet, Self::Met, Self::NotCovered];

    /// How a reference touches its item. Where it names the statements that carry it, these decide, and not the level that they
    /// are part of: a level can be open or missed for other reasons. As long as nobody looked at them, the quick pass counts. What is
    /// met counts as met, needed or not.
    fn of(result: &PracticeResult, level: Level, verdicts: Option<&[Verdict]>) -> Self {
        let Some(verdicts) = verdicts else { return Self::of_level(result, level) };
        let says = |is: fn(Verdict) -> bool| verdicts.iter().any(|verdict| is(*verdict));
        let matters = says(|it| it != Verdict::NotApplicable) && result.standing.current != Current::NotApplicable;
        if !matters {
            return Self::NotCovered;
        }
        if verdicts.iter().all(|verdict| verdict.is_fulfilled()) {
            return Self::Met;
        }
        let needed = result.goal().is_some_and(|goal| level <= goal);
        if !needed {
            return Self::NotCovered;
        }
        if says(|it| it.is_missed()) {
            return Self::Missing;
        }
        match Self::of_level(result, level) {
            quick @ (Self::QuickMissing | Self::QuickMet) => quick,
            Self::Missing | Self::Open | Self::Met | Self::NotCovered => Self::Open,
        }
    }

    /// How a level of a practice as a whole touches what it refers to.
    fn of_level(result: &PracticeResult, level: Level) -> Self {
        let needed = result.goal().is_some_and(|goal| level <= goal);
        // Of several parts it is not known which of them somebody looked at.
        let is_sure = result.standing.parts.is_empty() && result.standing.sure.is_some_and(|sure| level <= sure);
        match result.standing.current {
            Current::Known { low, basis: Basis::Quick, .. } if level <= low && !is_sure => Self::QuickMet,
            Current::Known { low, .. } if level <= low => Self::Met,
            // Where it is not known of one part, the quick pass may be all that speaks of the others.
            Current::Known { high, basis: Basis::Quick | Basis::NotKnown, .. } if needed && high < level => Self::QuickMissing,
            Current::Known { high, .. } if needed && high < level => Self::Missing,
            Current::Known { .. } | Current::Unanswered if needed => Self::Open,
            Current::Known { .. } | Current::Unanswered | Current::NotApplicable => Self::NotCovered,
        }
    }
}

/// A reference, and how it touches its item.
#[derive(Clone, Debug, PartialEq)]
pub struct Touched<'a> {
    /// The reference.
    pub reference: &'a Reference,
    /// How it touches the item.
    pub touch: Touch,
    /// The statements that carry it and are asked of us, with what is said about them.
    pub by: Vec<(&'a IndicatorId, Verdict)>,
}

/// An item of a framework with all that touches it.
#[derive(Clone, Debug, PartialEq)]
pub struct TouchedItem<'a> {
    /// Its id in the framework.
    pub item: &'a str,
    /// Its title, where it may be shown.
    pub title: Option<&'a str>,
    /// The most urgent of the touches: an item with something missing is not shown as met.
    pub touch: Touch,
    /// What touches it; never empty.
    pub by: Vec<Touched<'a>>,
}

/// The items of a framework that cross-references name, in the order in which items are counted there (`SR 1.2` before `SR 1.10`).
#[must_use]
pub fn touched<'a>(
    assessment: &Assessment<'_>,
    crossrefs: &'a Crossrefs,
    results: &Results,
    framework: &FrameworkId,
) -> Vec<TouchedItem<'a>> {
    let Some(framework) = crossrefs.framework(framework) else { return Vec::new() };
    let mut items: Vec<TouchedItem<'a>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for reference in crossrefs.references.iter().filter(|it| it.framework == framework.id) {
        let Some(result) = results.practice(&reference.practice) else { continue };
        let said = |id: &'a IndicatorId| Some((id, assessment.said.together(assessment.asked.indicator(id)?.indicator)));
        let by: Vec<_> = reference.statements.iter().filter_map(said).collect();
        let verdicts: Vec<Verdict> = by.iter().map(|(_, verdict)| *verdict).collect();
        let touch = Touch::of(result, reference.level, (!reference.statements.is_empty()).then_some(&verdicts[..]));
        let by = Touched { reference, touch, by };
        match places.get(reference.item.as_str()).and_then(|place| items.get_mut(*place)) {
            Some(there) => {
                there.touch = there.touch.min(touch);
                there.by.push(by);
            }
            None => {
                places.insert(&reference.item, items.len());
                let title = framework.titles.get(&reference.item).map(String::as_str);
                items.push(TouchedItem { item: &reference.item, title, touch, by: vec![by] });
            }
        }
    }
    order::by_key(&mut items, |it| counted(it.item));
    items
}

/// A piece of an id: whether it is without a number, the number, and what follows it.
type Piece = (bool, u32, String);

/// An id in pieces that sort as people count: by the value of numbers, and numbers before letters.
fn counted(id: &str) -> Vec<Piece> {
    let piece = |piece: &str| {
        let digits = piece.trim_end_matches(|c: char| !c.is_ascii_digit());
        let rest = piece.get(digits.len()..).unwrap_or_default();
        (digits.is_empty(), digits.parse().unwrap_or_default(), rest.to_owned())
    };
    id.split_inclusive(|c: char| !c.is_ascii_digit()).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_counted_as_people_do() {
        let mut ids = ["SR 1.10", "SR 1.2", "A.8.1", "A.5.12", "SR 1.1", "5.3-10", "5.3-4A", "AC-2(12)", "AC-17"];
        ids.sort_by_cached_key(|id| counted(id));
        assert_eq!(ids, ["5.3-4A", "5.3-10", "A.5.12", "A.8.1", "AC-2(12)", "AC-17", "SR 1.1", "SR 1.2", "SR 1.10"]);
    }
}
