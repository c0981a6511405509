//! Making an anonymous benchmark: a title, all that would be in the file, what is left out, and saving.

use leptos::prelude::*;

use crate::analysis::{Cohort, CohortName, NoCohort, cohort};
use crate::exchange::{name_of_parts, write_cohort};
use crate::model::{Level, PracticeId};
use crate::session::ModelRef;
use crate::ui::browser::{clock, download};
use crate::ui::charts::Twin;
use crate::ui::components::{TextField, TwinTable};
use crate::ui::pages::fleet::heat::practices;
use crate::ui::pages::fleet::{Shown, name_of};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// Making a benchmark of those that are compared. It is folded away: most come to look.
#[component]
pub fn MakeBenchmark() -> impl IntoView {
    let shown = expect_context::<Shown>();
    let opened = RwSignal::new(false);
    view! {
        <details class="card wide help no-print" on:toggle=move |_| opened.set(true)>
            <summary>{t::MAKE_BENCHMARK}</summary>
            {move || opened.get().then(|| view! { <Making shown /> })}
        </details>
    }
}

#[component]
fn Making(shown: Shown) -> impl IntoView {
    let app_state = app_state();
    let title = RwSignal::new(String::new());
    let made = Memo::new(move |_| title.with(|title| make(shown, title)));
    // What is missing is the title alone: all else can be seen before.
    let preview = Memo::new(move |_| match made.get()? {
        Err(NoCohort::NoTitle) => make(shown, "…")?.ok(),
        made => made.ok(),
    });
    let why = move || made.with(|made| made.as_ref()?.as_ref().err().map(t::no_benchmark));
    let cant = Memo::new(move |_| made.with(|made| made.as_ref().is_none_or(Result::is_err)));
    let save = move |_| {
        let Some(Ok(cohort)) = made.get_untracked() else { return };
        let name = name_of_parts(&["plumbline-benchmark", &cohort.title, &cohort.made.to_string()]);
        let file = write_cohort(&cohort).ok();
        let done = file.is_some_and(|file| download::download(&name, "application/json", &file).is_ok());
        app_state.say(if done { t::exported(&name) } else { t::CANT_DOWNLOAD.to_owned() }, None);
    };
    let limits: Vec<_> = t::benchmark_limits().into_iter().map(|words| view! { <li>{words}</li> }).collect();
    view! {
        <p>{t::MAKE_BENCHMARK_HINT}</p>
        <TextField
            id="benchmark-title"
            label=t::BENCHMARK_TITLE
            hint=t::BENCHMARK_TITLE_HINT
            value=title
            on_type=move |typed: String| title.set(typed)
        />
        <p role="status">{why}</p>
        <p><button type="button" class="button" disabled=cant on:click=save>{t::SAVE_BENCHMARK}</button></p>
        {move || preview.with(Option::is_some).then(|| view! { <Inside shown preview /> })}
        <h3>{t::BENCHMARK_PROTECTS}</h3>
        <ul>{limits}</ul>
    }
}

/// All that is in the file, in words and as it is, and what is left out.
#[component]
fn Inside(shown: Shown, preview: Memo<Option<Cohort>>) -> impl IntoView {
    let all = practices(shown);
    let twin = Memo::new(move |_| {
        let top = top(shown);
        let row = |practice: &PracticeId, cohort: &Cohort| {
            let told = cohort.practice(practice)?;
            let words = |levels| t::levels_of_others(levels, top);
            let (number, name) = name_of(shown, practice);
            Some(vec![format!("{number} {name}"), words(told.levels.as_ref()), words(told.targets.as_ref())])
        };
        let rows = preview.with(|cohort| {
            let cohort = cohort.as_ref();
            all.get().iter().filter_map(|practice| row(practice, cohort?)).collect()
        });
        Twin { head: [t::PRACTICE, t::BENCHMARK_LEVELS, t::BENCHMARK_TARGETS].map(|words| words.to_owned()).to_vec(), rows }
    });
    let about = move || preview.with(|cohort| cohort.as_ref().map(t::benchmark_about));
    let left_out = move || {
        let all = all.get();
        let names: Vec<String> = preview.with(|cohort| {
            let left_out = cohort.as_ref().map(|cohort| cohort.without_levels(all.iter())).unwrap_or_default();
            left_out.into_iter().map(|practice| name_of(shown, practice).1).collect()
        });
        (!names.is_empty()).then(|| view! { <p class="hint">{t::benchmark_without(&names)}</p> })
    };
    let file = move || preview.with(|cohort| cohort.as_ref().and_then(|cohort| write_cohort(cohort).ok()));
    view! {
        <h3>{t::BENCHMARK_INSIDE}</h3>
        <p class="benchmark-about">{about}</p>
        <TwinTable name=t::BENCHMARK_INSIDE.get() twin />
        {left_out}
        <details class="help">
            <summary>{t::BENCHMARK_AS_IT_IS}</summary>
            <pre class="benchmark-file" tabindex="0" translate="no">{file}</pre>
        </details>
    }
}

/// The highest level that there is.
fn top(shown: Shown) -> Level {
    let model = shown.fleet.entries.with(|all| all.first()?.model.clone());
    model.map_or(Level::NONE, |model| model.top())
}

/// The benchmark under this title; nothing while the model is on its way.
fn make(shown: Shown, title: &str) -> Option<Result<Cohort, NoCohort>> {
    shown.fleet.entries.with(|all| {
        let model = ModelRef::to(all.first()?.model.as_ref()?);
        let members: Vec<_> = all.iter().map(|entry| std::sync::Arc::clone(&entry.member)).collect();
        Some(cohort(&members, CohortName { title: title.to_owned(), made: clock::today(), model }))
    })
}
