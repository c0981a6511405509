//! The words about related frameworks.

use crate::analysis::Touch;
use crate::model::{Framework, Level, Problems, ReaderRole, Relationship};
use crate::ui::text::en::frame::{form, how_many};
use crate::ui::text::en::problems::problems as all_problems;

pub const RELATED_REFERENCES: &str = "Related references";
pub(super) const RELATED_FRAMEWORKS: &str = "Related frameworks";
pub const FRAMEWORKS_INTRO: &str = "Choose a framework that you work with. You see which of its items are touched by what is in \
    place, by what is still missing up to your targets, and by what you don't need.";
pub const NOT_CONFORMITY: &str = "An independent cross-reference, made as a proposal. It helps to find your way between frameworks; it is \
    no evidence of conformity with any of them, and their publishers have not reviewed it.";
pub const REFERENCES_LOADING: &str = "Loading the references…";
pub const REFERENCES_RETRY: &str = "Try again";
pub const REFERENCES_NO_ANSWER: &str = "The references could not be loaded. Try again when you are online.";
pub const NO_REFERENCES_FOR_MODEL: &str = "There are no references for the questions of this assessment.";
pub const NO_REFERENCES_HERE: &str = "No references at this level for the chosen frameworks and role.";
pub const FRAMEWORKS_FOR: &str = "Show frameworks for";
pub const FRAMEWORKS_SHOWN: &str = "Frameworks to show";
pub const FRAMEWORKS_SHOWN_HINT: &str = "With none ticked, all are shown. The choice is kept in this browser.";
pub const FRAMEWORK: &str = "Framework";
pub const CHOOSE_FRAMEWORK: &str = "Choose a framework…";
pub const ITEMS_NOT_NAMED: &str = "Items of the framework that no cross-reference names are not listed.";
/// Names the list of statements that carry a reference.
pub const CARRIED_BY: &str = "Statements that carry it";
pub const TO_FRAMEWORKS: &str = "See what this means for other frameworks";

pub fn references_status(status: u16) -> String {
    format!("The references could not be loaded: the host answered {status}.")
}

pub fn references_unreadable(problems: &Problems) -> String {
    format!("The references can't be used. Whoever hosts this page can mend their file: {}", all_problems(problems))
}

/// Said after [`RELATED_REFERENCES`], so that a screen reader tells one fold from the other.
pub fn of_level(level: Level) -> String {
    format!("of level {level}")
}

pub fn reader_role(role: ReaderRole) -> &'static str {
    match role {
        ReaderRole::Any => "everybody",
        ReaderRole::ProductSupplier => "product suppliers",
        ReaderRole::AssetOwner => "asset owners",
        ReaderRole::ServiceProvider => "service providers",
    }
}

pub fn wanted_frameworks(chosen: usize) -> String {
    match chosen {
        0 => "All frameworks".to_owned(),
        _ => how_many(chosen, "framework chosen", "frameworks chosen"),
    }
}

pub fn relationship(relationship: Relationship) -> &'static str {
    match relationship {
        Relationship::Supports => "works toward it",
        Relationship::Intersects => "touches part of it",
    }
}

pub fn framework_name(framework: &Framework) -> String {
    format!("{} ({})", framework.name, framework.edition)
}

pub fn framework_about(framework: &Framework) -> String {
    framework.edition.clone()
}

pub fn framework_publication(framework: &Framework) -> String {
    let roles: Vec<&str> = framework.roles.iter().map(|role| reader_role(*role)).collect();
    format!(
        "{}. Edition: {}. Published by {}. For {}.",
        framework.name,
        framework.edition,
        framework.publisher,
        roles.join(" and ")
    )
}

pub fn practice_at_level(practice: &str, level: Level) -> String {
    format!("{practice}, level {level}")
}

pub fn touch(touch: Touch) -> &'static str {
    match touch {
        Touch::Missing => "missing",
        Touch::Open => "not answered yet",
        Touch::QuickMissing => "missing by the quick pass alone",
        Touch::QuickMet => "reached by the quick pass alone",
        Touch::Met => "met",
        Touch::NotCovered => "not covered",
    }
}

pub fn touch_heading(touch: Touch, count: usize) -> String {
    let words = match touch {
        Touch::Missing => "Touched by what is missing",
        Touch::Open => "Touched by what is not answered yet",
        Touch::QuickMissing => "Missing by the quick pass alone",
        Touch::QuickMet => "Reached by the quick pass alone",
        Touch::Met => "Touched by what is met",
        Touch::NotCovered => "Not covered",
    };
    format!("{words}: {count}")
}

pub fn touch_hint(touch: Touch) -> &'static str {
    match touch {
        Touch::Missing => "At least one statement that touches these items, and that your targets ask for, is not met.",
        Touch::Open => "Your targets ask for statements that touch these items; they are not all answered yet.",
        Touch::QuickMissing => {
            "The quick pass says that a level below the target is not reached; its statements are not answered. What touches these \
             items may be in place all the same."
        }
        Touch::QuickMet => {
            "The quick pass says that the level is reached; its statements are not answered. That does not tell whether what touches \
             these items is in place."
        }
        Touch::Met => "All statements that touch these items, as far as your targets ask for them, are met.",
        Touch::NotCovered => {
            "Only levels that you don't need touch these items: above the target, without a target, or in a practice that does \
             not apply."
        }
    }
}

/// All items of a framework, each counted once. What the quick pass alone says is no answer about any of them.
pub fn touch_summary(items: usize, count: impl Fn(Touch) -> usize) -> String {
    let word = form(items, "item", "items");
    let (reached, missing) = (count(Touch::QuickMet), count(Touch::QuickMissing));
    let quick = match reached + missing {
        0 => String::new(),
        both => format!(" {both} by the quick pass alone ({reached} reached, {missing} missing),"),
    };
    format!(
        "{items} {word}: {} touched by what is met, {} by what is missing,{quick} {} by what is not answered yet, {} not covered.",
        count(Touch::Met),
        count(Touch::Missing),
        count(Touch::Open),
        count(Touch::NotCovered)
    )
}
