//! The results beside a benchmark: practice by practice a sentence, with one's own need beside it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{AgainstCohort, Cohort, ComparedWithCohort, Thing, against_cohort};
use crate::ui::charts::Twin;
use crate::ui::components::TwinTable;
use crate::ui::pages::results::benchmark::RESULT;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The results beside a benchmark.
#[component]
pub fn Beside(cohort: Arc<Cohort>, #[prop(into)] close: Callback<()>) -> impl IntoView {
    let open_session = open_session();
    let (title, about) = (cohort.title.clone(), t::benchmark_loaded(&cohort));
    let compared = open_session
        .following(move |assessment| open_session.results.with(|results| against_cohort(results, assessment.asked(), &cohort)));
    let is_compared = Memo::new(move |_| compared.with(Result::is_ok));
    let mismatch = move || compared.with(|compared| compared.as_ref().err().map(t::benchmark_mismatch));
    let not_asked = move || {
        let count = compared.with(|compared| compared.as_ref().map_or(0, |it| it.not_asked));
        (count > 0).then(|| view! { <p class="hint">{t::benchmark_not_asked(count)}</p> })
    };
    view! {
        <section class="card wide">
            <h2 id=RESULT tabindex="-1" dir="auto">{title}</h2>
            <p>{about}</p>
            {move || mismatch().map(|why| view! { <p class="banner banner-warning">{why}</p> })}
            {not_asked}
            {move || is_compared.get().then(|| view! { <PracticeByPractice compared /> })}
            <p class="actions no-print">
                <button type="button" class="button" on:click=move |_| close.run(())>{t::CLOSE_BENCHMARK}</button>
            </p>
        </section>
    }
}

#[component]
fn PracticeByPractice(compared: Memo<Result<ComparedWithCohort, crate::analysis::CohortMismatch>>) -> impl IntoView {
    let open_session = open_session();
    let twin = Memo::new(move |_| {
        let top = open_session.asked.with(|asked| asked.model().top());
        let row = |(number, it): (usize, &AgainstCohort)| {
            let name = open_session.name_of(&Thing::Practice(it.here.practice.clone()));
            let targets = t::levels_of_others(it.there.as_ref().and_then(|there| there.targets.as_ref()), top);
            let cells = [t::level_here(it), t::among_others(it, top), t::target_here(it), t::fit_here(it), targets];
            std::iter::once(format!("{number} {name}")).chain(cells).collect()
        };
        let head = [t::PRACTICE, t::YOUR_LEVEL, t::AMONG_THEM, t::YOUR_TARGET, t::YOUR_FIT, t::BENCHMARK_TARGETS];
        let rows = compared.with(|compared| {
            let practices = compared.as_ref().map(|it| it.practices.as_slice()).unwrap_or_default();
            (1..).zip(practices).map(row).collect()
        });
        Twin { head: head.map(|words| words.to_owned()).to_vec(), rows }
    });
    view! {
        <h3>{t::BESIDE_OTHERS}</h3>
        <p>{t::HIGHER_IS_NOT_BETTER}</p>
        <TwinTable name=t::BESIDE_OTHERS.get() twin />
    }
}
