//! The words about for whom and where statements are meant.

use crate::model::{Context, Lasts, LeftOut, MeantFor, SystemRole, Technology};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::intl::list;

pub const SYSTEM_ROLES: &str = "What are you to this system?";
pub const SYSTEM_ROLES_HINT: &str = "Choose all that are true. What is only for others is then not asked and does not count. Nothing you \
    said is lost. If you choose none, all is asked.";
pub const PART_CONTEXT: &str = "Where is it?";
pub const PART_ANYWHERE: &str = "Not said: ask all";
pub const PART_TECHNOLOGY: &str = "IT or OT?";
pub const PART_EITHER: &str = "Not said: ask both";
pub const OF_WHOLE_SYSTEM: &str = "Asked of the whole system, not of one part.";
pub const LEVEL_EXAMPLE: &str = "An example, made up";

pub const fn system_role(role: SystemRole) -> &'static str {
    match role {
        SystemRole::Maker => "We make it",
        SystemRole::Operator => "We run it",
        SystemRole::Provider => "We service or host it for others",
        SystemRole::Importer => "We import it",
    }
}

pub const fn system_role_means(role: SystemRole) -> &'static str {
    match role {
        SystemRole::Maker => "you design it and sell it",
        SystemRole::Operator => "it works for you, at your sites",
        SystemRole::Provider => "it belongs to others; you keep it going",
        SystemRole::Importer => "you bring it in from another country to sell it; you are asked what its maker is asked",
    }
}

/// What the choice of roles and parts leaves of the questions.
pub fn audience_effect(asked: usize, left_out: usize, answered: usize) -> String {
    if left_out == 0 {
        return format!("All {} are asked.", how_many(asked, "statement", "statements"));
    }
    let answers = match answered {
        0 => String::new(),
        _ => format!(
            " {} kept, and count again if you choose otherwise.",
            how_many(answered, "answer to them is", "answers to them are")
        ),
    };
    let asked = how_many(asked, "statement is", "statements are");
    format!("{asked} asked. {} for others and left out.{answers}", how_many(left_out, "more is", "more are"))
}

/// As whom a system was looked at, and what was left out for that; nothing where all is asked and nobody said who they are.
pub(super) fn as_whom(of: &[SystemRole], left_out: usize) -> String {
    let roles: Vec<&str> = of.iter().map(|role| roles(*role)).collect();
    let left_out = match left_out {
        0 => None,
        many => Some(format!("{} for others and left out", how_many(many, "statement is", "statements are"))),
    };
    let said = (!roles.is_empty()).then(|| list(&roles)).into_iter().chain(left_out);
    said.collect::<Vec<_>>().join(" · ")
}

const fn context(context: Context) -> &'static str {
    match context {
        Context::Device => "device",
        Context::Edge => "edge",
        Context::Cloud => "cloud",
        Context::EndToEnd => "end to end",
    }
}

/// A place in the system, for whoever chooses it.
pub const fn context_to_choose(context: Context) -> &'static str {
    match context {
        Context::Device => "Device: the thing",
        Context::Edge => "Edge: on site",
        Context::Cloud => "Cloud: at a host",
        Context::EndToEnd => "End to end: all of it",
    }
}

/// A technology, for whoever chooses it.
pub const fn technology_to_choose(technology: Technology) -> &'static str {
    match technology {
        Technology::It => "IT: offices and data centers",
        Technology::Ot => "OT: machines and products",
    }
}

const fn roles(role: SystemRole) -> &'static str {
    match role {
        SystemRole::Maker => "makers",
        SystemRole::Operator => "operators",
        SystemRole::Provider => "providers",
        SystemRole::Importer => "importers",
    }
}

const fn technology(technology: Technology) -> &'static str {
    match technology {
        Technology::It => "IT",
        Technology::Ot => "OT",
    }
}

/// For whom and where a statement is meant, each in a few words; nothing where it is for all.
pub fn meant_for(meant: &MeantFor) -> Vec<String> {
    let contexts: Vec<&str> = meant.contexts.iter().map(|it| context(*it)).collect();
    let all = [
        (!meant.roles.is_empty()).then(|| for_roles(&meant.roles)),
        (!contexts.is_empty()).then(|| list(&contexts)),
        meant.technology.map(|it| technology(it).to_owned()),
    ];
    all.into_iter().flatten().collect()
}

fn for_roles(of: &[SystemRole]) -> String {
    format!("for {}", list(&of.iter().map(|role| roles(*role)).collect::<Vec<_>>()))
}

/// That so many statements of a level are not asked here, and that they can be seen.
pub fn not_asked_here(count: usize) -> String {
    format!("{} not asked here", how_many(count, "statement is", "statements are"))
}

/// Why a statement is not asked.
pub fn left_out_because(why: LeftOut, meant: &MeantFor) -> String {
    match why {
        LeftOut::Role => format!("Only {}.", for_roles(&meant.roles)),
        LeftOut::Context => {
            let contexts: Vec<&str> = meant.contexts.iter().map(|it| context(*it)).collect();
            format!("Only for parts of this kind: {}.", list(&contexts))
        }
        LeftOut::Technology => {
            let technology = meant.technology.map(technology).unwrap_or_default();
            format!("Only for parts of this kind: {technology}.")
        }
    }
}

/// An answer that is kept though its statement is not asked.
pub fn kept_answer(answer: &str) -> String {
    format!("Answered: {answer}. It is kept and does not count.")
}

/// How long an answer stays true.
pub fn stays_true(lasts: Lasts) -> String {
    match lasts {
        Lasts::Months(months) => how_many(usize::from(months), "month", "months"),
        Lasts::Release => "until the next release".to_owned(),
        Lasts::Event => "until the next such event".to_owned(),
        Lasts::NotSaid => String::new(),
    }
}

/// What would show a statement, and how long an answer to it stays true.
pub fn evidence(example: &str, lasts: Lasts) -> String {
    let lasts = match lasts {
        Lasts::Months(_) => format!("Usually true for {}.", stays_true(lasts)),
        Lasts::Release | Lasts::Event => format!("True {}.", stays_true(lasts)),
        Lasts::NotSaid => String::new(),
    };
    if example.trim().is_empty() {
        return lasts;
    }
    format!("Would show it: {}. {lasts}", example.trim().trim_end_matches('.')).trim_end().to_owned()
}
