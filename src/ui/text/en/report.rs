//! The words around the report: what goes in, saving, and checking its code.

use crate::analysis::{Length, Section};
use crate::exchange::Checked;
use crate::ui::text::en::frame::PLUMBLINE;

pub const REPORT: &str = "Report";
pub const REPORT_ABOVE: &str = "For people who decide, and for the file";
pub const REPORT_LEAD: &str = "One page for management, the rest for those who do the work. Choose what goes in; below is what will \
    be printed.";
pub const REPORT_WORDS: &str = "Where we stand, what to do, what was decided and what is open: to print, as one file that opens anywhere, \
    or as Markdown.";
pub const REPORT_LINK: &str = "Make a report";
pub const REPORT_OPTIONS: &str = "What goes in";
pub const REPORT_SECTIONS: &str = "Sections";
pub const REPORT_LENGTH: &str = "Length";
pub const REPORT_NAMES: &str = "Names of people";
pub const NAMES_HINT: &str = "Without names, people are called by role and number. Names that somebody wrote into a note or a reason stay: \
    read the report before you send it. Notes stand in the full report only: the short one leaves them out.";
pub const WITH_NAMES: &str = "With names";
pub const WITHOUT_NAMES: &str = "Without names";
pub const PRINT: &str = "Print";
pub const SAVE_HTML: &str = "Save as HTML";
pub const SAVE_MARKDOWN: &str = "Save as Markdown";
pub const SHOW_BOARD: &str = "Show as slides";
pub const MAKE_AGENDA: &str = "Interview agenda";
pub const REPORT_CODE: &str = "Code of this report";
pub const REPORT_CODE_HINT: &str = "It stands on every copy. It changes when the facts change, and also when you choose that the report shows more or less. \
    Else it stays the same.";
pub const CHECK_CODE: &str = "Check a report";
pub const CHECK_CODE_LABEL: &str = "Code on the report";
pub const CHECK_CODE_HINT: &str = "Twelve letters and digits, at the top and at the end of each report";
pub const REPORT_PREVIEW: &str = "Preview";
pub const BOARD: &str = "Slides";
pub const BOARD_KEYS: &str = "The left and right arrow keys change the slide, Esc leaves.";
pub const BOARD_BACK_SHORT: &str = "Previous";
pub const BOARD_BACK: &str = "Previous slide";
pub const BOARD_NEXT: &str = "Next slide";
pub const BOARD_LEAVE: &str = "Leave";

pub const fn length(length: Length) -> &'static str {
    match length {
        Length::Short => "Short",
        Length::Full => "Full",
    }
}

pub const fn section_hint(section: Section) -> &'static str {
    match section {
        Section::Standing => "counts, domains, and every practice with its bar",
        Section::ToDo => "three to five things, each with the next step",
        Section::Decisions => "targets: what, when and by whom; in full with the log that says why",
        Section::Open => "unanswered, disputed, stale, assumed",
        Section::Practices => "targets, levels, answers, evidence, notes",
    }
}

pub fn slide_of(number: usize, of: usize) -> String {
    format!("{number} of {of}")
}

/// The name of a slide in the browser's list of tabs.
pub fn board_title(system: &str) -> String {
    format!("{system} · {PLUMBLINE}")
}

/// What a code says; `in_words` says a time.
pub fn checked(checked: Checked, in_words: impl Fn(crate::session::Timestamp) -> String) -> String {
    match checked {
        Checked::Current => "Current: the facts are still those that this report shows.".to_owned(),
        Checked::EarlierRound => {
            "Of an earlier round: that round is still what this report shows. A later round was begun since.".to_owned()
        }
        Checked::Superseded { issued: Some(issued), since: Some(since) } => format!(
            "Superseded since {}, at the latest. The report was last printed or saved on {}.",
            in_words(since),
            in_words(issued)
        ),
        Checked::Superseded { issued: Some(issued), since: None } => {
            format!("Superseded since it was last printed or saved, on {}.", in_words(issued))
        }
        Checked::Superseded { issued: None, .. } => {
            "Superseded: what it shows has changed. Since when is not known here, because this copy does not know when the report \
             was made."
                .to_owned()
        }
        Checked::NotOfThisSession => "Not of this session: the report is about another assessment.".to_owned(),
        Checked::NoCode => "This is no code of a report. Look again at each letter and digit.".to_owned(),
    }
}
