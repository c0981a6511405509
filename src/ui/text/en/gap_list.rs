//! The words of the list of gaps, of what it can be filtered and sorted by, and of what is more than needed.

use crate::analysis::{Effort, GapOrder, PracticeOverview, Surplus};
use crate::model::Level;
use crate::session::Role;
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::pictures::{confidence_of, consequence_words};
use crate::ui::text::en::results::practices;

pub const GAPS: &str = "Gaps";
pub const NO_GAPS: &str = "No practice is known to be below its target or below an outside minimum. Of those without a target and those that nobody \
    answered it is not known.";
pub const NO_GAPS_LEFT: &str = "No gap fits this choice.";
pub const FILTER_GAPS: &str = "Filter and sort";
pub const SHOW_ALL_GAPS: &str = "Show all gaps";
pub const SORT_BY: &str = "Sort by";
pub const BY_DOMAIN: &str = "Domain";
pub const BY_SIZE: &str = "Size";
pub const BY_STAKE: &str = "What is at stake";
pub const BY_EFFORT: &str = "Effort";
pub const BY_CONFIDENCE: &str = "Confidence";
pub const BY_ROLE: &str = "Who answers";
pub const ANY: &str = "any";
pub const MINIMUM_FIRST: &str = "By urgency, what misses an outside minimum stands first: it is not yours to weigh. Then comes the largest gap, then where more is \
    needed or at stake, and last what is not in force yet.";
pub const EFFORT_MEANS: &str = "Effort counts the statements that are missing. How much work each takes only you know.";
pub const MORE_COST: &str = "What it might cost";
pub const MORE_ACTIONS: &str = "What is done beyond the need";
pub const NEEDED_OUTSIDE: &str = "An outside minimum needs these statements";
pub const LOOK_AT_TARGET: &str = "Look at the target";

pub fn gap_order(order: GapOrder) -> &'static str {
    match order {
        GapOrder::Urgency => "urgency: outside minimums, then the largest, then where more is needed or at stake",
        GapOrder::Size => "size, largest first",
        GapOrder::Consequence => "what is at stake, most first",
        GapOrder::Effort => "effort, least first",
        GapOrder::Confidence => "confidence, weakest first",
        GapOrder::Domain => "the order of the practices",
    }
}

/// By what the list is sorted, where it stands.
pub fn sorted_by(order: GapOrder) -> String {
    format!("Sorted by {}.", gap_order(order))
}

pub fn effort(effort: Effort) -> &'static str {
    match effort {
        Effort::One => "at most 1 statement missing",
        Effort::Few => "2 to 5 statements missing",
        Effort::Many => "more than 5 statements missing",
    }
}

pub fn at_least_levels(count: i16) -> String {
    if count == 1 { "at least 1 level".to_owned() } else { format!("at least {count} levels") }
}

pub fn at_least_consequence(level: Level) -> String {
    format!("level {level} or more asked for")
}

pub fn answered_by_role(role: Role) -> &'static str {
    match role {
        Role::BusinessOwner => "business owner",
        Role::TechnologyOwner => "technology owner",
        Role::Consultant => "consultant",
        Role::Auditor => "auditor",
        Role::Supplier => "supplier",
    }
}

/// How many gaps are shown of how many there are; `may_be` of these are not known to be short, since something is not answered.
pub fn gaps_shown(shown: usize, all: usize, may_be: usize) -> String {
    if shown == all && may_be > 0 {
        let short = match all - may_be {
            1 => "1 falls short".to_owned(),
            short => format!("{short} fall short"),
        };
        format!(
            "{} with a gap: {short}, {may_be} may, since something of the target or an outside minimum is not shown",
            practices(all)
        )
    } else if shown == all {
        format!("{} with a gap", practices(all))
    } else {
        format!("{shown} of {} with a gap shown", practices(all))
    }
}

/// A gap in a line: what is at stake, confidence, effort.
pub fn gap_facts(facts: &PracticeOverview) -> String {
    let missing = match facts.missing {
        0 => "no statement known to be missing".to_owned(),
        count => how_many(count, "statement missing", "statements missing"),
    };
    format!(
        "At stake: {} · Confidence {} · {missing}",
        consequence_words(facts.consequence.as_ref()),
        confidence_of(facts.ground)
    )
}

/// What more than needed might cost.
pub fn surplus(surplus: &Surplus<'_>) -> String {
    let statements = how_many(surplus.statements.len(), "statement", "statements");
    let looks = match surplus.looks_a_year {
        0 if !surplus.statements.is_empty() => "at the next release or event".to_owned(),
        0 | 1 => "about once a year".to_owned(),
        count => format!("about {count} times a year"),
    };
    format!("{statements} beyond the need to keep true; something of it has to be looked at again {looks}.")
}
