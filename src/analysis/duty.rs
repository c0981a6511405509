//! One demand from outside: whether it binds, whether it is in force on a day, and whether it is met.
//!
//! It is **met by the statements that it names, and by its level only where it names none**: a level says how far a practice has come, a
//! law asks for single things. Nobody is told that they miss what they never said binds them, nor what is not in force yet; both stay
//! in sight.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Assessment, Current, Verdict};
use crate::model::{Applies, DutyId, DutyRole, IndicatorId, Level, Minimum, PracticeId, Profile, ProfileId, order};
use crate::session::{Date, DutyAnswer, Fact, ProfileDuty, Session};

/// Why a demand is taken to bind us, or not to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Binds {
    /// People said so, or stated it themselves.
    Confirmed,
    /// The profile does not say whom it binds, and nobody said that it does not bind us: it counts, as it did before profiles could.
    Assumed,
    /// It may: nothing that was said rules it out, and nobody confirmed it.
    Perhaps,
    /// It holds where we are not.
    Elsewhere,
    /// It is for those who are something else to the system than we are.
    OtherRole,
    /// People said, with a reason, that it does not.
    Declined,
}

impl Binds {
    /// Whether it counts where one counts what is met and missed.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Confirmed | Self::Assumed)
    }

    /// Whether it is not ours, as far as was said.
    #[must_use]
    pub const fn is_ruled_out(self) -> bool {
        matches!(self, Self::Elsewhere | Self::OtherRole | Self::Declined)
    }
}

/// Whether a demand is in force on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InForce {
    /// It is.
    Now,
    /// From this day on.
    From(Date),
    /// No longer, since after this day.
    Until(Date),
}

impl InForce {
    /// Whether something is in force on a day. Where it is not known which day it is, everything is that ever will be or was: that is the
    /// strictest reading.
    #[must_use]
    pub fn of(applies: Option<&Applies>, on: Option<Date>) -> Self {
        let (Some(applies), Some(on)) = (applies, on) else { return Self::Now };
        match (applies.from, applies.until) {
            (Some(from), _) if on < from => Self::From(from),
            (_, Some(until)) if until < on => Self::Until(until),
            _ => Self::Now,
        }
    }
}

/// Whether what is demanded is met, whether or not it binds anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyFit {
    /// A statement that it needs is not met; where it names none, its level is missed.
    Missed,
    /// Not known to be met: something is not answered or nobody knows it, is said to make no sense here, or is not asked here.
    Open,
    /// Every statement that it needs is met; where it names none, its level is reached.
    Met,
}

impl DutyFit {
    /// A law asks for what its statements say. What else its level would take is for the level to say: somebody who does all that the law
    /// asks for misses nothing of it, and a level alone never shows that they do. Neither does it show it that a statement makes no sense
    /// here or is not asked: of a level that is no gap, but a law says itself whom it spares.
    fn of(level: Level, needs: &[(IndicatorId, Verdict)], unasked: usize, current: Current) -> Self {
        let of_level = match current {
            Current::Known { low, .. } if low >= level => Self::Met,
            Current::Known { high, .. } if high < level => Self::Missed,
            Current::Known { .. } | Current::Unanswered | Current::NotApplicable => Self::Open,
        };
        let of_need = |(_, verdict): &(IndicatorId, Verdict)| match verdict.kind() {
            Verdict::NotMet | Verdict::Partly | Verdict::Own(_) => Self::Missed,
            Verdict::NotKnown | Verdict::Unanswered | Verdict::NotApplicable => Self::Open,
            Verdict::Compensated | Verdict::Met => Self::Met,
        };
        let of_unasked = (unasked > 0).then_some(Self::Open);
        needs.iter().map(of_need).chain(of_unasked).min().unwrap_or(of_level)
    }
}

/// What follows for one demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyResult {
    /// Which one of a profile; `None` for what people state themselves.
    pub duty: Option<ProfileDuty>,
    /// The same of other profiles: what they read out of the same law for the same people is one duty, and is answered together.
    pub same: Vec<ProfileDuty>,
    /// The level that it demands, the highest where profiles read it differently; at least 1.
    pub level: Level,
    /// The statements that it needs beside that, as far as they are asked, with what is said about them.
    pub needs: Vec<(IndicatorId, Verdict)>,
    /// How many more it needs that are not asked: they are for others than we are, or for what no part of the system is.
    pub unasked: usize,
    /// Whether it binds.
    pub binds: Binds,
    /// Whether it is in force on the day of the assessment.
    pub in_force: InForce,
    /// Whether it is met.
    pub fit: DutyFit,
}

impl DutyResult {
    /// Whether it counts today: it binds, and is in force.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.binds.counts() && self.in_force == InForce::Now
    }

    /// From when it will count; `None` where it does already, or never will.
    #[must_use]
    pub fn counts_from(&self) -> Option<Date> {
        self.begins().filter(|_| self.binds.counts())
    }

    /// From when it holds, where that is still to come, whether or not it binds.
    #[must_use]
    pub fn begins(&self) -> Option<Date> {
        match self.in_force {
            InForce::From(day) => Some(day),
            _ => None,
        }
    }

    /// Whether a statement that it needs is said not to hold, or not wholly.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.needs.iter().any(|(_, verdict)| verdict.is_missed())
    }

    /// Whether a statement that it needs is said to make no sense here: then somebody has to look whether the duty binds at all.
    #[must_use]
    pub fn is_set_aside(&self) -> bool {
        self.needs.iter().any(|(_, verdict)| verdict.kind() == Verdict::NotApplicable)
    }

    /// Whether something that it needs is not answered, or nobody knows it.
    #[must_use]
    pub fn has_open_need(&self) -> bool {
        self.needs.iter().any(|(_, verdict)| verdict.is_open())
    }

    /// Whether it counts today or will.
    #[must_use]
    pub fn counts_ever(&self) -> bool {
        self.counts() || self.counts_from().is_some()
    }

    /// Whether it is known to be missed today.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.counts() && self.fit == DutyFit::Missed
    }

    /// The statements that it needs and that are not met.
    pub fn lacks(&self) -> impl Iterator<Item = &(IndicatorId, Verdict)> {
        self.needs.iter().filter(|(_, verdict)| !verdict.is_fulfilled())
    }

    /// Which ones of profiles it is: what is answered is answered of all.
    pub fn of_profiles(&self) -> impl Iterator<Item = &ProfileDuty> {
        self.duty.iter().chain(&self.same)
    }

    /// Its place among others: what counts today, what will, the sooner first, what may, and what does not.
    pub(super) fn rank(&self) -> impl Ord + use<> {
        let when = match self.in_force {
            InForce::Now => (0, None),
            InForce::From(day) => (1, Some(day)),
            InForce::Until(day) => (2, Some(day)),
        };
        let binds = match self.binds {
            Binds::Confirmed | Binds::Assumed => 0,
            Binds::Perhaps => 1,
            Binds::Elsewhere | Binds::OtherRole | Binds::Declined => 2,
        };
        (binds, when, std::cmp::Reverse(self.level))
    }
}

/// What is demanded of a practice, in [order](DutyResult::rank); where that is the same, what people state themselves comes first, then
/// profiles in theirs.
pub(super) fn duty_results(assessment: &Assessment<'_>, practice: &PracticeId, current: Current) -> Vec<DutyResult> {
    let own = own_minimum(assessment, practice).map(|level| {
        let (needs, unasked) = asked_of_these(assessment, own_needs(assessment, practice));
        DutyResult {
            duty: None,
            same: Vec::new(),
            level,
            binds: Binds::Confirmed,
            in_force: InForce::Now,
            unasked,
            fit: DutyFit::of(level, &needs, unasked, current),
            needs,
        }
    });
    let of_profiles = readings(assessment, practice).into_iter().map(|readings| of_readings(assessment, current, &readings));
    let mut all: Vec<DutyResult> = own.into_iter().chain(of_profiles.flatten()).collect();
    order::by_key(&mut all, DutyResult::rank);
    all
}

/// What a profile reads out of a law.
type Reading<'a> = (&'a Profile, &'a Minimum);

/// What is demanded of a practice, each duty with the profiles that read it.
fn readings<'a>(assessment: &Assessment<'a>, practice: &PracticeId) -> Vec<Vec<Reading<'a>>> {
    let mut all: Vec<Vec<Reading<'a>>> = Vec::new();
    let mut places: BTreeMap<&DutyId, Vec<usize>> = BTreeMap::new();
    for reading in assessment.asked.minimums(practice) {
        let under_its_id = places.entry(&reading.1.id).or_default();
        let is_it = |place: &&usize| all.get(**place).and_then(|it| it.first()).is_some_and(|it| is_same_duty(it.1, reading.1));
        match under_its_id.iter().find(is_it).and_then(|place| all.get_mut(*place)) {
            Some(readings) => readings.push(reading),
            None => {
                under_its_id.push(all.len());
                all.push(vec![reading]);
            }
        }
    }
    all
}

/// Whether what two profiles read under one id is the same duty: of one law, for the same people, places and days. What else they say of it,
/// and how much they read into it, may differ with their sectors.
fn is_same_duty(one: &Minimum, two: &Minimum) -> bool {
    let is_same_law = one.law.as_ref().zip(two.law.as_ref()).is_some_and(|(one, two)| one.name == two.name);
    let binds_same = match (&one.applies, &two.applies) {
        (Some(one), Some(two)) => (&one.to, &one.places, one.from, one.until) == (&two.to, &two.places, two.from, two.until),
        (one, two) => one.is_none() && two.is_none(),
    };
    is_same_law && binds_same
}

/// One duty as all profiles together read it: every statement that one of them needs, and the highest level.
fn of_readings(assessment: &Assessment<'_>, current: Current, readings: &[Reading<'_>]) -> Option<DutyResult> {
    let (_, first) = readings.first()?;
    let level = readings.iter().map(|(_, minimum)| minimum.level).max()?;
    let (needs, unasked) = asked_of_these(assessment, readings.iter().flat_map(|(_, minimum)| &minimum.needs));
    let mut duties = readings.iter().map(|(profile, minimum)| profile_duty(&profile.id, minimum));
    Some(DutyResult {
        duty: duties.next(),
        same: duties.collect(),
        level,
        binds: together(readings.iter().map(|(profile, minimum)| binds(assessment.session, &profile.id, minimum)))?,
        in_force: InForce::of(first.applies.as_ref(), assessment.on),
        fit: DutyFit::of(level, &needs, unasked, current),
        needs,
        unasked,
    })
}

/// Whether what several profiles read binds: what people said of one of them was said of all.
fn together(all: impl Iterator<Item = Binds> + Clone) -> Option<Binds> {
    [Binds::Confirmed, Binds::Declined].into_iter().find(|said| all.clone().any(|binds| binds == *said)).or_else(|| all.min())
}

/// Those of some statements that are asked, each once, with what is said about them, and how many are not. What is for others than us is not
/// asked of us, and so not missed.
fn asked_of_these<'a>(
    assessment: &Assessment<'_>,
    needed: impl Iterator<Item = &'a IndicatorId>,
) -> (Vec<(IndicatorId, Verdict)>, usize) {
    let mut seen = BTreeSet::new();
    let needed: Vec<_> = needed.filter(|needed| seen.insert(*needed)).collect();
    let asked = needed.iter().filter_map(|needed| assessment.asked.indicator(needed));
    let asked: Vec<_> = asked.map(|it| (it.indicator.id.clone(), assessment.said.together(it.indicator))).collect();
    let unasked = needed.len() - asked.len();
    (asked, unasked)
}

/// The level that people state themselves; 0 demands nothing.
fn own_minimum(assessment: &Assessment<'_>, practice: &PracticeId) -> Option<Level> {
    let own = assessment.session.minimums.get(practice).and_then(Fact::value)?;
    Some(own.level).filter(|level| *level > Level::NONE)
}

/// The statements that people say their own demand on a practice needs, in the model's order, asked or not.
fn own_needs<'a>(assessment: &Assessment<'a>, practice: &PracticeId) -> impl Iterator<Item = &'a IndicatorId> + use<'a> {
    let (asked, needs) = (assessment.asked, &assessment.session.minimum_needs);
    let known = asked.model().practice(practice).into_iter().flat_map(|practice| asked.known_of(practice));
    known.map(|it| &it.indicator.id).filter(|id| needs.get(*id).is_some_and(|fact| fact.value().is_some()))
}

/// Names what a profile demands.
pub(super) fn profile_duty(profile: &ProfileId, minimum: &Minimum) -> ProfileDuty {
    ProfileDuty { profile: profile.clone(), duty: minimum.id.clone() }
}

/// Whether what a profile demands binds us. What people say of it comes before what follows from where and what they are.
#[must_use]
pub fn binds(session: &Session, profile: &ProfileId, minimum: &Minimum) -> Binds {
    let places: Vec<_> = session.places_named().collect();
    match (session.duty_answer(&profile_duty(profile, minimum)), &minimum.applies) {
        (Some(DutyAnswer::Applies), _) => Binds::Confirmed,
        (Some(DutyAnswer::NotApplicable(why)), _) if why.has_reason() => Binds::Declined,
        (_, None) => Binds::Assumed,
        (_, Some(applies)) if applies.to.is_empty() && applies.places.is_empty() => Binds::Assumed,
        (_, Some(applies)) if !applies.is_in(&places) => Binds::Elsewhere,
        (_, Some(applies)) if !applies.is_for(&our_roles(session)) => Binds::OtherRole,
        (_, Some(_)) => Binds::Perhaps,
    }
}

/// What these profiles demand that does not bind us, as far as was said.
#[must_use]
pub fn ruled_out(session: &Session, profiles: &[Arc<Profile>]) -> BTreeSet<(ProfileId, DutyId)> {
    let all = profiles.iter().flat_map(|profile| profile.minimums.iter().map(move |minimum| (&profile.id, minimum)));
    let ruled_out = all.filter(|(profile, minimum)| binds(session, profile, minimum).is_ruled_out());
    order::set(ruled_out.map(|(profile, minimum)| (profile.clone(), minimum.id.clone())))
}

/// What we are to the system, as far as a session says it; nothing is ruled out as long as nobody said so.
fn our_roles(session: &Session) -> Vec<DutyRole> {
    session.roles_in_system().map(DutyRole::from).collect()
}
