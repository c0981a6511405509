//! Reads files that the user chooses, drops or pastes.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, HtmlInputElement};

use crate::ui::text as t;

/// Something to read.
#[derive(Clone)]
pub enum Source {
    /// A file.
    File(File),
    /// A text that was pasted.
    Pasted(String),
}

impl Source {
    /// What it is called.
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Pasted(_) => t::PASTED.to_owned(),
        }
    }

    /// How many bytes it has, as far as that is known without reading it.
    pub fn size(&self) -> usize {
        match self {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is larger than any file stays so")]
            Self::File(file) => file.size() as usize,
            Self::Pasted(text) => text.len(),
        }
    }
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
    all(event.data_transfer().and_then(|carried| carried.files()))
}

/// The files that were pasted, or a text that could be one. Nothing of what is pasted into a field for text.
pub fn pasted(event: &ClipboardEvent) -> Vec<Source> {
    let into_field = |target: Element| target.closest("input, textarea, select, [contenteditable]").is_ok_and(|it| it.is_some());
    if event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(into_field) {
        return Vec::new();
    }
    let Some(carried) = event.clipboard_data() else { return Vec::new() };
    let files = all(carried.files());
    if files.is_empty() { text_of(&carried).map(Source::Pasted).into_iter().collect() } else { files }
}

/// A text that begins as a file of ours does.
fn text_of(carried: &DataTransfer) -> Option<String> {
    carried.get_data("text/plain").ok().filter(|text| text.trim_start().starts_with('{'))
}

/// The bytes of something to read.
///
/// # Errors
/// What the browser says when it can't read it.
pub async fn bytes(source: Source) -> Result<Vec<u8>, JsValue> {
    match source {
        Source::File(file) => read(&file).await,
        Source::Pasted(text) => Ok(text.into_bytes()),
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
