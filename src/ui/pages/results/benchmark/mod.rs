//! Where one stands among others: an anonymous benchmark is opened beside the results. It is kept in this visit, and stored nowhere.

mod beside;

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::Cohort;
use crate::exchange::{CohortError, LARGEST_COHORT, read_cohort};
use crate::ui::browser::files::{self, Source};
use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::pages::results::benchmark::beside::Beside;
use crate::ui::routes::SessionPage;
use crate::ui::state::import_queue::import_queue;
use crate::ui::text as t;

/// Where what came of a file is shown.
const RESULT: &str = "benchmark-result";

/// The benchmark that was opened in this visit.
#[derive(Clone, Copy)]
pub struct Benchmark {
    opened: RwSignal<Option<Opened>>,
}

/// What came of a file.
#[derive(Clone, PartialEq)]
enum Opened {
    Cohort(Arc<Cohort>),
    /// The file, and why it is not used.
    Refused(String, String),
}

impl Benchmark {
    /// None yet, for as long as the app is open.
    pub fn provide() {
        provide_context(Self { opened: RwSignal::new(None) });
    }

    /// Reads the first of some files.
    fn take(self, sources: Vec<Source>) {
        let Some(source) = sources.into_iter().next() else { return };
        leptos::task::spawn_local(async move {
            let file = source.name();
            let opened = match read(source).await {
                Ok(cohort) => Opened::Cohort(Arc::new(cohort)),
                Err(why) => Opened::Refused(file, why),
            };
            self.opened.try_set(Some(opened));
            page::focus_soon(RESULT.to_owned());
        });
    }
}

async fn read(source: Source) -> Result<Cohort, String> {
    if let Source::Folder(_) = source {
        return Err(t::IS_A_FOLDER.to_owned());
    }
    let bytes = source.size();
    if bytes > LARGEST_COHORT {
        return Err(t::benchmark_error(&CohortError::TooLarge { bytes }));
    }
    let bytes = files::bytes(source).await.map_err(|_| t::CANT_READ_FILE.to_owned())?;
    read_cohort(&bytes).map_err(|error| t::benchmark_error(&error))
}

/// Where one stands among others.
#[component]
pub fn BenchmarkPage() -> impl IntoView {
    let benchmark = expect_context::<Benchmark>();
    import_queue().taken_by(Callback::new(move |sources| benchmark.take(sources)));
    let shown = move || match benchmark.opened.get() {
        None => ().into_any(),
        Some(Opened::Cohort(cohort)) => view! { <Beside cohort close=move |()| benchmark.opened.set(None) /> }.into_any(),
        Some(Opened::Refused(file, why)) => view! {
            <section class="card banner-warning">
                <h2 id=RESULT tabindex="-1" dir="auto">{t::refused(&file)}</h2>
                <p>{why}</p>
            </section>
        }
        .into_any(),
    };
    view! {
        <PageHead title=t::title(SessionPage::Benchmark).to_owned() above=t::RESULTS_ABOVE.to_owned() />
        <p class="lead">{t::BENCHMARK_LEAD}</p>
        <div class="actions no-print">
            <label class="button primary file-button">
                {t::OPEN_BENCHMARK}
                <input
                    type="file"
                    class="unseen"
                    accept=".json,application/json"
                    on:change=move |event| benchmark.take(files::all_chosen(&event))
                />
            </label>
            <span class="hint drop-hint">{t::OR_DROP_IT}</span>
        </div>
        {shown}
    }
}
