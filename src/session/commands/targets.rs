//! What becomes of deciding how much is enough.

use serde_json::Map;

use super::typed;
use crate::model::{DependencyId, Group, IndicatorId, IndicatorKind, Level, PracticeId, Scope};
use crate::session::{Authorship, Change, Fact, Origin, Override, OwnIndicator, OwnMinimum, Session, Subject, Target, Yes};

/// The practices below a group that have no target.
#[must_use]
pub fn unset_in(group: &Group, session: &Session) -> Vec<PracticeId> {
    let practices = group.all_practices().into_iter().map(|practice| &practice.id);
    practices.filter(|practice| session.target(practice).is_none()).cloned().collect()
}

/// Sets a level for everything below a group that has no target. What is set stays, wherever it comes from.
#[must_use]
pub fn set_unset(group: &Group, level: Level, session: &Session) -> Vec<Change> {
    let target = Target::new(level, Scope::General, Origin::Group(group.id.clone()));
    unset_in(group, session).into_iter().map(|practice| Change::Target(practice, Some(target.clone()))).collect()
}

/// Sets the level of a target by hand; where there is none, of a new one. Who decided the level before, when, and until when is not
/// said of the new one.
#[must_use]
pub fn set_level(session: &Session, practice: &PracticeId, level: Level, authorship: &Authorship) -> Change {
    let now = session.target(practice);
    let target = now.cloned().unwrap_or_else(|| Target::new(level, Scope::General, Origin::Practice));
    let target = Target { level, origin: Origin::Practice, ..target };
    let is_of_one_sitting = session.targets.get(practice).is_some_and(|fact| fact.is_of_one_sitting(authorship));
    let target = match now {
        // Who gave a reason a moment ago gave it for what they are choosing now.
        Some(before) if before.reason_for.is_some() || !is_of_one_sitting => target.with_reason_of(before),
        _ => target,
    };
    settling(session, practice, without_former_decision(session, practice, target, authorship))
}

/// States a target. Where two copies say it differently and this is neither more nor less than what counts until then, that stays open;
/// anything else settles it: what people agree on may be neither of the two.
fn settling(session: &Session, practice: &PracticeId, target: Target) -> Change {
    let is_as_it_counts = session.target(practice).is_some_and(|now| (now.level, now.scope) == (target.level, target.scope));
    let open: Vec<_> = session.targets_kept_apart(practice).filter(|_| !is_as_it_counts).collect();
    if open.is_empty() {
        let settles = if is_as_it_counts { target.settles.clone() } else { Vec::new() };
        return Change::Target(practice.clone(), Some(Target { settles, ..target }));
    }
    let settles = open.iter().flat_map(|(_, sides)| sides).cloned().collect();
    let stated = Change::Target(practice.clone(), Some(Target { settles, ..target }));
    let closed = open.into_iter().map(|(id, _)| Change::Discussion(id.clone(), None));
    Change::Together(std::iter::once(stated).chain(closed).collect())
}

/// A target without who decided, when, and until when, where that was said of another level or scope: it is the decision of whoever
/// changes it now. What they said of it themselves a moment ago, before they chose the scope as well, stays.
fn without_former_decision(session: &Session, practice: &PracticeId, target: Target, authorship: &Authorship) -> Target {
    let Some(fact) = session.targets.get(practice) else { return target };
    let is_another = fact.value().is_some_and(|former| (former.level, former.scope) != (target.level, target.scope));
    if is_another && !fact.is_of_one_sitting(authorship) {
        return Target { decided_by: None, decided_on: None, review_on: None, ..target };
    }
    target
}

/// Alters a target by hand. Whatever is altered, and also where nothing is, it counts as set by hand from then on; but a proposal to
/// which somebody only gives a reason, or a day to look at it again, stays one: that does not yet say that it is enough. With another
/// scope it is another decision, as with another level.
#[must_use]
pub fn alter_target(
    session: &Session,
    practice: &PracticeId,
    authorship: &Authorship,
    alter: impl FnOnce(&mut Target),
) -> Option<Change> {
    let before = session.target(practice)?;
    let mut target = before.clone();
    alter(&mut target);
    if (target.because, &target.reason) != (before.because, &before.reason) {
        target.reason_for = None;
    }
    if target == *before || target != before.clone().keeping_words_of(Some(&target)) {
        target.origin = Origin::Practice;
    }
    let target = without_former_decision(session, practice, target, authorship);
    Some(settling(session, practice, target))
}

/// Says that the reason that was given for another level holds for this one; nothing where there is no target.
#[must_use]
pub fn reason_holds(session: &Session, practice: &PracticeId, authorship: &Authorship) -> Option<Change> {
    alter_target(session, practice, authorship, |target| target.reason_for = None)
}

/// Says how much something outside demands, or that nothing does. The source that was given for it stays.
#[must_use]
pub fn set_minimum(session: &Session, practice: &PracticeId, level: Option<Level>) -> Change {
    let now = session.minimums.get(practice).and_then(Fact::value).cloned();
    let minimum = level.map(|level| match now {
        Some(now) => OwnMinimum { level, ..now },
        None => OwnMinimum { level, source: String::new(), unknown: Map::new() },
    });
    Change::Minimum(practice.clone(), minimum)
}

/// Says whether one's own demand on the practice of a statement needs that statement.
#[must_use]
pub fn minimum_needs(indicator: &IndicatorId, needed: bool) -> Change {
    Change::MinimumNeed(indicator.clone(), needed.then_some(Yes))
}

/// Says who demands a minimum, and where that is written.
#[must_use]
pub fn source_of_minimum(session: &Session, practice: &PracticeId, source: String) -> Option<Change> {
    let now = session.minimums.get(practice).and_then(Fact::value)?.clone();
    Some(Change::Minimum(practice.clone(), Some(OwnMinimum { source, ..now })))
}

/// Alters a level that is set against the rule; where none is, one of level 0, without a reason and so without effect.
#[must_use]
pub fn alter_override(session: &Session, at: Subject<PracticeId>, alter: impl FnOnce(&mut Override)) -> Change {
    let now = session.overrides.get(&at).and_then(Fact::value).cloned();
    let mut set = now.unwrap_or_else(|| Override { level: Level::NONE, reason: String::new(), unknown: Map::new() });
    alter(&mut set);
    Change::Override(at, Some(set))
}

/// Settles what people answered differently in the quick pass: this level counts, for a reason. All answers stay.
#[must_use]
pub fn settle_quick(session: &Session, at: Subject<PracticeId>, level: Level, reason: &str) -> Change {
    alter_override(session, at, |set| {
        set.level = level;
        set.reason = reason.trim().to_owned();
    })
}

/// Answers a hint that targets may not fit together.
#[must_use]
pub fn answer_hint(hint: DependencyId, words: String) -> Change {
    Change::Hint(hint, typed(words))
}

/// Adds an indicator of the people's own, at the lowest level at which there can be one. It says nothing yet.
#[must_use]
pub fn add_own_indicator(id: IndicatorId, practice: PracticeId) -> Change {
    let own = OwnIndicator {
        practice,
        level: Level::NONE.next(),
        kind: IndicatorKind::Done,
        text: String::new(),
        evidence: String::new(),
        unknown: Map::new(),
    };
    Change::Indicator(id, Some(own))
}

/// Alters an indicator of the people's own.
#[must_use]
pub fn alter_own_indicator(session: &Session, id: &IndicatorId, alter: impl FnOnce(&mut OwnIndicator)) -> Option<Change> {
    let mut own = session.indicators.get(id).and_then(Fact::value)?.clone();
    alter(&mut own);
    Some(Change::Indicator(id.clone(), Some(own)))
}
