//! What is claimed and what is shown.

use std::collections::{BTreeSet, HashSet};

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::current::of_subjects;
use crate::analysis::{About, Reading, Verdict};
use crate::model::{IndicatorId, Level};
use crate::session::{EvidenceId, PartId, Shown};

/// From which level on evidence is worth asking for. Below, things are done as they come, and nobody writes much down.
const EVIDENCE_FROM: Level = Level::new(2);

/// Practices that reach a level by indicators for which there is neither evidence nor a judgement whether they are shown.
pub(super) fn unshown(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let judged: HashSet<(&IndicatorId, Option<&PartId>)> =
        checked.here(&checked.session.shown).map(|(place, ..)| (&place.on, place.part.as_ref())).collect();
    let is_bare = |id: &IndicatorId, part: Option<&PartId>| {
        !checked.has_evidence(id, part) && !judged.contains(&(id, None)) && !judged.contains(&(id, part))
    };
    let mut found = Vec::new();
    for practice in checked.practices() {
        let of_subjects = of_subjects(&checked.hearing(practice));
        let subjects: Vec<_> = of_subjects.into_iter().map(|(part, standing)| (part, standing.reading)).collect();
        let Some(level) = reached(subjects.iter().map(|(_, reading)| *reading)).filter(|level| *level >= EVIDENCE_FROM) else {
            continue;
        };
        let (mut met, mut without) = (0, 0);
        for statement in checked.placed_indicators_of(&practice.id).iter().filter(|it| it.level <= level) {
            let is_met = |part: &Option<&PartId>| {
                checked.said.verdict_of(statement.asked.indicator, *part).map(Verdict::kind) == Some(Verdict::Met)
            };
            let in_parts: Vec<_> = subjects.iter().map(|(part, _)| *part).filter(is_met).collect();
            met += usize::from(!in_parts.is_empty());
            without += usize::from(in_parts.iter().any(|part| is_bare(statement.id, *part)));
        }
        if without > 0 {
            found.push(Noticed::new(About::Practice(practice.id.clone()), What::Unshown { level, without, met }));
        }
    }
    found
}

/// The level that indicators say is reached in all parts to which the practice applies; `None` while they say nothing of one.
fn reached(readings: impl Iterator<Item = Reading>) -> Option<Level> {
    let mut lowest = None;
    for reading in readings {
        match reading {
            Reading::Untouched | Reading::NotKnown => return None,
            Reading::NotApplicable => {}
            Reading::Between { low, .. } => lowest = Some(lowest.map_or(low, |lowest: Level| lowest.min(low))),
        }
    }
    lowest
}

/// Indicators that are met, though what is given as evidence is said not to show it.
pub(super) fn not_shown(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let mut seen = BTreeSet::new();
    let judged = checked.here(&checked.session.shown).filter(|(_, shown, _)| **shown == Shown::NotShown);
    // Several people may say so; that is one finding.
    let judged = judged.map(|(place, ..)| (&place.on, place.part.as_ref())).filter(|at| seen.insert(*at));
    let met = judged.filter_map(|(id, part)| {
        let it = checked.placed_indicator(id)?;
        let is_met = checked.said.verdict_of(it.asked.indicator, part).map(Verdict::kind) == Some(Verdict::Met);
        is_met.then(|| Noticed { about: it.about(), part: part.cloned(), by: None, what: What::NotShown })
    });
    met.collect()
}

/// Evidence that is given for nothing. What it is given for need not be asked at the moment: its profile may be missing here.
pub(super) fn for_nothing(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let uses = checked.session.evidence_uses.iter().filter(|(_, fact)| fact.value().is_some());
    let here = uses.filter(|(given, _)| checked.is_here(given.part.as_ref()));
    let given: HashSet<&EvidenceId> = here.map(|(given, _)| &given.evidence).collect();
    let there = checked.session.evidence.iter().filter(|(id, _)| checked.session.evidence(id).is_some());
    let idle = there.filter(|(id, _)| !given.contains(id));
    idle.map(|(id, fact)| Noticed { by: fact.by.clone(), ..Noticed::new(About::Evidence(id.clone()), What::ForNothing) })
        .collect()
}
