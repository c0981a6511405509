//! What files of spreadsheets and word processors have in common: a zip of parts, with what each of them is and what leads to it.

use super::markup::Written;
use crate::exchange::{ZippedFile, zip};

/// Where kinds of links are named.
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The part with what lists of files show of a document.
pub const CORE: &str = "docProps/core.xml";

/// A part.
pub struct Part {
    /// Its name, with the folders that it is in.
    pub name: String,
    /// What it is, as the format names it; nothing for what is told by the end of its name.
    pub kind: &'static str,
    /// What it says.
    pub bytes: Vec<u8>,
}

/// What leads from one part to another.
pub struct Link {
    /// What it is called where it is used.
    pub id: String,
    /// What kind of link it is: a word where most are named, or all of it.
    pub kind: &'static str,
    /// The part, from the folder of the one that links.
    pub target: String,
}

impl Link {
    /// The link with that number.
    pub fn new(number: usize, kind: &'static str, target: impl Into<String>) -> Self {
        Self { id: format!("rId{number}"), kind, target: target.into() }
    }
}

/// Puts parts into a file. The first one is what it is about.
///
/// # Errors
/// When a name is too long for a zip.
pub fn package(parts: Vec<Part>) -> Result<Vec<u8>, String> {
    const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
    let mut types = Written::new("Types", &[("xmlns", TYPES)]);
    for (ending, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ] {
        types.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    for part in parts.iter().filter(|part| !part.kind.is_empty()) {
        types.empty("Override", &[("PartName", &format!("/{}", part.name)), ("ContentType", part.kind)]);
    }
    let main = parts.first().map(|part| part.name.clone()).unwrap_or_default();
    let mut leads = vec![Link::new(1, "officeDocument", main)];
    if parts.iter().any(|part| part.name == CORE) {
        leads.push(Link::new(2, "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", CORE));
    }
    let top = links("_rels/.rels", &leads);
    let first = Part { name: "[Content_Types].xml".to_owned(), kind: "", bytes: types.finish() };
    let files = [first, top].into_iter().chain(parts).map(|part| ZippedFile { name: part.name, bytes: part.bytes });
    zip(files.collect()).map_err(|error| error.to_string())
}

/// The part that says where links lead; `name` is its own.
pub fn links(name: &str, links: &[Link]) -> Part {
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut file = Written::new("Relationships", &[("xmlns", PACKAGE)]);
    for link in links {
        let kind = if link.kind.starts_with("http") { link.kind.to_owned() } else { format!("{LINKS}/{}", link.kind) };
        file.empty("Relationship", &[("Id", &link.id), ("Type", &kind), ("Target", &link.target)]);
    }
    Part { name: name.to_owned(), kind: "", bytes: file.finish() }
}
