//! What a newer edition of the questions means for the answers that are there.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Thing, edition_news};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What was carried over from an older edition, what is asked again, and what is kept aside.
#[component]
pub fn Editions() -> impl IntoView {
    let open_session = open_session();
    let news = open_session.following(edition_news);
    let is_any = move || {
        news.with(|news| news.carried > 0 || !news.again.is_empty() || !news.practices.is_empty() || !news.removed.is_empty())
    };
    let again = move || {
        open_session.asked.track();
        let links = news.get().again.into_iter().map(|(practice, indicator)| {
            let words = open_session.name_of(&Thing::Indicator(indicator.clone()));
            let href = open_session.link(Address::of_indicator(&practice, &indicator));
            view! { <li dir="auto"><A href>{words}</A></li> }
        });
        let links: Vec<_> = links.collect();
        (!links.is_empty()).then(|| view! { <p>{t::asked_again(links.len())}</p> <ul class="asked-again">{links}</ul> })
    };
    let practices = move || {
        open_session.asked.track();
        let rows = news.get().practices.into_iter().map(|again| {
            let name = open_session.name_of(&Thing::Practice(again.practice.clone()));
            let target = again.target.then(|| (open_session.link(SessionPage::Targets.at(&again.practice)), t::AGAIN_TARGET));
            let quick = again.quick.then(|| (open_session.link(SessionPage::Quick.of(&again.practice)), t::AGAIN_QUICK));
            let links = target.into_iter().chain(quick).map(|(href, words)| view! { " " <A href>{words}</A> });
            let links: Vec<_> = links.collect();
            view! { <li><span dir="auto">{name}</span> ":" {links}</li> }
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| view! { <p>{t::practices_again(rows.len())}</p> <ul class="asked-again">{rows}</ul> })
    };
    move || {
        is_any().then(|| {
            let carried = move || news.with(|news| (news.carried > 0).then(|| t::carried_over(news.carried)));
            let aside = move || news.with(|news| (!news.removed.is_empty()).then(|| t::no_longer_asked(&news.removed)));
            view! {
                <section class="card editions">
                    <h2>{move || t::newer_edition(open_session.asked.with(|asked| asked.model().edition.to_string()).as_str())}</h2>
                    <p>{carried}</p>
                    {again}
                    {practices}
                    <p class="hint">{aside}</p>
                </section>
            }
        })
    }
}
