//! The words of many assessments side by side.

use crate::analysis::{
    DutyAmong, Exact, Fit, Fleet, Median, Member, MemberPractice, MemberStanding, NotComparable, PartOf, PracticeAmong,
    StatementAmong,
};
use crate::exchange::SheetWords;
use crate::model::Level;
use crate::store::SaveError;
use crate::ui::text::en::exact::{exact_short, stands_within};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::results::steps;
use crate::ui::text::en::start::cant_begin;
use crate::ui::text::en::store_errors::storage_error;
use crate::ui::text::intl::list;

pub const COMPARE_MANY: &str = "Compare many files";
pub const COMPARE_MANY_HINT: &str = "Several sites, products, suppliers or clients? See them side by side.";
pub const FLEET_ABOVE: &str = "Sites, products, suppliers or clients side by side";
pub const FLEET_LEAD: &str = "Open many files at once and see where each one stands. Nothing is stored here unless you keep it.";
pub const FLEET_EMPTY: &str = "Nothing to compare yet. Open files, drop them on this page, or tick what is stored here.";
pub const OPEN_FILES: &str = "Open files…";
pub const OR_DROP: &str = "Or drop them on this page.";
pub const FROM_HERE: &str = "Add what is stored here";
pub const NOTHING_STORED: &str = "No assessment is stored in this browser.";
pub const HEAT_MAP: &str = "Who stands where";
pub const HEAT_HINT: &str = "Each cell shows the level and, after the stroke, the target. Choose a heading to sort by it, and a name to see one closely. A line below the number: less than needed.";
pub const HEAT_HINT_NARROW: &str = "Choose a name to see one closely.";
pub const SITE: &str = "Name";
pub const SHORT_OF_NEED: &str = "Below need";
pub const DUTIES_MISSED: &str = "Duties missed";
pub const SORTED_BY: &str = "Sort by";
pub const AS_OPENED: &str = "As opened";
pub const TURNED_ROUND: &str = "The other way round";
pub const LOWEST: &str = "Lowest";
pub const MIDDLE: &str = "Middle";
pub const HIGHEST: &str = "Highest";
pub const STANDS_OUT: &str = "Far from the others";
pub const NOT_COUNTED: &str = "Not counted";
pub const EACH_PRACTICE: &str = "Each practice among all";
pub const EACH_PRACTICE_HINT: &str = "Only levels that are known to the end are counted: what nobody assessed is no level 0. “Far from the others” is two levels or more from the middle of at least five, where no more than one in four is that far away.";
/// Who stands where, in a workbook; the practices follow.
pub fn fleet_book_map() -> SheetWords<3> {
    SheetWords { name: "Who stands where", heads: [SITE, SHORT_OF_NEED, DUTIES_MISSED] }
}

pub fn fleet_book_practices() -> SheetWords<7> {
    SheetWords {
        name: "Practices",
        heads: ["Practice", LOWEST, MIDDLE, HIGHEST, "How many at each level", "How many below need", NOT_COUNTED],
    }
}

pub fn fleet_book_statements() -> SheetWords<6> {
    SheetWords { name: "Statements missed", heads: ["Statement", "Practice", "Level", "Missed by", "Needed by", "At"] }
}

pub fn fleet_book_duties() -> SheetWords<5> {
    SheetWords { name: "Duties missed", heads: ["Law or demand", "Practice", "Missed by", "Counts for", "At"] }
}

/// The end of the name of such a workbook.
pub const FLEET_BOOK_FILE: &str = "side-by-side";
pub const MOST_MISSED: &str = "Statements most often missed";
pub const MOST_MISSED_HINT: &str = "Said not to hold, or only partly, where the target or a duty needs it.";
pub const NONE_MISSED: &str = "No statement that is needed is said to be missing.";
pub const DUTIES_MISSED_MOST: &str = "Duties most often missed";
pub const NO_DUTY_MISSED: &str = "No duty is known to be missed today.";
pub const KEEP: &str = "Keep it here";
pub const KEEP_ALL: &str = "Keep all here";
pub const LEAVE_ONE_OUT: &str = "Leave it out";
pub const CLOSE_ALL: &str = "Close all";
pub const STANDS_AT: &str = "Stands at";
pub const WHAT_IT_MISSES: &str = "Statements that it misses";
pub const WHICH_DUTIES: &str = "Duties that it misses";

/// The name of one of several that are called alike.
pub fn label_apart(name: &str, apart: &str) -> String {
    format!("{name} ({apart})")
}

/// Why something is not compared.
pub fn not_comparable(why: &NotComparable) -> String {
    match why {
        NotComparable::OtherModel(model) => {
            format!("It answers other questions than the first one ({model}), so the levels mean something else.")
        }
        NotComparable::UnknownModel(model) => format!("Its questions ({model}) are not here."),
        NotComparable::UnknownEdition { edition, unknown } => format!(
            "It was made with another edition of the questions ({edition}). {} not known here, so it can’t be lined up with the others.",
            how_many(*unknown, "of its entries is", "of its entries are")
        ),
        NotComparable::Questions => "It holds questions for somebody and is no whole assessment.".to_owned(),
    }
}

/// How many are compared, and how many were left out.
pub fn side_by_side(count: usize, left_out: usize) -> String {
    let left_out = if left_out == 0 { String::new() } else { format!(" {} left out.", how_many(left_out, "is", "are")) };
    format!("{} side by side.{left_out}", how_many(count, "assessment", "assessments"))
}

pub fn left_out_heading(count: usize) -> String {
    format!("{} left out", how_many(count, "file is", "files are"))
}

/// Where a practice stands, in as few letters as possible.
fn standing_short(stands: MemberStanding, exact: Exact) -> String {
    match stands {
        MemberStanding::At(level) => exact_short(level, level, exact),
        MemberStanding::Between(low, high) => exact_short(low, high, exact),
        MemberStanding::NotAssessed => "·".to_owned(),
        MemberStanding::NotKnown => "?".to_owned(),
        MemberStanding::AskedAnew => "new".to_owned(),
        MemberStanding::NotApplicable => "n/a".to_owned(),
    }
}

/// Where a practice stands, in words.
pub fn member_standing(stands: MemberStanding, exact: Exact) -> String {
    match stands {
        MemberStanding::At(level) => stands_within(level, level, exact),
        MemberStanding::Between(low, high) => format!("{}, not finished", stands_within(low, high, exact)),
        MemberStanding::NotAssessed => "not assessed".to_owned(),
        MemberStanding::NotKnown => "nobody knows".to_owned(),
        MemberStanding::AskedAnew => "asked anew in this edition".to_owned(),
        MemberStanding::NotApplicable => "not applicable".to_owned(),
    }
}

/// What a cell of the heat map shows.
pub fn heat_short(practice: &MemberPractice) -> String {
    let stands = standing_short(practice.stands, practice.exact);
    practice.target.map_or(stands.clone(), |target| format!("{stands}/{target}"))
}

/// What a cell of the heat map says.
pub fn heat_words(practice: &MemberPractice) -> String {
    let target = practice.target.map_or_else(|| "no target".to_owned(), |target| format!("target {target}"));
    let short = if practice.falls_short { ", below need" } else { "" };
    format!("{}, {target}{short}", member_standing(practice.stands, practice.exact))
}

/// How a practice of one of them fits what it needs.
pub fn member_fit(practice: &MemberPractice) -> String {
    let above = match (practice.stands, practice.target) {
        (MemberStanding::At(level), Some(target)) if practice.exact == Exact::Level => Some(level.above(target)),
        _ => None,
    };
    let target = match (practice.fit, above) {
        (Fit::Short, Some(above)) => format!("{} short", steps(-above)),
        (Fit::Short, None) => "short".to_owned(),
        (Fit::OnTarget, _) => "on target".to_owned(),
        (Fit::More, Some(above)) => format!("{} more than needed", steps(above)),
        (Fit::More, None) => "more than needed".to_owned(),
        (Fit::Open, _) => "not finished".to_owned(),
        (Fit::NoTarget, _) => "no target".to_owned(),
        (Fit::NotApplicable, _) => "not applicable".to_owned(),
        (Fit::Unanswered, _) => "not answered".to_owned(),
    };
    let is_missed = practice.falls_short && practice.fit != Fit::Short;
    let missed = if is_missed { ", a duty is missed" } else { "" };
    format!("{target}{missed}")
}

/// One of them in a sentence.
pub fn member_in_short(member: &Member) -> String {
    let duties = match (member.duties.len(), member.perhaps) {
        (0, 0) => String::new(),
        (0, perhaps) => format!(" Nobody said yet whether {} to it.", how_many(perhaps, "duty applies", "duties apply")),
        (counting, _) => format!(" It misses {} of {}.", member.missed(), how_many(counting, "duty", "duties")),
    };
    let assessed = member.assessed();
    format!(
        "{} of {} known to the end, {} below need.{duties}",
        assessed,
        how_many(member.practices.len(), "practice", "practices"),
        member.short()
    )
}

/// The level in the middle.
pub fn median(median: Median) -> String {
    match median.level() {
        (level, false) => level.to_string(),
        (0, true) => "½".to_owned(),
        (level, true) => format!("{level}½"),
    }
}

/// How many are counted, and at how many each level is.
pub fn levels_among(among: &PracticeAmong) -> String {
    let Some(levels) = &among.levels else { return "nobody".to_owned() };
    let each: Vec<String> = levels.each().map(|(level, count)| format!("{count} at {level}")).collect();
    list(&each)
}

/// How many are not counted, and why.
pub fn not_counted(among: &PracticeAmong) -> String {
    let all = [
        (among.not_assessed, "not assessed"),
        (among.open, "not finished"),
        (among.fractions, "with fractions or shares, not whole levels"),
        (among.not_known, "not known"),
        (among.asked_anew, "asked anew"),
        (among.not_applicable, "not applicable"),
    ];
    let said: Vec<String> = all.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    if said.is_empty() { "none".to_owned() } else { list(&said) }
}

/// How many fall short, of those that have a target.
pub fn short_among(among: &PracticeAmong, fleet: &Fleet) -> String {
    format!("{} of {}", among.short, fleet.members)
}

/// So many that stand out are named.
const NAMED: usize = 3;

/// Which ones stand out: the first of them by their names.
pub fn outliers(names: &[String]) -> String {
    let first: Vec<String> = names.iter().take(NAMED).cloned().collect();
    match names.len() {
        0 => "none".to_owned(),
        count if count > NAMED => format!("{} and {} more", list(&first), count - NAMED),
        _ => list(&first),
    }
}

/// Why no level is in the middle.
pub const NO_LEVELS: &str = "–";

pub fn missed_by(among: &StatementAmong) -> String {
    let open = if among.open == 0 { String::new() } else { format!("; {} did not say", among.open) };
    format!("missed by {} of {} that need it{open}", among.missed.len(), among.needed)
}

/// What a duty of one of them is part of.
pub fn part_of_theirs(part_of: &PartOf) -> String {
    match part_of {
        PartOf::Own => "Stated by themselves".to_owned(),
        other => super::duties::part_of(other),
    }
}

pub fn duty_missed_by(among: &DutyAmong) -> String {
    format!("missed by {} of {} that it counts for", among.missed.len(), among.counting)
}

pub fn statement_at(practice: &str, level: Level) -> String {
    format!("{practice}, level {level}")
}

/// A duty of one practice.
pub fn duty_at(part_of: &str, practice: &str, level: Level) -> String {
    format!("{part_of}: {practice}, at least level {level}")
}

/// What is stored here, and when it was last changed.
pub fn stored_as(name: &str, changed: &str) -> String {
    format!("{name}, last changed {changed}")
}

pub fn kept(name: &str) -> String {
    format!("“{name}” is kept here.")
}

pub fn cant_keep(error: &SaveError) -> String {
    cant_begin(error)
}

pub const KEEPING: &str = "Keeping…";

/// Which of several is being kept.
pub fn keeping(at: usize, of: usize, name: &str) -> String {
    if of == 1 { KEEPING.to_owned() } else { format!("Keeping {at} of {of}: {name}") }
}

/// How many were kept and how many not, and why not; which those are stands below.
pub fn kept_all(count: usize, failed: usize, error: Option<&SaveError>) -> String {
    let kept = format!("{} kept here.", how_many(count, "assessment is", "assessments are"));
    match error {
        None => kept,
        Some(SaveError::Storage(error)) => {
            format!("{kept} {} not: {}.", how_many(failed, "is", "are"), storage_error(*error))
        }
        Some(_) => format!("{kept} {} not.", how_many(failed, "is", "are")),
    }
}

/// The heading of the list of those that could not be kept.
pub fn not_kept(count: usize) -> String {
    format!("{} not kept here", how_many(count, "assessment is", "assessments are"))
}

pub fn see_closely(name: &str) -> String {
    format!("See {name} closely")
}

pub fn from_file_of(file: &str, changed: &str) -> String {
    format!("From the file {file}, last changed {changed}")
}

pub fn stored_here(changed: &str) -> String {
    format!("Stored here, last changed {changed}")
}
