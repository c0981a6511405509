//! The words of the first step: set up.

use crate::session::Role;

pub const SET_UP_ABOVE: &str = "Step 1 · What is it about?";
pub const SYSTEM: &str = "The system";
pub const SYSTEM_NAME: &str = "Name of the system";
pub const SYSTEM_NAME_HINT: &str = "As your people call it, e.g. Bottling line 3, Door sensor family D2";
pub const INCLUDES: &str = "What belongs to it";
pub const INCLUDES_HINT: &str = "Devices, gateways, software, sites, people's tasks";
pub const EXCLUDES: &str = "What does not belong to it";
pub const EXCLUDES_HINT: &str = "What somebody might expect to be included, but is not";
pub const PEOPLE: &str = "People";
pub const PEOPLE_HINT: &str = "Business owners decide how much is enough, technology owners know what is in place, consultants challenge both, \
    auditors judge, suppliers answer for what they deliver.";
pub const ADD_PERSON: &str = "Add a person";
pub const NAME: &str = "Name";
pub const ROLE: &str = "Role";
pub const PROFILES: &str = "Profiles";
pub const NEXT_TARGETS: &str = "Go to targets";

pub const fn role(role: Role) -> &'static str {
    match role {
        Role::BusinessOwner => "Business owner",
        Role::TechnologyOwner => "Technology owner",
        Role::Consultant => "Consultant",
        Role::Auditor => "Auditor",
        Role::Supplier => "Supplier",
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
    let what = if on { "proposed, for you to confirm" } else { "changed" };
    match targets {
        0 => format!("{name} {state}."),
        1 => format!("{name} {state}. 1 target {what}."),
        _ => format!("{name} {state}. {targets} targets {what}."),
    }
}

pub const ABOUT_PROFILE: &str = "About this profile";
pub const MODEL: &str = "Model";
pub const MODEL_HINT: &str = "Which questions are asked. It can be changed until targets or answers belong to it.";
pub const MODEL_NOT_LOADED: &str = "This model could not be loaded. Nothing is changed; try again when you are online.";
pub const LOAD_PROFILE: &str = "Load a profile from a file…";
pub const NO_TEXT_FILE: &str = "this is no text file: choose the .json file of a profile";

pub fn profile_loaded(name: &str) -> String {
    format!("The profile “{name}” is kept in this browser and can be chosen now.")
}

pub fn profile_hosted(id: &str) -> String {
    format!("a profile “{id}” is hosted here already: give yours another id")
}
