//! The parts of the system, where it is not assessed as a whole.

use leptos::prelude::*;

use crate::model::{Context, Technology};
use crate::session::{Change, Fact, List, PartId, Session, commands};
use crate::ui::browser::{clock, page};
use crate::ui::components::{KeptApartMark, TextField};
use crate::ui::pages::set_up::part_place::{PlaceOfPart, TechnologyOfPart};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// A part that is often told apart: its name with what that means, and where it is or of which technology.
type Usual = ((&'static str, &'static str), (Option<Context>, Option<Technology>));

const ADD_BUTTON: &str = "add-part";

/// The whole system, or named parts.
#[component]
pub fn Parts() -> impl IntoView {
    let open_session = open_session();
    let ids = Memo::new(move |_| {
        open_session.session.with(|session| session.named_parts().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    });
    let add = move |_| {
        let id: PartId = clock::new_id();
        open_session.change(commands::add_part(id.clone(), ""));
        page::focus_soon(name_field(&id));
    };
    view! {
        <section class="card">
            <h2>{t::PARTS}</h2>
            <p class="hint">{t::PARTS_HINT}</p>
            {move || ids.with(Vec::is_empty).then(|| view! { <p>{t::NO_PARTS}</p> })}
            <ul class="parts">
                <For each=move || ids.get() key=Clone::clone children=|id| view! { <PartRow id /> } />
            </ul>
            <div class="actions">
                <button type="button" class="button" id=ADD_BUTTON on:click=add>{t::ADD_PART}</button>
                <Suggestions />
            </div>
        </section>
    }
}

fn name_field(id: &PartId) -> String {
    format!("part-{id}")
}

/// A button for each usual part that is not named yet.
#[component]
fn Suggestions() -> impl IntoView {
    let open_session = open_session();
    let missing = Memo::new(move |_| {
        open_session.session.with(|session| {
            let is_named = |name: &str| session.named_parts().any(|(_, part)| part.name.trim().eq_ignore_ascii_case(name));
            let usual =
                t::SUGGESTED_PARTS.into_iter().map(t::Words::get).zip(t::SUGGESTED_PARTS_MEAN.into_iter().map(t::Words::get));
            // Where they are is in the first of their names, of which technology in the others.
            let technologies = Technology::ALL.into_iter().map(|it| (None, Some(it)));
            let places = Context::ALL.into_iter().map(|it| (Some(it), None)).chain(technologies);
            usual.zip(places).filter(|((name, _), _)| !is_named(name)).collect::<Vec<_>>()
        })
    });
    let button = move |((name, meant), (context, technology)): Usual| {
        let add = move |_| {
            let id: PartId = clock::new_id();
            let added = commands::add_part_in(id, name, context, technology);
            open_session.change_with_undo(vec![added], t::part_added(name));
            // The button goes away; the focus must not.
            page::focus_soon(ADD_BUTTON.to_owned());
        };
        view! { <button type="button" class="button small" on:click=add>{t::add_part_named(name, meant)}</button> }
    };
    move || {
        let missing = missing.get();
        (!missing.is_empty()).then(|| {
            let buttons: Vec<_> = missing.into_iter().map(button).collect();
            view! { <div class="actions" role="group" aria-label=t::PART_SUGGESTIONS>{buttons}</div> }
        })
    }
}

/// A part: its name, and a way to remove it.
#[component]
fn PartRow(id: PartId) -> impl IntoView {
    let open_session = open_session();
    let field = name_field(&id);
    let id = StoredValue::new(id);
    let part = Memo::new(move |_| {
        open_session.session.with(|session| id.with_value(|id| session.parts.get(id).and_then(Fact::value).cloned()))
    });
    let name = Signal::derive(move || part.get().map(|part| part.name).unwrap_or_default());
    let rename = move |name: String| {
        if let Some(change) = open_session.session.with_untracked(|session| commands::rename_part(session, &id.get_value(), name))
        {
            open_session.change(change);
        }
    };
    let remove = move |_| {
        let answers = open_session.session.with_untracked(|session| id.with_value(|id| answers_about(session, id)));
        let words = t::part_removed(&name.get_untracked(), answers);
        open_session.change_with_undo(vec![Change::Part(id.get_value(), None)], words);
        page::focus_soon(ADD_BUTTON.to_owned());
    };
    view! {
        <li class="part">
            <TextField id=field label=t::PART_NAME value=name on_type=rename />
            <PlaceOfPart id=id.get_value() open_session />
            <TechnologyOfPart id=id.get_value() open_session />
            <KeptApartMark lists=&[List::Parts] on=id.get_value().as_str() />
            <button type="button" class="button plain" aria-label=move || t::remove_part(&name.get()) on:click=remove>
                {t::REMOVE}
            </button>
        </li>
    }
}

/// How many answers stand about a part, in either pass and any round.
fn answers_about(session: &Session, part: &PartId) -> usize {
    let answers = session.answers.iter().filter(|(place, fact)| place.part.as_ref() == Some(part) && fact.value().is_some());
    let quick = session.quick.iter().filter(|(place, fact)| place.part.as_ref() == Some(part) && fact.value().is_some());
    answers.count() + quick.count()
}
