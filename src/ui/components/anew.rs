//! Views whose elements are not used again for something else.

use leptos::prelude::*;

/// A view about one subject (a practice, a question, a slide). When the subject changes, all of its elements are made anew, instead of
/// new words being written into those of the subject before.
///
/// Browsers and extensions that translate a page work on what they found there, and may be done late: then the words of the subject
/// before would stand over the controls of the next. In elements of their own they can stand there no more, and a control
/// belongs to the words that it was made with.
pub fn anew(view: impl IntoView + 'static) -> AnyView {
    let mut view = Some(view.into_any());
    // A function is never rebuilt in place: what it gives takes the place of what the one before gave.
    (move || view.take()).into_any()
}
