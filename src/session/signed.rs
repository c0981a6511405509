//! What a sign-off covers, and the bytes of it that are signed. The form of both is described in docs/sign-off.md: what was signed once must
//! give the same bytes for ever.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{
    Fact, List, RecordKind, RoundId, Session, SessionId, SignOff, SignOffId, SignOffOf, SignOffTakenBack, Signature, SignedList,
    Stamp, Target, digest,
};
use crate::model::{PracticeId, hex, order};

/// What signed bytes begin with: what they are, and in which form.
const FORM: &str = "plumbline sign-off 1\n";

/// How many bytes a digest has.
const LONG: usize = 32;

/// How a list counts for whoever signs a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// It says what was found in the round, or what was asked and aimed at.
    InRound,
    /// It belongs to no round, but the round rests on it.
    Beside,
    /// It does not count: it says how people work, or what comes after.
    Not,
}

impl List {
    /// How it counts for whoever signs a round.
    #[must_use]
    pub const fn signed(self) -> Signed {
        match self {
            Self::Quick
            | Self::Scopes
            | Self::Answers
            | Self::PracticeNotes
            | Self::Notes
            | Self::Confidence
            | Self::Against
            | Self::Confirmed
            | Self::Shown
            | Self::Dropped
            | Self::DroppedPractices
            | Self::ConfirmedTargets
            | Self::ConfirmedEvidence
            | Self::Settlements
            | Self::CharacteristicStates
            | Self::Overrides
            // They belong to no round, but say against what it is measured, what is asked in it and of what.
            | Self::Targets
            | Self::Indicators
            | Self::Parts => Signed::InRound,
            Self::System
            | Self::SystemRoles
            | Self::People
            | Self::Profiles
            | Self::Minimums
            | Self::MinimumNeeds
            | Self::Places
            | Self::Duties
            | Self::Interview
            | Self::Hints
            | Self::CharacteristicTargets
            | Self::Priority
            | Self::Conflicts
            | Self::ConflictDecisions
            | Self::Evidence
            | Self::EvidenceUses => Signed::Beside,
            Self::PastTargets
            | Self::Rounds
            | Self::RoundEvents
            | Self::Assignments
            | Self::AskedOf
            | Self::Ways
            | Self::Reports
            | Self::Discussions
            | Self::Actions
            | Self::ActionStatements
            | Self::ActionNeeds
            | Self::Findings
            | Self::FindingReplies
            | Self::FindingDecisions
            | Self::SignOffs
            | Self::SignOffsTakenBack => Signed::Not,
        }
    }
}

impl SignOff {
    /// The bytes that are signed: all that it says but its digest and its signature, with the session and the round that it belongs to.
    /// Objects have their members in the order of their names, and there is no space between anything.
    #[must_use]
    pub fn signed_bytes(&self, session: &Session, at: &SignOffOf) -> Vec<u8> {
        self.bytes_in(&session.id, at)
    }

    fn bytes_in(&self, session: &SessionId, at: &SignOffOf) -> Vec<u8> {
        let bare = Self { digest: String::new(), signature: None, ..self.clone() };
        let mut said = parsed(&serde_json::to_string(&bare).unwrap_or_default());
        said.shift_remove("digest");
        let mut all = Map::new();
        all.insert("session".to_owned(), session.as_str().into());
        all.insert("round".to_owned(), at.round.as_str().into());
        all.insert("sign_off".to_owned(), at.sign_off.as_str().into());
        all.insert("says".to_owned(), Value::Object(said));
        (FORM.to_owned() + &in_one_order(Value::Object(all))).into_bytes()
    }

    /// The digest of what is signed: its SHA-256, in hexadecimal.
    #[must_use]
    pub fn digest_of(&self, session: &Session, at: &SignOffOf) -> String {
        self.digest_in(&session.id, at)
    }

    fn digest_in(&self, session: &SessionId, at: &SignOffOf) -> String {
        hex(&Sha256::digest(self.bytes_in(session, at)))
    }

    /// Whether it still says what it said when it was made, as far as its own digest tells. Whoever alters it on purpose can make that fit; a
    /// signature they can't.
    #[must_use]
    pub fn is_whole(&self, session: &Session, at: &SignOffOf) -> bool {
        self.is_whole_in(&session.id, at)
    }

    /// The same for whoever knows of the session only which it is.
    #[must_use]
    pub fn is_whole_in(&self, session: &SessionId, at: &SignOffOf) -> bool {
        self.digest == self.digest_in(session, at)
    }
}

impl Signature {
    /// The kind that is made and checked here.
    pub const ED25519: &str = "ed25519";

    /// The bytes of the key and of the signature, where they are what this kind has. Nothing where the key, or the point that the signature
    /// begins with, is of small order: lenient readers, browsers among them, take such a signature for one of anything.
    #[must_use]
    pub fn bytes(&self) -> Option<([u8; 32], [u8; 64])> {
        if self.kind != Self::ED25519 {
            return None;
        }
        let (key, signature) = (STANDARD.decode(&self.key).ok()?, STANDARD.decode(&self.signature).ok()?);
        let (key, signature): ([u8; 32], [u8; 64]) = (key.try_into().ok()?, signature.try_into().ok()?);
        let is_weak = is_of_small_order(&key) || signature.first_chunk().is_none_or(is_of_small_order);
        (!is_weak).then_some((key, signature))
    }

    /// A signature of the kind that is made here.
    #[must_use]
    pub fn ed25519(key: &[u8], signature: &[u8]) -> Self {
        let (key, signature) = (STANDARD.encode(key), STANDARD.encode(signature));
        Self { kind: Self::ED25519.to_owned(), key, signature, unknown: Map::new() }
    }

    /// By what people compare the key: the SHA-256 of its bytes, in groups of four hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> Option<String> {
        self.bytes().map(|(key, _)| key_fingerprint(&key))
    }
}

/// The points of small order of the curve, in all ways in which they can be written, but for the bit of their sign: whether that is set does not
/// matter to what they are.
const OF_SMALL_ORDER: [[u8; 32]; 7] = [
    ends_with(0x00, 0x00, 0x00),
    ends_with(0x01, 0x00, 0x00),
    [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05,
        0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05,
    ],
    [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa,
        0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a,
    ],
    ends_with(0xec, 0xff, 0x7f),
    ends_with(0xed, 0xff, 0x7f),
    ends_with(0xee, 0xff, 0x7f),
];

/// The bytes of a number: its lowest, those between, and its highest.
const fn ends_with(lowest: u8, between: u8, highest: u8) -> [u8; 32] {
    let mut bytes = [between; 32];
    let [first, .., last] = &mut bytes;
    *first = lowest;
    *last = highest;
    bytes
}

fn is_of_small_order(point: &[u8; 32]) -> bool {
    let mut unsigned = *point;
    let [.., last] = &mut unsigned;
    *last &= 0x7f;
    OF_SMALL_ORDER.contains(&unsigned)
}

/// By what people compare a key: the SHA-256 of its bytes, in groups of four hexadecimal digits.
#[must_use]
pub fn key_fingerprint(key: &[u8]) -> String {
    let pair = |pair: &[u8]| pair.iter().map(|byte| format!("{byte:02X}")).collect::<String>();
    Sha256::digest(key).chunks(2).map(pair).collect::<Vec<_>>().join(" ")
}

impl Session {
    /// The sign-offs of a round that were not undone, in the order of the history.
    #[must_use]
    pub fn sign_offs_of(&self, round: &RoundId) -> Vec<(&SignOffOf, &SignOff, &Fact<SignOff>)> {
        let first = SignOffOf { round: round.clone(), sign_off: SignOffId::before_all() };
        let here = self.sign_offs.range(first..).take_while(|(key, _)| key.round == *round);
        let mut all: Vec<_> = here.filter_map(|(key, fact)| Some((key, fact.value()?, fact))).collect();
        all.sort_by(|(.., one), (.., other)| one.stamp.cmp(&other.stamp));
        all
    }

    /// That a sign-off was taken back, if somebody did, with who.
    #[must_use]
    pub fn sign_off_taken_back(&self, at: &SignOffOf) -> Option<(&SignOffTakenBack, &Fact<SignOffTakenBack>)> {
        let fact = self.sign_offs_taken_back.get(at)?;
        fact.value().map(|taken_back| (taken_back, fact))
    }

    /// What people say in the lists that are signed with a round, as digests: what each entry is about and what it says, without when and
    /// where in the history; whose it is only where everybody can say something else. What was taken back and said again is the same, and so
    /// is what two people said alike of something that can be said but once.
    #[must_use]
    pub fn signed_lists(&self, round: &RoundId) -> Vec<SignedList> {
        // By its text, as it is written anyway: another way of writing all types would make the app larger.
        let mut file = parsed(&serde_json::to_string(self).unwrap_or_default());
        let end = self.end_of(round);
        let of = |list: &List| {
            let records = match file.shift_remove(list.name()) {
                _ if list.signed() == Signed::Not => return None,
                _ if *list == List::Targets && end.is_some() => self.targets_until(end?),
                Some(Value::Array(records)) => records,
                _ => Vec::new(),
            };
            let mut said: Vec<String> = records.into_iter().filter_map(|record| said_in(record, round, *list)).collect();
            order::by(&mut said, Ord::cmp);
            let parts: Vec<&[u8]> = said.iter().map(String::as_bytes).collect();
            let (list, entries) = (list.name().to_owned(), said.len() as u64);
            (entries > 0).then(|| SignedList { list, entries, digest: digest(&parts, LONG), unknown: Map::new() })
        };
        List::ALL.iter().filter_map(of).collect()
    }

    /// The targets that stood before a change, as records.
    fn targets_until(&self, end: &Stamp) -> Vec<Value> {
        let past = self.past_targets.iter().map(|((on, _), fact)| (on, fact));
        let mut then: BTreeMap<&PracticeId, &Fact<Target>> = BTreeMap::new();
        for (on, fact) in self.targets.iter().chain(past).filter(|(_, fact)| !fact.is_carried() && fact.stamp < *end) {
            if then.get(on).is_none_or(|other| other.stamp < fact.stamp) {
                then.insert(on, fact);
            }
        }
        let record = |(on, fact): (&PracticeId, &Fact<Target>)| {
            let mut record = Map::new();
            record.insert("on".to_owned(), on.as_str().into());
            record.insert("value".to_owned(), Value::Object(parsed(&serde_json::to_string(fact.value()?).unwrap_or_default())));
            Some(Value::Object(record))
        };
        then.into_iter().filter_map(record).collect()
    }

    /// Whether something was said of when a round ended since so much had been seen, also where that was withdrawn: that it was closed or opened
    /// again, or that another one was opened.
    #[must_use]
    pub fn end_moved_since(&self, round: &RoundId, seen: &super::Seen) -> bool {
        let of_it = self.round_events.iter().filter(|(key, _)| key.round == *round).map(|(_, fact)| &fact.stamp);
        let others = self.rounds.iter().filter(|(id, _)| *id > round).map(|(_, fact)| &fact.stamp);
        of_it.chain(others).any(|stamp| !seen.covers(stamp))
    }

    /// How many entries of a list that is signed with a round were written since so much had been seen. What is withdrawn counts, too.
    #[must_use]
    pub fn written_since(&self, list: List, round: &RoundId, seen: &super::Seen) -> usize {
        let mut written = 0;
        self.each_fact(&mut |fact| {
            let is_here = fact.list == list && fact.round.is_none_or(|its| its == round);
            written += usize::from(is_here && !seen.covers(fact.stamp));
        });
        written
    }
}

/// What a record says, if it says something and belongs to the round or to none.
fn said_in(record: Value, round: &RoundId, list: List) -> Option<String> {
    let Value::Object(mut record) = record else { return None };
    let is_here = record.get("round").is_none_or(|its| its.as_str() == Some(round.as_str()));
    if !is_here || !record.contains_key("value") {
        return None;
    }
    let of_each = list.record() == RecordKind::Placed;
    record.retain(|name, _| matches!(name.as_str(), "on" | "part" | "value") || (of_each && name == "by"));
    Some(in_one_order(Value::Object(record)))
}

fn parsed(text: &str) -> Map<String, Value> {
    serde_json::from_slice(text.as_bytes()).unwrap_or_default()
}

fn in_one_order(mut value: Value) -> String {
    value.sort_all_objects();
    value.to_string()
}
