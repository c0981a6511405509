//! The words of the second step: targets.

use crate::analysis::{Behind, Binds, CombinedProposal, Demand, Names, Progress, Proposed, Stands, Thing, Voice};
use crate::model::Level;
use crate::session::{Date, Origin, Target};
use crate::ui::text::en::duties::{beside_level, in_words};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::naming::name_of;
use crate::ui::text::intl::list;

pub const TARGETS_ABOVE: &str = "Step 2 · How much is enough?";
pub const TARGETS_LEAD: &str = "For each practice, choose the level that your system needs: no less, but also no more. A low \
    target with a good reason is as right as a high one.";
pub const SCALE_HELP: &str = "What the levels and scopes mean";
pub const SCOPE: &str = "Scope";
pub const TARGET_UNSET: &str = "not set";
pub const TARGET_PROPOSED: &str = "proposed";
pub const TARGET_UNFIT: &str = "may not fit";
pub const SAY_WHY_RIGHT: &str = "Say why it is right as it is";
pub const WHERE_IT_COMES_FROM: &str = "Where this target comes from";
pub const WITHOUT_IT: &str = "Without it:";
pub const NEXT_ASSESS: &str = "Go to assess";
pub const INTERVIEW: &str = "The interview";
pub const WHO_READS: &str = "Show it for";
pub const FOR_BUSINESS: &str = "Business owner";
pub const FOR_TECHNOLOGY: &str = "Technology owner";
pub const WHAT_WOULD_HAVE_TO_BE_TRUE: &str = "What would have to be true";
pub const PART_OF_TARGET: &str = "part of the target";
pub const MORE_ABOUT_TARGET: &str = "Decision, outside minimum, own statements";
pub const KIND_OF_REASON: &str = "Kind of reason";
pub const DECIDED_BY: &str = "Decided by";
pub const DECIDED_ON: &str = "Decided on";
pub const REVIEW_ON: &str = "Review on";
pub const NOT_SAID: &str = "Not said";
pub const NO_OWN_MINIMUM: &str = "None";
pub const MINIMUM_SOURCE: &str = "Who demands it, and where it is written";
pub const OWN_INDICATORS: &str = "Own statements for this system";
pub const OWN_INDICATORS_HINT: &str = "What your system needs beyond the statements of the model and profiles. They count like the others and travel with the session.";
pub const ADD_OWN_INDICATOR: &str = "Add a statement";
pub const OWN_INDICATOR_REMOVED: &str = "The statement is removed.";
pub const OWN_EVIDENCE: &str = "What would show it";
pub const OWN_STATEMENT: &str = "Statement";
pub const LEVEL: &str = "Level";
pub const KIND: &str = "Kind";
pub const OWN_PROFILE: &str = "Save these targets as a profile of your own";
pub const OWN_PROFILE_WORDS: &str = "A profile carries targets, reasons, outside minimums and own statements to other assessments: load it under Set up, or host it beside Plumbline.";
pub const OWN_PROFILE_NAME: &str = "Name of the profile";
pub const SAVE_PROFILE: &str = "Save as a profile file";
pub const NAME_THE_PROFILE: &str = "Give the profile a name with Latin letters or digits first.";
pub const NO_REASON_GIVEN: &str = "No reason given.";
pub const OWN_PROFILE_NOTICE: &str = "Made from the targets of one assessment; nobody else's proposal.";
pub const CONFIRM: &str = "Confirm";
pub const TARGET_CLEARED: &str = "The target is cleared.";

pub fn decision_about(practice: &str) -> String {
    format!("Decision about {practice}")
}

pub fn own_minimum_of(practice: &str) -> String {
    format!("Your own outside minimum for {practice}, beside those of profiles")
}

pub const MINIMUM_NEEDS: &str = "Which statements does it need?";
pub const MINIMUM_NEEDS_HINT: &str = "Tick what the contract or rule names. It is met once these are met, whatever the level. As long \
    as none is ticked, the level decides.";

pub fn at_least(level: Level) -> String {
    format!("at least {level}")
}

pub fn met_already(met: usize, all: usize) -> String {
    format!("{met} of {all} statements met already")
}

pub fn targets_between(low: Level, high: Level) -> String {
    if low == high { format!("Target level {low}") } else { format!("Target levels {low} to {high}") }
}

pub fn level_means(level: Level, name: &str, meaning: &str) -> String {
    if meaning.is_empty() { format!("{level} · {name}") } else { format!("{level} · {name}: {meaning}") }
}

pub fn scope_means(name: &str, meaning: &str) -> String {
    format!("{SCOPE} · {name}: {meaning}")
}

pub fn together(proposal: &CombinedProposal<'_>, scope: Option<&str>) -> String {
    let scope = scope.map(|scope| format!(" · {}", scope.to_lowercase())).unwrap_or_default();
    let level = match (proposal.demanded, proposal.is_answered, proposal.own_at_most) {
        (Some(_), ..) => "as the outside minimum asks",
        (None, true, _) => "as your own answers say",
        (None, false, Some(_)) => "the highest of these that your answers still allow",
        (None, false, None) => "the highest of these",
    };
    let own = proposal.from.iter().find(|it| it.voice == Voice::Interview).map(|it| it.scope);
    let specific = own.filter(|own| proposal.is_answered && *own != proposal.scope);
    let specific = specific.map_or("", |_| "; of the scopes that are asked for at this level, the most specific");
    format!("Together {}{scope}: {level}{specific}.", proposal.level)
}

/// What something outside demands, in a row of the overview.
pub fn row_minimum(level: Level, below: bool) -> String {
    if below { format!("below outside minimum {level}") } else { format!("outside minimum {level}") }
}

/// What will be demanded, and from when; or what may be: nobody said yet that it applies.
pub fn row_minimum_perhaps(level: Level, from: Option<Date>) -> String {
    match from {
        Some(from) => format!("outside minimum {level} from {}", in_words(from)),
        None => format!("may apply: {level}"),
    }
}

pub fn may_not_fit(hint: &str) -> String {
    format!("May not fit together: {hint}.")
}

/// How somebody stands behind a target, before their name.
pub const fn behind(how: Option<Behind>) -> &'static str {
    match how {
        Some(Behind::Confirmed) => "confirmed",
        Some(Behind::Set) => "set",
        Some(Behind::Decided) | None => "decided",
    }
}

/// Who stands behind a target, where nobody is named as who decided it.
pub fn not_named(how: Behind, name: &str) -> Option<String> {
    (how != Behind::Decided).then(|| format!("Nobody is named here; {} by {name}.", behind(Some(how))))
}

/// How many targets are decided, how many are only proposed, and how many nobody spoke of.
pub fn targets_state(progress: &Progress) -> String {
    let (decided, proposed, apart) = (progress.decided(), progress.proposals, progress.targets_apart);
    let unset = progress.targets.of.saturating_sub(progress.targets.done);
    let mut said = Vec::new();
    if proposed > 0 {
        said.push(format!("{proposed} proposed"));
    }
    said.push(format!("{} confirmed or set by you", decided.done));
    if apart > 0 {
        said.push(format!("{apart} not decided, as two copies differ"));
    }
    if unset > 0 {
        said.push(format!("{unset} not set"));
    }
    let reasons = if proposed > 0 { " Confirmed, they keep the reasons of the profile or the interview." } else { "" };
    format!("{} targets: {}.{reasons}", decided.of, list(&said))
}

pub fn confirm_all(count: usize) -> String {
    if count == 1 { "Confirm 1 proposal".to_owned() } else { format!("Confirm all {count} proposals") }
}

pub fn confirmed(count: usize) -> String {
    how_many(count, "target is confirmed.", "targets are confirmed.")
}

pub const WHO_DECIDES: &str = "Who decides these targets?";
pub const CONFIRM_WITHOUT_NAME: &str = "Nobody named";
pub const SET: &str = "Set";

pub fn set_all_in(group: &str) -> String {
    format!("Set what is unset in {group}")
}

pub fn still_unset(count: usize) -> String {
    match count {
        0 | 1 => "Set 1 target still unset to…".to_owned(),
        _ => format!("Set {count} targets still unset to…"),
    }
}

pub fn group_set(group: &str, level: Level, count: usize) -> String {
    let targets = how_many(count, "target", "targets");
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
pub fn origin(target: &Target, names: Names<'_>, proposal: Option<&CombinedProposal<'_>>) -> Option<String> {
    match &target.origin {
        Origin::Practice => {
            let differs = proposal.is_some_and(|proposal| (proposal.level, proposal.scope) != (target.level, target.scope));
            let words = match (differs, Stands::of(Some(target))) {
                (false, _) => "Confirmed, as proposed:",
                (true, Stands::Confirmed(_)) => "Confirmed as it was proposed then; now something else is proposed:",
                (true, _) => "Your own target; it differs from what is proposed:",
            };
            proposal.map(|_| words.to_owned())
        }
        Origin::Group(id) => {
            let group = Thing::Group(id.clone());
            Some(format!("Set for all of {}.", name_of(&group, &names.of(&group))))
        }
        Origin::Profile(id) if proposal.is_none() => Some(format!("Proposed by the profile “{id}”, which is not here.")),
        Origin::Profile(_) | Origin::Interview => Some("Proposed, not yet confirmed:".to_owned()),
    }
}

pub fn proposed(voice: &str, level: Level, scope: Option<&str>, reasons: &[String]) -> String {
    let scope = scope.map(|scope| format!(" · {}", scope.to_lowercase())).unwrap_or_default();
    format!("{voice} proposes {level}{scope}: {}", reasons.join(" "))
}

/// Why it is so much, and then why it is not more.
pub fn proposal_reasons(proposed: &Proposed<'_>, tag: &str) -> Vec<String> {
    let why = proposed.reasons.iter().map(|reason| reason.get(tag).to_owned());
    let held = proposed.held.iter().map(|reason| format!("Not more than {}: {}", proposed.level, reason.get(tag)));
    why.chain(held).collect()
}

/// Whose reading a demand of a profile is, and whether it binds.
pub(super) fn reading(demand: &Demand<'_>, profile: &str) -> String {
    let if_it_binds = if demand.binds == Binds::Assumed { ", if it binds you" } else { "" };
    let beside = beside_level(demand.binds, demand.in_force);
    format!("{beside}{if_it_binds} (reading of the profile {profile})")
}

/// An outside minimum and where it is written; that of a profile is the profile's reading, and claims of nobody that it binds them.
pub fn minimum(demand: &Demand<'_>, below: bool, profile: Option<&str>) -> String {
    let flag = if below { "The target is below the outside minimum" } else { "Outside minimum" };
    let (level, source) = (demand.level, &demand.source);
    let reading = profile.map(|profile| reading(demand, profile)).unwrap_or_default();
    if source.trim().is_empty() {
        format!("{flag} of {level}{reading}.")
    } else {
        format!("{flag} of {level}{reading}: {source}")
    }
}
