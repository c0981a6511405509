//! Where the system is sold, run or serviced: what law can bind it follows from that.

use leptos::prelude::*;

use crate::analysis::places_to_ask;
use crate::model::RegionId;
use crate::session::{Change, Session, Yes};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The places, as check boxes. None chosen means that nobody said. Asked where something depends on it: a demand of a profile in use
/// that holds only somewhere, or what was said before. So it stands below the profiles, where it comes into sight once one is chosen.
#[component]
pub fn Places() -> impl IntoView {
    let open_session = open_session();
    let offered =
        Memo::new(move |_| open_session.asked.with(|asked| open_session.session.with(|session| places_to_ask(asked, session))));
    let choice = move |region: RegionId| {
        let id = format!("place-{region}");
        let words = t::region(&region);
        let is_part = region.as_str().contains('-');
        let region = StoredValue::new(region);
        let is_chosen = move |session: &Session| region.with_value(|region| session.places_named().any(|named| named == region));
        let chosen = Memo::new(move |_| open_session.session.with(is_chosen));
        let toggle = move |_| {
            let now = !open_session.session.with_untracked(is_chosen);
            open_session.change(Change::Region(region.get_value(), now.then_some(Yes)));
        };
        view! {
            <label class="tick-row" class:within=is_part>
                <input type="checkbox" id=id prop:checked=chosen on:change=toggle /> {words}
            </label>
        }
    };
    let is_asked = Memo::new(move |_| offered.with(|offered| !offered.is_empty()));
    move || {
        is_asked.get().then(|| {
            view! {
                <section class="card">
                    <h2 id="where-we-are">{t::WHERE_WE_ARE}</h2>
                    <p class="hint" id="where-we-are-hint">{t::WHERE_WE_ARE_HINT}</p>
                    <div role="group" class="places" aria-labelledby="where-we-are" aria-describedby="where-we-are-hint">
                        <For each=move || offered.get() key=Clone::clone children=choice />
                    </div>
                </section>
            }
        })
    }
}
