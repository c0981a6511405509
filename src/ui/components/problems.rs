//! Hosted files that can't be used, for whoever hosts the app.

use leptos::prelude::*;

use crate::ui::state::library::BadFile;
use crate::ui::text as t;

/// Hosted files that can't be used, with everything that is wrong in them.
#[component]
pub fn BadFiles(files: Vec<BadFile>) -> impl IntoView {
    (!files.is_empty()).then(|| {
        let files: Vec<_> = files
            .into_iter()
            .map(|bad| {
                let problems: Vec<_> =
                    bad.problems.all().iter().map(|problem| view! { <li>{problem.to_string()}</li> }).collect();
                view! {
                    <details class="bad-file">
                        <summary>{t::bad_file(&bad.file, problems.len())}</summary>
                        <ul class="problems">{problems}</ul>
                    </details>
                }
            })
            .collect();
        view! { <section class="banner banner-warning" aria-label=t::BAD_FILES>{files}</section> }
    })
}
