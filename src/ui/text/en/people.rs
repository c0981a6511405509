//! The words about several people: who answers, who answers what, where they differ; and about parts of the system.

use crate::analysis::{PracticeViews, Workload};
use crate::model::{Amount, Fraction, Level};
use crate::session::{Answer, Date};
use crate::ui::text::en::assess::{DONT_KNOW, NOT_ANSWERED_SHORT, answer_to_choose};
use crate::ui::text::en::frame::how_many;
use crate::ui::text::en::request::asked_about;
use crate::ui::text::intl::list;

pub const PEOPLE_LEAD: &str =
    "Share the work: say who answers what, see where people see it differently, and settle that together.";
pub const SHARE_THE_WORK: &str = "Share the work: who answers what, and where people differ";
pub const WHO_IS_HERE: &str = "Who is answering here";
pub const NOBODY_HERE: &str =
    "Nobody is named yet. With names, several people can share the work, and every answer says whose it is.";
pub const NAME_PEOPLE: &str = "Name people in Set up";
pub const WHO_ANSWERS: &str = "Who is answering on this device?";
pub const WHO_ANSWERS_HINT: &str =
    "Everything you state from now on carries this name. It is remembered on this device only. You can leave it open.";
pub const NOBODY_NAMED: &str = "Nobody named";
pub const NOBODY_CHOSEN: &str = "Nobody is chosen here: your answers carry no name, so nobody knows whom to ask about them.";
pub const ANSWERING_AS: &str = "Answering as";
pub const CHANGE_WHO: &str = "change";
pub const CHANGE_WHO_MORE: &str = "who is answering";
pub const ANSWERING_AS_NOBODY: &str = "Your answers carry no name.";
pub const SAY_WHO_YOU_ARE: &str = "Say who you are";
pub const WHO_ARE_YOU: &str = "Who are you?";
pub const WHO_ARE_YOU_HINT: &str =
    "What you answer from now on carries the name that you choose. It is remembered on this device only.";
pub const SOMEBODY_NEW: &str = "Somebody new: your name";
pub const YOUR_ROLE: &str = "Your role";
pub const CHOOSE_ROLE: &str = "Choose";
pub const JUST_LOOKING: &str = "I am just looking";
pub const WHAT_IS_YOURS: &str = "From here you can go to what is yours:";
pub const LOOK_AT_RESULTS: &str = "Look at the results";
pub const THAT_IS_ME: &str = "That is me";
pub const IS_ME: &str = "you";
pub const CHOOSE_WHO: &str = "Choose who is answering";
pub const WITHOUT_NAME: &str = "Without a name";
pub const PERSON_WITHOUT_NAME: &str = "Somebody unnamed";
pub const PERSON_REMOVED: &str = "Somebody removed";

pub const WHO_ANSWERS_WHAT: &str = "Who answers what";
pub const WHO_ANSWERS_WHAT_HINT: &str = "A practice can have several people, or none: then anybody may answer it. Everybody is \
    asked their own practices first. Below each name is what they answered themselves; what others said of their practices is not counted.";
pub const PERSON: &str = "Person";
pub const ASSIGN_TABLE: &str = "Who answers what, practice by practice";

pub const BLIND_HEAD: &str = "An honest first pass";
pub const BLIND: &str = "Hide the target of a practice until it is answered";
pub const BLIND_WHY: &str = "Whoever sees the target first tends to answer just up to it. Without it in sight, answers say more \
    about the system and less about the wish.";

pub const MAP: &str = "Map of disagreement";
pub const MAP_HINT: &str = "Each person's level by their own answers alone, whatever was settled. Practices that people see \
    differently come first; with the same level, single statements can still be answered differently.";
pub const MAP_TOO_FEW: &str = "As soon as two people have answered, this shows where they see it differently.";
pub const MAP_DIFFERENCE: &str = "Difference";

pub const DIFFERENCES: &str = "Differences to settle";
pub const DIFFERENCES_HINT: &str = "Here people answered the same differently. Until it is settled, the lowest answer \
    counts. Settling takes nothing away: all answers stay, and you say which one counts.";
pub const NOTHING_TO_COMPARE: &str = "No statement is answered by two people yet, so there is nothing to compare.";
pub const NO_DIFFERENCES: &str = "Where two people answered the same statement, they say the same.";
pub const ALL_SETTLED: &str = "All differences found so far are settled.";
pub const QUICK_DIFFERENCES: &str = "Quick answers that differ";
pub const QUICK_DIFFERENCES_HINT: &str =
    "Talk about it, then choose the level that counts and say why. Or answer the statements of the practice: they count instead.";
pub const QUICK_SETTLE_WHY: &str = "Why that level";
pub const QUICK_SETTLE_MISSING: &str = "First choose a level and say why.";
pub const SETTLE_THIS: &str = "Settle this difference";
pub const WHAT_COUNTS: &str = "What counts?";
pub const CHOOSE_WHAT_COUNTS: &str = "First choose above what counts.";
pub const SETTLE_REASON: &str = "Why that one (optional)";
pub const SETTLE: &str = "Settle";
pub const SETTLED_TAG: &str = "Settled";
pub const SETTLED_NOTICE: &str = "The difference is settled. All answers stay.";
pub const OPEN_AGAIN: &str = "Open again";
pub const OPENED_AGAIN: &str = "The difference is open again. The lowest answer counts.";

pub const PARTS: &str = "Parts";
pub const PARTS_HINT: &str = "A system can be assessed as a whole or in named parts. What does not differ between them is answered \
    once, for the whole. A part is answered apart only where it differs; the level of a practice is then that of its lowest part.";
pub const NO_PARTS: &str = "No parts are named: the system is assessed as a whole.";
pub const ADD_PART: &str = "Add a part";
pub const PART_NAME: &str = "Name of the part";
pub const PART_WITHOUT_NAME: &str = "Unnamed part";
pub const SUGGESTED_PARTS: [&str; 6] = ["Device", "Edge", "Cloud", "End to end", "IT", "OT"];
pub const SUGGESTED_PARTS_MEAN: [&str; 6] =
    ["the thing itself", "gateways on site", "services at a host", "the whole chain", "office computers", "machines, controls"];
pub const PART_SUGGESTIONS: &str = "Parts that are often told apart";
pub const WHICH_PART: &str = "Which part are you answering for?";
pub const WHOLE_SYSTEM: &str = "Whole system";
pub const IN_USE_SINCE: &str = "In use, in its present form, since";
pub const IN_USE_SINCE_HINT: &str = "Evidence from before that day may be about something else, and is pointed out.";

fn practices(count: usize) -> String {
    how_many(count, "practice", "practices")
}

fn levels(count: u8) -> String {
    how_many(usize::from(count), "level", "levels")
}

/// How much somebody has to answer and answered themselves, in few words.
pub fn workload(load: &Workload, asked: &[(Date, usize)]) -> String {
    let assigned = how_many(load.practices.of, "practice", "practices");
    let assigned = (load.practices.of > 0).then(|| format!("answered {} of their {assigned}", load.practices.done));
    let quick = (load.quick > 0).then(|| how_many(load.quick, "quick answer", "quick answers"));
    let statements = (load.statements > 0).then(|| how_many(load.statements, "statement answered", "statements answered"));
    let asked = (!asked.is_empty()).then(|| asked_about(asked));
    let not_known = (load.not_known > 0).then(|| format!("{} not known", load.not_known));
    let said: Vec<String> = [assigned, asked, quick, statements, not_known].into_iter().flatten().collect();
    if said.is_empty() { "nothing to answer and nothing answered yet".to_owned() } else { said.join(" · ") }
}

/// How many practices somebody is to answer.
pub fn yours(count: usize) -> String {
    if count == 0 { "No practice is assigned to you".to_owned() } else { format!("Yours: {}", practices(count)) }
}

/// Says who somebody is on this device.
pub fn you_are(name: &str) -> String {
    format!("You are {name}")
}

pub fn your_practices(count: usize) -> String {
    format!("Answer what is yours: {}", practices(count))
}

pub fn your_findings(count: usize) -> String {
    format!("Look at {} of a review that you have a part in", how_many(count, "finding", "findings"))
}

pub fn that_is_me(name: &str) -> String {
    format!("That is me: {name}")
}

pub fn answers_practice(person: &str, practice: &str) -> String {
    format!("{person} answers {practice}")
}

pub fn all_of(group: &str) -> String {
    format!("All of {group}")
}

pub fn answers_all_of(person: &str, group: &str) -> String {
    format!("{person} answers all of {group}")
}

pub fn all_of_toggled(person: &str, group: &str, on: bool) -> String {
    if on { format!("{person} answers all of {group}.") } else { format!("{person} answers nothing of {group}.") }
}

/// What differs where people see a practice differently, for a mark beside its name.
pub const fn what_differs(views: &PracticeViews) -> &'static str {
    match (views.spread, views.open_disputes) {
        (1.., _) => "levels differ",
        (0, 1..) => "statements differ",
        (0, 0) => "differs",
    }
}

/// How far they lie apart: in levels, in a fraction of one or, where each level has its share, in the level that differs most.
fn apart(views: &PracticeViews) -> String {
    if views.views.iter().any(|view| view.shares().is_some()) {
        return format!("a level {}\u{a0}%", Fraction::nearest(views.apart).per_cent());
    }
    if views.apart == Amount::whole(views.spread) { levels(views.spread) } else { views.apart.to_string() }
}

/// How people see a practice, in few words.
pub fn difference(views: &PracticeViews) -> String {
    let apart = (views.apart > Amount::ZERO).then(|| format!("{} apart", apart(views)));
    let same = if views.is_same_level() { "same level, but " } else { "" };
    let open = match views.open_disputes {
        0 => None,
        1 => Some(format!("{same}1 statement answered differently")),
        many => Some(format!("{same}{many} statements answered differently")),
    };
    let said: Vec<_> = apart.into_iter().chain(open).collect();
    match views.answered_by() {
        _ if !said.is_empty() => list(&said),
        _ if views.differ() => "whether it applies".to_owned(),
        0 => NOT_ANSWERED_SHORT.to_owned(),
        1 => "one answer only".to_owned(),
        _ => "none so far".to_owned(),
    }
}

pub fn left_out(count: usize) -> String {
    match count {
        1 => "1 practice without an answer that counts is left out.".to_owned(),
        _ => format!("{} without an answer that counts are left out.", practices(count)),
    }
}

pub fn open_differences(count: usize) -> String {
    how_many(count, "difference is open.", "differences are open.")
}

pub fn settled_differences(count: usize) -> String {
    format!("Settled ({count})")
}

pub fn difference_about(statement: &str) -> String {
    format!("Difference about: {statement}")
}

/// All answers in a line.
pub fn differing(said: &[(String, String)]) -> String {
    let all: Vec<_> = said.iter().map(|(who, said)| format!("{who}: {said}")).collect();
    format!("Answers differ ({}). The lowest counts until it is settled.", list(&all))
}

/// An answer with its reason, if it has one.
pub fn answer_with_reason(answer: &Answer) -> String {
    let words = answer_to_choose(answer);
    match answer {
        Answer::NotApplicable(why) => format!("{words}: {}", why.reason),
        Answer::Compensated(why) => format!("{words}: {}", why.reason),
        Answer::Met | Answer::Partly | Answer::NotMet | Answer::Own(_) => words,
        Answer::DontKnow => DONT_KNOW.to_owned(),
    }
}

/// What was settled.
pub fn settled(answer: &str) -> String {
    format!("What counts: {answer}")
}

pub fn settled_by(who: &str, when: &str) -> String {
    format!("Settled by {who}, {when}")
}

pub fn settled_without_name(when: &str) -> String {
    format!("Settled {when}, nobody named")
}

pub fn remove_part(name: &str) -> String {
    if name.trim().is_empty() { "Remove this part".to_owned() } else { format!("Remove {name}") }
}

pub fn add_part_named(name: &str, meant: &str) -> String {
    format!("Add {name} ({meant})")
}

pub fn part_added(name: &str) -> String {
    format!("{name} is a part of its own now.")
}

/// What happens to the answers about a part that is removed.
pub fn part_removed(name: &str, answers: usize) -> String {
    let name = if name.trim().is_empty() { "The part" } else { name };
    match answers {
        0 => format!("{name} is removed."),
        1 => format!("{name} is removed. Its 1 answer stays in the file but no longer counts; undo brings it back."),
        _ => format!("{name} is removed. Its {answers} answers stay in the file but no longer count; undo brings them back."),
    }
}

/// That a level counts that people settled on.
pub fn quick_settled(practice: &str, level: Level) -> String {
    format!("{practice}: level {level} counts, as settled. All answers stay.")
}

/// What somebody reads beside their own quick answer where others say something else, and whether that is still to be settled.
pub fn quick_others_differ(others: &str, is_open: bool) -> String {
    let counts = if is_open { " The lowest answer counts until it is settled." } else { "" };
    format!("Others say: {others}.{counts}")
}
