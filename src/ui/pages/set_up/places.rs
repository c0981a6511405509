//! Where the system is sold, run or serviced: what law can bind it follows from that.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::model::{RegionId, order};
use crate::session::{Change, Session, Yes};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The places that are always offered; `other` is anywhere else.
const OFFERED: [&str; 4] = ["eu", "uk", "us", "other"];

/// The places, as check boxes. None chosen means that nobody said. Asked where something depends on it: a demand of a chosen profile
/// that holds only somewhere, or what was said before.
#[component]
pub fn Places() -> impl IntoView {
    let open_session = open_session();
    let offered = Memo::new(move |_| {
        let of_profiles: BTreeSet<RegionId> = open_session.asked.with(|asked| {
            let applies = asked.profiles().iter().flat_map(|profile| &profile.minimums).filter_map(|it| it.applies.as_ref());
            order::set(applies.flat_map(|applies| applies.places.iter().cloned()))
        });
        let named = open_session.session.with(|session| order::set(session.places_named().cloned()));
        if of_profiles.is_empty() && named.is_empty() {
            return Vec::new();
        }
        let usual: Vec<RegionId> = OFFERED.into_iter().filter_map(|id| RegionId::try_from(id).ok()).collect();
        let more = of_profiles.union(&named).filter(|region| !usual.contains(region)).cloned();
        usual.iter().cloned().chain(more).collect::<Vec<_>>()
    });
    let choice = move |region: RegionId| {
        let id = format!("place-{region}");
        let words = t::region(&region);
        let region = StoredValue::new(region);
        let is_chosen = move |session: &Session| region.with_value(|region| session.places_named().any(|named| named == region));
        let chosen = Memo::new(move |_| open_session.session.with(is_chosen));
        let toggle = move |_| {
            let now = !open_session.session.with_untracked(is_chosen);
            open_session.change(Change::Region(region.get_value(), now.then_some(Yes)));
        };
        view! {
            <label class="tick-row"><input type="checkbox" id=id prop:checked=chosen on:change=toggle /> {words}</label>
        }
    };
    let is_asked = Memo::new(move |_| offered.with(|offered| !offered.is_empty()));
    move || {
        is_asked.get().then(|| {
            view! {
                <fieldset class="places">
                    <legend>{t::WHERE_WE_ARE}</legend>
                    <p class="hint">{t::WHERE_WE_ARE_HINT}</p>
                    <For each=move || offered.get() key=Clone::clone children=choice />
                </fieldset>
            }
        })
    }
}
