//! Arbitrary changes of what assessing needs: evidence, how sure people are, what is settled, who answers what.

use plumbline::model::{BadId, Level};
use plumbline::session::{
    Assignment, Change, Confidence, Discussion, DutyAnswer, Evidence, EvidenceFile, EvidenceKind, EvidenceUse, IssuedReport,
    NotApplicable, Override, Place, ProfileDuty, Settlement, Shown, Stamp, Subject, Way, Yes,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::any::{answer, any_id, at, day, place, text, unknown};

fn subject<T: for<'a> TryFrom<&'a str, Error = BadId> + std::fmt::Debug>() -> impl Strategy<Value = Subject<T>> {
    place().prop_map(Place::subject)
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let file = (text(), any::<u32>(), "[0-9a-f]{0,64}", day(), unknown());
    let file = file.prop_map(|(name, size, sha256, on, unknown)| EvidenceFile { name, size: size.into(), sha256, on, unknown });
    let said = (text(), text(), text(), vec(file, 0..3));
    (said, select(EvidenceKind::ALL.to_vec()), option::of(day()), option::of(day()), unknown()).prop_map(
        |((title, location, author, files), kind, dated, valid_until, unknown)| Evidence {
            title,
            kind,
            location,
            dated,
            author,
            valid_until,
            files,
            unknown,
        },
    )
}

fn settlement() -> impl Strategy<Value = Settlement> {
    let stamp = (1..=u64::MAX, any_id()).prop_map(|(counter, actor)| Stamp { counter, actor });
    (answer(), vec(stamp, 0..3), text(), unknown()).prop_map(|(answer, among, reason, unknown)| Settlement {
        answer,
        among,
        reason,
        unknown,
    })
}

fn level_set() -> impl Strategy<Value = Override> {
    let said = (any::<u8>(), text(), unknown());
    said.prop_map(|(level, reason, unknown)| Override { level: Level::new(level), reason, unknown })
}

fn issued_report() -> impl Strategy<Value = IssuedReport> {
    (at(), unknown()).prop_map(|(at, unknown)| IssuedReport { at, unknown })
}

fn discussion() -> impl Strategy<Value = Discussion> {
    let list = select(vec!["answers", "system", "x"]);
    (list, vec(unknown(), 0..3), unknown()).prop_map(|(list, sides, unknown)| Discussion {
        list: list.to_owned(),
        sides,
        unknown,
    })
}

/// Any change of these.
pub fn judgement() -> BoxedStrategy<Change> {
    use option::of;
    let confidence = select(Confidence::ALL.to_vec());
    let shown = select(Shown::ALL.to_vec());
    let given =
        (any_id(), of(any_id()), any_id()).prop_map(|(indicator, part, evidence)| EvidenceUse { indicator, part, evidence });
    let duty = (any_id(), any_id()).prop_map(|(profile, duty)| ProfileDuty { profile, duty });
    let reason = (text(), unknown()).prop_map(|(reason, unknown)| DutyAnswer::NotApplicable(NotApplicable { reason, unknown }));
    let duty_answer = prop_oneof![Just(DutyAnswer::Applies), reason];
    let assignment = (any_id(), any_id()).prop_map(|(practice, person)| Assignment { practice, person });
    let asked_of = (any_id(), any_id()).prop_map(|(practice, person)| Assignment { practice, person });
    prop_oneof![
        (place(), of(confidence)).prop_map(|(on, value)| Change::Confidence(on, value)),
        (place(), of(text())).prop_map(|(on, value)| Change::Against(on, value)),
        (place(), of(day())).prop_map(|(on, value)| Change::Confirmed(on, value)),
        (subject(), of(Just(Yes))).prop_map(|(on, value)| Change::Drop(on, value)),
        (subject(), of(Just(Yes))).prop_map(|(on, value)| Change::DropPractice(on, value)),
        (subject(), of(day())).prop_map(|(on, value)| Change::ConfirmTarget(on, value)),
        (subject(), of(day())).prop_map(|(on, value)| Change::ConfirmEvidence(on, value)),
        (place(), of(shown)).prop_map(|(on, value)| Change::Shown(on, value)),
        (any_id(), of(evidence())).prop_map(|(on, value)| Change::Evidence(on, value)),
        (given, of(Just(Yes))).prop_map(|(on, value)| Change::EvidenceUse(on, value)),
        (subject(), of(settlement())).prop_map(|(on, value)| Change::Settlement(on, value)),
        (subject(), of(level_set())).prop_map(|(on, value)| Change::Override(on, value)),
        (any_id(), of(Just(Yes))).prop_map(|(on, value)| Change::Region(on, value)),
        (duty, of(duty_answer)).prop_map(|(on, value)| Change::Duty(on, value)),
        (any_id(), of(Just(Yes))).prop_map(|(on, value)| Change::MinimumNeed(on, value)),
        (assignment, of(Just(Yes))).prop_map(|(on, value)| Change::Assignment(on, value)),
        (asked_of, of(day())).prop_map(|(on, value)| Change::AskedOf(on, value)),
        of(Just(Yes)).prop_map(|value| Change::Way(Way::Blind, value)),
        (any_id(), of(discussion())).prop_map(|(on, value)| Change::Discussion(on, value)),
        (any_id(), of(issued_report())).prop_map(|(on, value)| Change::Report(on, value)),
    ]
    .boxed()
}
