//! The words of the pictures of the results, of their keys and of the tables that say the same.

use crate::analysis::{Consequence, ConsequenceVoice, Grade, Ground, LevelFit, MinimumFit, MostAtStake, PracticeResult, Results};
use crate::model::Level;
use crate::ui::text::en::assess::{NOT_ANSWERED_SHORT, NOT_APPLICABLE_SHORT};
use crate::ui::text::en::duties::duty_in_short;
use crate::ui::text::en::exact::short;
use crate::ui::text::en::frame::form;
use crate::ui::text::en::results::{practices, summary};
use crate::ui::text::intl::list;

pub const WHICH_PICTURE: &str = "Show as";
pub const BARS: &str = "Bars";
pub const LEVELS_MET: &str = "Levels";
pub const NO_LEVELS_PICTURE: &str = "There is no picture of single levels: by the rule of this model the figures are fractions, and no level is met or missed by itself.";
pub const AT_STAKE: &str = "What is at stake";
pub const SAME_AS_TABLE: &str = "The same as a table";
pub const BARS_TABLE: &str = "Bars as a table";
pub const LEVELS_TABLE: &str = "Levels as a table";
pub const STAKE_TABLE: &str = "What is at stake, as a table";
pub const MINIMUM: &str = "Outside minimum";
pub const HOW_SURE: &str = "Confidence";
pub const MAY_BE: &str = "May turn out, once all is answered";
pub const SHORT_OF_TARGET: &str = "Short of target";
pub const ABOVE_TARGET: &str = "More than needed";
pub const WITHOUT_ASSUMED: &str = "Holds without what is only assumed";
pub const OUTSIDE_MINIMUM: &str = "Outside minimum";
pub const BARS_HINT: &str = "From left to right: the levels. Where something is unanswered or only assumed, a dotted line shows how far the \
    level may lie.";
pub const LEVELS_HINT: &str =
    "One row for each practice, one column for each level. Needed is what the target or an outside minimum asks for.";
pub const STAKE_HINT: &str = "From top to bottom: the level that is asked for, the highest first. From left to right: how far a practice \
    lies from its target. A dotted line shows where it may turn out to be. What has no answer or no target is not in the picture.";
pub const WHAT_STAKE_IS: &str = "What is at stake does not measure risk. It is the highest level that anybody asks for: your answers in \
    the interview about consequences, an outside minimum, or the target.";
pub const LEVEL_AXIS: &str = "Level";
pub const GAP_AXIS: &str = "Gap to the target, in levels";
pub const SAVE_SVG: &str = "Save as SVG";
pub const SAVE_PNG: &str = "Save as PNG";
pub const COPY_PICTURE: &str = "Copy the picture";
pub const COPIED: &str = "The picture is copied.";
pub const CANT_COPY: &str = "This browser does not let pages copy pictures. Save it instead.";
pub const CANT_DRAW: &str = "The picture could not be made. Save it as SVG instead.";
pub const MUCH_AT_STAKE: &str = "Level asked for";

/// How far a level can be relied on.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Weak => "weak",
        Grade::Fair => "fair",
        Grade::Strong => "strong",
    }
}

/// What a level rests on.
pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Unanswered => "not answered",
        Ground::NotKnown => "nobody knew",
        Ground::NotApplicable => "not applicable",
        Ground::Quick => "quick pass only",
        Ground::Open => "not answered to the end",
        Ground::Disputed => "people differ",
        Ground::Assumed => "partly assumed",
        Ground::ByHand => "set by hand",
        Ground::NotSaid => "it is not said for every answer whether it was seen or told",
        Ground::Told => "told, not seen",
        Ground::Seen => "seen",
    }
}

/// How far a level can be relied on, and why.
pub fn confidence_of(at: Ground) -> String {
    match at.grade() {
        Some(of) => format!("{}: {}", grade(of), ground(at)),
        None => ground(at).to_owned(),
    }
}

/// A current level in words: a range where something is unanswered or only assumed.
pub fn current_range(result: &PracticeResult) -> String {
    let current = short(result.standing.current);
    match result.sure_at() {
        Some(sure) if result.is_assumed() => format!("{current} (surely {})", short(sure)),
        _ => current,
    }
}

pub fn level_or_none(level: Option<Level>) -> String {
    level.map_or(NOT_ANSWERED_SHORT.to_owned(), |level| level.to_string())
}

/// What something outside demands, and whether it is reached.
pub fn minimum_words(result: &PracticeResult) -> String {
    let Some(minimum) = result.minimum else {
        return duty_in_short(result).map_or(NOT_ANSWERED_SHORT.to_owned(), |(level, beside)| format!("{level}{beside}"));
    };
    match result.minimum_fit() {
        MinimumFit::Missed => format!("{minimum}, missed"),
        MinimumFit::Open => format!("{minimum}, not shown"),
        MinimumFit::Reached | MinimumFit::NotDemanded => minimum.to_string(),
    }
}

/// What a level means for a practice.
pub fn level_fit(fit: LevelFit) -> &'static str {
    match fit {
        LevelFit::Met => "met",
        LevelFit::Assumed => "assumed",
        LevelFit::Beyond => "beyond",
        LevelFit::Near => "near",
        LevelFit::Missing => "missing",
        LevelFit::Open => "open",
        LevelFit::NotNeeded => "not needed",
        LevelFit::NotApplicable => NOT_APPLICABLE_SHORT,
    }
}

/// What a level means for a practice, at length.
pub fn level_fit_means(fit: LevelFit) -> &'static str {
    match fit {
        LevelFit::Met => "met and needed",
        LevelFit::Assumed => "met if what is assumed is true",
        LevelFit::Beyond => "met, more than needed",
        LevelFit::Near => "missed by one statement",
        LevelFit::Missing => "needed and missing",
        LevelFit::Open => "not known yet",
        LevelFit::NotNeeded => "not reached and not needed",
        LevelFit::NotApplicable => "not applicable",
    }
}

/// The sign for what a level means for a practice.
pub fn level_fit_sign(fit: LevelFit) -> &'static str {
    match fit {
        LevelFit::Met => "✓",
        LevelFit::Assumed => "(✓)",
        LevelFit::Beyond => "+",
        LevelFit::Near => "≈",
        LevelFit::Missing => "✗",
        LevelFit::Open => "?",
        LevelFit::NotNeeded => "·",
        LevelFit::NotApplicable => NOT_APPLICABLE_SHORT,
    }
}

pub fn level_head(level: Level) -> String {
    format!("Level {level}")
}

/// How much is at stake, and who says so.
pub fn consequence_words(consequence: Option<&Consequence>) -> String {
    let Some(consequence) = consequence else { return "nothing asked for yet".to_owned() };
    let voices: Vec<String> =
        consequence.voices.iter().map(|(voice, level)| format!("{} {level}", consequence_voice(*voice))).collect();
    format!("{} ({})", consequence.level, list(&voices))
}

fn consequence_voice(voice: ConsequenceVoice) -> &'static str {
    match voice {
        ConsequenceVoice::Consequences => "consequences",
        ConsequenceVoice::Outside => "outside minimum",
        ConsequenceVoice::Target => "target",
    }
}

/// The head of a column of the picture of what is at stake: a gap in as few words as possible.
pub fn gap_column(gap: i16, is_last: bool) -> String {
    let or_more = if is_last && gap != 0 { "+" } else { "" };
    match gap {
        0 => "on target".to_owned(),
        1.. => format!("{gap}{or_more} short"),
        _ => format!("{}{or_more} more", -gap),
    }
}

/// The head of the practices of which the same level is asked.
pub fn asked_level(level: Level, is_most: bool) -> String {
    if is_most { format!("Level {level} asked for: most is at stake") } else { format!("Level {level} asked for") }
}

/// What the picture of the levels says first.
pub fn levels_reached(reached: usize, needed: usize) -> String {
    match needed {
        0 => "No level is needed yet: there are no targets".to_owned(),
        _ => format!("{reached} of {needed} levels that are needed are reached, over all practices"),
    }
}

/// What the picture of what is at stake says first, of the practices of which the highest level is asked.
pub fn stake_first(most: MostAtStake) -> String {
    let MostAtStake { level, all, short, may } = most;
    let first = format!("Where most is at stake (level {level} asked for)");
    let verb = form(short, "falls", "fall");
    match (all, short, may) {
        (0, ..) => "Nothing is asked for yet".to_owned(),
        (_, 0, 0) => format!("{first}, nothing is known to fall short"),
        (_, 0, _) => format!("{first}, {may} of {} may fall short", practices(all)),
        (_, _, 0) => format!("{first}, {short} of {} {verb} short", practices(all)),
        _ => format!("{first}, {short} of {} {verb} short, {may} more may", practices(all)),
    }
}

/// What stands below the headline of a picture that is saved.
pub fn picture_of(system: &str, day: &str) -> String {
    format!("{system} · {day}")
}

fn label(picture: &str, results: &Results) -> String {
    format!("{picture}: {}. The table below the picture has every number.", list(&summary(results)))
}

pub fn bars_label(results: &Results) -> String {
    label("Current level and target of every practice", results)
}

pub fn levels_label(results: &Results) -> String {
    label("Which levels of every practice are met", results)
}

pub fn consequence_label(results: &Results) -> String {
    label("Gap of every practice against what is at stake", results)
}

/// How far levels can be relied on, for the key.
pub fn confidence_grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Weak => "weak confidence",
        Grade::Fair => "fair confidence",
        Grade::Strong => "strong confidence",
    }
}
