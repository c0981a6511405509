//! The words of files of evidence: known again by their hash, and packed together with what they show.

use crate::exchange::{
    Block, Chapter, Document, LARGEST_IN_PACK, LARGEST_PACK, ListEntry, PackClaim, PackFault, PackFile, PackIndex,
};
use crate::session::{EvidenceFile, KnownFile};
use crate::ui::text::en::evidence::evidence_title;
use crate::ui::text::en::frame::{LANGUAGE, PAGE, how_many};
use crate::ui::text::en::plan::day_in_words;
use crate::ui::text::en::start::system_name;

pub const EVIDENCE_FILES: &str = "Files";
pub const CHOOSE_FILES: &str = "Choose files…";
pub const CHOOSE_FILES_HINT: &str =
    "Plumbline reads them here to know them again, and to pack them. They are never kept in this browser.";
pub const NOTE_FILE: &str = "Note it";
pub const NOTE_FILE_HINT: &str = "Noting a file keeps its name, size and hash in the assessment. So anybody with the file can tell later whether it is the same.";
pub const FILE_NOTED: &str = "Noted. The file itself stays where it is.";
pub const FORGET_FILE: &str = "Note it no longer";
pub const FILE_FORGOTTEN: &str = "The file is noted no longer.";
pub const NO_FILE_READ: &str = "A file could not be read. Choose it again.";
pub const EVIDENCE_PACK: &str = "Evidence pack";
pub const EVIDENCE_PACK_WORDS: &str = "One zip with the files that you chose on this page, what each shows, and the hash of each. Whoever gets it \
    can check every file.";
pub const EVIDENCE_PACK_NOTHING: &str = "Choose files above, at the pieces of evidence that they are.";
pub const SAVE_EVIDENCE_PACK: &str = "Save the evidence pack";
pub const EVIDENCE_PACK_FILE: &str = "evidence";

/// How large a file is.
fn large(bytes: u64) -> String {
    match bytes {
        0..1_000 => how_many(usize::try_from(bytes).unwrap_or(usize::MAX), "byte", "bytes"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// How much may go into a pack.
pub fn evidence_pack_limits() -> String {
    format!("At most {} for one file and {} for all.", large(LARGEST_IN_PACK), large(LARGEST_PACK))
}

/// How much was chosen.
pub fn files_chosen(count: usize, bytes: u64) -> String {
    format!("{} chosen, {} together.", how_many(count, "file", "files"), large(bytes))
}

/// A file that was noted.
pub fn noted_file(file: &EvidenceFile) -> String {
    format!("{}, {}, noted on {}", file.name, large(file.size), day_in_words(file.on))
}

/// Whether a file that was chosen is one that was noted.
pub fn known_file(name: &str, known: KnownFile<'_>) -> String {
    match known {
        KnownFile::Same(it) if it.name == name => format!("{name}: the same as on {}.", day_in_words(it.on)),
        KnownFile::Same(it) => format!("{name}: the same as on {}, when it was called {}.", day_in_words(it.on), it.name),
        KnownFile::Another(it) => format!("{name}: another file than on {}, of the same name.", day_in_words(it.on)),
        KnownFile::New => format!("{name}: not noted here so far."),
    }
}

/// What noting a file is called for whoever hears the page.
pub fn note_this_file(name: &str) -> String {
    format!("{NOTE_FILE}: {name}")
}

/// What forgetting a file is called for whoever hears the page.
pub fn forget_this_file(name: &str) -> String {
    format!("{FORGET_FILE}: {name}")
}

/// Why a pack was not made.
pub fn pack_fault(fault: PackFault) -> String {
    match fault {
        PackFault::Nothing => EVIDENCE_PACK_NOTHING.to_owned(),
        PackFault::TooLarge => format!("Not packed: too large. {}", evidence_pack_limits()),
        PackFault::NotWritten => "Not packed: the zip could not be written.".to_owned(),
    }
}

/// The index of a pack, to be read.
pub fn pack_document(index: &PackIndex) -> Document {
    let system = system_name(&index.system);
    let title = format!("{EVIDENCE_PACK}: {system}");
    let file = |it: &PackFile| ListEntry {
        head: it.path.clone(),
        text: format!("{} · {}", it.name, large(it.size)),
        lines: [Some(format!("SHA-256 {}", it.sha256)), it.noted_on.as_ref().map(|on| format!("The same as noted on {on}."))]
            .into_iter()
            .flatten()
            .collect(),
    };
    let chapter = |claim: &PackClaim| {
        let files = index.files.iter().filter(|it| it.evidence == claim.evidence).map(file).collect();
        let shows = claim.statements.iter().map(|it| {
            let part = if it.part.is_empty() { String::new() } else { format!(" ({})", it.part) };
            ListEntry {
                head: format!("{}, level {}{part}:", it.practice_name, it.level),
                text: it.text.clone(),
                lines: Vec::new(),
            }
        });
        let shows: Vec<_> = shows.collect();
        let shows = if shows.is_empty() {
            vec![Block::Words("It is not given for any statement.".to_owned())]
        } else {
            vec![Block::Subheading("What it is said to show".to_owned()), Block::List(shows)]
        };
        let blocks = [vec![Block::List(files)], shows].concat();
        Chapter { title: evidence_title(&claim.title), on_new_page: false, blocks }
    };
    Document {
        above: format!("Packed on {}", index.made),
        language: LANGUAGE.to_owned(),
        running: title.clone(),
        title,
        page: PAGE.to_owned(),
        chapters: index.claims.iter().map(chapter).collect(),
        end: vec![
            "SHA256SUMS has the hash of each file; the program sha256sum checks them all with --check.".to_owned(),
            "The hashes tell whether a file is the same as when it was packed. They don't tell who made it, or whether what it says is true."
                .to_owned(),
        ],
    }
}
