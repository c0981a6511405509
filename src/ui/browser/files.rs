//! Reads files that the user chooses, drops or pastes.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, FileSystemEntry, HtmlInputElement};

use crate::exchange::{FileHash, is_encrypted, packed_in_link, unpack_from_link};
use crate::ui::text as t;

/// Something to read.
#[derive(Clone)]
pub enum Source {
    /// A file.
    File(File),
    /// A text that was pasted.
    Pasted(String),
    /// What a link brought along, as it stands in the link.
    Linked(String),
    /// A folder, by its name: nothing in it is read.
    Folder(String),
}

impl Source {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Pasted(_) => t::PASTED.to_owned(),
            Self::Linked(_) => t::LINKED.to_owned(),
            Self::Folder(name) => name.clone(),
        }
    }

    /// How many bytes it has, as far as that is known without reading it.
    pub fn size(&self) -> usize {
        match self {
            Self::File(file) => size(file),
            Self::Pasted(text) | Self::Linked(text) => text.len(),
            Self::Folder(_) => 0,
        }
    }
}

/// How many bytes a file has.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is larger than any file stays so")]
pub fn size(file: &File) -> usize {
    file.size() as usize
}

fn all(list: Option<FileList>) -> Vec<Source> {
    let list = list.as_ref();
    let count = list.map_or(0, FileList::length);
    (0..count).filter_map(|index| list?.get(index)).map(Source::File).collect()
}

/// The file chosen in a file field, if one was. Empties the field, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// The files chosen in a file field. Empties the field, so that the same files can be chosen again.
pub fn all_chosen(event: &Event) -> Vec<Source> {
    let field = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let files = all(field.files());
    field.set_value("");
    files
}

/// Whether what is dragged over the page are files.
pub fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|carried| carried.types().includes(&JsValue::from_str("Files"), 0))
}

/// The files that were dropped.
pub fn dropped(event: &DragEvent) -> Vec<Source> {
    event.data_transfer().map(|carried| files_alone(&carried)).unwrap_or_default()
}

/// The files and folders that are carried, where that is all: the picture beside words, as of cells of a spreadsheet or a piece of a
/// page, is not meant to be opened.
fn files_alone(carried: &DataTransfer) -> Vec<Source> {
    let names: Vec<String> = all(carried.files()).iter().map(Source::name).collect();
    let is_there = |kind: &str| carried.types().includes(&JsValue::from_str(kind), 0);
    let words = carried.get_data("text/plain").unwrap_or_default();
    if is_there("text/html") || !names_them(&words, &names) {
        return Vec::new();
    }
    let folders = folders(carried);
    let of_no_folder = |source: &Source| !folders.contains(&source.name());
    let files = all(carried.files()).into_iter().filter(of_no_folder).collect::<Vec<_>>();
    files.into_iter().chain(folders.iter().cloned().map(Source::Folder)).collect()
}

/// Whether words beside files are nothing but their names or where they are: so some systems copy files.
fn names_them(words: &str, names: &[String]) -> bool {
    words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .all(|line| names.iter().any(|name| line.ends_with(name.as_str())))
}

/// The names of the folders that are carried: for the browser they are files that can't be read.
fn folders(carried: &DataTransfer) -> Vec<String> {
    let items = carried.items();
    let entries = (0..items.length()).filter_map(|index| items.get(index)?.webkit_get_as_entry().ok().flatten());
    entries.filter(FileSystemEntry::is_directory).map(|entry| entry.name()).collect()
}

/// The files that were pasted, or a text that could be one. Nothing of what is pasted into a field for text.
pub fn pasted(event: &ClipboardEvent) -> Vec<Source> {
    let into_field = |target: Element| target.closest("input, textarea, select, [contenteditable]").is_ok_and(|it| it.is_some());
    if event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(into_field) {
        return Vec::new();
    }
    let Some(carried) = event.clipboard_data() else { return Vec::new() };
    let files = files_alone(&carried);
    if files.is_empty() { text_of(&carried).into_iter().collect() } else { files }
}

/// A text that begins as a file of ours does, or a link that brings one along.
fn text_of(carried: &DataTransfer) -> Option<Source> {
    let text = carried.get_data("text/plain").ok()?;
    let is_file = text.trim_start().starts_with('{') || is_encrypted(text.as_bytes());
    let packed = packed_in_link(&text).filter(|_| !is_file).map(|packed| Source::Linked(packed.to_owned()));
    if is_file { Some(Source::Pasted(text)) } else { packed }
}

/// A file that came in another one.
pub fn held(name: &str, bytes: &[u8]) -> Option<Source> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    File::new_with_u8_array_sequence(&parts, name).ok().map(Source::File)
}

/// The bytes of something to read.
///
/// # Errors
/// What the browser says when it can't read it.
pub async fn bytes(source: Source) -> Result<Vec<u8>, JsValue> {
    match source {
        Source::File(file) => read(&file).await,
        Source::Pasted(text) => Ok(text.into_bytes()),
        Source::Linked(packed) => unpack_from_link(&packed).map_err(|why| JsValue::from_str(&t::link_error(why))),
        // Whoever asks has told folders apart.
        Source::Folder(name) => Err(JsValue::from_str(&name)),
    }
}

/// The bytes of a file.
///
/// # Errors
/// What the browser says when it can't read it.
pub async fn read(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// So many bytes of a file are in memory at once while its hash is made.
const PIECE: f64 = 4_000_000.0;

/// The hash of a file, made piece by piece: the page goes on meanwhile, and a large file takes up no more memory than a small one.
///
/// # Errors
/// What the browser says when it can't read it.
pub async fn hash(file: &File) -> Result<String, JsValue> {
    let mut hash = FileHash::default();
    let mut at = 0.0;
    while at < file.size() {
        let piece = file.slice_with_f64_and_f64(at, at + PIECE)?;
        let buffer = JsFuture::from(piece.array_buffer()).await?;
        hash.take_in(&js_sys::Uint8Array::new(&buffer).to_vec());
        at += PIECE;
    }
    Ok(hash.finished())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_files_are_their_names_or_something_of_their_own() {
        let names = ["line 3.json".to_owned(), "line 4.json".to_owned()];
        assert!(names_them("", &names));
        assert!(names_them("line 3.json", &names));
        assert!(names_them("/home/ana/line 3.json\n/home/ana/line 4.json\n", &names));
        assert!(!names_them("Line\tLevel\n3\t2\n", &["image.png".to_owned()]));
        assert!(!names_them("see line 3.json\nand the picture", &names));
    }
}
