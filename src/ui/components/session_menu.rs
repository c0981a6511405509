//! On a phone: what leads out of an assessment, in a menu, so that one bar is enough.

use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::ui::browser::{fold, page};
use crate::ui::routes::SessionPage;
use crate::ui::state::book::link_to_book;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What leads out of an assessment.
#[component]
pub fn SessionMenu() -> impl IntoView {
    let open_session = open_session();
    let path = use_location().pathname;
    let menu = NodeRef::<html::Details>::new();
    fold::shut_when_left(menu);
    let is_whole = Memo::new(move |_| open_session.request.with(Option::is_none));
    move || {
        // On another page it is shut again.
        path.track();
        let search = is_whole.get().then(|| view! { <li><A href=open_session.link(SessionPage::Search)>{t::SEARCH}</A></li> });
        view! {
            <details class="menu" node_ref=menu>
                <summary><span class="unseen">{t::MENU}</span></summary>
                <ul>
                    {search}
                    <li><A href=link_to_book(Some(&open_session.slot()), None, "", "")>{t::LEARN}</A></li>
                    <li><A href=page::link("/settings")>{t::SETTINGS}</A></li>
                    <li><A href=page::link("/about")>{t::ABOUT}</A></li>
                </ul>
            </details>
        }
    }
}
