//! The words of the screen in English; those about results are in `en_results.rs`.

use crate::analysis::{Count, Verdict};
use crate::exchange::Preview;
use crate::model::{CombinedProposal, Level, Model};
use crate::session::{Answer, Origin, Role, Target};
use crate::store::{OpenError, SaveError};

/// The language of the texts of models and profiles that are shown.
pub const LANGUAGE: &str = "en";

// The frame.
pub const PLUMBLINE: &str = "Plumbline";
pub const ABOUT: &str = "About";
pub const SKIP_TO_CONTENT: &str = "Skip to content";
pub const LOADING: &str = "Loading the questions…";
pub const UNDO: &str = "Undo";
pub const DISMISS: &str = "Dismiss";
pub const CANCEL: &str = "Cancel";
pub const DELETE: &str = "Delete";
pub const REMOVE: &str = "Remove";
pub const CLEAR: &str = "Clear";
pub const BACK: &str = "Back";
pub const NEXT: &str = "Next";
pub const CONTINUE: &str = "Continue";
pub const ONWARD: &str = "Back and next";
pub const TO_START: &str = "To the start page";
pub const NOT_FOUND: &str = "Nothing here";
pub const NOT_FOUND_WORDS: &str = "This address leads nowhere. Your assessments are on the start page.";
pub const STEPS: &str = "Steps of the assessment";
pub const STEP_SET_UP: &str = "Set up";
pub const STEP_TARGETS: &str = "Targets";
pub const STEP_ASSESS: &str = "Assess";
pub const STEP_RESULTS: &str = "Results";
pub const STEP_SHARE: &str = "Share";
pub const SAVED: &str = "Saved in this browser";
pub const SAVED_IN_MEMORY: &str = "Kept only while this page is open: export before you close it";
pub const NOT_SAVED_CONFLICT: &str = "another tab is writing at the same time";
pub const NOT_SAVED_UNREADABLE: &str =
    "what is stored here was written by a newer Plumbline or is damaged, and is not overwritten";

pub fn document_title(page: &str) -> String {
    format!("{page} · Plumbline")
}

pub fn not_saved(why: &str) -> String {
    format!("Not saved: {why}. Go on working and export the session under Share.")
}

pub fn of(count: Count) -> String {
    format!("{} of {}", count.done, count.of)
}

// Files that are hosted beside the app.
pub const FILE_NO_ANSWER: &str = "the file could not be loaded: no answer from the host";
pub const NO_MODEL_FOR_PROFILE: &str = "no model could be loaded, so the profile can't be checked";
pub const NO_MODEL: &str = "No questions could be loaded. If you are offline, reload once you are online; otherwise whoever \
    hosts this page finds the reason below. Your assessments are not affected.";
pub const BAD_FILES: &str = "Files with problems";

pub fn file_status(status: u16) -> String {
    format!("the file could not be loaded: the host answered {status}")
}

pub fn bad_file(file: &str, problems: usize) -> String {
    let word = if problems == 1 { "problem" } else { "problems" };
    format!("{file} is not used: {problems} {word}")
}

// Start.
pub const WELCOME: &str = "Is your security as good as it needs to be?";
pub const YOUR_ASSESSMENTS: &str = "Your assessments";
pub const FIRST_VISIT_LEAD: &str = "Plumbline helps the people responsible for a connected product or plant decide how much \
    security is enough, see where they stand, and find what to do next. More is not always better: too much is a finding, too.";
pub const FIRST_VISIT_POINTS: [(&str, &str); 3] = [
    ("Decide.", "For each of 18 practices, set the level that your system needs, and say why."),
    ("Assess.", "Choose the description that fits, ten minutes for all, or go through the checkable statements in an afternoon."),
    ("See.", "Where you are short, on target, or doing more than needed, and what is missing."),
];
pub const NOTHING_LEAVES: &str =
    "Nothing leaves this browser unless you export it. There is no account and no server behind this page.";
pub const NEW_ASSESSMENT: &str = "New assessment";
pub const OPEN_FILE: &str = "Open a file…";
pub const STORAGE_BLOCKED: &str = "This browser allows no storage here (a private window, or blocked by a setting). You can \
    work, but only as long as this page is open: export before you close it.";
pub const UNREADABLE: &str = "An assessment that can't be opened";
pub const SAVE_RAW: &str = "Save what is stored";
pub const CANT_DOWNLOAD: &str = "The browser did not let the file be saved. Try again, or try another browser.";

pub fn cant_list(why: &str) -> String {
    format!("Your assessments can't be listed: {why}.")
}

pub fn cant_begin(error: &SaveError) -> String {
    match error {
        SaveError::Storage(error) => format!("Nothing was added: {error}. Export and delete assessments you no longer need."),
        SaveError::Conflict | SaveError::Unreadable => "Nothing was added: something else is in its place. Try again.".to_owned(),
    }
}

pub fn system_name(name: &str) -> String {
    if name.trim().is_empty() { "Unnamed system".to_owned() } else { name.to_owned() }
}

pub fn last_change(when: &str) -> String {
    format!("Last changed {when}")
}

pub fn targets_set(count: Count) -> String {
    format!("Targets: {}", of(count))
}

pub fn practices_assessed(count: Count) -> String {
    format!("Assessed: {}", of(count))
}

pub fn continue_named(name: &str) -> String {
    format!("Continue {name}")
}

pub fn results_named(name: &str) -> String {
    format!("Results of {name}")
}

pub fn delete_named(name: &str) -> String {
    format!("Delete {name}")
}

pub fn remove_named(name: &str) -> String {
    if name.trim().is_empty() { "Remove this person".to_owned() } else { format!("Remove {name}") }
}

pub fn deleted(name: &str) -> String {
    format!("“{name}” is deleted.")
}

pub fn cant_delete(why: &str) -> String {
    format!("It was not deleted: {why}.")
}

pub fn cant_put_back(why: &str) -> String {
    format!("It is still in the bin: {why}.")
}

// Opening.
pub const CANT_OPEN: &str = "This assessment can't be opened";
pub const CANT_READ_FILE: &str = "The browser could not read the file. Was it moved or deleted in the meantime?";
pub const READING: &str = "Reading the file…";
pub const NOTHING_CHANGED: &str = "Nothing was added or changed.";
pub const ADD_SESSION: &str = "Add as a new assessment";

pub fn open_error(error: &OpenError) -> String {
    match error {
        OpenError::Nothing => "There is no such assessment in this browser. It may have been deleted, or be in another browser; \
            if you were sent a file, open it on the start page."
            .to_owned(),
        OpenError::Newer => {
            "It was written by a newer Plumbline. It is safe where it is: reload the page to get the newer one.".to_owned()
        }
        OpenError::Damaged => "What is stored is damaged. It is left as it is: save it as a file and ask for help.".to_owned(),
        OpenError::Unreadable(error) => error.to_string(),
        OpenError::Storage(error) => format!("It can't be read: {error}."),
    }
}

pub fn refused(file: &str) -> String {
    format!("“{file}” was not opened")
}

pub fn from_file(file: &str) -> String {
    format!("From the file “{file}”")
}

pub fn preview_lines(preview: &Preview, created: &str, changed: &str) -> Vec<(&'static str, String)> {
    let people = if preview.people.is_empty() { "nobody named".to_owned() } else { preview.people.join(", ") };
    vec![
        ("Begun", created.to_owned()),
        ("Last changed", changed.to_owned()),
        ("People", people),
        ("Targets", preview.targets.to_string()),
        ("Quick answers", preview.quick.to_string()),
        ("Answers to indicators", preview.answers.to_string()),
        ("Notes", preview.notes.to_string()),
    ]
}

pub fn preview_remarks(preview: &Preview, copies: usize) -> Vec<String> {
    let mut remarks = Vec::new();
    if copies > 0 {
        remarks.push(
            "You have a copy of this assessment already. This one is added beside it; neither changes the other.".to_owned(),
        );
    }
    if let Some(edition) = &preview.other_edition {
        remarks.push(format!("It was made with another edition of the questions ({edition})."));
    }
    if !preview.missing_profiles.is_empty() {
        let names = preview.missing_profiles.join(", ");
        remarks.push(format!(
            "It uses profiles that are not here: {names}. Its targets are kept; the profiles' own questions are not shown."
        ));
    }
    remarks
}

pub fn not_in_model(count: usize) -> String {
    let subject = if count == 1 { "1 item is".to_owned() } else { format!("{count} items are") };
    format!("{subject} not part of this model: kept, but not shown")
}

// Set up.
pub const SET_UP_ABOVE: &str = "Step 1 · What is it about?";
pub const SYSTEM: &str = "The system";
pub const SYSTEM_NAME: &str = "Name of the system";
pub const SYSTEM_NAME_HINT: &str = "As your people call it, e.g. Bottling line 3, Door sensor family D2";
pub const INCLUDES: &str = "What belongs to it";
pub const INCLUDES_HINT: &str = "Devices, gateways, software, sites, people's tasks";
pub const EXCLUDES: &str = "What does not belong to it";
pub const EXCLUDES_HINT: &str = "What somebody might expect to be included, but is not";
pub const PEOPLE: &str = "People";
pub const PEOPLE_HINT: &str =
    "Business owners decide how much is enough, technology owners know what is in place, consultants challenge both.";
pub const ADD_PERSON: &str = "Add a person";
pub const NAME: &str = "Name";
pub const ROLE: &str = "Role";
pub const WHO_ANSWERS: &str = "Who is answering on this device?";
pub const WHO_ANSWERS_HINT: &str = "Everything you state from now on carries this name. You can leave it open.";
pub const NOBODY_NAMED: &str = "Nobody named";
pub const PROFILES: &str = "Profiles";
pub const NEXT_TARGETS: &str = "Go to targets";

pub const fn role_key(role: Role) -> &'static str {
    match role {
        Role::BusinessOwner => "business_owner",
        Role::TechnologyOwner => "technology_owner",
        Role::Consultant => "consultant",
    }
}

pub const fn role(role: Role) -> &'static str {
    match role {
        Role::BusinessOwner => "Business owner",
        Role::TechnologyOwner => "Technology owner",
        Role::Consultant => "Consultant",
    }
}

pub fn person_removed(name: &str) -> String {
    if name.trim().is_empty() {
        "The person is removed.".to_owned()
    } else {
        format!("{name} is removed. What they stated stays.")
    }
}

pub fn profiles_hint(model: &str, edition: &str) -> String {
    format!(
        "The questions are those of the {model}, edition {edition}. A profile adds what is usual in a sector: it proposes targets \
         where you have set none and asks some more. Choose one, several or none."
    )
}

pub fn profile_toggled(name: &str, on: bool, targets: usize) -> String {
    let state = if on { "is used" } else { "is no longer used" };
    match targets {
        0 => format!("{name} {state}."),
        1 => format!("{name} {state}. 1 target changed."),
        _ => format!("{name} {state}. {targets} targets changed."),
    }
}

// Targets.
pub const TARGETS_ABOVE: &str = "Step 2 · How much is enough?";
pub const TARGETS_LEAD: &str = "For each practice, choose the level that your system needs: no less, but also no more. A low \
    target with a good reason is as right as a high one.";
pub const SCALE_HELP: &str = "What the levels and scopes mean";
pub const SCOPE: &str = "Scope";
pub const WITHOUT_IT: &str = "Without it:";
pub const NEXT_ASSESS: &str = "Go to assess";
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
        Origin::Profile(_) => Some("Proposed, not yet confirmed:".to_owned()),
    }
}

fn find_group(groups: &[crate::model::Group], id: &str) -> Option<String> {
    groups.iter().find_map(|group| {
        let here = (group.id.as_str() == id).then(|| group.name.get(LANGUAGE).to_owned());
        here.or_else(|| find_group(&group.groups, id))
    })
}

pub fn profile_reason(profile: &str, level: Level, scope: Option<&str>, reason: &str) -> String {
    let scope = scope.map(|scope| format!(" · {}", scope.to_lowercase())).unwrap_or_default();
    format!("{profile} proposes {level}{scope}: {reason}")
}

pub fn minimum(level: Level, source: &str, below: bool) -> String {
    let flag = if below { "The target is below a minimum" } else { "Minimum" };
    format!("{flag}, {level}: {source}")
}

// Assess.
pub const ASSESS_ABOVE: &str = "Step 3 · Where do we stand?";
pub const QUICK: &str = "Quick";
pub const FULL: &str = "Full";
pub const QUICK_PASS: &str = "Quick pass";
pub const QUICK_PASS_WORDS: &str = "For each practice, choose the description that fits. About ten minutes.";
pub const FULL_PASS: &str = "Full pass";
pub const FULL_PASS_WORDS: &str =
    "Checkable statements, level by level. Where they are answered, they count instead of the quick pass.";
pub const BEGIN_QUICK: &str = "Begin the quick pass";
pub const CONTINUE_QUICK: &str = "Continue the quick pass";
pub const REVIEW_QUICK: &str = "Review the quick pass";
pub const BEGIN_FULL: &str = "Begin the full pass";
pub const CONTINUE_FULL: &str = "Continue the full pass";
pub const REVIEW_FULL: &str = "Review the full pass";
pub const NEXT_RESULTS: &str = "Go to results";
pub const ALL_PRACTICES: &str = "All practices";
pub const WHICH_FITS: &str = "Which description fits best?";
pub const NOT_APPLICABLE: &str = "Not applicable";
pub const NOT_APPLICABLE_SHORT: &str = "n/a";
pub const NOT_APPLICABLE_WORDS: &str = "The practice makes no sense for this system.";
pub const NOT_ANSWERED_SHORT: &str = "–";
pub const REASON_NA: &str = "Why is it not applicable?";
pub const REASON_NA_HINT: &str = "Until there is a reason, it counts as unanswered.";
pub const CLEAR_ANSWER: &str = "Clear the answer";
pub const ANSWER_CLEARED: &str = "The answer is cleared.";
pub const SCOPE_QUESTION: &str = "How specific is what you do?";
pub const SCOPE_QUESTION_HINT: &str =
    "General: good practice anywhere. Industry: follows your sector's needs and rules. System: made for this very system.";
pub const NOTE: &str = "Note";
pub const NOTE_HERE: &str = "Your note";
pub const NOTE_HINT: &str = "Anything worth remembering next time";
pub const MORE_ABOUT_PRACTICE: &str = "What this practice is about";
pub const OBJECTIVE: &str = "What it gives:";
pub const GO_TO_INDICATORS: &str = "Go to the statements of this practice";
pub const TO_BE_DONE: &str = "What needs to be done";
pub const TARGET: &str = "Target";
pub const KIND_DONE: &str = "Done";
pub const KIND_ASSURED: &str = "Assured";
pub const SOMEBODY: &str = "somebody";
pub const ANSWERS: [(&str, &str); 4] =
    [("met", "Met"), ("partly", "Partly"), ("not_met", "Not met"), ("not_applicable", "Not applicable")];

pub const fn answer_key(answer: &Answer) -> &'static str {
    match answer {
        Answer::Met => "met",
        Answer::Partly => "partly",
        Answer::NotMet => "not_met",
        Answer::NotApplicable { .. } => "not_applicable",
    }
}

pub const fn answer(answer: &Answer) -> &'static str {
    match answer {
        Answer::Met => "met",
        Answer::Partly => "partly",
        Answer::NotMet => "not met",
        Answer::NotApplicable { .. } => "not applicable",
    }
}

pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotMet => "Not met",
        Verdict::Partly => "Partly",
        Verdict::Met => "Met",
        Verdict::NotApplicable => "Not applicable",
        Verdict::Unanswered => "Unanswered",
    }
}

pub fn practices_of(count: Count) -> String {
    format!("{} practices", of(count))
}

pub fn indicators_of(count: Count) -> String {
    format!("{} statements", of(count))
}

pub fn quick_named(practice: &str) -> String {
    format!("Quick pass of {practice}")
}

pub fn full_named(practice: &str) -> String {
    format!("Full pass of {practice}")
}

pub fn quick_above(number: usize, of: usize, path: &[String]) -> String {
    format!("Quick pass · {number} of {of} · {}", path.join(" › "))
}

pub fn full_above(number: usize, of: usize, path: &[String]) -> String {
    format!("Full pass · {number} of {of} · {}", path.join(" › "))
}

pub fn who_knows(who: &str) -> String {
    format!("Who usually knows: {who}")
}

pub fn indicators_say_na() -> String {
    "The statements say: not applicable. That counts.".to_owned()
}

pub fn indicators_say(low: Level, high: Level, counts: bool) -> String {
    let level = if low == high { format!("level {low}") } else { format!("level {low} to {high}, not finished") };
    let consequence =
        if counts { "That counts instead of the answer here." } else { "The answer here counts until they are finished." };
    format!("The statements say: {level}. {consequence}")
}

pub fn level_state(verdicts: &[Verdict]) -> String {
    let fulfilled = verdicts.iter().filter(|verdict| verdict.is_fulfilled()).count();
    let answered = verdicts.iter().filter(|verdict| **verdict != Verdict::Unanswered).count();
    let all = verdicts.len();
    if answered == 0 {
        "not answered".to_owned()
    } else if fulfilled == all {
        "all met".to_owned()
    } else {
        format!("{fulfilled} of {all} met, {answered} answered")
    }
}

pub fn evidence(example: &str, months: u8) -> String {
    let months = if months == 1 { "1 month".to_owned() } else { format!("{months} months") };
    format!("Would show it: {example}. Usually true for {months}.")
}

pub fn differing(said: &[(String, &str)]) -> String {
    let list: Vec<_> = said.iter().map(|(who, answer)| format!("{who}: {answer}")).collect();
    format!("Answers differ ({}). The lowest counts until you agree.", list.join(", "))
}

// Share.
pub const SHARE_ABOVE: &str = "Step 5 · Keep it, send it";
pub const EXPORT: &str = "Export";
pub const EXPORT_WORDS: &str = "Everything that was said in this assessment, as one file to keep, or to send to a consultant or colleague. \
    They open it with any Plumbline.";
pub const EXPORT_BUTTON: &str = "Export as JSON";
pub const IMPORT: &str = "Open a file";
pub const IMPORT_WORDS: &str = "A file that somebody sent you is added as an assessment of its own. Nothing here is overwritten.";

pub fn exported(name: &str) -> String {
    format!("“{name}” is in your downloads.")
}

// About.
pub const ABOUT_WORDS: [&str; 2] = [
    "Plumbline measures how well the security of a connected product or plant fits its need. Business owners and technology \
     owners set targets together, assess where they stand, see the gaps, and repeat as threats, technology and business change.",
    "It is an independent tool that follows the structure of the IoT Security Maturity Model; it is not endorsed by the Industry \
     IoT Consortium, nor a copy of its guides.",
];
pub const ABOUT_DATA: &str = "Where your data stays";
pub const ABOUT_DATA_WORDS: [&str; 2] = [
    "In this browser, on this device, in the storage that the browser keeps for this site. The page asks no other host for \
     anything and sends nothing anywhere. Who clears the browser's site data deletes the assessments, too: export what you want to keep.",
    "An exported file holds everything that was said, including names and notes. It is not encrypted: send it the way you would \
     send any confidential document.",
];

pub fn model_edition(edition: &str) -> String {
    format!("Edition {edition}. Texts: Creative Commons Attribution 4.0.")
}
