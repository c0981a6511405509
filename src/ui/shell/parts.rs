//! The parts of the app: code in files of its own, each loaded when somebody comes near what it is for.
//!
//! The build puts all that only the pages of a part reach into a file of that part (see `xtask/src/split.rs`). Which pages those are
//! stands in the folder of each step, in its `PART`. Whoever builds the app without that step has all of it at once.

use leptos::prelude::*;

use crate::ui::browser::task::{self, Task};
use crate::ui::pages::{self, Page};
use crate::ui::state::app_state::AppState;

/// Makes a page.
pub type Make = fn() -> AnyView;

/// What a part has.
#[derive(Clone, Copy)]
pub struct Contents {
    /// Done once, when the part is here, for the owner of the whole app.
    pub begin: fn(),
    /// Its pages, each with how it is made.
    pub pages: &'static [(Page, Make)],
}

impl Contents {
    /// A part that only has pages.
    pub const fn of(pages: &'static [(Page, Make)]) -> Self {
        Self { begin: || (), pages }
    }

    fn page(self, page: Page) -> Option<AnyView> {
        self.pages.iter().find(|(of, _)| *of == page).map(|(_, make)| make())
    }
}

/// The code of a part could not be loaded.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// How far a part is.
#[derive(Clone, Copy)]
enum State {
    /// Not asked for yet.
    Absent,
    Loading,
    Here(Contents),
    Failed,
}

/// How far a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    /// Its part, or what it looks at when it is made, is on its way or not asked for.
    Waits,
    /// It can be made.
    Here,
    /// It could not be loaded.
    Failed,
}

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident, $file:ident: $contents:expr;)*) => {
        /// A part of the app.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Part { $($(#[$doc])* $part),* }

        impl Part {
            /// All parts, in the order in which they are loaded where nobody waits for any.
            pub const ALL: &[Self] = &[$(Self::$part),*];

            /// Whether its pages say something of profiles, interviews or dependencies.
            const fn needs_guidance(self) -> bool {
                !matches!(self, Self::First | Self::Quick | Self::Guidance | Self::SetUp)
            }

            /// Whether its pages are shown once all that goes with the models is here: they look at it when they are made.
            const fn waits_for_guidance(self) -> bool {
                matches!(self, Self::Targets | Self::Assess | Self::Full | Self::Results | Self::Report | Self::Plan)
            }

            async fn load(self) -> Result<Contents, NotLoaded> {
                match self { $(Self::$part => $file::load().await),* }
            }
        }

        $(mod $file {
            use super::{Contents, NotLoaded, pages};

            #[cfg(feature = "split")]
            #[leptos::wasm_split::wasm_split($file, fallible, wasm_split_path = ::leptos::wasm_split)]
            pub fn load() -> Result<Contents, NotLoaded> {
                Ok($contents)
            }

            #[cfg(not(feature = "split"))]
            #[allow(clippy::unused_async, reason = "as the split build has it")]
            pub async fn load() -> Result<Contents, NotLoaded> {
                Ok($contents)
            }
        })*

        /// How far each part is.
        #[derive(Clone, Copy)]
        struct States { $($file: RwSignal<State>),* }

        impl States {
            fn new() -> Self {
                Self { $($file: RwSignal::new(State::Absent)),* }
            }

            const fn of(self, part: Part) -> RwSignal<State> {
                match part { $(Part::$part => self.$file),* }
            }
        }
    };
}

parts! {
    /// The first question, which stands in the page.
    First, first: pages::FIRST;
    /// What the way on from there needs: what all pages share, beginning an assessment, its frame, the top of Assess, the quick pass. It
    /// is loaded on top of the first question, and every other part on top of it.
    Quick, quick: pages::QUICK;
    /// Profiles, interviews and what else is hosted beside the models; beginning with a profile.
    Guidance, guidance: pages::GUIDANCE;
    /// The assessments that are here, and the examples.
    Start, start: pages::start::PART;
    /// The system, its parts, the people, the profiles.
    SetUp, set_up: pages::set_up::PART;
    /// The targets and what leads to them.
    Targets, targets: pages::targets::PART;
    /// Where each practice stands, below the top of Assess.
    Assess, assess: pages::assess::PART;
    /// The full pass, evidence, people and the check.
    Full, full: pages::assess::CLOSELY;
    /// What follows.
    Results, results: pages::results::PART;
    /// The report, the slides, the agenda.
    Report, report: pages::results::report::PART;
    /// What to do, by whom and until when.
    Plan, plan: pages::plan::PART;
    /// Many assessments side by side.
    Fleet, fleet: pages::fleet::PART;
    /// Assessments kept together, as those of one client.
    Workspaces, workspaces: pages::workspaces::PART;
    /// What others get, and what comes from them.
    Share, share: pages::share::PART;
    /// The model as a book.
    Learn, learn: pages::learn::PART;
    /// Settings, and what else is rarely looked for.
    Settings, settings: pages::BESIDE;
}

/// The parts of the app, each loaded at most once.
#[derive(Clone, Copy)]
pub struct Parts {
    states: States,
    /// The first question, on its way.
    first: StoredValue<Option<Task>, LocalStorage>,
    /// The part that all others are on top of, on its way.
    basis: StoredValue<Option<Task>, LocalStorage>,
    app: StoredValue<Owner>,
}

impl Parts {
    /// For the app whose owner is the present one. Nothing is loaded yet.
    pub fn new() -> Self {
        let app = StoredValue::new(Owner::current().unwrap_or_default());
        Self { states: States::new(), first: StoredValue::new_local(None), basis: StoredValue::new_local(None), app }
    }

    /// Loads a part, with those that it is on top of, unless that is done or going on. What failed is tried again.
    pub fn load(self, part: Part) {
        leptos::task::spawn_local(self.loaded(part));
    }

    /// Loads every part, one after the other: nobody waits for them.
    pub fn load_all(self) {
        leptos::task::spawn_local(async move {
            for part in Part::ALL {
                self.loaded(*part).await;
                task::breathe().await;
            }
        });
    }

    /// Loads the first question, and only after that what the way on from there needs: somebody may wait for the question.
    pub fn load_what_is_near(self) {
        leptos::task::spawn_local(async move {
            self.loaded(Part::First).await;
            self.load(Part::Quick);
        });
    }

    async fn loaded(self, part: Part) {
        let first = self.load_below(Part::First, self.first, None);
        if part == Part::First {
            return done(first).await;
        }
        let basis = self.load_below(Part::Quick, self.basis, first);
        if part.needs_guidance() {
            self.load(Part::Guidance);
        }
        if self.is_to_be_loaded(part) {
            self.on_top(part, Part::Quick, basis).await;
        }
    }

    /// Loads a part that others are on top of, unless that is done or going on; itself on top of the first one, which is on its way.
    fn load_below(self, part: Part, place: StoredValue<Option<Task>, LocalStorage>, first: Option<Task>) -> Option<Task> {
        if self.is_to_be_loaded(part) {
            place.set_value(Some(Task::begin(self.on_top(part, Part::First, first))));
        }
        place.get_value()
    }

    /// Loads a part on top of another; both are on their way at the same time.
    async fn on_top(self, part: Part, of: Part, below: Option<Task>) {
        let loaded = part.load().await;
        done(below).await;
        match loaded {
            Ok(contents) if part == of || self.is_here(of) => self.begin(part, contents),
            _ => self.states.of(part).set(State::Failed),
        }
    }

    /// Whether nobody asked for it yet, or it failed; from now on it is being loaded.
    fn is_to_be_loaded(self, part: Part) -> bool {
        let state = self.states.of(part);
        let is_to_be = matches!(state.get_untracked(), State::Absent | State::Failed);
        if is_to_be {
            state.set(State::Loading);
        }
        is_to_be
    }

    fn begin(self, part: Part, contents: Contents) {
        self.app.with_value(|owner| owner.with(contents.begin));
        self.states.of(part).set(State::Here(contents));
    }

    /// How far a page is. Whoever asks is told when anything changes that it depends on: what shows the page asks in a memo, so that it
    /// makes the page once and not anew whenever something else comes.
    pub fn ready(self, page: Page) -> Ready {
        let part = page.part();
        let is_failed = |part: Part| matches!(self.states.of(part).get(), State::Failed);
        let is_here = |part: Part| matches!(self.states.of(part).get(), State::Here(_));
        let below = if part == Part::First { part } else { Part::Quick };
        let waits = part.waits_for_guidance();
        let has_guidance = || use_context::<AppState>().is_some_and(|app_state| app_state.library.with(Option::is_some));
        if is_failed(below) || is_failed(part) || (waits && is_failed(Part::Guidance)) {
            Ready::Failed
        } else if is_here(below) && is_here(part) && (!waits || has_guidance()) {
            Ready::Here
        } else {
            Ready::Waits
        }
    }

    /// Whether a part is here already.
    pub fn is_here(self, part: Part) -> bool {
        matches!(self.states.of(part).get_untracked(), State::Here(_))
    }

    /// A page, made anew; nothing where its part is not here.
    pub fn make(self, page: Page) -> Option<AnyView> {
        match self.states.of(page.part()).get_untracked() {
            State::Here(contents) => contents.page(page),
            State::Absent | State::Loading | State::Failed => None,
        }
    }
}

/// Waits for what is on its way.
async fn done(task: Option<Task>) {
    if let Some(task) = task {
        task.done().await;
    }
}

/// The parts of the app.
pub fn parts() -> Parts {
    expect_context::<Parts>()
}
