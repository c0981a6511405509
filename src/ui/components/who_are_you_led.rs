//! Where somebody is led who said who they are.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Theirs, theirs};
use crate::session::PersonId;
use crate::ui::components::person_words;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What takes the focus once somebody said who they are.
pub const LED: &str = "led";

/// The ways to what is somebody's, the most urgent first; to the results for whoever has nothing to do here.
fn ways(theirs: &Theirs) -> Vec<(Address, String)> {
    let practices = theirs.next.as_ref().map(|next| (SessionPage::Quick.of(next), t::your_practices(theirs.practices)));
    let findings = (theirs.findings > 0).then(|| (SessionPage::Review.into(), t::your_findings(theirs.findings)));
    let reviews = (theirs.reviews && findings.is_none()).then(|| (SessionPage::Review.into(), t::REVIEW_LINK.to_owned()));
    let looks = (SessionPage::Results.into(), t::LOOK_AT_RESULTS.to_owned());
    practices.into_iter().chain(findings).chain(reviews).chain([looks]).collect()
}

/// Says who somebody is here, and leads them to what is theirs.
#[component]
pub fn Led(
    /// Who they are.
    me: PersonId,
    close: impl Fn() + 'static,
) -> impl IntoView {
    let open_session = open_session();
    let name = open_session.session.with_untracked(|session| person_words(session, Some(&me)));
    let mine = open_session.assessment_now(|assessment| theirs(assessment, &me));
    let close = StoredValue::new_local(close);
    let links: Vec<_> = ways(&mine)
        .into_iter()
        .map(|(place, words)| {
            view! { <li><A href=open_session.link(place) on:click=move |_| close.with_value(|close| close())>{words}</A></li> }
        })
        .collect();
    view! {
        <section class="card who-are-you" aria-labelledby=LED>
            <h2 id=LED tabindex="-1" dir="auto">{t::you_are(&name)}</h2>
            <p>{t::WHAT_IS_YOURS}</p>
            <ul>{links}</ul>
            <button type="button" class="button plain" on:click=move |_| close.with_value(|close| close())>{t::CLOSE}</button>
        </section>
    }
}
