//! Sign-offs in files, checked natively. The browser checks by its own cryptography (`src/ui/browser/signing.rs`).

use ed25519_dalek::{Signature as Signed, VerifyingKey};
use serde_json::{Value, json};

use crate::analysis::{Assessment, SignOffFit, SignatureCheck, SignedRound, results, sign_offs};
use crate::session::Signature;
use crate::ui::text as t;

/// Checks a signature over these bytes.
#[must_use]
pub fn check_signature(signature: &Signature, bytes: &[u8]) -> SignatureCheck {
    if signature.kind != Signature::ED25519 {
        return SignatureCheck::CantCheck;
    }
    let checked = signature.bytes().and_then(|(key, signed)| {
        // Strictly: no signature fits that a key of small order makes fit anything.
        VerifyingKey::from_bytes(&key).ok()?.verify_strict(bytes, &Signed::from_bytes(&signed)).ok()
    });
    if checked.is_some() { SignatureCheck::Fits } else { SignatureCheck::DoesNotFit }
}

/// How many sign-offs that nobody took back are not what stands: altered, signed by another key, or changed since. What can't be compared counts,
/// too; what changed beside a round does not.
pub(super) fn that_do_not_hold(assessment: &Assessment<'_>) -> usize {
    let all = of_all_rounds(assessment);
    let standing = all.iter().filter(|signed| signed.taken_back.is_none());
    let fails = |signed: &&SignedRound| {
        !matches!(signed.fit, SignOffFit::Unchanged | SignOffFit::Beside)
            || checked(assessment, signed) == SignatureCheck::DoesNotFit
    };
    standing.filter(fails).count()
}

fn checked(assessment: &Assessment<'_>, signed: &SignedRound) -> SignatureCheck {
    let it = &signed.sign_off;
    it.signature.as_ref().map_or(SignatureCheck::Absent, |signature| {
        check_signature(signature, &it.signed_bytes(assessment.session(), &signed.at))
    })
}

/// A sign-off as it is told: for people a line, for programs a value.
pub(super) struct ToldSignOff {
    pub(super) words: String,
    pub(super) value: Value,
}

/// The sign-offs of all rounds of an assessment, the first round first.
pub(super) fn told(assessment: &Assessment<'_>) -> Vec<ToldSignOff> {
    of_all_rounds(assessment).iter().map(|signed| told_one(assessment, signed)).collect()
}

fn of_all_rounds(assessment: &Assessment<'_>) -> Vec<SignedRound> {
    let (asked, session) = (assessment.asked(), assessment.session());
    let rounds = session.rounds_in_order().filter(|(round, _)| !session.sign_offs_of(round).is_empty());
    let of_round = |round| {
        let of_round = Assessment::of_round(asked, session, round);
        sign_offs(&of_round, &results(&of_round))
    };
    rounds.flat_map(|(round, _)| of_round(round)).collect()
}

fn told_one(assessment: &Assessment<'_>, signed: &SignedRound) -> ToldSignOff {
    let it = &signed.sign_off;
    let check = checked(assessment, signed);
    // A key by which it was not signed says nothing.
    let key = it.signature.as_ref().filter(|_| check == SignatureCheck::Fits).and_then(Signature::fingerprint);
    let taken_back = signed.taken_back.is_some();
    ToldSignOff {
        words: t::sign_off_line(signed, check, key.as_deref()),
        value: json!({
            "round": signed.at.round,
            "sign_off": signed.at.sign_off,
            "name": it.name,
            "role": it.role,
            "on": it.on.to_string(),
            "taken_back": taken_back,
            "state": state(signed.fit, check),
            "signature": word(check),
            "key": key,
        }),
    }
}

const fn state(fit: SignOffFit, check: SignatureCheck) -> &'static str {
    match fit {
        _ if matches!(check, SignatureCheck::DoesNotFit) => "altered",
        SignOffFit::Unchanged => "unchanged",
        SignOffFit::Beside => "changed_beside",
        SignOffFit::CantCompare => "cannot_compare",
        SignOffFit::Changed => "changed",
        SignOffFit::Altered => "altered",
    }
}

const fn word(check: SignatureCheck) -> &'static str {
    match check {
        SignatureCheck::Absent => "none",
        SignatureCheck::NotChecked | SignatureCheck::CantCheck => "cannot_check",
        SignatureCheck::Fits => "fits",
        SignatureCheck::DoesNotFit => "does_not_fit",
    }
}
