//! An evidence pack: one zip with the files that people chose as evidence, what each is said to show, and the hash of each. Nothing of it is
//! kept here; a session notes at most what a file was called, how large it was, and its hash.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::zip::{ZippedFile, zip};
use super::{Document, LARGEST, document_html, name_of_parts, with_ending};
use crate::analysis::Assessment;
use crate::model::hex;
use crate::session::{Date, Evidence, EvidenceId, EvidenceUse, Fact, KnownFile, SystemField};

/// The value of `format` in the index of a pack.
const FORMAT: &str = "plumbline-evidence-pack";

/// So many bytes one file of a pack has at the most: it is in memory as a whole while the pack is made.
pub const LARGEST_IN_PACK: u64 = 2 * LARGEST as u64;

/// So many bytes all files of a pack have at the most, likewise.
pub const LARGEST_PACK: u64 = 4 * LARGEST as u64;

/// How long the ending of a name may be, as `docx`.
const LONGEST_ENDING: usize = 8;

/// The hash of a file that is read piece by piece.
#[derive(Clone, Debug, Default)]
pub struct FileHash(Sha256);

impl FileHash {
    /// Takes in the next piece.
    pub fn take_in(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The SHA-256 of all pieces, in hexadecimal.
    #[must_use]
    pub fn finished(self) -> String {
        hex(&self.0.finalize())
    }

    /// The SHA-256 of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> String {
        let mut hash = Self::default();
        hash.take_in(bytes);
        hash.finished()
    }
}

/// A file that is to be packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedFile {
    /// The piece of evidence that it is.
    pub evidence: EvidenceId,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub bytes: Vec<u8>,
}

/// Why a pack was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// There is no file to pack, or none of a piece of evidence that is still there.
    Nothing,
    /// A file has more than [`LARGEST_IN_PACK`] bytes, or all of them have more than [`LARGEST_PACK`].
    TooLarge,
    /// It could not be written.
    NotWritten,
}

/// What a pack holds, as its `index.json` says it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackIndex {
    /// What kind of file it is.
    pub format: &'static str,
    /// Of which version.
    pub version: u64,
    /// The day on which it was made.
    pub made: String,
    /// The name of the system.
    pub system: String,
    /// The session that the claims are from.
    pub session: String,
    /// The round that they are from; empty where there is none.
    pub round: String,
    /// The model that asks for them, and its edition.
    pub model: [String; 2],
    /// The files.
    pub files: Vec<PackFile>,
    /// What they are said to show.
    pub claims: Vec<PackClaim>,
}

/// A file of a pack.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackFile {
    /// Where it is in the pack.
    pub path: String,
    /// What it was called where it was chosen.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// The piece of evidence that it is.
    pub evidence: String,
    /// Since which day this very file is noted in the session, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noted_on: Option<String>,
}

/// What a piece of evidence is said to show.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackClaim {
    /// The piece of evidence.
    pub evidence: String,
    /// What it is called.
    pub title: String,
    /// What kind it is.
    pub kind: &'static str,
    /// The statements that it is given for.
    pub statements: Vec<PackStatement>,
}

/// A statement that a piece of evidence is given for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackStatement {
    /// Which.
    pub statement: String,
    /// Of which practice.
    pub practice: String,
    /// Of which level.
    pub level: u8,
    /// What the practice is called.
    pub practice_name: String,
    /// What it says.
    pub text: String,
    /// The part that it is given for, by its name; empty for the whole system.
    pub part: String,
}

/// What a pack of these files holds: of pieces of evidence that are still there.
#[must_use]
pub fn pack_index(assessment: &Assessment<'_>, files: &[PackedFile], on: Date, language: &str) -> PackIndex {
    let (session, model) = (assessment.session(), assessment.asked().model());
    let there = files.iter().filter_map(|file| Some((file, session.evidence.get(&file.evidence)?.value()?)));
    let indexed = |(number, (file, evidence)): (usize, (&PackedFile, &Evidence))| {
        let sha256 = FileHash::of(&file.bytes);
        let noted_on = match evidence.known_file(&file.name, &sha256) {
            KnownFile::Same(noted) => Some(noted.on.to_string()),
            KnownFile::Another(_) | KnownFile::New => None,
        };
        PackFile {
            path: path_in_pack(number, &file.name),
            name: file.name.clone(),
            size: file.bytes.len() as u64,
            sha256,
            evidence: file.evidence.to_string(),
            noted_on,
        }
    };
    let mut pieces: Vec<&EvidenceId> = files.iter().map(|file| &file.evidence).collect();
    pieces.sort();
    pieces.dedup();
    PackIndex {
        format: FORMAT,
        version: 1,
        made: on.to_string(),
        system: session.system(SystemField::Name).trim().to_owned(),
        session: session.id.to_string(),
        round: assessment.round().map(ToString::to_string).unwrap_or_default(),
        model: [model.id.to_string(), model.edition.to_string()],
        files: (1..).zip(there).map(indexed).collect(),
        claims: pieces.into_iter().filter_map(|id| claim(assessment, id, language)).collect(),
    }
}

fn claim(assessment: &Assessment<'_>, id: &EvidenceId, language: &str) -> Option<PackClaim> {
    let session = assessment.session();
    let evidence = session.evidence.get(id)?.value()?;
    let given = session.evidence_uses.iter().filter(|(given, fact)| given.evidence == *id && fact.value().is_some());
    let statement = |(given, _): (&EvidenceUse, &Fact<_>)| {
        let asked = assessment.asked().in_order([&given.indicator]).into_iter().next()?;
        let part = given.part.as_ref().and_then(|part| session.parts.get(part)?.value());
        Some(PackStatement {
            statement: given.indicator.to_string(),
            practice: asked.practice.id.to_string(),
            level: asked.level.number(),
            practice_name: asked.practice.name.get(language).to_owned(),
            text: asked.indicator.text.get(language).to_owned(),
            part: part.map(|part| part.name.clone()).unwrap_or_default(),
        })
    };
    Some(PackClaim {
        evidence: id.to_string(),
        title: evidence.title.trim().to_owned(),
        kind: evidence.kind.key(),
        statements: given.filter_map(statement).collect(),
    })
}

/// Where a file is in a pack: numbered, with nothing in its name but letters, digits and hyphens. So no name climbs out of the folder, is one
/// that a system keeps for itself, or hides what kind of file it is.
fn path_in_pack(number: usize, name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending: String = ending.chars().filter(char::is_ascii_alphanumeric).take(LONGEST_ENDING).collect();
    let ending = if ending.is_empty() { String::new() } else { format!(".{}", ending.to_ascii_lowercase()) };
    format!("files/{number:03}-{}", with_ending(&name_of_parts(&["file", stem]), &ending))
}

/// The pack: an index for programs, the same for people, the hashes as `sha256sum -c` reads them, and the files. `readable` is made of the
/// index.
///
/// # Errors
/// Why it was not made.
pub fn evidence_pack(index: &PackIndex, readable: &Document, files: Vec<PackedFile>) -> Result<Vec<u8>, PackFault> {
    let sizes = || index.files.iter().map(|file| file.size);
    if index.files.is_empty() {
        return Err(PackFault::Nothing);
    }
    if sizes().any(|size| size > LARGEST_IN_PACK) || sizes().sum::<u64>() > LARGEST_PACK {
        return Err(PackFault::TooLarge);
    }
    let file = |name: &str, text: String| ZippedFile { name: name.to_owned(), bytes: text.into_bytes() };
    let sums = index.files.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
    let json = serde_json::to_string_pretty(index).map_err(|_| PackFault::NotWritten)?;
    let mut all = vec![file("index.json", json + "\n"), file("index.html", document_html(readable)), file("SHA256SUMS", sums)];
    let there = files.into_iter().filter(|file| index.files.iter().any(|it| it.evidence == file.evidence.as_str()));
    all.extend(index.files.iter().zip(there).map(|(it, file)| ZippedFile { name: it.path.clone(), bytes: file.bytes }));
    zip(all).map_err(|_| PackFault::NotWritten)
}
