//! Code that is loaded when it is first needed: everything but the frame and the first screen.
//!
//! The build puts all that only [`load_pages`] reaches into files of its own (see `xtask/src/split.rs`), so that somebody who opens
//! the page for the first time waits for the first screen alone. Whoever builds the app without that step has all of it at once.

use leptos::prelude::*;

use crate::ui::browser::{page, task};
use crate::ui::components::PageHead;
use crate::ui::pages::Page;
use crate::ui::text as t;

/// What the loaded code offers.
#[derive(Clone, Copy)]
pub struct Loaded {
    /// Opens the state of the app, which all pages share; called once, for the owner of the whole app.
    open: fn(),
    /// Makes a page.
    page: fn(Page) -> AnyView,
}

/// The code could not be loaded.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(pages, fallible, wasm_split_path = ::leptos::wasm_split)]
fn load_pages() -> Result<Loaded, NotLoaded> {
    Ok(Loaded { open: crate::ui::state::open, page: crate::ui::pages::build })
}

#[cfg(not(feature = "split"))]
#[allow(clippy::unused_async, reason = "as the split build has it")]
async fn load_pages() -> Result<Loaded, NotLoaded> {
    Ok(Loaded { open: crate::ui::state::open, page: crate::ui::pages::build })
}

/// How far the code of the pages is.
#[derive(Clone, Copy)]
enum State {
    /// Not asked for yet.
    Absent,
    Loading,
    Here(Loaded),
    Failed,
}

/// The code of the pages, loaded at most once.
#[derive(Clone, Copy)]
pub struct Pages {
    state: RwSignal<State>,
    app: StoredValue<Owner>,
}

impl Pages {
    /// For the app whose owner is the present one. Nothing is loaded yet.
    pub fn new() -> Self {
        Self { state: RwSignal::new(State::Absent), app: StoredValue::new(Owner::current().unwrap_or_default()) }
    }

    /// Loads the code, unless that is done or going on. What failed is tried again.
    pub fn load(self) {
        if matches!(self.state.get_untracked(), State::Loading | State::Here(_)) {
            return;
        }
        self.state.set(State::Loading);
        leptos::task::spawn_local(async move {
            let state = match load_pages().await {
                Ok(loaded) => {
                    self.app.with_value(|owner| owner.with(loaded.open));
                    State::Here(loaded)
                }
                Err(NotLoaded) => State::Failed,
            };
            self.state.set(state);
        });
    }
}

/// What is to be done one after the other: each turns true once the browser had a moment for what waits meanwhile, as painting what is
/// there already, or a tap. All at once takes so long on a phone that a tap would have to wait.
pub fn one_by_one<const N: usize>() -> [ReadSignal<bool>; N] {
    let steps = [(); N].map(|()| signal(false));
    leptos::task::spawn_local(async move {
        for (_, set) in steps {
            task::breathe().await;
            set.try_set(true);
        }
    });
    steps.map(|(is_turn, _)| is_turn)
}

/// The code of the pages.
pub fn pages() -> Pages {
    expect_context::<Pages>()
}

/// A page, as soon as its code is here; until then `meanwhile`.
pub fn later(page: Page, meanwhile: fn() -> AnyView) -> impl IntoView {
    let pages = pages();
    move || match pages.state.get() {
        State::Here(loaded) => (loaded.page)(page),
        State::Failed => view! { <Failed /> }.into_any(),
        State::Absent | State::Loading => meanwhile(),
    }
}

/// What is shown beside a page, as soon as its code is here.
pub fn beside(page: Page) -> impl IntoView {
    let pages = pages();
    move || match pages.state.get() {
        State::Here(loaded) => Some((loaded.page)(page)),
        State::Failed | State::Absent | State::Loading => None,
    }
}

/// A page, loaded at once.
pub fn now(page: Page) -> AnyView {
    pages().load();
    later(page, || view! { <p class="loading" role="status">{t::LOADING}</p> }.into_any()).into_any()
}

/// The code could not be loaded: says so, and offers to try again.
#[component]
fn Failed() -> impl IntoView {
    let pages = pages();
    view! {
        <PageHead title=t::CANT_LOAD.to_owned() />
        <p class="banner banner-warning" role="alert">{t::CANT_LOAD_WORDS}</p>
        <p class="actions">
            <button type="button" class="button primary" on:click=move |_| pages.load()>{t::TRY_AGAIN}</button>
            <a href=page::home() class="button">{t::TO_START}</a>
        </p>
    }
}
