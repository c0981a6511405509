//! Every demand from outside as of a day: what counts, what will, what may, and what does not; each with what carries it and what is
//! missing. For orientation only: whether a law binds somebody, and whether they keep it, is said by no program.

use super::duty::profile_duty;
use super::{Assessment, Basis, Binds, Current, DutyFit, DutyResult, InForce, Names, Results, Thing, Verdict};
use crate::model::{Applies, IndicatorId, Level, Minimum, PracticeId, Profile, order};
use crate::session::{Date, Fact, ProfileDuty};

/// A demand from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// The practice that carries it.
    pub practice: PracticeId,
    /// The practice's name.
    pub name: String,
    /// What it is part of.
    pub part_of: PartOf,
    /// Who demands it, and where that is written; may be empty when people did not say.
    pub source: String,
    /// Whom it binds, where and when, as far as the profile says so.
    pub applies: Option<Applies>,
    /// For what, in words, if the profile says so.
    pub what: Option<String>,
    /// The statements that it needs.
    pub needs: Vec<NeededStatement>,
    /// What follows for it, as of the day.
    pub result: DutyResult,
    /// Where the practice stands.
    pub current: Current,
    /// Why it does not apply, where people say so; it counts until the reason is not empty.
    pub declined: Option<String>,
}

/// A statement that a demand needs.
pub type NeededStatement = (IndicatorId, String, Verdict);

/// What a demand is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartOf {
    /// A law, a standard or a contract, by its short name, with the address at which to read it.
    Law(String, Option<String>),
    /// A profile, by its name, that does not say of which law.
    Profile(String),
    /// What people state themselves.
    Own,
}

impl PartOf {
    /// Whether it is the same law, profile or person: a law is known by its name, wherever one reads it.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Law(one, _), Self::Law(two, _)) => one == two,
            _ => self == other,
        }
    }
}

/// Where a demand stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyKind {
    /// Nobody said whether it applies: that is to be said before anything follows from it.
    Perhaps,
    /// It counts on the day.
    Today,
    /// It will.
    Later,
    /// It no longer does.
    Over,
    /// It is not ours, as far as was said.
    NotOurs,
}

impl DutyKind {
    /// All, in their order.
    pub const ALL: [Self; 5] = [Self::Perhaps, Self::Today, Self::Later, Self::Over, Self::NotOurs];
}

impl DutyResult {
    /// Where it stands among others.
    #[must_use]
    pub const fn kind(&self) -> DutyKind {
        match (self.binds, self.in_force) {
            (binds, _) if binds.is_ruled_out() => DutyKind::NotOurs,
            (_, InForce::Until(_)) => DutyKind::Over,
            (Binds::Perhaps, _) => DutyKind::Perhaps,
            (_, InForce::Now) => DutyKind::Today,
            (_, InForce::From(_)) => DutyKind::Later,
        }
    }
}

/// All demands as of a day, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duties {
    /// The demands.
    pub all: Vec<Duty>,
    /// The profiles that read them from the laws, each with its edition.
    pub read: Vec<(String, String)>,
}

impl Duty {
    /// The level at which the practice stands, where that lies below what the duty is read as, it is not shown to be met, and no statement
    /// that it needs is said not to hold.
    #[must_use]
    pub fn below_its_level(&self) -> Option<(Level, Basis)> {
        match self.current {
            Current::Known { high, basis, .. }
                if high < self.result.level && self.result.fit != DutyFit::Met && !self.result.is_denied() =>
            {
                Some((high, basis))
            }
            _ => None,
        }
    }
}

impl Duties {
    /// Those of a kind, by what they are part of: what begins sooner first, then what is missed, then what is not shown. Of laws, the
    /// one of which more is missed comes first.
    #[must_use]
    pub fn of_kind(&self, kind: DutyKind) -> Vec<(&PartOf, Vec<&Duty>)> {
        let mut all: Vec<&Duty> = self.all.iter().filter(|duty| duty.result.kind() == kind).collect();
        order::by_key(&mut all, |duty| (duty.result.counts_from(), duty.result.fit, std::cmp::Reverse(duty.result.level)));
        let mut groups: Vec<(&PartOf, Vec<&Duty>)> = Vec::new();
        for duty in all {
            match groups.iter_mut().find(|(part_of, _)| part_of.is_same(&duty.part_of)) {
                Some((_, group)) => group.push(duty),
                None => groups.push((&duty.part_of, vec![duty])),
            }
        }
        let first = |group: &[&Duty]| group.first().and_then(|duty| duty.result.counts_from());
        let missed = |group: &[&Duty]| group.iter().filter(|duty| duty.result.fit == DutyFit::Missed).count();
        order::by_key(&mut groups, |(_, group)| (first(group), std::cmp::Reverse(missed(group))));
        groups
    }

    /// How many there are of a kind.
    #[must_use]
    pub fn count(&self, kind: DutyKind) -> usize {
        self.all.iter().filter(|duty| duty.result.kind() == kind).count()
    }

    /// How many count on the day and stand like this.
    #[must_use]
    pub fn count_fit(&self, fit: DutyFit) -> usize {
        self.all.iter().filter(|duty| duty.result.counts() && duty.result.fit == fit).count()
    }

    /// The days on which something begins or ends that is ours or may be, in their order, with what does; `true` is for what begins.
    #[must_use]
    pub fn days(&self) -> Vec<(Date, bool, Vec<&Duty>)> {
        let mut days: Vec<(Date, bool, Vec<&Duty>)> = Vec::new();
        for duty in self.all.iter().filter(|duty| duty.result.kind() != DutyKind::NotOurs) {
            let Some(applies) = &duty.applies else { continue };
            for (day, begins) in [(applies.from, true), (applies.until, false)] {
                let Some(day) = day else { continue };
                match days.iter_mut().find(|(other, way, _)| (*other, *way) == (day, begins)) {
                    Some((_, _, there)) => there.push(duty),
                    None => days.push((day, begins, vec![duty])),
                }
            }
        }
        order::by_key(&mut days, |(day, begins, _)| (*day, *begins));
        days
    }
}

/// All demands as of a day. `language` is that of the words.
#[must_use]
pub fn duties(assessment: &Assessment<'_>, results: &Results, on: Date, language: &str) -> Duties {
    let names = Names::new(Some(assessment.asked), assessment.session, language);
    let mut all = Vec::new();
    for result in &results.practices {
        let practice = &result.practice;
        let name = names.of(&Thing::Practice(practice.clone())).text().unwrap_or(practice.as_str()).to_owned();
        for duty in &result.duties {
            let said = duty.duty.as_ref().and_then(|duty| of_profile(assessment, practice, duty));
            all.push(one(assessment, (practice, &name, result.standing.current), duty, said, (on, language)));
        }
    }
    order::by_key(&mut all, |duty| duty.result.rank());
    let reading = assessment.asked.profiles().iter().filter(|profile| !profile.minimums.is_empty());
    let read = reading.map(|profile| (profile.name.get(language).to_owned(), profile.edition.to_string())).collect();
    Duties { all, read }
}

/// What a profile says of a demand.
fn of_profile<'a>(assessment: &Assessment<'a>, practice: &PracticeId, duty: &ProfileDuty) -> Option<(&'a Profile, &'a Minimum)> {
    assessment.asked.minimums(practice).find(|(profile, minimum)| profile_duty(&profile.id, minimum) == *duty)
}

fn one(
    assessment: &Assessment<'_>,
    (practice, name, current): (&PracticeId, &str, Current),
    result: &DutyResult,
    said: Option<(&Profile, &Minimum)>,
    (on, language): (Date, &str),
) -> Duty {
    let applies = said.and_then(|(_, minimum)| minimum.applies.clone());
    let part_of = match said {
        None => PartOf::Own,
        Some((profile, Minimum { law: None, .. })) => PartOf::Profile(profile.name.get(language).to_owned()),
        Some((_, Minimum { law: Some(law), .. })) => PartOf::Law(law.name.get(language).to_owned(), law.link.clone()),
    };
    let own = || assessment.session.minimums.get(practice).and_then(Fact::value).map(|own| own.source.trim().to_owned());
    let source = said.map(|(_, minimum)| minimum.source.get(language).to_owned()).or_else(own).unwrap_or_default();
    let declined = result.of_profiles().find_map(|duty| assessment.session.why_duty_is_not_ours(duty));
    let text = |(id, verdict): &(IndicatorId, Verdict)| {
        let asked = assessment.asked.indicator(id)?;
        Some((id.clone(), asked.indicator.text.get(language).to_owned(), *verdict))
    };
    Duty {
        practice: practice.clone(),
        name: name.to_owned(),
        current,
        part_of,
        source,
        needs: result.needs.iter().filter_map(text).collect(),
        result: DutyResult { in_force: InForce::of(applies.as_ref(), Some(on)), ..result.clone() },
        what: applies.as_ref().and_then(|applies| applies.what.as_ref()).map(|what| what.get(language).to_owned()),
        applies,
        declined: declined.map(|reason| reason.trim().to_owned()),
    }
}
