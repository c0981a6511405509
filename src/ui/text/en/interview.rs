//! The words of the interview, the decision log, the hints and the comparison with a profile.

use crate::analysis::{Compared, Decision, Grounds, ReasonOf, Stands};
use crate::model::Level;
use crate::session::{Because, Origin, Target};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::results::scope;
use crate::ui::text::intl::list;

pub const INTERVIEW_TITLE: &str = "Interview: from consequences to targets";
pub const INTERVIEW_ABOVE: &str = "Step 2 · How much is enough?";
pub const INTERVIEW_LEAD: &str = "Answer what you can, together. Each answer proposes targets, with the reason; what nobody knows can stay open. Once everything is \
    answered, your answers set the levels and not a profile's.";
pub const INTERVIEW_INVITE: &str = "Not sure how much is enough? Plain questions about what could happen propose for every \
    practice a level and how specific it has to be (its scope), each with a reason. You can change every one of them.";
pub const TO_INTERVIEW: &str = "Go to the interview";
pub const TO_TARGETS: &str = "See the targets";
pub const NO_INTERVIEW: &str = "There is no interview for this model. Set the targets by hand or with a profile.";
pub const PROPOSED_SO_FAR: &str = "What follows for the targets so far";
pub const FIRST_PROPOSALS: &str = "These are the first proposals of the interview: see them below the questions.";
pub const ANSWER_FIRST: &str = "Answer a question first: then there is something to take over.";
pub const AS_PROPOSED: &str = "Targets are as proposed: nothing is left to take over.";
pub const TAKE_IT: &str = "Use it";
pub const WHICH_TARGETS: &str = "Which targets";
pub const WHICH_COUNTS: &str = "Where a profile or an outside minimum says otherwise, that stands at the practice. While questions are open, a \
    profile can raise a level, but no further than your answers still allow. Once all are answered, they alone set the level; how specific it has to be is what whoever asks for that level wants most.";
pub const BEFORE_ANY_RULE: &str = "When no rule says more:";
pub const WHAT_TAKING_OVER_CHANGES: &str = "Which targets change";
pub const TAKING_OVER_HINT: &str = "Together with the profiles in use, as long as questions are open; then your own answers set the level and scope. An outside minimum \
    counts in any case. What you set by hand stays.";
pub const NOTHING_PROPOSED: &str = "Nothing yet: answer a question first.";
pub const ALL_RULES_HINT: &str = "A practice gets the highest level of all rules that hold, and the most specific scope of those that ask for this level. \
    Rules that say “at most” hold it back. At last a practice is raised where others need more of it. A worse answer can only add rules, \
    never take one away.";
pub const AT_MOST: &str = "At most";
pub const DECISION_LOG: &str = "Decision log";
pub const DECISION_LOG_LEAD: &str = "What each target was and became, when, by whom and why. The latest comes first.";
pub const NO_DECISIONS: &str = "No target has been set yet.";
pub const EXPORT_CSV: &str = "Export as CSV";
pub const COMPARE_PROFILE: &str = "Compare with a profile";
pub const COMPARE_WITH: &str = "Compare your targets with";
pub const CHOOSE_PROFILE: &str = "Choose a profile";
pub const YOUR_TARGET: &str = "Your target";
pub const PROFILE: &str = "Profile";
pub const DIFFERENCE: &str = "Difference";
pub const HINTS: &str = "Do these fit together?";
pub const HINTS_HINT: &str = "Hints, not errors. If it is right as it is, say why; the answer stays with the targets.";
pub const HINT_ANSWER: &str = "Why it is right as it is";

/// How many questions there are and how long they take or, once somebody began, how far they are.
pub fn interview_state(answered: usize, of: usize) -> String {
    match answered {
        0 => format!("{of} questions, about 7 minutes. None is answered yet."),
        _ if answered < of => format!("{answered} of {of} questions are answered."),
        _ => format!("All {of} questions are answered."),
    }
}

pub fn question_number(number: usize, of: usize) -> String {
    format!("Question {number} of {of}")
}

pub fn level_and_scope(level: Level, scope: Option<&str>) -> String {
    scope.map_or_else(|| level.to_string(), |scope| format!("{level} · {}", scope.to_lowercase()))
}

pub fn proposal_changed(practice: &str, was: Option<&str>, now: Option<&str>) -> String {
    format!("{practice} {} → {}", was.unwrap_or("–"), now.unwrap_or("–"))
}

/// What is said of a proposal that became lower because one's own answers now take the place of a profile's proposal.
pub fn in_place_of_profile(changed: &str) -> String {
    format!("{changed} (your answers take the place of the profile's proposal)")
}

pub fn answer_changes(changes: &[String]) -> String {
    match changes.len() {
        0 => "Noted. The proposals stay as they are.".to_owned(),
        count => format!("This changes {count}: {}.", changes.join("; ")),
    }
}

pub fn take_over(count: usize) -> String {
    match count {
        1 => "Use the proposals: 1 target changes".to_owned(),
        _ => format!("Use the proposals: {count} targets change"),
    }
}

/// For how many targets that nobody decided the interview asks for something else.
pub fn interview_waits(count: usize) -> String {
    match count {
        1 => "Your interview proposes another level or scope for 1 target. It is not used yet.".to_owned(),
        _ => format!("Your interview proposes another level or scope for {count} targets. That is not used yet."),
    }
}

/// For how many decided targets it does.
pub fn decided_otherwise(count: usize) -> String {
    match count {
        1 => "1 target that you confirmed or set stays, though your answers propose something else for it.".to_owned(),
        _ => format!("{count} targets that you confirmed or set stay, though your answers propose something else for them."),
    }
}

/// What is said beside the button that confirms all.
pub fn confirms_otherwise(count: usize) -> String {
    format!("For {count} of the proposed ones your answers propose something else.")
}

pub fn use_for_confirmed(count: usize) -> String {
    match count {
        1 => "Use it for 1 confirmed target, too".to_owned(),
        _ => format!("Use it for {count} confirmed targets, too"),
    }
}

pub fn interview_used(count: usize) -> String {
    let targets = how_many(count, "target is", "targets are");
    format!("{targets} as your answers propose now, to be confirmed.")
}

pub fn use_proposal_for(practice: &str) -> String {
    format!("{TAKE_IT} for {practice}")
}

/// Who proposes something else than a target is.
#[derive(Clone, Copy)]
pub enum Against {
    /// The answers of the interview.
    Answers,
    /// These, and something outside that demands more.
    Demand,
    /// These and the profiles, while answers are missing.
    SoFar,
}

impl Against {
    /// Who it is: profiles have a say until all is answered that the proposal depends on.
    pub const fn of(is_answered: bool, is_demanded: bool) -> Self {
        match (is_answered, is_demanded) {
            (false, _) => Self::SoFar,
            (true, true) => Self::Demand,
            (true, false) => Self::Answers,
        }
    }
}

/// How a target stands, and what is proposed instead. `profile` is the name of the one whose proposal was confirmed.
pub fn stands(stands: &Stands, now: Option<&str>, proposed: &str, profile: Option<&str>, against: Against) -> String {
    let who = match against {
        Against::Answers => "your answers propose",
        Against::Demand => "your answers and an outside minimum propose",
        Against::SoFar => "your answers so far and the profiles propose",
    };
    match (stands, now, profile) {
        (Stands::Confirmed(Some(_)), Some(now), Some(profile)) => {
            format!("You confirmed {now}, as the profile “{profile}” proposed; {who} {proposed}.")
        }
        (Stands::Confirmed(_), Some(now), _) => format!("You confirmed {now}, as it was proposed then; {who} {proposed}."),
        (Stands::Set, Some(now), _) => format!("You decided on {now}; {who} {proposed}."),
        (_, Some(now), _) => format!("Proposed and not confirmed: {now}; {who} {proposed}."),
        (_, None, _) => format!("Not set; {who} {proposed}."),
    }
}

/// What something outside demands, where that is more than people's own answers propose.
pub fn outside_demands(level: Level) -> String {
    format!("The outside minimum is {level}: so a law, a standard or a customer asks, if it binds you.")
}

/// What the interview proposes, where something else is taken.
pub fn interview_alone(proposed: &str) -> String {
    format!("The interview alone proposes {proposed}.")
}

pub fn profile_asks(profile: &str, proposed: &str) -> String {
    format!("{profile} asks for {proposed}.")
}

pub fn taken_over(count: usize) -> String {
    let targets = how_many(count, "target is", "targets are");
    format!("{targets} as proposed now. What you set by hand stayed.")
}

pub fn all_rules(count: usize) -> String {
    format!("All {count} rules, in full")
}

/// That from a level on one rule is not enough.
pub fn two_drivers(level: Level) -> String {
    format!("Level {level} needs two rules that share no question.")
}

pub fn rule_when(conditions: &[String]) -> String {
    format!("When {}:", conditions.join(", and "))
}

pub fn condition(question: &str, option: &str) -> String {
    format!("“{question}” is answered with “{option}” or worse")
}

pub fn hint(practice: &str, target: Level, needs: &str, needed: Level) -> String {
    format!("{practice} at {target}, but {needs} at {needed}")
}

pub fn compared(compared: &Compared<'_>) -> String {
    let reason = match compared.grounds {
        Grounds::Own => "with a reason",
        Grounds::Interview => "as the interview proposes",
        Grounds::Profile => "as another profile proposes",
        Grounds::None => "no reason given",
    };
    match compared.above {
        None => "no target of your own".to_owned(),
        Some(0) => "the same".to_owned(),
        Some(above @ 1..) => format!("{above} above, {reason}"),
        Some(below) => format!("{} below, {reason}", -below),
    }
}

pub fn decided_when(when: &str, who: Option<&str>) -> String {
    who.map_or_else(|| when.to_owned(), |who| format!("{when} · {who}"))
}

/// A target in as few words as possible.
pub(super) fn target_words(target: &Target) -> String {
    format!("{} · {}", target.level, scope(target.scope))
}

pub fn decision(decision: &Decision) -> String {
    let (before, after) = (decision.before.as_ref().map(target_words), decision.after.as_ref().map(target_words));
    let words = match (before, after) {
        (Some(before), Some(after)) if before == after && decision.is_as_proposed() => format!("{after}, confirmed as proposed"),
        (None, Some(after)) if decision.is_as_proposed() => format!("set to {after}, as proposed"),
        (Some(before), Some(after)) if before == after => format!("{after}, as before"),
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (None, Some(after)) => format!("set to {after}"),
        (Some(before), None) => format!("cleared; it was {before}"),
        (None, None) => "cleared".to_owned(),
    };
    if decision.is_kept_apart {
        return format!("{words}; not decided: another copy says differently");
    }
    if decision.is_side {
        return format!("{words}, in one of two copies that did not know of each other");
    }
    let said = decision.settles.iter().map(|it| it.as_ref().map_or_else(|| "none".to_owned(), target_words));
    let said: Vec<String> = said.collect();
    if said.is_empty() { words } else { format!("{words}; this settles what two copies said differently: {}", list(&said)) }
}

/// Reasons of a target with whose words they are: what a profile says is not taken for what people of the system said.
pub fn reasons_words(reasons: &[(ReasonOf, String)]) -> Vec<String> {
    let said = |(of, words): &(ReasonOf, String)| match of {
        ReasonOf::People => words.clone(),
        ReasonOf::PeopleFor(level) => format!("{}: {words}", given_for(*level)),
        ReasonOf::Profile(profile) => format!("reason of the profile “{profile}”: {words}"),
        ReasonOf::Interview => format!("reason of the interview: {words}"),
    };
    reasons.iter().map(said).collect()
}

/// The kind of reason that somebody chose and what they typed for it; nothing where they did neither.
pub(super) fn own_reason(target: &Target) -> Option<String> {
    let typed = target.reason.trim();
    let kind = target.because.map(|kind| because(kind).to_owned());
    let said: Vec<String> = kind.into_iter().chain((!typed.is_empty()).then(|| typed.to_owned())).collect();
    let said = (!said.is_empty()).then(|| said.join(" · "))?;
    Some(target.reason_for.map_or_else(|| said.clone(), |level| format!("{}: {said}", given_for(level))))
}

/// That a reason was given while another level was the target.
fn given_for(level: Level) -> String {
    format!("reason given for level {level}")
}

/// The same beside the field in which the reason stands.
pub fn reason_of_another_level(given_for: Level, now: Level) -> String {
    format!("This reason was given for level {given_for}. Does it hold for level {now}, too?")
}

pub const REASON_HOLDS: &str = "It holds";

/// Why a target is what it is, and who decided it; nothing when nothing is said about it. `from` is what the profile or the group is
/// called that it comes from; `others` is who proposes another level, profiles by their names, the interview without one.
pub fn decision_reason(
    target: &Target,
    decided_by: Option<&str>,
    reasons: &[(ReasonOf, String)],
    from: Option<&str>,
    others: &[(Option<String>, Level)],
) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(target.because.map(|kind| because(kind).to_owned()));
    parts.extend(reasons_words(reasons));
    parts.extend(others.iter().map(|(profile, level)| match profile {
        Some(profile) => format!("the profile “{profile}” proposes {level}"),
        None => format!("the interview proposes {level}"),
    }));
    parts.extend(decided_by.map(|who| format!("decided by {who}")));
    parts.extend(target.decided_on.map(|day| format!("on {day}")));
    parts.extend(target.review_on.map(|day| format!("review on {day}")));
    match &target.origin {
        Origin::Profile(profile) => {
            parts.push(format!("proposed by the profile “{}”, not confirmed", from.unwrap_or(profile.as_str())));
        }
        Origin::Interview => parts.push("proposed by the interview, not confirmed".to_owned()),
        Origin::Group(group) => parts.push(format!("set for all of “{}”", from.unwrap_or(group.as_str()))),
        Origin::Practice => {}
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

pub const fn because(because: Because) -> &'static str {
    match because {
        Because::Risk => "Risk: what could happen",
        Because::Contract => "Contract: what was promised",
        Because::Regulation => "Regulation: what the law demands",
        Because::Incident => "Incident: what has happened",
        Because::Cost => "Cost: what more would cost",
        Because::Other => "Something else",
    }
}
