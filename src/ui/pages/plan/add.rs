//! Adding an action of one's own.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::session::{ActionId, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::TextField;
use crate::ui::pages::plan::Plan;
use crate::ui::pages::plan::form::title_field;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

const FIELD: &str = "new-action";

/// A field for what is to be done. The action opens at once, to say the rest.
#[component]
pub fn AddAction() -> impl IntoView {
    let open_session = open_session();
    let plan = expect_context::<Plan>();
    let title = RwSignal::new(String::new());
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let words = title.get_untracked().trim().to_owned();
        if words.is_empty() {
            return page::focus(FIELD);
        }
        let id: ActionId = clock::new_id();
        open_session.change(commands::add_action(id.clone(), words));
        title.set(String::new());
        let field = title_field(&id);
        plan.editing.set(Some(id));
        page::after_paint(move || page::focus_soon(field));
    };
    view! {
        <form class="plan-add no-print" on:submit=add>
            <TextField id=FIELD label=t::OWN_ACTION value=title on_type=move |typed: String| title.set(typed) />
            <button type="submit" class="button">{t::ADD_ACTION}</button>
        </form>
    }
}
