//! The words of sign-offs: who confirmed a round, and what changed since.

use crate::analysis::{FigureChange, FrameChange, Length, ListChange, ReportSignOff, SignOffFit, SignatureCheck, SignedRound};
use crate::exchange::{Block, ListEntry};
use crate::model::{Level, Scope};
use crate::session::{Date, Role, SignedPractice};
use crate::ui::text::en::facts::called;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::en::report_document::name_in_report;
use crate::ui::text::en::results::scope;
use crate::ui::text::en::set_up::role;

pub const SIGN_OFF: &str = "Sign-off";
pub const SIGN_OFF_ROUND: &str = "Sign this round off";
pub const SIGN_OFF_HINT: &str = "You confirm the round as it stands today: its answers, levels and targets. Nothing is locked by that. What \
    changes afterwards shows here.";
pub const SIGN_OFF_NEEDS_NAME: &str = "To sign, say first who you are: a person with a name and a role.";
pub const SIGN_OFF_BUTTON: &str = "I confirm this round";
pub const SIGNED_OFF: &str = "Signed off. What changes from now on shows against it.";
pub const NOT_SIGNED_OFF: &str = "Not signed: the round changed meanwhile. Look at it again, then sign.";
pub const TAKE_SIGN_OFF_BACK: &str = "Take your sign-off back";
pub const WHY_TAKE_SIGN_OFF_BACK: &str = "Why you take it back";
pub const WHY_TAKE_SIGN_OFF_BACK_HINT: &str = "Can be left empty. What you signed stays to be read.";
pub const SIGN_OFF_TAKEN_BACK: &str = "The sign-off is taken back.";
pub const CHANGED_SINCE_SIGNED: &str = "What changed";
const TAKEN_BACK_BY_ANOTHER: &str = "Somebody else took it back than the person who signed. Ask that person.";
const TAKEN_BACK_UNSIGNED: &str = "It carries a signature; that it was taken back is signed by nobody.";
pub const SIGNED_BY_ANOTHER: &str = "Somebody else wrote this into the file than the person it names. Ask that person.";

pub const SIGN_WITH_KEY: &str = "Sign with the key of this device";
pub const SIGN_WITH_KEY_HINT: &str = "The key is made in this browser and never leaves it. If you clear the browser's data, it is gone; what you \
    signed can still be checked. It proves which key signed, not who.";
pub const NO_KEY_HERE: &str = "This browser can't sign with a key. You can sign off without one.";
pub const KEY_TO_COMPARE: &str = "Key, to compare by phone:";
pub const KEY_NOT_COMPARED: &str = "Nobody compared this key on this device: it may be anybody's.";
pub const MARK_KEY_COMPARED: &str = "I compared this key with that person";
pub const FORGET_KEY_COMPARED: &str = "Forget that";

/// With whom a key was compared, where it signs for somebody.
pub fn key_compared(as_of: &str, on: Date, signs_for: &str) -> String {
    let on = day_in_words(on);
    if as_of == signs_for {
        format!("You noted on this device on {on} that this is the key of {as_of}.")
    } else {
        format!("You noted on this device on {on} that this is the key of {as_of}. Here it signs for {signs_for}.")
    }
}

/// How many changes a short report names.
const FEW: usize = 5;

/// Who would sign.
pub fn signs_as(name: &str, in_role: Role) -> String {
    format!("You sign as {name}, {}.", role(in_role).to_lowercase())
}

/// What would be signed.
pub fn would_sign(practices: usize, known: usize, entries: u64) -> String {
    let all = how_many(practices, "practice", "practices");
    let said = how_many(usize::try_from(entries).unwrap_or(usize::MAX), "entry", "entries");
    format!("{all}, {known} of them with a known level. {said} behind them.")
}

/// Who signed what.
pub fn signed_by(signed: &SignedRound) -> String {
    signed_by_name(&signed.sign_off.name, signed)
}

fn signed_by_name(name: &str, signed: &SignedRound) -> String {
    let it = &signed.sign_off;
    format!("{name}, {}, confirmed this round as it stood on {}.", role(it.role).to_lowercase(), day_in_words(it.on))
}

/// That a sign-off was taken back. `by` is who did.
pub fn sign_off_taken_back(signed: &SignedRound, by: Option<&str>) -> Option<String> {
    let (taken_back, _) = signed.taken_back.as_ref()?;
    let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
    let why = taken_back.why.trim();
    let why = if why.is_empty() { String::new() } else { format!(" {why}") };
    Some(format!("Taken back on {}{by}.{why}", day_in_words(taken_back.on)))
}

/// What to mind about that a sign-off was taken back: whoever edits the file can write that, too.
pub fn taken_back_doubts(signed: &SignedRound) -> Vec<&'static str> {
    let Some((_, by)) = &signed.taken_back else { return Vec::new() };
    let another = (by.as_ref() != Some(&signed.sign_off.person)).then_some(TAKEN_BACK_BY_ANOTHER);
    let unsigned = signed.sign_off.signature.is_some().then_some(TAKEN_BACK_UNSIGNED);
    another.into_iter().chain(unsigned).collect()
}

/// How far what was signed still holds.
pub const fn sign_off_fit(fit: SignOffFit, check: SignatureCheck) -> &'static str {
    match (fit, check) {
        (SignOffFit::Altered, _) => {
            "Do not rely on it: this sign-off was altered after it was made, or belongs to another assessment."
        }
        (_, SignatureCheck::DoesNotFit) => {
            "Do not rely on it: the signature does not fit. What it says was altered after it was signed, or it was never signed with this key."
        }
        (SignOffFit::Changed, _) => "Changed since: what stands here now is not what was confirmed.",
        (SignOffFit::Beside, _) => {
            "Answers, own statements, parts, targets and levels are as they were confirmed. Something beside them has changed."
        }
        (SignOffFit::CantCompare, _) => {
            "Not all of it can be compared here, so nobody can tell whether it is as it was confirmed. Nothing that can be compared differs."
        }
        (SignOffFit::Unchanged, SignatureCheck::Fits) => "Unchanged since it was signed.",
        (SignOffFit::Unchanged, SignatureCheck::Absent) => "Unchanged since, as far as this file says.",
        (SignOffFit::Unchanged, SignatureCheck::NotChecked | SignatureCheck::CantCheck) => {
            "Unchanged since, as far as this file says. Its signature is not checked here."
        }
    }
}

/// What a signature says, and what not.
pub const fn signature_words(check: SignatureCheck) -> &'static str {
    match check {
        SignatureCheck::Absent => "Without a signature: whoever edits the file can alter the sign-off, too.",
        SignatureCheck::NotChecked => {
            "It carries a signature. Plumbline checks it where the assessment is open, on the page Rounds."
        }
        SignatureCheck::CantCheck => "It carries a signature that can't be checked here.",
        SignatureCheck::Fits => {
            "The signature fits the key. That proves which key signed, not who: compare the key with that person, as by phone."
        }
        SignatureCheck::DoesNotFit => "The signature does not fit the key and what is said here.",
    }
}

/// All that changed since, a line each. `figures` are the figures that did, with the names of their practices.
pub fn sign_off_changes(signed: &SignedRound, figures: &[(String, FigureChange)]) -> Vec<String> {
    let frame = signed.frame.iter().map(frame_change);
    let figures = figures.iter().flat_map(|(name, change)| figure_change(name, change));
    frame.chain(figures).chain(signed.facts.iter().map(list_change)).collect()
}

fn frame_change(change: &FrameChange) -> String {
    match change {
        FrameChange::Model((was, edition), (is, now)) if was == is && edition == now => {
            "The model is called as it was then, and asks something else now.".to_owned()
        }
        FrameChange::Model((was, edition), (is, now)) => {
            format!("The model was {was}, edition {edition}. It is {is}, edition {now}, now.")
        }
        FrameChange::Profiles => "Other profiles count now, other editions of them, or they ask something else.".to_owned(),
        FrameChange::NotHere(profiles) => {
            let profiles = profiles.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            format!("Not here, so levels can't be compared: the profile {profiles}.")
        }
        FrameChange::RoundName(was, is) => {
            format!("The round was called {}. It is called {} now.", or_nothing(was), or_nothing(is))
        }
    }
}

fn figure_change(name: &str, change: &FigureChange) -> Vec<String> {
    let (was, is) = match (&change.was, &change.is) {
        (Some(was), Some(is)) => (was, is),
        (None, _) => return vec![format!("{name}: was not asked then.")],
        (_, None) => return vec![format!("{name}: is not asked any more.")],
    };
    let moved = |what: &str, was: String, is: String| (was != is).then(|| format!("{name}: {what} was {was}, is {is} now."));
    [
        moved("the level", level(was), level(is)),
        moved("the target", or_none(was.target), or_none(is.target)),
        moved("the scope", scope_or_none(was.scope), scope_or_none(is.scope)),
        moved("the scope needed", scope_or_none(was.target_scope), scope_or_none(is.target_scope)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn level(practice: &SignedPractice) -> String {
    match (practice.level, practice.at_most) {
        _ if practice.not_applicable => "not applicable".to_owned(),
        (Some(low), Some(high)) if low != high => format!("{low}–{high}"),
        (Some(low), _) => low.to_string(),
        (None, _) => "not known".to_owned(),
    }
}

/// The name of a round, which may have none.
fn or_nothing(name: &str) -> &str {
    if name.is_empty() { "nothing" } else { name }
}

fn or_none(level: Option<Level>) -> String {
    level.map_or_else(|| "not set".to_owned(), |level| level.to_string())
}

fn scope_or_none(of: Option<Scope>) -> String {
    of.map_or("not said", scope).to_owned()
}

fn list_change(change: &ListChange) -> String {
    let Some(list) = change.list else {
        return "Something was signed that this version of Plumbline does not know. It can't be compared here.".to_owned();
    };
    match change.written {
        _ if change.end_moved => format!("{}: the round was opened or closed since, so others count.", called(list)),
        0 => format!("{}: other than what was confirmed, and nothing says who changed it. Was the file edited?", called(list)),
        written => format!("{}: {} since.", called(list), how_many(written, "entry written", "entries written")),
    }
}

/// The sign-offs of a round as a chapter of the report; nothing where there are none.
pub(super) fn sign_off_blocks(all: &[ReportSignOff], length: Length) -> Vec<Block> {
    let entry = |it: &ReportSignOff| {
        let check = SignatureCheck::before(&it.signed.sign_off);
        let by = it.taken_back_by.as_ref().map(name_in_report);
        let taken_back = sign_off_taken_back(&it.signed, by.as_deref());
        let doubts = taken_back_doubts(&it.signed).into_iter().map(str::to_owned);
        let another = it.signed.by_another.then(|| SIGNED_BY_ANOTHER.to_owned());
        let mut changes = sign_off_changes(&it.signed, &it.figures);
        let more = changes.len().saturating_sub(FEW);
        if length == Length::Short && more > 0 {
            changes.truncate(FEW);
            changes.push(format!("And {more} more; the full report has them all."));
        }
        let of_signature = signature_words(check).to_owned();
        ListEntry {
            head: signed_by_name(&name_in_report(&it.name), &it.signed),
            text: sign_off_fit(it.signed.fit, check).to_owned(),
            lines: taken_back.into_iter().chain(doubts).chain(another).chain(changes).chain([of_signature]).collect(),
        }
    };
    if all.is_empty() { Vec::new() } else { vec![Block::List(all.iter().map(entry).collect())] }
}
