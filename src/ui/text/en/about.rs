//! The words about Plumbline itself.

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
