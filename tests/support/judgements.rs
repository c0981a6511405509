//! Arbitrary changes of what assessing needs: evidence, how sure people are, what is settled, who answers what.

use plumbline::model::Level;
use plumbline::session::{
    Answer, Assignment, Change, Compensated, Confidence, Evidence, EvidenceKind, EvidenceUse, Override, Settlement, Shown, Stamp,
    Subject, Way, Yes,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::any::{any_id, day, place, text, unknown};

fn evidence() -> impl Strategy<Value = Evidence> {
    let said = (text(), text(), text());
    (said, select(EvidenceKind::ALL.to_vec()), option::of(day()), option::of(day()), unknown()).prop_map(
        |((title, location, author), kind, dated, valid_until, unknown)| Evidence {
            title,
            kind,
            location,
            dated,
            author,
            valid_until,
            unknown,
        },
    )
}

fn settlement() -> impl Strategy<Value = Settlement> {
    let stamp = (1..9_u64, any_id()).prop_map(|(counter, actor)| Stamp { counter, actor });
    let answer = select(vec![Answer::Met, Answer::Partly, Answer::NotMet]);
    (answer, vec(stamp, 0..3), text(), unknown()).prop_map(|(answer, among, reason, unknown)| Settlement {
        answer,
        among,
        reason,
        unknown,
    })
}

fn level_set() -> impl Strategy<Value = Override> {
    let said = (0..5_u8, text(), unknown());
    said.prop_map(|(level, reason, unknown)| Override { level: Level::new(level), reason, unknown })
}

/// Any change of these.
pub fn judgement() -> impl Strategy<Value = Change> {
    use option::of;
    let confidence = select(Confidence::ALL.to_vec());
    let shown = select(Shown::ALL.to_vec());
    let given =
        (any_id(), of(any_id()), any_id()).prop_map(|(indicator, part, evidence)| EvidenceUse { indicator, part, evidence });
    let assignment = (any_id(), any_id()).prop_map(|(practice, person)| Assignment { practice, person });
    let compensated = (text(), unknown()).prop_map(|(reason, unknown)| Answer::Compensated(Compensated { reason, unknown }));
    prop_oneof![
        (place(), of(compensated)).prop_map(|(on, value)| Change::Answer(on, value)),
        (place(), of(confidence)).prop_map(|(on, value)| Change::Confidence(on, value)),
        (place(), of(text())).prop_map(|(on, value)| Change::Against(on, value)),
        (place(), of(day())).prop_map(|(on, value)| Change::Confirmed(on, value)),
        (place(), of(shown)).prop_map(|(on, value)| Change::Shown(on, value)),
        (any_id(), of(evidence())).prop_map(|(on, value)| Change::Evidence(on, value)),
        (given, of(Just(Yes))).prop_map(|(on, value)| Change::EvidenceUse(on, value)),
        (place().prop_map(|place| -> Subject<_> { place.subject() }), of(settlement()))
            .prop_map(|(on, value)| Change::Settlement(on, value)),
        (place().prop_map(|place| -> Subject<_> { place.subject() }), of(level_set()))
            .prop_map(|(on, value)| Change::Override(on, value)),
        (assignment, of(Just(Yes))).prop_map(|(on, value)| Change::Assignment(on, value)),
        of(Just(Yes)).prop_map(|value| Change::Way(Way::Blind, value)),
    ]
}
