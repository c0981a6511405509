//! A finding as it stands on the page: what it is about, what it says, its thread, and what became of it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::FindingId;
use crate::ui::pages::share::review::cards::{Card, Cards};
use crate::ui::pages::share::review::decide::Decide;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// The id of a finding's heading, which names what belongs to it.
pub fn heading_id(id: &FindingId) -> String {
    format!("finding-{id}")
}

/// A finding with its thread, and what can be done with it. What somebody types in it stays, whatever else changes about it.
#[component]
pub fn FindingCard(id: FindingId, all: Memo<Cards>) -> impl IntoView {
    let open_session = open_session();
    let heading = heading_id(&id);
    let of = id.clone();
    let card = Memo::new(move |_| all.with(|all| all.get(&of)));
    let shown = move || card.get().map(|card| facts(&card, heading.clone(), open_session));
    view! {
        <li class="finding">
            {shown}
            <Decide id card />
        </li>
    }
}

fn facts(card: &Card, heading: String, open_session: OpenSession) -> impl IntoView + use<> {
    let replies = card
        .replies
        .iter()
        .map(|(said, text)| view! { <li dir="auto"><span class="hint">{said.clone()}</span> <br /> {text.clone()}</li> });
    let replies = (!card.replies.is_empty()).then(|| view! { <ul class="thread">{replies.collect::<Vec<_>>()}</ul> });
    let decided: Vec<_> = card.decided.iter().map(|line| view! { <p class="hint" dir="auto">{line.clone()}</p> }).collect();
    let link = card.place.clone().map(|place| {
        let label = format!("{}: {}", t::GO_THERE.get(), card.heading);
        view! { <A href=open_session.link(place) attr:aria-label=label>{t::GO_THERE}</A> }
    });
    let tag = |words: t::Words| view! { <span class="tag quiet">{words}</span> " " };
    view! {
        <h3 id=heading tabindex="-1" dir="auto">{card.heading.clone()}</h3>
        <p>
            <span class="tag">{t::finding_status(card.status)}</span> " "
            {card.has_changed.then(|| tag(t::HAS_CHANGED))}
            {(!card.is_taken_over).then(|| tag(t::NOT_TAKEN_OVER))}
            {card.about_it.clone()} " " {link}
        </p>
        <p class="finding-text" dir="auto">{card.fact.value().map(|finding| finding.text.clone())}</p>
        {replies}
        {decided}
        {card.has_changed.then(|| view! { <p class="hint">{t::HAS_CHANGED_HINT}</p> })}
        {(!card.is_taken_over).then(|| view! { <p class="hint">{t::NOT_TAKEN_OVER_HINT}</p> })}
    }
}
