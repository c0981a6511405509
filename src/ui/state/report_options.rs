//! What was chosen last to go into reports, in this browser: for one of them, and for those of a whole workspace.

use crate::analysis::{Length, ReportOptions, Section};
use crate::ui::state::app_state::app_state;

const SETTING: &str = "report";
const SHORT: &str = "short";
const FULL: &str = "full";
const NAMES: &str = "names";
const NAMELESS: &str = "nameless";

/// What was chosen last in this browser, or else the few pages that everybody reads.
pub fn remembered() -> ReportOptions {
    let Some(setting) = app_state().store().setting(SETTING).filter(|setting| !setting.is_empty()) else {
        return ReportOptions::brief();
    };
    let has = |word: &str| setting.split(' ').any(|one| one == word);
    ReportOptions {
        sections: Section::ALL.into_iter().filter(|section| has(section.key())).collect(),
        length: if has(SHORT) { Length::Short } else { Length::Full },
        names: !has(NAMELESS),
    }
}

/// Remembers what was chosen.
pub fn remember(options: &ReportOptions) {
    let length = if options.length == Length::Short { SHORT } else { FULL };
    let names = if options.names { NAMES } else { NAMELESS };
    let words: Vec<&str> = options.sections.iter().map(|section| section.key()).chain([length, names]).collect();
    app_state().store_after_saving().set_setting(SETTING, &words.join(" "));
}
