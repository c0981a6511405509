//! The words of the second step: targets.

use super::frame::LANGUAGE;
use crate::analysis::CombinedProposal;
use crate::model::{Level, Model};
use crate::session::{Origin, Target};

pub const TARGETS_ABOVE: &str = "Step 2 · How much is enough?";
pub const TARGETS_LEAD: &str = "For each practice, choose the level that your system needs: no less, but also no more. A low \
    target with a good reason is as right as a high one.";
pub const SCALE_HELP: &str = "What the levels and scopes mean";
pub const SCOPE: &str = "Scope";
pub const WITHOUT_IT: &str = "Without it:";
pub const NEXT_ASSESS: &str = "Go to assess";
pub const INTERVIEW: &str = "The interview";
pub const CONFIRM: &str = "Confirm";
pub const TARGET_CLEARED: &str = "The target is cleared.";

pub fn set_all_in(group: &str) -> String {
    format!("Set what is unset in {group}")
}

pub fn still_unset(count: usize) -> String {
    match count {
        0 => "All set".to_owned(),
        _ => format!("Set {count} still unset to…"),
    }
}

pub fn group_set(group: &str, level: Level, count: usize) -> String {
    let targets = if count == 1 { "1 target".to_owned() } else { format!("{count} targets") };
    format!("{group}: {targets} set to {level}.")
}

pub fn target_of(practice: &str) -> String {
    format!("Target level for {practice}")
}

pub fn target_scope_of(practice: &str) -> String {
    format!("Target scope for {practice}")
}

pub fn reason_of(practice: &str) -> String {
    format!("Reason for the target of {practice}")
}

pub fn confirm_target_of(practice: &str) -> String {
    format!("Confirm the target of {practice}")
}

pub fn clear_target_of(practice: &str) -> String {
    format!("Clear the target of {practice}")
}

/// Where a target comes from, as far as that is worth saying.
pub fn origin(target: &Target, model: &Model, proposal: Option<&CombinedProposal<'_>>) -> Option<String> {
    match &target.origin {
        Origin::Practice => {
            let differs = proposal.is_some_and(|proposal| (proposal.level, proposal.scope) != (target.level, target.scope));
            differs.then(|| "Your own target; it differs from what is proposed:".to_owned())
        }
        Origin::Group(id) => {
            let name = find_group(&model.groups, id.as_str()).unwrap_or_else(|| id.to_string());
            Some(format!("Set for all of {name}."))
        }
        Origin::Profile(id) if proposal.is_none() => Some(format!("Proposed by the profile “{id}”, which is not here.")),
        Origin::Profile(_) | Origin::Interview => Some("Proposed, not yet confirmed:".to_owned()),
    }
}

fn find_group(groups: &[crate::model::Group], id: &str) -> Option<String> {
    groups.iter().find_map(|group| {
        let here = (group.id.as_str() == id).then(|| group.name.get(LANGUAGE).to_owned());
        here.or_else(|| find_group(&group.groups, id))
    })
}

pub fn proposed(voice: &str, level: Level, scope: Option<&str>, reason: &str) -> String {
    let scope = scope.map(|scope| format!(" · {}", scope.to_lowercase())).unwrap_or_default();
    format!("{voice} proposes {level}{scope}: {reason}")
}

pub fn minimum(level: Level, source: &str, below: bool) -> String {
    let flag = if below { "The target is below a minimum" } else { "Minimum" };
    format!("{flag}, {level}: {source}")
}
