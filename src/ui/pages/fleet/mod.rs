//! Many assessments side by side: opened from files, or ticked from what is stored. Nothing is stored unless somebody keeps it.

mod among;
mod benchmark;
mod heat;
mod keep;
mod left_out;
mod missed;
mod narrow;
mod one;
mod row;
mod sorting;
mod stored;
mod whole;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::analysis::FleetOrder;
use crate::model::PracticeId;
use crate::ui::browser::files;
use crate::ui::components::PageHead;
use crate::ui::pages::Page;
use crate::ui::pages::fleet::left_out::LeftOutFiles;
use crate::ui::pages::fleet::stored::StoredChoice;
use crate::ui::pages::fleet::whole::Whole;
use crate::ui::shell::parts::Contents;
use crate::ui::state::fleet::{FleetState, fleet_state};
use crate::ui::state::import_queue::{Reading, import_queue};
use crate::ui::text as t;

/// The part of the app for many assessments side by side.
pub const PART: Contents =
    Contents { begin: || provide_context(FleetState::new()), pages: &[(Page::Fleet, || FleetPage().into_any())] };

/// What the pieces of the page share.
#[derive(Clone, Copy)]
struct Shown {
    fleet: FleetState,
    /// What they are ordered by.
    by: RwSignal<FleetOrder>,
    /// Whether that is turned round.
    reversed: RwSignal<bool>,
    /// Which one is looked at closely.
    one: RwSignal<Option<u64>>,
    /// What the practices are called, each with its number.
    names: Memo<BTreeMap<PracticeId, (usize, String)>>,
}

/// The name of a practice, with its number.
fn name_of(shown: Shown, practice: &PracticeId) -> (usize, String) {
    shown.names.with(|names| names.get(practice).cloned()).unwrap_or_else(|| (0, practice.to_string()))
}

fn names(fleet: FleetState) -> Memo<BTreeMap<PracticeId, (usize, String)>> {
    Memo::new(move |_| {
        let model = fleet.entries.with(|all| all.first()?.model.clone());
        let practices = model.iter().flat_map(|model| model.practices()).zip(1..);
        practices.map(|(practice, number)| (practice.id.clone(), (number, practice.name.get(t::tag()).to_owned()))).collect()
    })
}

/// Many assessments side by side.
#[component]
fn FleetPage() -> impl IntoView {
    let fleet = fleet_state();
    let shown = Shown {
        fleet,
        by: RwSignal::new(FleetOrder::default()),
        reversed: RwSignal::new(false),
        one: RwSignal::new(None),
        names: names(fleet),
    };
    provide_context(shown);
    import_queue().taken_by(Callback::new(move |sources| fleet.take(sources)));
    let is_empty = Memo::new(move |_| fleet.entries.with(Vec::is_empty));
    view! {
        <PageHead title=t::COMPARE_MANY.to_owned() above=t::FLEET_ABOVE.to_owned() />
        <p class="lead">{t::FLEET_LEAD}</p>
        <div class="actions">
            <label class="button primary file-button">
                {t::OPEN_FILES}
                <input
                    type="file"
                    class="unseen"
                    accept=".json,application/json"
                    multiple=true
                    on:change=move |event| fleet.take(files::all_chosen(&event))
                />
            </label>
            <span class="hint drop-hint">{t::OR_DROP}</span>
        </div>
        <StoredChoice />
        <FilesRead />
        <LeftOutFiles />
        {move || if is_empty.get() { view! { <p class="hint">{t::FLEET_EMPTY}</p> }.into_any() } else { view! { <Whole /> }.into_any() }}
    }
}

/// Which file is being read, or which one is being kept; then how many are here.
#[component]
fn FilesRead() -> impl IntoView {
    let fleet = fleet_state();
    let words = move || {
        if let Some(Reading { at, of, file, .. }) = fleet.reading.get() {
            return view! { <p>{t::reading(at, of, &file)} " " <progress max=of value=at aria-label=t::READING></progress></p> }
                .into_any();
        }
        if let Some(Reading { at, of, file, .. }) = fleet.keeping.get() {
            return view! { <p>{t::keeping(at, of, &file)} " " <progress max=of value=at aria-label=t::KEEPING></progress></p> }
                .into_any();
        }
        let (count, left_out) = (fleet.entries.with(Vec::len), fleet.left_out.with(Vec::len));
        (count + left_out > 0).then(|| view! { <p class="fleet-count">{t::side_by_side(count, left_out)}</p> }).into_any()
    };
    view! { <div id="fleet-read" role="status">{words}</div> }
}
