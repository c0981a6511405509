//! Which part of the system is being answered.

use leptos::prelude::*;

use crate::session::PartId;
use crate::ui::components::{Choice, Segmented};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What stands for the whole system among the choices: no id of a part is empty.
const WHOLE: &str = "";

/// A switch between the whole system and its named parts; nothing where no parts are named.
#[component]
pub fn PartSwitch() -> impl IntoView {
    let open_session = open_session();
    let parts = Memo::new(move |_| {
        let named = |session: &crate::session::Session| {
            session.named_parts().map(|(id, part)| (id.to_string(), part.name.clone())).collect::<Vec<_>>()
        };
        open_session.soon(named)
    });
    let chosen =
        Signal::derive(move || Some(open_session.part.with(|part| part.as_ref().map_or(WHOLE, PartId::as_str).to_owned())));
    let choose = Callback::new(move |key: String| open_session.part.set(PartId::try_from(key).ok()));
    move || {
        let parts = parts.get();
        (!parts.is_empty()).then(|| {
            let of_part = |(id, name): (String, String)| {
                let name = if name.trim().is_empty() { t::PART_WITHOUT_NAME.to_owned() } else { name };
                Choice::new(id, name, "")
            };
            let whole = Choice::new(WHOLE, t::WHOLE_SYSTEM, "");
            let choices: Vec<_> = std::iter::once(whole).chain(parts.into_iter().map(of_part)).collect();
            view! { <Segmented legend=t::WHICH_PART name="part-switch" choices chosen on_choose=choose show_legend=true /> }
        })
    }
}
