//! The words about rounds: opening, confirming, closing and planning them.

use crate::analysis::{AskAnew, RoundInShort, WhenAgain};
use crate::model::{Level, Scope};
use crate::session::{Date, FrozenBy, QuickAnswer, RoundEvent, RoundReason, RoundState, Trigger};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::en::results::scope;
use crate::ui::text::intl::list;

pub(super) const ROUNDS: &str = "Rounds";
pub(super) const CONFIRM: &str = "Confirm what was said before";
pub const ROUNDS_LEAD: &str = "A round is one time at which you look at the system. Begin another when it is time, or when something \
    changed. What you said before is kept, and you confirm what is still true.";
pub const NEW_ROUND: &str = "New round";
pub const NEW_ROUND_HINT: &str = "The round before is closed: what was answered in it can be read and reported, and stays as it is. Targets, \
    people and evidence go on. You can undo this.";
pub const ROUND_REASON: &str = "Why now?";
pub const ROUND_REASON_WORDS: &str = "In a few words";
pub const ROUND_NAME: &str = "Name of the round";
pub const ROUND_NAME_HINT: &str = "As “Autumn 2026”. Can be left empty.";
pub const OPEN_ROUND: &str = "Begin the round";
pub const CLOSE_ROUND: &str = "Close this round";
pub const CLOSE_ROUND_HINT: &str = "A closed round can be read and reported, and not changed.";
pub const REOPEN_ROUND: &str = "Open again";
pub const REOPEN_WHY: &str = "Why it has to be opened again";
pub const REOPEN_WHY_HINT: &str = "Stands in the log. Without a reason it stays closed.";
pub const LOOK_AT_ROUND: &str = "Look at this round";
pub const BACK_TO_LATEST: &str = "Back to the latest round";
pub const IS_LOOKED_AT: &str = "You look at this one";
pub const ROUND_LOG: &str = "What became of it";
pub const CHANGED_AFTER_CLOSING: &str =
    "Changed after it was closed: another copy, which did not know of that, brought something in.";
pub const BESIDE_ANOTHER: &str = "Two rounds are open beside each other: each was begun in a copy that did not know of the other. Close the one \
    that you do not go on with. What was said in the earlier one can be confirmed in the later one.";
pub const WHEN_AGAIN: &str = "When again";
pub const SAVE_NEXT_ROUND: &str = "Save as a calendar file";
pub const NEXT_ROUND_ON: &str = "Next round planned for";
pub const TAKE_PROPOSAL: &str = "Plan it for then";
pub const ASKS_FOR_ROUND: &str = "What asks for a round before that";
pub const ASKS_FOR_ROUND_HINT: &str = "Tick what happened since this round began.";
pub const ROUND_IS_ASKED_FOR: &str = "Something happened that asks for a new round.";
pub const ROUNDS_IN_LOG: &str = "Rounds begun, closed and opened again";
pub const TO_ROUNDS: &str = "All rounds";
pub const CONFIRM_LEAD: &str = "This is what earlier rounds say. It does not count in this round until somebody confirms it. \
    Targets and evidence go on as they are; say whether they still hold.";
pub const CONFIRM_KEYS: &str = "Keys, while the focus is on one of them: C confirms it, E leads to where you change it, X leaves it out, J and K go on and back.";
pub const KEEP_NOTE: &str = "Keep the note";
pub const NOTHING_TO_CONFIRM: &str = "Nothing is left to confirm.";
pub const CONFIRM_IT: &str = "Confirm";
pub const CHANGE_IT: &str = "Change";
pub const LEAVE_OUT: &str = "Leave out";
pub const TO_CONFIRM: &str = "Go through what was said before";
const ROUND_IS_OPEN: &str = "Open";

/// Why a round was opened, to choose from and in the log.
pub const fn round_reason(reason: RoundReason) -> &'static str {
    match reason {
        RoundReason::First => "The first one",
        RoundReason::Schedule => "It is time for it",
        RoundReason::Change => "Something changed",
        RoundReason::Incident => "Something went wrong",
        RoundReason::Request => "Somebody asked for it",
    }
}

/// What asks for another round.
pub const fn trigger(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::Law => "A law or a contract asks for something else",
        Trigger::Product => "There is a new product, release or part",
        Trigger::Incident => "Something went wrong, here or with somebody alike",
        Trigger::Supplier => "A supplier changed",
        Trigger::Use => "It is used in another way, or elsewhere",
    }
}

/// What a round is called: its name, or else which it is and from when.
pub fn round_called(round: &RoundInShort) -> String {
    if round.name.is_empty() { format!("Round {} of {}", round.number, day_in_words(round.opened)) } else { round.name.clone() }
}

/// Whether a round is open or closed, and since when.
pub fn round_state(state: RoundState) -> String {
    match state {
        RoundState::Open => ROUND_IS_OPEN.to_owned(),
        RoundState::Closed { on: Some(on) } => format!("Closed on {}", day_in_words(on)),
        RoundState::Closed { on: None } => "Closed, because a later one was begun".to_owned(),
    }
}

/// How a round began.
pub fn round_begun(round: &RoundInShort, by: Option<&str>) -> String {
    let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
    match &round.why {
        Some((reason, words)) if words.trim().is_empty() => {
            format!("Begun {}{by}. {}.", day_in_words(round.opened), round_reason(*reason))
        }
        Some((reason, words)) => format!("Begun {}{by}. {}: {words}", day_in_words(round.opened), round_reason(*reason)),
        None => format!("Begun {}{by}.", day_in_words(round.opened)),
    }
}

/// How much is said in a round.
pub fn round_counts(round: &RoundInShort) -> String {
    let statements = how_many(round.answered, "statement answered", "statements answered");
    format!("{statements}, {}", how_many(round.quick, "quick answer", "quick answers"))
}

/// One thing that became of a round.
pub fn round_event(event: &RoundEvent, by: Option<&str>) -> String {
    let by = by.map(|by| format!(" by {by}")).unwrap_or_default();
    match event {
        RoundEvent::Opened(it) => format!("{}: begun{by}. {}.", day_in_words(it.on), round_reason(it.reason)),
        RoundEvent::Closed(it) => format!("{}: closed{by}.", day_in_words(it.on)),
        RoundEvent::Reopened(it) => format!("{}: opened again{by}. {}", day_in_words(it.on), it.why),
        RoundEvent::Planned(it) => format!("Next round planned for {}{by}.", day_in_words(it.on)),
        RoundEvent::AskedFor(it) => format!("{}: {}{by}.", day_in_words(it.on), trigger(it.by)),
    }
}

/// That one looks at a round that is not the latest.
pub fn looking_at(name: &str) -> String {
    format!(
        "You look at an earlier round: {name}. Answers, notes and targets are of that round; people, evidence and what is demanded from outside are as today."
    )
}

/// That the round can't be changed.
pub fn round_is_closed(name: &str) -> String {
    format!("{name} is closed. It can be read and not changed. Targets that you set now are for the next round.")
}

/// That a change was not made.
pub const fn refused_change(why: FrozenBy) -> &'static str {
    match why {
        FrozenBy::Closing => {
            "Not changed: this round is closed. On the page Rounds you can open it again, with a reason, or begin a new one."
        }
        FrozenBy::WhatIsSaid => "Not undone: something is said in this round, and would be lost.",
    }
}

/// That a round was begun.
pub fn round_opened(left: usize) -> String {
    match left {
        0 => "A new round is open.".to_owned(),
        left => format!("A new round is open. {} from before can be confirmed.", how_many(left, "thing", "things")),
    }
}

pub const ROUND_CLOSED: &str = "The round is closed.";
pub const ROUND_REOPENED: &str = "The round is open again.";

/// When the next round is proposed, and why.
pub fn when_again(when: WhenAgain) -> String {
    let after = how_many(usize::try_from(when.months).unwrap_or_default(), "month", "months");
    match when.at_stake {
        Some(level) => format!(
            "Proposed: {}, after {after}, because the most that anything asks for is level {level}. Level 4 means every 6 months, level 3 every 12, \
             less every 24.",
            day_in_words(when.on)
        ),
        None => {
            format!(
                "Proposed: {}, after {after}. Once targets are set it may be sooner: level 4 means every 6 months.",
                day_in_words(when.on)
            )
        }
    }
}

/// That the next round is due, or when it is, on the start page.
pub fn next_round(on: Date, is_due: bool) -> String {
    let on = day_in_words(on);
    if is_due { format!("The next round is due since {on}.") } else { format!("Next round: {on}.") }
}

/// How much is to be confirmed, and from which part of it all at once.
pub fn left_to_confirm(count: usize) -> String {
    how_many(count, "thing said before is to be confirmed", "things said before are to be confirmed")
}

/// The button for all that are young and shown.
pub fn confirm_young(count: usize) -> String {
    format!("Confirm {} not too old and shown by evidence", how_many(count, "answer that is", "answers that are"))
}

/// The button for all of a practice.
pub fn confirm_all_of(count: usize, practice: &str) -> String {
    format!("Confirm {} of {practice}", how_many(count, "answer", "answers"))
}

pub fn answers_confirmed(count: usize) -> String {
    format!("{} confirmed.", how_many(count, "answer", "answers"))
}

pub fn answers_left_out(count: usize) -> String {
    format!("{} left out of this round.", how_many(count, "answer", "answers"))
}

/// An answer of an earlier round: what, by whom, when it was last looked at.
pub fn said_earlier(answer: &str, by: Option<&str>, on: Date) -> String {
    let on = day_in_words(on);
    match by {
        Some(by) => format!("{answer}, said by {by}, last looked at {on}"),
        None => format!("{answer}, last looked at {on}"),
    }
}

/// What was said about a whole practice.
pub fn practice_earlier(parts: &[String], on: Date) -> String {
    format!("{}, {}", list(parts), day_in_words(on))
}

pub fn quick_earlier(answer: &QuickAnswer) -> String {
    match answer {
        QuickAnswer::Level(level) => format!("Quick answer: level {level}"),
        QuickAnswer::NotApplicable(why) => format!("Quick answer: not applicable ({})", why.reason),
        QuickAnswer::DontKnow => "Quick answer: I don’t know".to_owned(),
    }
}

pub fn scope_earlier(how_specific: Scope) -> String {
    format!("How specific: {}", scope(how_specific))
}

/// A note of an earlier round: what, by whom, from when.
pub fn note_earlier(note: &str, by: Option<&str>, on: Date) -> String {
    let on = day_in_words(on);
    match by {
        Some(by) => format!("Note by {by}, {on}: {note}"),
        None => format!("Note, {on}: {note}"),
    }
}

/// A target of before: it holds, and nobody said so in this round.
pub fn target_earlier(level: Level, round: &str, on: Date) -> String {
    format!("Target: level {level}, from {round}, last looked at {}. It holds until you change it.", day_in_words(on))
}

/// A piece of evidence of before.
pub fn evidence_earlier(title: &str, on: Date) -> String {
    format!("Evidence: {title}, last looked at {}", day_in_words(on))
}

/// That a target was set before this round, beside it on the page of all targets.
pub fn target_from(round: &str) -> String {
    format!("as in {round}")
}

pub const EVIDENCE_IS_OUT_OF_DATE: &str = "Out of date. Give something newer, or say that it shows nothing now.";
pub const CLEAR_TARGET: &str = "Clear the target";
pub const SHOWS_NOTHING_NOW: &str = "It shows nothing now";
pub const TARGET_CONFIRMED: &str = "The target is confirmed.";
pub const EVIDENCE_CONFIRMED: &str = "The evidence is confirmed.";
pub const EVIDENCE_ENDED: &str = "The evidence is out of date since yesterday.";

pub const NOTE_KEPT: &str = "The note is kept in this round.";
pub const NOTE_LEFT_OUT: &str = "The note is left out of this round.";

pub fn by_hand_earlier(level: Level, reason: &str) -> String {
    format!("Set by hand: level {level} ({reason})")
}

/// Why an answer has to be looked at by itself.
pub const fn ask_anew(why: AskAnew) -> &'static str {
    match why {
        AskAnew::Changed => "The statement means something else now. Answer it anew.",
        AskAnew::Differ => "People said different things. Choose one, or answer anew.",
        AskAnew::Stale => "Older than such an answer usually stays true. Look again before you confirm it.",
        AskAnew::NotKnown => "Nobody knew. Perhaps somebody does now.",
        AskAnew::CountsForNothing => "The model has no such answer any more, so it counts for nothing. Answer it anew.",
    }
}

/// The label of a button about one answer, for the ear.
pub fn about_answer(act: &str, statement: &str) -> String {
    format!("{act}: {statement}")
}

pub fn confirm_of(by: Option<&str>) -> String {
    by.map_or_else(|| CONFIRM_IT.to_owned(), |by| format!("Confirm what {by} said"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_is_said_with_its_reason() {
        let when = WhenAgain { months: 6, at_stake: Some(Level::new(4)), on: Date::constant(2027, 5, 23) };
        assert_eq!(
            when_again(when),
            "Proposed: 23 May 2027, after 6 months, because the most that anything asks for is level 4. Level 4 means every 6 months, level 3 \
             every 12, less every 24."
        );
    }

    #[test]
    fn one_thing_is_said_as_one() {
        assert_eq!(answers_confirmed(1), "1 answer confirmed.");
        assert_eq!(round_opened(0), "A new round is open.");
        assert_eq!(left_to_confirm(2), "2 things said before are to be confirmed");
    }
}
