//! The words of anonymous benchmarks, which the code calls cohorts.

use crate::analysis::{
    AgainstCohort, COHORT_FEWEST, COHORT_LONGEST_TITLE, Cohort, CohortLevels, CohortMismatch, CohortPlace, Current, Month,
    NoCohort,
};
use crate::exchange::{COHORT_VERSION, CohortError, CohortRule, LARGEST_COHORT, ReadError};
use crate::model::Level;
use crate::ui::text::en::duties::month_in_words;
use crate::ui::text::en::exact::short;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::read_errors::read_error;
use crate::ui::text::en::results::{fit_in_short, range};
use crate::ui::text::intl::list;

pub const MAKE_BENCHMARK: &str = "Make a benchmark of these";
pub const MAKE_BENCHMARK_HINT: &str = "A small file without names. Whoever gets it sees where their own system lies among these. What it hides, and what it does not, stands below.";
pub const BENCHMARK_TITLE: &str = "What it is called";
pub const BENCHMARK_TITLE_HINT: &str = "Whoever gets the file reads this. Name no plant and no client.";
pub const BENCHMARK_INSIDE: &str = "What is in the file";
pub const BENCHMARK_AS_IT_IS: &str = "The file itself, word for word";
pub const SAVE_BENCHMARK: &str = "Save the benchmark";
pub const BENCHMARK_PROTECTS: &str = "What it hides, and what it does not";
pub const BENCHMARK_TARGETS: &str = "Their targets";
pub const BENCHMARK_LEVELS: &str = "Their levels";
const TOO_FEW_TO_SAY: &str = "too few to say";
pub(super) const BENCHMARK: &str = "Compare with a benchmark";
pub const TO_BENCHMARK: &str = "Compare with a benchmark of others";
pub const BENCHMARK_LEAD: &str = "Open a benchmark file and see, practice by practice, where others stand. It stays here until you close or reload the page. Nothing of it is stored.";
pub const OPEN_BENCHMARK: &str = "Open a benchmark…";
pub const OR_DROP_IT: &str = "Or drop it on this page.";
pub const CLOSE_BENCHMARK: &str = "Close the benchmark";
pub const HIGHER_IS_NOT_BETTER: &str =
    "Higher is not better. What counts is how a level fits your own need: your target and how you fit it stand beside it.";
pub const BESIDE_OTHERS: &str = "You among the others";
pub const AMONG_THEM: &str = "Among the others";
pub const YOUR_LEVEL: &str = "Your level";
pub const YOUR_FIT: &str = "Your fit";

/// What a benchmark hides, and what it does not, point by point.
pub fn benchmark_limits() -> [String; 6] {
    [
        format!("It tells nothing of fewer than {COHORT_FEWEST}, and how many there are only in steps of five."),
        "One file gives nobody’s level or target away.".to_owned(),
        "Nor do two files that differ by one plant: every level of that plant fits both.".to_owned(),
        "Many files that differ by one plant each can give it away. Do not hand out a new one each time somebody joins."
            .to_owned(),
        "That somebody answered for a practice may show. One of just five may find out where the other four lie.".to_owned(),
        "Who knows all the others can find out the last one. Copies of one plant under several names count as several."
            .to_owned(),
    ]
}

/// Why no benchmark is made.
pub fn no_benchmark(why: &NoCohort) -> String {
    match why {
        NoCohort::NoTitle => "Say what it is called.".to_owned(),
        NoCohort::LongTitle => format!("The name is too long: {COHORT_LONGEST_TITLE} letters at the most."),
        NoCohort::TooFew(there) => format!(
            "A benchmark needs at least {COHORT_FEWEST}, so that none can be found out. Here {}.",
            how_many(*there, "is one", "are open")
        ),
        NoCohort::Twice(one, other) => {
            format!("“{one}” and “{other}” are copies of one assessment. Leave one out: it would count twice.")
        }
        NoCohort::OtherModel(name) => format!("“{name}” answers other questions than the rest. Leave it out."),
        NoCohort::NoWholeLevels => {
            "A benchmark tells whole levels. By the rule of these questions the figures are fractions or shares, so none is made."
                .to_owned()
        }
        NoCohort::NothingToTell => {
            format!("There is no practice of which {COHORT_FEWEST} levels or targets are known, so there is nothing to tell.")
        }
    }
}

/// How many count, and what else stands in the file.
pub fn benchmark_about(cohort: &Cohort) -> String {
    format!(
        "At least {}, made in {}, with the questions {} ({}). No name, no day and no words of theirs.",
        how_many(cohort.at_least, "assessment", "assessments"),
        month(cohort.made),
        cohort.model.id,
        cohort.model.edition
    )
}

/// The practices of which no level is told.
pub fn benchmark_without(practices: &[String]) -> String {
    format!("Levels left out, because fewer than {COHORT_FEWEST} are known: {}.", list(practices))
}

/// Where the levels or targets of others lie; `top` is the highest level that there is.
pub fn levels_of_others(levels: Option<&CohortLevels>, top: Level) -> String {
    let Some(levels) = levels else { return TOO_FEW_TO_SAY.to_owned() };
    format!("of at least {}, {}", levels.at_least, spread(levels, top))
}

fn spread(levels: &CohortLevels, top: Level) -> String {
    let half = match levels.half {
        half if half == top => format!("about half or more are at {half}"),
        Level::NONE => "half or more are at 0".to_owned(),
        half => format!("half or more are at {half} or below"),
    };
    match levels.quarters {
        Some(it) if it.lower == it.upper => format!("{half}; the middle half is at {}", it.lower),
        Some(it) => format!("{half}; the middle half is at {}", range(it.lower, it.upper)),
        None => half,
    }
}

/// What a benchmark is: its title, number and month.
pub fn benchmark_loaded(cohort: &Cohort) -> String {
    format!(
        "Made in {} from at least {}, with the edition {}.",
        month(cohort.made),
        how_many(cohort.at_least, "assessment", "assessments"),
        cohort.model.edition
    )
}

/// How many practices of a benchmark are not asked here.
pub fn benchmark_not_asked(count: usize) -> String {
    format!("{} not asked in your edition, and left out.", how_many(count, "practice of it is", "practices of it are"))
}

/// The level here.
pub fn level_here(it: &AgainstCohort) -> String {
    match it.here.standing.current {
        Current::Unanswered => "not answered".to_owned(),
        Current::NotApplicable => "not applicable".to_owned(),
        current if current.is_range() => format!("{}, not finished", short(current)),
        current => short(current),
    }
}

/// Where a practice lies among the others, in a sentence.
pub fn among_others(it: &AgainstCohort, top: Level) -> String {
    let Some(levels) = it.there.as_ref().and_then(|there| there.levels) else { return "Too few of them to say.".to_owned() };
    let others = levels_of_others(Some(&levels), top);
    match (it.here.standing.current, it.place) {
        (Current::Known { low, .. }, Some(place)) => {
            let place = match place {
                CohortPlace::Below => "Yours is below the middle.",
                CohortPlace::Middle => "Yours is in the middle.",
                CohortPlace::Above => "Yours is above the middle.",
            };
            format!("Your level is {low}; {others}. {place}")
        }
        (Current::NotApplicable, _) => format!("Not applicable here; {others}."),
        (Current::Unanswered, _) => format!("Not answered here; {others}."),
        _ => format!("Not finished here; {others}."),
    }
}

/// The target here.
pub fn target_here(it: &AgainstCohort) -> String {
    it.here.target.map_or_else(|| "none".to_owned(), |target| target.to_string())
}

/// How a practice fits its target here.
pub fn fit_here(it: &AgainstCohort) -> String {
    fit_in_short(&it.here)
}

/// Why an assessment can't be compared with a benchmark.
pub fn benchmark_mismatch(why: &CohortMismatch) -> String {
    match why {
        CohortMismatch::OtherModel(model) => {
            format!("The benchmark is about other questions ({model}), so its levels mean something else.")
        }
        CohortMismatch::OffScale { practice, level, top } => {
            format!(
                "The benchmark names level {level} at “{practice}”, but the levels end at {top}. Have it made and sent again."
            )
        }
        CohortMismatch::NoWholeLevels => {
            "A benchmark tells whole levels. By the rule of your model the figures are fractions or shares, so they can’t be compared.".to_owned()
        }
        CohortMismatch::NothingInCommon => "None of the benchmark’s practices is asked in your edition.".to_owned(),
    }
}

/// Why a file is no benchmark that could be used.
pub fn benchmark_error(error: &CohortError) -> String {
    match error {
        CohortError::TooLarge { bytes } => format!(
            "The file has {} MB; benchmarks have at most {} MB. Look whether it is the right file.",
            bytes.div_ceil(1_000_000),
            LARGEST_COHORT / 1_000_000
        ),
        CohortError::Unreadable(ReadError::NotText) => "This is no benchmark but a picture, an archive or the like.".to_owned(),
        CohortError::Unreadable(ReadError::NotJson { line, column }) => {
            format!("This is no benchmark: line {line}, column {column} is not JSON. Have it sent again.")
        }
        CohortError::Unreadable(error) => read_error(error),
        CohortError::NotACohort { found: Some(found) } if found == crate::exchange::FORMAT => {
            "This is an assessment, and no benchmark. A benchmark is made on the page “Compare many files”.".to_owned()
        }
        CohortError::NotACohort { .. } => {
            "This is no benchmark: it was not made by Plumbline, or is another kind of file.".to_owned()
        }
        CohortError::Newer { version } => format!(
            "This benchmark is newer (version {version}) than this Plumbline, which knows versions up to {COHORT_VERSION}. Open it with an \
            up-to-date Plumbline; the file is fine."
        ),
        CohortError::Breaks { path, rule } => {
            format!("The file is not used: at “{path}” {}. Have it made and sent again.", broken(*rule))
        }
    }
}

fn broken(rule: CohortRule) -> String {
    match rule {
        CohortRule::Limits => "it does not keep to the limits that hide who is in it".to_owned(),
        CohortRule::Title => format!("a name of 1 to {COHORT_LONGEST_TITLE} letters is expected"),
        CohortRule::Count => format!("a number in steps of five is expected, from {COHORT_FEWEST} up to that of the whole file"),
        CohortRule::Quarters => "a quarter and three quarters are told of too few, or missing".to_owned(),
        CohortRule::Order => "the levels are not in order".to_owned(),
        CohortRule::Practices => "a practice is missing, empty or there twice".to_owned(),
    }
}

fn month(month: Month) -> String {
    month_in_words(month.first())
}
