//! Arbitrary changes of the review layer.

use plumbline::model::Level;
use plumbline::session::{
    Accepted, Change, Declined, Finding, FindingAbout, FindingDecision, FindingKind, ReplyToFinding, Suggestion,
};
use proptest::option;
use proptest::prelude::*;

use super::any::{answer, any_id, text, unknown};

fn suggestion() -> BoxedStrategy<Suggestion> {
    let level = || any::<u8>().prop_map(Level::new);
    prop_oneof![answer().prop_map(Suggestion::Answer), level().prop_map(Suggestion::Level), level().prop_map(Suggestion::Target)]
        .boxed()
}

fn finding() -> BoxedStrategy<Finding> {
    let kind = prop_oneof![
        Just(FindingKind::Comment),
        option::of(any_id()).prop_map(FindingKind::Question),
        Just(FindingKind::Challenge),
        suggestion().prop_map(FindingKind::Suggestion),
    ];
    let about = prop_oneof![
        Just(FindingAbout::Whole),
        any_id().prop_map(FindingAbout::Statement),
        any_id().prop_map(FindingAbout::Practice),
        any_id().prop_map(FindingAbout::Target),
        any_id().prop_map(FindingAbout::Action),
    ];
    let said = (kind, about, option::of(any_id()), text(), any_id(), "[0-9a-f]{16}", unknown());
    said.prop_map(|(kind, about, part, text, round, stood, unknown)| Finding { kind, about, part, text, round, stood, unknown })
        .boxed()
}

fn decision() -> BoxedStrategy<FindingDecision> {
    let accepted = (option::of(suggestion()), unknown()).prop_map(|(suggestion, unknown)| Accepted { suggestion, unknown });
    let declined = (text(), unknown()).prop_map(|(reason, unknown)| Declined { reason, unknown });
    prop_oneof![
        accepted.prop_map(FindingDecision::Accepted),
        declined.prop_map(FindingDecision::Declined),
        Just(FindingDecision::Answered)
    ]
    .boxed()
}

/// Any change of these.
pub fn reviewing() -> BoxedStrategy<Change> {
    use option::of;
    let reply = (any_id(), any_id()).prop_map(|(finding, reply)| ReplyToFinding { finding, reply });
    prop_oneof![
        (any_id(), of(finding())).prop_map(|(on, value)| Change::Finding(on, value)),
        (reply, of(text())).prop_map(|(on, value)| Change::FindingReply(on, value)),
        (any_id(), of(decision())).prop_map(|(on, value)| Change::FindingDecision(on, value)),
    ]
    .boxed()
}
