//! Files that can't be used, for whoever hosts the app or made them.

use leptos::prelude::*;

use crate::ui::state::file_fault::FileFault;
use crate::ui::state::library::BadFile;
use crate::ui::text as t;

/// Hosted files that can't be used, with everything that is wrong in them.
#[component]
pub fn BadFiles(files: Vec<BadFile>) -> impl IntoView {
    (!files.is_empty()).then(|| {
        let files: Vec<_> = files
            .into_iter()
            .map(|bad| {
                let problems = fault_lines(&bad.fault);
                view! {
                    <details class="bad-file">
                        <summary>{t::bad_file(&bad.file, problems.len())}</summary>
                        <FaultLines lines=problems />
                    </details>
                }
            })
            .collect();
        view! { <section class="banner banner-warning" aria-label=t::BAD_FILES>{files}</section> }
    })
}

/// What is wrong with a file, all of it.
#[component]
pub fn FaultLines(lines: Vec<String>) -> impl IntoView {
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul class="problems">{lines}</ul> }
}

/// What is wrong with a file, each thing with its place.
pub fn fault_lines(fault: &FileFault) -> Vec<String> {
    let words = match fault {
        FileFault::NoAnswer => t::FILE_NO_ANSWER.to_owned(),
        FileFault::Status(status) => t::file_status(*status),
        FileFault::CantRead => t::CANT_READ_FILE.to_owned(),
        FileFault::TooLarge(bytes) => t::profile_too_large(*bytes),
        FileFault::NotText => t::NO_TEXT_FILE.to_owned(),
        FileFault::OtherEncoding => t::OTHER_ENCODING.to_owned(),
        FileFault::NoModel => t::NO_MODEL_FOR_PROFILE.to_owned(),
        FileFault::Hosted(id) => format!("id: {}", t::profile_hosted(id)),
        FileFault::ShippedModel(id) => t::model_comes_with_the_app(id),
        FileFault::OtherContent { title, edition } => t::model_says_something_else(title, edition),
        FileFault::Model(found) => return first_of(found, t::problem_to_mend),
        FileFault::Storage(error) => t::storage_error(*error).to_owned(),
        FileFault::Problems(problems) => return first_of(problems.all(), t::problem),
    };
    vec![words]
}

/// How many problems are shown: who mends a file begins with the first.
const MOST_PROBLEMS: usize = 200;

/// The first of many in words, and how many more there are.
fn first_of<T>(all: &[T], words: impl Fn(&T) -> String) -> Vec<String> {
    let more = all.len().saturating_sub(MOST_PROBLEMS);
    let mut lines: Vec<_> = all.iter().take(MOST_PROBLEMS).map(words).collect();
    lines.extend((more > 0).then(|| t::more_problems(more)));
    lines
}
