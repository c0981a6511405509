//! Board mode: the report's executive page as slides, in large letters.

use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::analysis::{Length, ReportOptions, Section};
use crate::session::SystemField;
use crate::ui::browser::{keyboard, page};
use crate::ui::components::{anew, blocks_view};
use crate::ui::pages::results::report::made;
use crate::ui::pages::results::report::options::remembered;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What the slides show: what the report does but for the annex, short, with names or without as chosen for it. So its code stands for
/// all that they show.
fn options() -> ReportOptions {
    let mut options = ReportOptions { length: Length::Short, ..remembered() };
    options.sections.remove(&Section::Practices);
    options
}

/// The slides.
#[component]
pub fn BoardPage() -> impl IntoView {
    let open_session = open_session();
    let made = made(open_session, Signal::stored(options()), Signal::stored(remembered()));
    let at = RwSignal::new(0_usize);
    let count = Memo::new(move |_| made.with(|made| made.document.chapters.len()));
    let turn_to = move |slide: usize| at.set(slide.min(count.get_untracked().saturating_sub(1)));
    let turn = move |by: isize| turn_to(at.get_untracked().saturating_add_signed(by));
    let navigate = use_navigate();
    let report = Address::from(SessionPage::Report).path_in(&open_session.slot());
    let leave = move || navigate(&report, NavigateOptions::default());
    let leave_by_button = leave.clone();
    // Not up and down: they scroll what does not fit on the screen.
    keyboard::listen_to_names(move |key| {
        match key {
            "ArrowRight" | "PageDown" => turn(1),
            "ArrowLeft" | "PageUp" => turn(-1),
            "Home" => turn_to(0),
            "End" => turn_to(usize::MAX),
            "Escape" => leave(),
            _ => return false,
        }
        true
    });
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        at.track();
        let system = open_session.session.with_untracked(|session| t::system_name(session.system(SystemField::Name)));
        if let Some(heading) = heading.get() {
            page::announce(&t::board_title(&system), Some(&heading));
        }
    });
    let title = move || made.with(|made| made.document.chapters.get(at.get()).map(|chapter| chapter.title.clone()));
    let heading_words = move || title().map(anew);
    let slide = move || made.with(|made| made.document.chapters.get(at.get()).map(|chapter| anew(blocks_view(&chapter.blocks))));
    let is_last = move || at.get() + 1 >= count.get();
    let above = move || made.with(|made| made.document.running.clone());
    view! {
        <section class="board">
            <p class="above" dir="auto">{above}</p>
            <h1 node_ref=heading tabindex="-1">{heading_words}</h1>
            <div class="slide" role="region" aria-label=title tabindex="0">{slide}</div>
            <nav class="board-way" aria-label=t::BOARD>
                <button type="button" class="button" disabled=move || at.get() == 0 on:click=move |_| turn(-1)>{t::BOARD_BACK}</button>
                <span>{move || anew(t::slide_of(at.get() + 1, count.get()))}</span>
                <button type="button" class="button" disabled=is_last on:click=move |_| turn(1)>{t::BOARD_NEXT}</button>
                <button type="button" class="button plain" on:click=move |_| leave_by_button()>{t::BOARD_LEAVE}</button>
                <span class="hint">{t::BOARD_KEYS}</span>
            </nav>
        </section>
    }
}
