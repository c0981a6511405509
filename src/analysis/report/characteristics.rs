//! What a report says of characteristics, with people called as in the rest of it. The screen tells the same.

use super::practice_name;
use super::who::{Cast, Name};
use crate::analysis::two_rounds::as_of;
use crate::analysis::{
    Assessment, Characteristics, CharacteristicsMoved, ConflictHere, Current, Fit, PracticeServes, Results, Served,
    characteristics, characteristics_moved, results,
};
use crate::model::{CharacteristicId, Level};
use crate::session::{ConflictId, ConflictWay, Date, RoundId, day_of};

/// What is said of characteristics, and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportCharacteristics {
    /// Each characteristic in the order of priority, with how many practices fall short for it, are on target, have more, and are not known.
    pub order: Vec<(String, [usize; 4])>,
    /// Why they come in that order and who said so; `None` where nobody put them in one.
    pub priority: Option<(String, Name, Date)>,
    /// Where a practice needs or has something else for a characteristic than as a whole, in the model's order.
    pub differing: Vec<ReportServed>,
    /// Where practices fall short: what comes first in the order of priority first.
    pub short: Vec<ReportServed>,
    /// The conflicts, those that are open first.
    pub conflicts: Vec<ReportConflict>,
    /// What became of all this since the round before; nothing in the first round, or where nothing did.
    pub moved: Vec<CharacteristicMove>,
}

/// A practice as it serves one characteristic.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportServed {
    /// The practice's name.
    pub practice: String,
    /// The characteristic's name.
    pub characteristic: String,
    /// How much is enough for it.
    pub target: Option<Level>,
    /// How much is enough of the practice, where that is something else.
    pub target_of_practice: Option<Option<Level>>,
    /// Where it stands for it.
    pub state: Current,
    /// Where the practice stands, where that is elsewhere.
    pub state_of_practice: Option<Current>,
    /// How the one fits the other.
    pub fit: Fit,
    /// Why that much is enough, and what people say there is to see: each with who.
    pub reason: String,
    /// What people say there is to see.
    pub notes: Vec<(Name, String)>,
    /// Whether people say differently where it stands.
    pub do_people_differ: bool,
}

/// A conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportConflict {
    /// Its id.
    pub id: ConflictId,
    /// The practice in which it shows, by name.
    pub practice: Option<String>,
    /// The characteristic that what is done helps, by name.
    pub helps: String,
    /// The one that it hinders.
    pub hinders: String,
    /// What is done, and why it does both.
    pub why: String,
    /// Who found it, and on which day.
    pub found: (Name, Date),
    /// Which way it went, what was decided, by whom and on which day; `None` while it is open.
    pub decision: Option<(ConflictWay, String, Name, Date)>,
    /// Whether that is not what the order of priority says.
    pub is_against_order: bool,
}

/// What became of something that is said of characteristics.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "there are few of them, and most are of the large kind")]
pub enum CharacteristicMove {
    /// A practice needs or has something else for a characteristic: their names, the targets and states then and now.
    Served {
        /// The practice's name.
        practice: String,
        /// The characteristic's name.
        characteristic: String,
        /// Its target then and now.
        target: [Option<Level>; 2],
        /// Where it stood and stands.
        state: [Current; 2],
    },
    /// The order was and is another one.
    Order([Vec<String>; 2]),
    /// A conflict is new, by the names of its characteristics.
    New(String, String),
    /// One is not there any more.
    Gone(String, String),
    /// One is decided, or decided another way.
    Decided(String, String),
    /// One is open again.
    Reopened(String, String),
}

/// What is said of characteristics, with everybody by name; nothing where nobody said anything, or the model names none.
#[must_use]
pub fn told_characteristics(
    assessment: &Assessment<'_>,
    results: &Results,
    before: Option<&RoundId>,
    language: &str,
) -> Option<ReportCharacteristics> {
    report_characteristics(assessment, results, before, &Cast::of(assessment.session, true), language)
}

/// The same for a report; beside the round before, where none is named.
pub(super) fn report_characteristics(
    assessment: &Assessment<'_>,
    now: &Results,
    before: Option<&RoundId>,
    cast: &Cast<'_>,
    language: &str,
) -> Option<ReportCharacteristics> {
    let all = characteristics(assessment, now)?;
    let moved = moves(assessment, &all, before, language);
    if !all.is_said() && moved.is_empty() {
        return None;
    }
    let told = Telling { assessment, results: now, cast, language };
    let count = |id: &CharacteristicId| {
        let of = |fits: &[Fit]| fits.iter().map(|fit| all.count(id, *fit)).sum();
        [of(&[Fit::Short]), of(&[Fit::OnTarget]), of(&[Fit::More]), of(&[Fit::Open, Fit::Unanswered, Fit::NoTarget])]
    };
    let differing = |it: &PracticeServes<'_>| {
        let cells = it.cells.iter().filter(|served| served.differs());
        cells.map(|served| told.served(&it.practice, served)).collect::<Vec<_>>()
    };
    Some(ReportCharacteristics {
        order: all.order.iter().map(|it| (it.name.get(language).to_owned(), count(&it.id))).collect(),
        priority: all
            .priority
            .map(|(priority, fact)| (priority.reason.trim().to_owned(), cast.name(fact.by.as_ref()), day_of(fact.at))),
        differing: all.practices.iter().flat_map(differing).collect(),
        short: all.shortfalls().into_iter().map(|it| told.served(it.practice, it.served)).collect(),
        conflicts: all.conflicts.iter().map(|it| told.conflict(it)).collect(),
        moved,
    })
}

/// How things and people are called.
struct Telling<'t, 'a> {
    assessment: &'t Assessment<'a>,
    results: &'t Results,
    cast: &'t Cast<'t>,
    language: &'t str,
}

impl Telling<'_, '_> {
    fn served(&self, practice: &crate::model::PracticeId, served: &Served<'_>) -> ReportServed {
        let result = self.results.practice(practice);
        let notes = served.said.iter().filter(|(_, state, _)| !state.note.trim().is_empty());
        ReportServed {
            practice: practice_name(self.assessment.asked, practice, self.language),
            characteristic: served.characteristic.name.get(self.language).to_owned(),
            target: served.target,
            target_of_practice: result.filter(|_| served.has_own_target).map(|it| it.target),
            state: served.state,
            state_of_practice: result.filter(|_| served.has_own_state).map(|it| it.standing.current),
            fit: served.fit,
            reason: served.reason.trim().to_owned(),
            notes: notes.map(|(at, state, _)| (self.cast.name(at.by.as_ref()), state.note.trim().to_owned())).collect(),
            do_people_differ: served.do_people_differ(),
        }
    }

    fn conflict(&self, it: &ConflictHere<'_>) -> ReportConflict {
        let name = |id| characteristic_name(self.assessment, id, self.language);
        ReportConflict {
            id: it.id.clone(),
            practice: it.conflict.practice.as_ref().map(|id| practice_name(self.assessment.asked, id, self.language)),
            helps: name(&it.conflict.helps),
            hinders: name(&it.conflict.hinders),
            why: it.conflict.why.trim().to_owned(),
            found: (self.cast.name(it.stated.by.as_ref()), day_of(it.stated.at)),
            decision: it.decision.map(|(decision, fact)| {
                (decision.way, decision.decision.trim().to_owned(), self.cast.name(fact.by.as_ref()), day_of(fact.at))
            }),
            is_against_order: it.is_against_order,
        }
    }
}

/// The name of a characteristic; its id where the model does not have it.
fn characteristic_name(assessment: &Assessment<'_>, id: &CharacteristicId, language: &str) -> String {
    let known = assessment.asked.model().characteristic(id);
    known.map_or_else(|| id.to_string(), |it| it.name.get(language).to_owned())
}

/// What became of things since a round before: the one that is named, or the last.
fn moves(
    assessment: &Assessment<'_>,
    now: &Characteristics<'_>,
    before: Option<&RoundId>,
    language: &str,
) -> Vec<CharacteristicMove> {
    let Some(round) = assessment.round else { return Vec::new() };
    let earlier = || assessment.session.rounds_in_order().map(|(id, _)| id).filter(|id| *id < round);
    let named = earlier().find(|id| Some(*id) == before);
    let Some(before) = named.or_else(|| earlier().next_back()) else { return Vec::new() };
    between(&as_of(assessment, before), assessment, now, language)
}

/// What became of all this from one assessment to another: two rounds, or two files. Nothing where the model names no characteristics.
#[must_use]
pub fn characteristics_between(before: &Assessment<'_>, now: &Assessment<'_>, language: &str) -> Vec<CharacteristicMove> {
    let all = characteristics(now, &results(now));
    all.map(|all| between(before, now, &all, language)).unwrap_or_default()
}

fn between(
    before: &Assessment<'_>,
    assessment: &Assessment<'_>,
    now: &Characteristics<'_>,
    language: &str,
) -> Vec<CharacteristicMove> {
    let Some(then) = characteristics(before, &results(before)) else { return Vec::new() };
    told_moves(assessment, &then, now, characteristics_moved(&then, now), language)
}

fn told_moves(
    assessment: &Assessment<'_>,
    then: &Characteristics<'_>,
    now: &Characteristics<'_>,
    moved: CharacteristicsMoved,
    language: &str,
) -> Vec<CharacteristicMove> {
    let name = |id: &CharacteristicId| characteristic_name(assessment, id, language);
    let both = |id: &ConflictId| {
        let found = now.conflicts.iter().chain(&then.conflicts).find(|it| it.id == id);
        found.map(|it| (name(&it.conflict.helps), name(&it.conflict.hinders))).unwrap_or_default()
    };
    let of = |ids: Vec<ConflictId>, told: fn(String, String) -> CharacteristicMove| {
        let told = move |(helps, hinders)| told(helps, hinders);
        ids.iter().map(both).map(told).collect::<Vec<_>>()
    };
    let order = moved.order.map(|both| CharacteristicMove::Order(both.map(|ids| ids.iter().map(name).collect())));
    let served = moved.served.into_iter().map(|it| CharacteristicMove::Served {
        practice: practice_name(assessment.asked, &it.practice, language),
        characteristic: name(&it.characteristic),
        target: it.target,
        state: it.state,
    });
    let mut all: Vec<_> = order.into_iter().chain(served).collect();
    all.extend(of(moved.new, CharacteristicMove::New));
    all.extend(of(moved.decided, CharacteristicMove::Decided));
    all.extend(of(moved.reopened, CharacteristicMove::Reopened));
    all.extend(of(moved.gone, CharacteristicMove::Gone));
    all
}
