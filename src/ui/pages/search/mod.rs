//! Search: words in, places out. What is searched for stands in the address.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::Url;

use crate::analysis::{About, Hit, Piece, Source, excerpt, search};
use crate::model::Questionnaire;
use crate::session::Session;
use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::pages::practice::whereabouts::{Called, Shows, link_to, path_to};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::book::link_to_book;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// How long after the last keystroke the address follows. At every keystroke is too often: browsers allow only so many changes
/// of the address in a while, and some end the program that makes more.
const PAUSE: Duration = Duration::from_millis(300);

/// Search.
#[component]
pub fn SearchPage() -> impl IntoView {
    let open_session = open_session();
    let (query, on_type) = query_of_address(open_session);
    let hits = open_session.following(move |assessment| query.with(|query| search(assessment, query, t::tag())));
    let rows = move || {
        let (asked, query) = (open_session.asked.get(), query.get());
        let best = hits.get().best;
        open_session
            .session
            .with(|session| best.into_iter().map(|hit| row(open_session, &asked, session, &query, hit)).collect::<Vec<_>>())
    };
    // Whoever comes here is to type: after the heading was reached, which names the page.
    page::focus_soon("search".to_owned());
    let is_blank = Memo::new(move |_| query.with(|query| query.trim().is_empty()));
    let is_bare = Memo::new(move |_| hits.with(|hits| hits.count == 0));
    view! {
        <PageHead title=t::title(SessionPage::Search).to_owned() above=t::SEARCH_ABOVE.to_owned() />
        <form role="search" class="field" on:submit=|event| event.prevent_default()>
            <label for="search">{t::SEARCH_FOR}</label>
            <p class="hint" id="search-hint">{t::SEARCH_HINT}</p>
            <input
                id="search"
                type="search"
                autocomplete="off"
                dir="auto"
                aria-describedby="search-hint"
                prop:value=query
                on:input=move |event| on_type(event_target_value(&event))
            />
        </form>
        <p role="status" class="search-count">{move || hits.with(|hits| query.with(|query| t::hits(hits, query)))}</p>
        {move || is_blank.get().then(|| view! { <p class="card empty">{t::SEARCH_EMPTY}</p> })}
        {move || (is_bare.get() && !is_blank.get()).then(|| view! { <p class="card empty">{t::NO_HITS_HINT}</p> })}
        {move || (!is_bare.get()).then(|| view! { <ol class="card hits" aria-label=t::HITS>{rows}</ol> })}
    }
}

/// What is searched for, and what to do with what is typed. The address follows what is typed after a while, and the field
/// follows the address when that changes otherwise, as by the browser's back button.
fn query_of_address(open_session: OpenSession) -> (RwSignal<String>, impl Fn(String) + Copy) {
    let search = use_location().search;
    let query = RwSignal::new(in_address(&search.get_untracked()));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        waiting.try_update_value(|waiting| waiting.take().map(|handle| handle.clear()));
    };
    on_cleanup(stop_waiting);
    Effect::new(move |_| {
        let asked = in_address(&search.get());
        if waiting.with_value(Option::is_none) && query.with_untracked(|query| *query != asked) {
            query.set(asked);
        }
    });
    let navigate = StoredValue::new(use_navigate());
    let slot = StoredValue::new(open_session.slot());
    let on_type = move |typed: String| {
        query.set(typed);
        stop_waiting();
        let follow = move || {
            // The page may be gone by now, and with it what was typed.
            let Some(words) = query.try_get_untracked() else { return };
            waiting.try_set_value(None);
            let ending = if words.is_empty() { String::new() } else { format!("?q={}", Url::escape(&words)) };
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            let Some(slot) = slot.try_get_value() else { return };
            let path = format!("{}{ending}", Address::from(SessionPage::Search).path_in(&slot));
            navigate.try_with_value(|navigate| navigate(&path, options));
        };
        waiting.set_value(set_timeout_with_handle(follow, PAUSE).ok());
    };
    (query, on_type)
}

/// The words in the query of an address. Read here and not by the router, which takes escaped characters for what they stand
/// for twice, so that a search for “%41” would become one for “A”.
fn in_address(query: &str) -> String {
    let words = query.split('&').find_map(|pair| pair.strip_prefix("q=")).unwrap_or_default();
    Url::unescape(&words.replace('+', " "))
}

fn row(open_session: OpenSession, asked: &Questionnaire, session: &Session, query: &str, hit: Hit) -> AnyView {
    let Called { practice, item } = Called::of(&hit.about, asked, session);
    // What belongs to a statement says to which; the statement itself need not.
    let item = item.filter(|_| matches!(hit.source, Source::Example | Source::Note | Source::Against));
    let path = if hit.source == Source::TargetReason { SessionPage::Targets.into() } else { path_to(&hit.about) };
    let place = t::hit_place(&hit, practice.as_deref(), session);
    let words: Vec<_> = excerpt(&hit.text, query).into_iter().map(piece).collect();
    let book = in_book(open_session, asked, &hit);
    let shows = if matches!(hit.source, Source::Note | Source::Against) { Shows::Subject(hit.part) } else { Shows::Anything };
    view! {
        <li>
            <p class="above">{place}</p>
            {link_to(open_session, path, shows, words.into_any())}
            {item.map(|item| view! { <p class="hint">{item}</p> })}
            {book}
        </li>
    }
    .into_any()
}

/// The way to the place in the book, for what the model says.
fn in_book(open_session: OpenSession, asked: &Questionnaire, hit: &Hit) -> Option<AnyView> {
    let (practice, at) = match &hit.about {
        About::Practice(practice) => (practice, ""),
        About::Indicator(practice, indicator) => (practice, indicator.as_str()),
        About::Evidence(_) => return None,
    };
    if matches!(hit.source, Source::Note | Source::Against | Source::TargetReason | Source::Evidence) {
        return None;
    }
    let href = link_to_book(Some(&open_session.slot()), Some(&asked.model().id), practice.as_str(), at);
    let words = hit.text.clone();
    Some(
        view! { <p class="to-book hint"><A href=href>{t::READ_IN_BOOK}<span class="unseen">" " {words}</span></A></p> }
            .into_any(),
    )
}

fn piece(piece: Piece) -> AnyView {
    if piece.is_found { view! { <mark>{piece.text}</mark> }.into_any() } else { piece.text.into_any() }
}
