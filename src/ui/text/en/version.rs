//! The words about versions of Plumbline, and about what it is made of.

pub const NEW_VERSION: &str =
    "A new version of Plumbline is ready. It loads all its open pages anew; what you answered is saved first.";
pub const NEW_VERSION_WAITS: &str = "The new version waits: a page holds something that this browser could not save. Export it \
    under Share, or close that page, and try again.";
pub const USE_NEW_VERSION: &str = "Use the new version";
pub const LATER: &str = "Later";
pub const NOTICES: &str = "Made with the work of others";
pub const NOTICES_LEAD: &str =
    "Plumbline contains software that these people give away. Here is who they are, and the terms of each.";
pub const NOTICES_LOADING: &str = "Loading…";
pub const NOTICES_FAILED: &str = "The list could not be loaded. Try again when you are online.";
pub const NOTICES_LINK: &str = "Software by others in Plumbline, and its licences";

/// A package with its version and licence.
pub fn package_line(version: &str, licence: &str) -> String {
    if version.is_empty() { licence.to_owned() } else { format!("{version} · {licence}") }
}
