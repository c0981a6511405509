//! Arbitrary sign-offs: what a file may hold, whether it fits or not.

use plumbline::model::{Level, Scope};
use plumbline::session::{
    Change, Role, SignOff, SignOffOf, SignOffTakenBack, Signature, SignedFigures, SignedList, SignedPractice, SignedProfile,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::any::{any_id, day, text, unknown};
use super::round_events::seen;

fn practice() -> impl Strategy<Value = SignedPractice> {
    let level = || option::of(any::<u8>().prop_map(Level::new));
    let scope = || option::of(select(Scope::ALL.to_vec()));
    (any_id(), any::<bool>(), (level(), level(), level()), (scope(), scope()), unknown()).prop_map(
        |(practice, not_applicable, (level, at_most, target), (scope, target_scope), unknown)| SignedPractice {
            practice,
            not_applicable,
            level,
            at_most,
            target,
            scope,
            target_scope,
            unknown,
        },
    )
}

fn figures() -> impl Strategy<Value = SignedFigures> {
    let profile = (any_id(), any_id(), any_id(), unknown()).prop_map(|(profile, edition, content, unknown)| SignedProfile {
        profile,
        edition,
        content,
        unknown,
    });
    (any_id(), any_id(), vec(profile, 0..2), vec(practice(), 0..3), unknown()).prop_map(
        |(model, edition, profiles, practices, unknown)| SignedFigures {
            model,
            edition,
            content: None,
            profiles,
            practices,
            unknown,
        },
    )
}

/// Any sign-off.
pub fn sign_off() -> BoxedStrategy<SignOff> {
    let list = (select(vec!["answers", "targets", "x-new"]), any::<u32>(), "[0-9a-f]{64}", unknown());
    let list = list.prop_map(|(list, entries, digest, unknown)| SignedList {
        list: list.to_owned(),
        entries: entries.into(),
        digest,
        unknown,
    });
    let signature = (select(vec!["ed25519", "other"]), text(), text(), unknown());
    let signature =
        signature.prop_map(|(kind, key, signature, unknown)| Signature { kind: kind.to_owned(), key, signature, unknown });
    let who = (any_id(), text(), select(Role::ALL.to_vec()), day(), text());
    (who, figures(), vec(list, 0..3), seen(), "[0-9a-f]{0,64}", option::of(signature), unknown())
        .prop_map(|((person, name, role, on, round_name), figures, facts, seen, digest, signature, unknown)| SignOff {
            person,
            name,
            role,
            on,
            round_name,
            figures: Box::new(figures),
            facts,
            seen,
            digest,
            signature,
            unknown,
        })
        .boxed()
}

/// Any change of these.
pub fn signing() -> BoxedStrategy<Change> {
    let at = || (any_id(), any_id()).prop_map(|(round, sign_off)| SignOffOf { round, sign_off });
    let taken_back = (day(), text(), unknown()).prop_map(|(on, why, unknown)| SignOffTakenBack { on, why, unknown });
    prop_oneof![
        (at(), option::of(sign_off())).prop_map(|(on, value)| Change::SignOff(on, value)),
        (at(), option::of(taken_back)).prop_map(|(on, value)| Change::TakeSignOffBack(on, value)),
    ]
    .boxed()
}
