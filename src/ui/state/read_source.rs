//! Reading a file that somebody chose, dropped or pasted, step by step: in between the page reacts.

use std::borrow::Cow;

use crate::exchange::{LARGEST, Opened, REVIEW_FORMAT, ReadError, Review, SessionSteps, read_review, text_of};
use crate::ui::browser::files::{self, Source};
use crate::ui::browser::task;
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
}

impl From<String> for Unreadable {
    fn from(why: String) -> Self {
        Self { why, kept: None, review: None }
    }
}

/// Reads a session from a file. `done` is told how far it is, in percent.
///
/// # Errors
/// Why it can't be.
pub async fn read_source(source: Source, done: impl Fn(usize)) -> Result<Opened, Unreadable> {
    if let Source::Folder(_) = source {
        return Err(t::IS_A_FOLDER.to_owned().into());
    }
    let size = source.size();
    if size > LARGEST {
        return Err(t::read_error(&ReadError::TooLarge { bytes: size }).into());
    }
    let Ok(bytes) = files::bytes(source).await else { return Err(t::CANT_READ_FILE.to_owned().into()) };
    in_steps(&bytes, done).await.map_err(|error| {
        if matches!(&error, ReadError::NotASession { found: Some(found) } if found == REVIEW_FORMAT) {
            return match read_review(&bytes) {
                Ok(review) => Unreadable { why: t::IS_A_REVIEW.to_owned(), kept: None, review: Some(Box::new(review)) },
                Err(error) => t::review_error(&error).into(),
            };
        }
        let kept = text_of(&bytes).ok().filter(|_| matches!(error, ReadError::Newer { .. })).map(Cow::into_owned);
        Unreadable { why: t::read_error(&error), kept, review: None }
    })
}

async fn in_steps(bytes: &[u8], done: impl Fn(usize)) -> Result<Opened, ReadError> {
    let mut steps = SessionSteps::new(bytes);
    loop {
        if let Some(opened) = steps.step()? {
            return Ok(opened);
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 100")]
        let percent = (steps.done() * 100.0) as usize;
        done(percent);
        task::breathe().await;
    }
}
