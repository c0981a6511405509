//! An evidence pack: files with what they show and their hashes. No name climbs out of it, and a file that was noted is known again.

use std::error::Error;

use plumbline::analysis::Assessment;
use plumbline::exchange::{
    Document, FileHash, LARGEST_IN_PACK, PackFault, PackedFile, evidence_pack, pack_index, unzip_some, without_names,
    write_session,
};
use plumbline::session::commands::{forget_file, note_file};
use plumbline::session::{Change, Date, Evidence, EvidenceFile, EvidenceKind, EvidenceUse, KnownFile, Session, Yes, day};
use serde_json::{Map, Value};

use crate::support::talk::{Talk, authorship};
use crate::support::{id, tiny, tiny_asked};

type Outcome = Result<(), Box<dyn Error>>;

fn march() -> Date {
    day("2026-03-03").unwrap_or_default()
}

/// A piece of evidence that shows the first statement.
fn talk() -> Talk {
    let mut talk = Talk::about(&tiny());
    let asked = tiny_asked();
    talk.change(Change::Evidence(id("e1"), Some(Evidence::new("<b>Seal</b>", EvidenceKind::Document))));
    for first in asked.all().take(1) {
        let given = EvidenceUse { indicator: first.indicator.id.clone(), part: None, evidence: id("e1") };
        talk.change(Change::EvidenceUse(given, Some(Yes)));
    }
    talk
}

fn file(name: &str, words: &str) -> PackedFile {
    PackedFile { evidence: id("e1"), name: name.to_owned(), bytes: words.as_bytes().to_vec() }
}

fn noted(name: &str, words: &str, on: Date) -> EvidenceFile {
    let sha256 = FileHash::of(words.as_bytes());
    EvidenceFile { name: name.to_owned(), size: words.len() as u64, sha256, on, unknown: Map::new() }
}

fn readable() -> Document {
    let empty = String::new;
    Document {
        title: empty(),
        above: empty(),
        language: "en".to_owned(),
        running: empty(),
        page: empty(),
        chapters: Vec::new(),
        end: Vec::new(),
    }
}

/// What the index of a pack says, and the files in it.
type Packed = (Value, Vec<(String, Vec<u8>)>);

fn packed(session: &Session, files: Vec<PackedFile>) -> Result<Packed, Box<dyn Error>> {
    let asked = tiny_asked();
    let index = pack_index(&Assessment::latest(&asked, session), &files, march(), "en");
    let pack = evidence_pack(&index, &readable(), files).map_err(|fault| format!("{fault:?}"))?;
    let all = unzip_some(&pack, |_| true).map_err(|error| format!("{error:?}"))?;
    let all: Vec<_> = all.into_iter().map(|file| (file.name, file.bytes)).collect();
    let index = all.iter().find(|(name, _)| name == "index.json").ok_or("an index")?;
    Ok((serde_json::from_slice(&index.1)?, all))
}

#[test]
fn every_file_is_there_with_its_hash_and_what_it_shows() -> Outcome {
    let (index, all) = packed(&talk().session, vec![file("Seal.PDF", "one"), file("Seal.PDF", "two")])?;
    let names: Vec<_> = all.iter().map(|(name, _)| name.as_str()).collect();
    let files = ["files/001-file-seal.pdf", "files/002-file-seal.pdf"];
    assert_eq!(names, ["index.json", "index.html", "SHA256SUMS", files[0], files[1]]);
    for (at, words) in ["one", "two"].iter().enumerate() {
        let it = index.pointer(&format!("/files/{at}")).ok_or("a file")?;
        assert_eq!(it.get("sha256").and_then(Value::as_str), Some(FileHash::of(words.as_bytes()).as_str()));
        assert_eq!(all.get(at + 3).map(|(_, bytes)| bytes.as_slice()), Some(words.as_bytes()));
    }
    let sums = all.get(2).map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).ok_or("sums")?;
    // As sha256sum(1) writes "one".
    assert!(sums.starts_with("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  files/001-file-seal.pdf\n"));
    let asked = tiny_asked();
    let first = asked.all().next().map(|it| it.indicator.id.to_string());
    let shows = index.pointer("/claims/0/statements/0/statement").and_then(Value::as_str);
    assert_eq!(shows.map(str::to_owned), first);
    Ok(())
}

#[test]
fn no_name_climbs_out_hides_its_kind_or_is_kept_by_a_system() -> Outcome {
    let names =
        ["../../etc/passwd", "C:\\Windows\\x.exe", "con", ".htaccess", "a\u{202e}fdp.exe", "", "…/..", "x.p d/f", "a.b.c"];
    let (_, all) = packed(&talk().session, names.iter().map(|name| file(name, name)).collect())?;
    let paths: Vec<_> = all.iter().skip(3).map(|(name, _)| name.clone()).collect();
    assert_eq!(paths.len(), names.len());
    for path in &paths {
        let name = path.strip_prefix("files/").ok_or("in its folder")?;
        assert!(name.chars().all(|it| it.is_alphanumeric() || it == '-' || it == '.'), "{path}");
        assert!(!name.contains("..") && name.starts_with(|it: char| it.is_ascii_digit()), "{path}");
    }
    assert!(paths.iter().any(|path| path.ends_with(".exe")), "what it is stays to be seen");
    Ok(())
}

#[test]
fn a_pack_has_limits_and_is_not_made_of_nothing() {
    let (talk, asked) = (talk(), tiny_asked());
    let fault = |files: Vec<PackedFile>| {
        let mut index = pack_index(&Assessment::latest(&asked, &talk.session), &files, march(), "en");
        if let Some(large) = index.files.iter_mut().find(|it| it.name == "large") {
            large.size = LARGEST_IN_PACK + 1;
        }
        evidence_pack(&index, &readable(), files).err()
    };
    assert_eq!(fault(Vec::new()), Some(PackFault::Nothing));
    assert_eq!(fault(vec![PackedFile { evidence: id("gone"), ..file("a", "a") }]), Some(PackFault::Nothing));
    assert_eq!(fault(vec![file("large", "")]), Some(PackFault::TooLarge));
}

#[test]
fn a_file_that_was_noted_is_known_again() -> Outcome {
    let mut session = talk().session;
    let by = authorship(None, 900);
    let note = |session: &Session, it: EvidenceFile| note_file(session, &id("e1"), it);
    session.apply(note(&session, noted("seal.pdf", "one", march())).ok_or("noted")?, &by);
    assert!(note(&session, noted("seal.pdf", "one", march())).is_none(), "but once");
    let piece = session.evidence.get(&id("e1")).and_then(|fact| fact.value()).cloned().ok_or("a piece")?;
    let known = |name: &str, words: &str| match piece.known_file(name, &FileHash::of(words.as_bytes())) {
        KnownFile::Same(it) => format!("same {}", it.on),
        KnownFile::Another(it) => format!("another {}", it.on),
        KnownFile::New => "new".to_owned(),
    };
    assert_eq!(known("seal.pdf", "one"), "same 2026-03-03");
    assert_eq!(known("renamed.pdf", "one"), "same 2026-03-03");
    assert_eq!(known("seal.pdf", "two"), "another 2026-03-03");
    assert_eq!(known("else.pdf", "two"), "new");
    let (index, _) = packed(&session, vec![file("seal.pdf", "one"), file("seal.pdf", "two")])?;
    assert_eq!(index.pointer("/files/0/noted_on").and_then(Value::as_str), Some("2026-03-03"));
    assert_eq!(index.pointer("/files/1/noted_on"), None);
    let copy = write_session(&without_names(&session)?)?;
    let hash = FileHash::of(b"one");
    assert!(write_session(&session)?.contains(&hash) && !copy.contains(&hash) && !copy.contains("seal.pdf"));
    session.apply(forget_file(&session, &id("e1"), &hash).ok_or("forgotten")?, &by);
    assert!(!write_session(&session)?.contains(&hash));
    Ok(())
}

#[test]
fn a_hash_is_the_same_however_the_file_is_read() {
    let mut hash = FileHash::default();
    [b"on".as_slice(), b"", b"e"].iter().for_each(|piece| hash.take_in(piece));
    assert_eq!(hash.finished(), FileHash::of(b"one"));
}
