//! The words of the interview agenda.

use crate::analysis::Raised;
use crate::ui::text::en::frame::how_many;

pub(super) const AGENDA: &str = "Interview agenda";
pub const AGENDA_ABOVE: &str = "One hour, well spent";
pub const AGENDA_LEAD: &str = "What is most worth talking about: the most urgent practices first, in the order of the gaps, and at most three statements of \
    each. Answers can be entered right here; the list stays as it is until you make a new one.";
pub const AGENDA_DONE: &str = "No statement needs a conversation: all that matter are answered, agreed on and up to date.";
pub const AGENDA_EMPTY: &str = "No statement is on the agenda. That does not mean that all is clear. Still open:";
pub const AGENDA_NO_TARGET: &str = "Say first how much is enough: without a target it is not known which statements matter.";
pub const NEW_AGENDA: &str = "Make a new agenda";
pub const AGENDA_NOTES: &str = "Notes:";

pub fn agenda_summary(items: usize, minutes: u16, left: usize) -> String {
    let items = how_many(items, "item", "items");
    let left = match left {
        0 => String::new(),
        1 => " One more would be worth a conversation.".to_owned(),
        many => format!(" {many} more would be worth a conversation."),
    };
    format!("{items} in {minutes} minutes.{left}")
}

/// What stands at the top of each printed page.
pub fn agenda_running(system: &str, today: crate::session::Date) -> String {
    format!("{system} · {} · {today}", AGENDA.to_lowercase())
}

pub fn minutes(minutes: u16) -> String {
    format!("{minutes} min")
}

pub const fn raised(raised: Raised) -> &'static str {
    match raised {
        Raised::Disputed => "people answered differently",
        Raised::KeptApart => "two copies say it differently",
        Raised::QuickDiffers => "quick answers differ",
        Raised::Contradicted => "something speaks against the answer",
        Raised::Unanswered => "no answer yet that counts",
        Raised::NotKnown => "nobody knew who was asked",
        Raised::Assumed => "only assumed",
        Raised::Stale => "may no longer be true",
    }
}
