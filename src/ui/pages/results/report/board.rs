//! Board mode: what the report says, as slides in large letters, one finding on each.

use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::analysis::report;
use crate::exchange::{Chapter, fingerprint_of};
use crate::session::SystemField;
use crate::ui::browser::{clock, keyboard, page};
use crate::ui::components::{anew, blocks_view};
use crate::ui::routes::{Address, FROM_RESULTS, SessionPage};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::state::report_options::remembered;
use crate::ui::text as t;

/// How far a finger goes sideways until it means the next slide, in pixels; and that is at least twice as far as up or down.
const SWIPE: i32 = 50;

/// What stands above each slide, and the slides: those sections that were chosen for the report, under the report's own code, for they
/// show the same facts.
fn made(open_session: OpenSession) -> Memo<(String, Vec<Chapter>)> {
    Memo::new(move |_| {
        let options = remembered();
        open_session.session.track();
        open_session.assessment(|assessment| {
            let code = fingerprint_of(assessment, &options).unwrap_or_default();
            let report = report(assessment, clock::today(), &options, t::tag());
            (t::report_document(&report, &code).running, t::slides(&report))
        })
    })
}

/// The slides.
#[component]
pub fn BoardPage() -> impl IntoView {
    let open_session = open_session();
    let made = made(open_session);
    let at = RwSignal::new(0_usize);
    let count = Memo::new(move |_| made.with(|(_, slides)| slides.len()));
    let turn_to = move |slide: usize| at.set(slide.min(count.get_untracked().saturating_sub(1)));
    let turn = move |by: isize| turn_to(at.get_untracked().saturating_add_signed(by));
    let navigate = use_navigate();
    // Back to where one came from, which the address says.
    let is_from_results = use_query_map().with_untracked(|query| query.get("at").is_some_and(|at| at == FROM_RESULTS));
    let before = if is_from_results { SessionPage::Results } else { SessionPage::Report };
    let before = Address::from(before).path_in(&open_session.slot());
    let leave = move || navigate(&before, NavigateOptions::default());
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
    let began = StoredValue::new(None::<(i32, i32)>);
    let touch = move |event: PointerEvent| {
        let at = (event.client_x(), event.client_y());
        began.set_value((event.pointer_type() == "touch" && event.is_primary()).then_some(at));
    };
    let lift = move |event: PointerEvent| {
        let Some((x, y)) = began.try_update_value(Option::take).flatten() else { return };
        let (across, down) = (event.client_x().saturating_sub(x), event.client_y().saturating_sub(y));
        if across.saturating_abs() >= SWIPE && across.saturating_abs() >= down.saturating_abs().saturating_mul(2) {
            turn(if across < 0 { 1 } else { -1 });
        }
    };
    let heading = NodeRef::<html::H1>::new();
    let page_of_slide = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        at.track();
        let system = open_session.session.with_untracked(|session| t::system_name(session.system(SystemField::Name)));
        if let Some(heading) = heading.get() {
            page::announce(&t::board_title(&system), Some(&heading));
        }
        // After the heading has the focus, which may have scrolled past what stands above it.
        if let Some(page_of_slide) = page_of_slide.get() {
            page_of_slide.set_scroll_top(0);
        }
    });
    let title = move || made.with(|(_, slides)| slides.get(at.get()).map(|slide| slide.title.clone()));
    let heading_words = move || title().map(anew);
    // In an element of its own: the next slide begins at its top, wherever this one was scrolled to.
    let slide = move || {
        let (title, blocks) =
            made.with(|(_, slides)| slides.get(at.get()).map(|it| (it.title.clone(), blocks_view(&it.blocks))))?;
        Some(anew(view! { <div class="slide" role="region" aria-label=title tabindex="0">{blocks}</div> }))
    };
    let is_last = move || at.get() + 1 >= count.get();
    let above = move || made.with(|(running, _)| running.clone());
    view! {
        // What is scrolled, up and down, is no swipe: the browser then takes the pointer away.
        <section class="board" on:pointerdown=touch on:pointerup=lift on:pointercancel=move |_| began.set_value(None)>
            <div class="board-page" node_ref=page_of_slide>
                <p class="above" dir="auto">{above}</p>
                <h1 node_ref=heading tabindex="-1">{heading_words}</h1>
                {slide}
            </div>
            <nav class="board-way" aria-label=t::BOARD>
                <button type="button" class="button" aria-label=t::BOARD_BACK disabled=move || at.get() == 0 on:click=move |_| turn(-1)>{t::BOARD_BACK_SHORT}</button>
                <span>{move || anew(t::slide_of(at.get() + 1, count.get()))}</span>
                <button type="button" class="button" aria-label=t::BOARD_NEXT disabled=is_last on:click=move |_| turn(1)>{t::NEXT}</button>
                <span class="hint">{t::BOARD_KEYS}</span>
                <button type="button" class="button plain leave" on:click=move |_| leave_by_button()>{t::BOARD_LEAVE}</button>
            </nav>
        </section>
    }
}
