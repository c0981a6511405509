//! Reading a file that somebody chose, dropped or pasted, step by step: in between the page reacts.

use std::borrow::Cow;

use crate::exchange::{
    LARGEST, Opened, REVIEW_FORMAT, ReadError, Review, SessionSteps, is_answer_table, is_book, is_encrypted, read_review,
    text_of, unpack_from_link,
};
use crate::model::{MODEL_FORMAT, OwnModel, read_own_model};
use crate::ui::browser::files::{self, Source};
use crate::ui::browser::task;
use crate::ui::state::file_fault::FileFault;
use crate::ui::text as t;

/// Why something is nothing that could be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// Why.
    pub why: String,
    /// What it says, where it is fine and only too new: it is given back as it came.
    pub kept: Option<String>,
    /// The review that it is instead of an assessment.
    pub review: Option<Box<Review>>,
    /// The model that it is instead of an assessment, or all that is wrong in it.
    pub model: Option<Result<OwnModel, FileFault>>,
    /// The file as it came, where it takes a passphrase to look at it.
    pub encrypted: Option<Vec<u8>>,
    /// The file as it came, where it is a workbook.
    pub book: Option<Vec<u8>>,
}

impl From<String> for Unreadable {
    fn from(why: String) -> Self {
        Self { why, kept: None, review: None, model: None, encrypted: None, book: None }
    }
}

/// Reads a session from a file. `done` is told how far it is, in percent.
///
/// # Errors
/// Why it can't be.
pub async fn read_source(source: Source, done: impl Fn(usize)) -> Result<Opened, Unreadable> {
    read_bytes(bytes_of(source).await?, done).await
}

/// The bytes of a file, whatever they are.
///
/// # Errors
/// Why they can't be read.
pub async fn bytes_of(source: Source) -> Result<Vec<u8>, Unreadable> {
    if let Source::Folder(_) = source {
        return Err(t::IS_A_FOLDER.to_owned().into());
    }
    let size = source.size();
    if size > LARGEST {
        return Err(t::read_error(&ReadError::TooLarge { bytes: size }).into());
    }
    match source {
        Source::Linked(packed) => Ok(unpack_from_link(&packed).map_err(t::link_error)?),
        source => Ok(files::bytes(source).await.map_err(|_| t::CANT_READ_FILE.to_owned())?),
    }
}

/// Reads a session from the bytes of a file.
///
/// # Errors
/// Why it can't be.
pub async fn read_bytes(bytes: Vec<u8>, done: impl Fn(usize)) -> Result<Opened, Unreadable> {
    if is_encrypted(&bytes) {
        return Err(Unreadable { encrypted: Some(bytes), ..t::IS_ENCRYPTED.to_owned().into() });
    }
    if is_book(&bytes) || is_answer_table(&bytes, &t::answer_book_words()) {
        return Err(Unreadable { book: Some(bytes), ..t::IS_A_WORKBOOK.to_owned().into() });
    }
    in_steps(&bytes, done).await.map_err(|error| {
        if matches!(&error, ReadError::NotASession { found: Some(found) } if found == REVIEW_FORMAT) {
            return match read_review(&bytes) {
                Ok(review) => Unreadable { review: Some(Box::new(review)), ..t::IS_A_REVIEW.to_owned().into() },
                Err(error) => t::review_error(&error).into(),
            };
        }
        if matches!(&error, ReadError::NotASession { found: Some(found) } if found == MODEL_FORMAT) {
            let model = text_of(&bytes).map_err(|_| FileFault::OtherEncoding).and_then(|text| {
                read_own_model(text.as_bytes()).map_err(|problems| FileFault::Model(problems.in_file(text.as_bytes())))
            });
            return Unreadable { model: Some(model), ..t::IS_A_MODEL.to_owned().into() };
        }
        let kept = text_of(&bytes).ok().filter(|_| matches!(error, ReadError::Newer { .. })).map(Cow::into_owned);
        Unreadable { kept, ..t::read_error(&error).into() }
    })
}

async fn in_steps(bytes: &[u8], done: impl Fn(usize)) -> Result<Opened, ReadError> {
    let (mut steps, mut breath) = (SessionSteps::new(bytes), task::Breath::begin());
    loop {
        if let Some(opened) = steps.step()? {
            return Ok(opened);
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
        let percent = (steps.done() * 100.0) as usize;
        done(percent);
        breath.taken().await;
    }
}
