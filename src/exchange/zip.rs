//! Many files in one, and out again: a zip, which every system opens without more.
//!
//! The same files make the same bytes: nothing says when they were put in. What is read back is held to limits before anything takes up
//! memory, since a small zip can say that it holds any amount.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter, ZipFileHeaderRecord, ZipSliceArchive};

use super::LARGEST;
use super::encrypted::AGE_ENDING;

/// What a zip is called where files have a type.
pub const ZIP_TYPE: &str = "application/zip";

/// How hard it tries to make files small.
const LEVEL: u8 = 6;

/// So many files are read out of one.
pub const MOST_FILES: usize = 1_000;

/// So many bytes are read out of one, all files together.
pub const MOST_BYTES: usize = 4 * LARGEST;

/// A file in a zip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZippedFile {
    /// Its name, without folders.
    pub name: String,
    /// What it says.
    pub bytes: Vec<u8>,
}

/// Why a zip was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnzipError {
    /// It is none, or damaged.
    Damaged,
    /// It needs a password, or was made small in a way that is not known here.
    Unknown,
    /// It holds more files than [`MOST_FILES`], or one or all of them have more bytes than is read.
    TooLarge,
}

/// Puts files into one. Where two are called alike, the later one gets a number.
///
/// # Errors
/// When a name is too long for a zip.
pub fn zip(files: Vec<ZippedFile>) -> Result<Vec<u8>, std::io::Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    let names = names_apart(files.iter().map(|file| file.name.as_str()));
    for (ZippedFile { bytes, .. }, name) in files.into_iter().zip(names) {
        let started = archive.new_file(name.as_str()).compression_method(CompressionMethod::DEFLATE).start();
        let (mut entry, _) = started.map_err(std::io::Error::other)?;
        entry.write_all(&compress_to_vec(&bytes, LEVEL))?;
        let written = DataDescriptorOutput::new(crc32fast::hash(&bytes), bytes.len() as u64);
        entry.finish(written).map_err(std::io::Error::other)?;
    }
    archive.finish().map_err(std::io::Error::other)
}

/// The session files in a zip, those with a passphrase among them, in the order in which they stand there, each without the folders that it
/// was in. What is called otherwise than session files are is passed over.
///
/// # Errors
/// When it is no zip that can be read, or holds too much.
pub fn unzip(bytes: &[u8]) -> Result<Vec<ZippedFile>, UnzipError> {
    let (mut files, mut left) = (Vec::new(), MOST_BYTES);
    each_entry(bytes, |archive, entry| {
        let path = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let is_session =
            [".json", AGE_ENDING].iter().any(|ending| name.to_lowercase().ends_with(ending)) && !name.starts_with('.');
        if entry.is_dir() || !is_session {
            return Ok(());
        }
        files.push(ZippedFile { name: name.to_owned(), bytes: whole(archive, entry, &mut left)? });
        Ok(())
    })?;
    Ok(files)
}

/// The files in a zip whose names, with the folders that they are in, are wanted. The others are not unpacked.
///
/// # Errors
/// When it is no zip that can be read, or what is wanted holds too much.
pub fn unzip_some(bytes: &[u8], is_wanted: impl Fn(&str) -> bool) -> Result<Vec<ZippedFile>, UnzipError> {
    let (mut files, mut left) = (Vec::new(), MOST_BYTES);
    each_entry(bytes, |archive, entry| {
        let path = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        if is_wanted(&path) {
            let bytes = whole(archive, entry, &mut left)?;
            files.push(ZippedFile { name: path, bytes });
        }
        Ok(())
    })?;
    Ok(files)
}

/// What was packed, if it says what it said then.
fn whole(archive: &ZipSliceArchive<&[u8]>, entry: &ZipFileHeaderRecord<'_>, left: &mut usize) -> Result<Vec<u8>, UnzipError> {
    if entry.flags().is_encrypted() {
        return Err(UnzipError::Unknown);
    }
    let unpacked = unpacked(archive, entry, left)?;
    if crc32fast::hash(&unpacked) == entry.crc32() { Ok(unpacked) } else { Err(UnzipError::Damaged) }
}

/// Looks at each thing in a zip, as far as there are not more than is read.
fn each_entry(
    bytes: &[u8],
    mut look: impl FnMut(&ZipSliceArchive<&[u8]>, &ZipFileHeaderRecord<'_>) -> Result<(), UnzipError>,
) -> Result<(), UnzipError> {
    let archive = ZipArchive::from_slice(bytes).map_err(|_| UnzipError::Damaged)?;
    let mut entries = archive.entries();
    let mut seen = 0_usize;
    while let Some(entry) = entries.next_entry().map_err(|_| UnzipError::Damaged)? {
        seen += 1;
        if seen > MOST_FILES {
            return Err(UnzipError::TooLarge);
        }
        look(&archive, &entry)?;
    }
    Ok(())
}

/// What was packed, unless it has more bytes than one file may have or than are `left` for all; those that it has are taken off.
fn unpacked(archive: &ZipSliceArchive<&[u8]>, entry: &ZipFileHeaderRecord<'_>, left: &mut usize) -> Result<Vec<u8>, UnzipError> {
    use miniz_oxide::inflate::TINFLStatus;
    let most = LARGEST.min(*left);
    let there = archive.get_entry(entry.wayfinder()).map_err(|_| UnzipError::Damaged)?;
    let packed = there.data();
    let unpacked = match entry.compression_method() {
        CompressionMethod::STORE if packed.len() > most => return Err(UnzipError::TooLarge),
        CompressionMethod::STORE => packed.to_vec(),
        CompressionMethod::DEFLATE => decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => UnzipError::TooLarge,
            _ => UnzipError::Damaged,
        })?,
        _ => return Err(UnzipError::Unknown),
    };
    *left -= unpacked.len();
    Ok(unpacked)
}

/// Names of which no two are alike, on no file system: the later of two gets a number before its ending.
fn names_apart<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let (mut taken, mut next) = (BTreeSet::new(), BTreeMap::<String, usize>::new());
    let apart = |name: &str| {
        if taken.insert(name.to_lowercase()) {
            return name.to_owned();
        }
        let (stem, ending) = name.rfind('.').map_or((name, ""), |at| name.split_at(at));
        let number = next.entry(name.to_lowercase()).or_insert(1);
        loop {
            *number += 1;
            let other = format!("{stem}-{number}{ending}");
            if taken.insert(other.to_lowercase()) {
                return other;
            }
        }
    };
    names.map(apart).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a zip that is not made or read ends the test")]
mod tests {
    use super::*;

    fn file(name: &str, words: &str) -> ZippedFile {
        ZippedFile { name: name.to_owned(), bytes: words.as_bytes().to_vec() }
    }

    #[test]
    fn what_was_put_in_comes_out_and_the_same_files_make_the_same_bytes() {
        let files = vec![file("mühle.json", "{}"), file("silo.json", &"a".repeat(10_000))];
        let zipped = zip(files.clone()).unwrap();
        assert_eq!(zipped, zip(files.clone()).unwrap());
        assert_eq!(unzip(&zipped).unwrap(), files);
    }

    #[test]
    fn no_two_names_are_alike() {
        let names = ["a.json", "a.json", "A.json", "a-2.json", "b", "b"];
        assert_eq!(names_apart(names.into_iter()), ["a.json", "a-2.json", "A-3.json", "a-2-2.json", "b", "b-2"]);
    }

    #[test]
    fn folders_are_left_out_and_only_session_files_are_read() {
        let zipped =
            zip(vec![file("../../out.json", "1"), file("x/y.txt", "2"), file("m\\n.JSON", "3"), file(".json", "4")]).unwrap();
        assert_eq!(unzip(&zipped).unwrap(), [file("out.json", "1"), file("n.JSON", "3")]);
    }

    #[test]
    fn a_bomb_is_refused_and_damage_shows() {
        let large = ZippedFile { name: "bomb.json".to_owned(), bytes: vec![0; LARGEST + 1] };
        let zipped = zip(vec![large]).unwrap();
        assert!(zipped.len() < 100_000);
        assert_eq!(unzip(&zipped), Err(UnzipError::TooLarge));
        let many = (0..=MOST_FILES).map(|number| file(&format!("{number}.json"), "")).collect();
        assert_eq!(unzip(&zip(many).unwrap()), Err(UnzipError::TooLarge));
        let whole = zip(vec![file("a.json", "abcabcabcabc")]).unwrap();
        for end in 0..whole.len() {
            assert!(unzip(whole.get(..end).unwrap()).is_err());
        }
        assert_eq!(unzip(b"{}"), Err(UnzipError::Damaged));
    }
}
