//! Pages that are shown as soon as their part of the app is here.

use leptos::prelude::*;

use crate::ui::browser::{page as browser_page, task};
use crate::ui::components::PageHead;
use crate::ui::pages::Page;
use crate::ui::shell::parts::{Ready, parts};
use crate::ui::text as t;

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

/// A page, as soon as its part is here; until then `meanwhile`.
pub fn later(page: Page, meanwhile: fn() -> AnyView) -> impl IntoView {
    once_here(page, meanwhile, |page| view! { <Failed page /> }.into_any())
}

/// What is of a page, as soon as its part is here; until then `meanwhile`, and where it could not be loaded `failed`.
fn once_here(page: Page, meanwhile: fn() -> AnyView, failed: fn(Page) -> AnyView) -> impl IntoView {
    let parts = parts();
    let ready = Memo::new(move |_| parts.ready(page));
    move || match ready.get() {
        Ready::Here => parts.make(page).into_any(),
        Ready::Waits => meanwhile(),
        Ready::Failed => failed(page),
    }
}

/// What is shown beside a page, as soon as its part is here.
pub fn beside(page: Page) -> impl IntoView {
    let parts = parts();
    let is_here = Memo::new(move |_| parts.ready(page) == Ready::Here);
    move || is_here.get().then(|| parts.make(page))
}

/// What stands further down on a page, as soon as its part is here.
pub fn rest(page: Page) -> impl IntoView {
    once_here(page, loading, |page| view! { <TryAgain page /> }.into_any())
}

/// A page, loaded at once. What stands further down on it is asked for beside it, or after it is shown where it is here already, unless
/// one has gone on by then: whoever presses on waits for nothing else.
pub fn now(page: Page) -> AnyView {
    let parts = parts();
    let is_here = parts.is_here(page.part());
    parts.load(page.part());
    match page.rest() {
        Some(rest) if is_here => {
            let shown = StoredValue::new(());
            browser_page::after_paint(move || _ = shown.try_get_value().map(|()| parts.load(rest)));
        }
        Some(rest) => parts.load(rest),
        None => {}
    }
    browser_page::end_meanwhile();
    later(page, loading).into_any()
}

/// Says that something is on its way.
pub fn loading() -> AnyView {
    view! { <p class="loading" role="status">{t::LOADING}</p> }.into_any()
}

/// The part of a page could not be loaded: says so, and offers to try again.
#[component]
fn Failed(page: Page) -> impl IntoView {
    view! { <PageHead title=t::CANT_LOAD.to_owned() /> <TryAgain page /> }
}

#[component]
fn TryAgain(page: Page) -> impl IntoView {
    let parts = parts();
    view! {
        <p class="banner banner-warning" role="alert">{t::CANT_LOAD_WORDS}</p>
        <p class="actions">
            <button type="button" class="button primary" on:click=move |_| parts.load(page.part())>{t::TRY_AGAIN}</button>
            <a href=browser_page::home() class="button">{t::TO_START}</a>
        </p>
    }
}
