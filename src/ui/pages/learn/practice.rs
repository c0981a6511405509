//! A practice in the book: what it gives, what it looks like at each level, what would show that.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_params_map};

use crate::model::{Group, Model, PracticeId};
use crate::store::Slot;
use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::pages::learn::sheet::{practice_head, practice_levels};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::shell::not_found::NotFoundPage;
use crate::ui::state::book::{Book, Words, book};
use crate::ui::text as t;

/// The page of the practice that the address names.
#[component]
pub fn LearnPracticePage() -> impl IntoView {
    let book = book();
    let params = use_params_map();
    let place = use_location().hash;
    let id = Memo::new(move |_| {
        let id = PracticeId::try_from(params.with(|params| params.get("practice")).unwrap_or_default()).ok()?;
        book.read(|model| model.practice(&id).is_some()).then_some(id)
    });
    // What the address points to stands out, and is brought into view once it is there.
    let at = Signal::derive(move || place.get().trim_start_matches('#').to_owned());
    Effect::new(move |_| {
        id.track();
        let at = at.get();
        if !at.is_empty() {
            page::show_soon(at);
        }
    });
    move || match id.get() {
        None => NotFoundPage().into_any(),
        Some(id) => book.read(|model| page_of(book, model, &id, at)),
    }
}

fn page_of(book: Book, model: &Model, id: &PracticeId, at: Signal<String>) -> AnyView {
    let practices = model.practices();
    let Some(index) = practices.iter().position(|practice| practice.id == *id) else { return ().into_any() };
    let Some(practice) = practices.get(index) else { return ().into_any() };
    let path: Vec<String> = model.path_to(id).iter().map(|group: &&Group| group.name.get(t::tag()).to_owned()).collect();
    let link = |index: Option<usize>, words: &'static str| {
        let there = index.and_then(|index| practices.get(index))?;
        let (href, name) = (book.link(there.id.as_str(), ""), there.name.get(t::tag()).to_owned());
        Some(view! { <A href=href attr:class="button">{words} <span class="unseen">" " {name}</span></A> })
    };
    let onward = view! {
        <nav class="onward" aria-label=t::ONWARD>
            {link(index.checked_sub(1), t::BACK.get())} {link(index.checked_add(1), t::NEXT.get())}
            <A href=book.link("", "") attr:class="button plain">{t::CONTENTS}</A>
        </nav>
    };
    let here = id.clone();
    view! {
        <PageHead title=practice.name.get(t::tag()).to_owned() above=t::book_above(index + 1, practices.len(), &path) />
        {move || book.from.get().map(|slot| in_session(&slot, &here))}
        {practice_head(practice)}
        {practice_levels(model, practice, Some(at))}
        <WordsOf practice=id.clone() />
        {onward}
    }
    .into_any()
}

/// The places in the session that ask about the practice.
fn in_session(slot: &Slot, practice: &PracticeId) -> AnyView {
    let link = |to: Address, words: &'static str| view! { <li><A href=page::link(&to.path_in(slot))>{words}</A></li> };
    view! {
        <nav class="in-session" aria-label=t::IN_YOUR_ASSESSMENT>
            <p>{t::IN_YOUR_ASSESSMENT}</p>
            <ul>
                {link(SessionPage::Targets.into(), t::TO_ITS_TARGET.get())} {link(SessionPage::Quick.of(practice), t::TO_QUICK.get())}
                {link(SessionPage::Full.of(practice), t::TO_FULL.get())}
            </ul>
        </nav>
    }
    .into_any()
}

/// The words of the glossary that are about the practice.
#[component]
fn WordsOf(practice: PracticeId) -> impl IntoView {
    let book = book();
    move || {
        let Words::Here(Some(glossary)) = book.words.get() else { return ().into_any() };
        let here = glossary.terms.iter().filter(|term| term.practices.contains(&practice));
        let words: Vec<_> =
            here.map(|term| (book.link("glossary", term.id.as_str()), term.name.get(t::tag()).to_owned())).collect();
        let words: Vec<_> = words.into_iter().map(|(href, name)| view! { <li><A href=href>{name}</A></li> }).collect();
        (!words.is_empty()).then(|| view! { <h2>{t::WORDS_TO_KNOW}</h2> <ul class="book-words">{words}</ul> }).into_any()
    }
}
