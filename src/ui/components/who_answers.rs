//! Who is answering on this device: chosen once, remembered, and carried by every fact.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::{PersonId, Session};
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// What to call somebody who said something.
pub fn person_words(session: &Session, person: Option<&PersonId>) -> String {
    let Some(id) = person else { return t::WITHOUT_NAME.to_owned() };
    let otherwise = if session.takes_part(id) { t::PERSON_WITHOUT_NAME } else { t::PERSON_REMOVED };
    session.person_name(id).unwrap_or(&otherwise).to_owned()
}

/// Everybody with a name.
fn named(session: &Session) -> Vec<(PersonId, String)> {
    session.named_people().map(|(id, name)| (id.clone(), name.to_owned())).collect()
}

/// Which of the people is answering on this device; nothing where nobody has a name.
#[component]
pub fn WhoAnswers() -> impl IntoView {
    let open_session = open_session();
    let people = Memo::new(move |_| open_session.soon(named));
    let is_named = Memo::new(move |_| people.with(|people| !people.is_empty()));
    let choose = move |event| open_session.set_me(PersonId::try_from(event_target_value(&event)).ok());
    let is_chosen = Memo::new(move |_| {
        let me = open_session.me.get();
        people.with(|people| people.iter().any(|(id, _)| Some(id) == me.as_ref()))
    });
    let options = move || {
        let mine = open_session.me.get();
        let option = |(id, name): (PersonId, String)| {
            view! { <option value=id.to_string() selected=mine.as_ref() == Some(&id)>{name}</option> }
        };
        people.get().into_iter().map(option).collect::<Vec<_>>()
    };
    move || {
        is_named.get().then(|| {
            view! {
                <div class="field">
                    <label for="who-answers">{t::WHO_ANSWERS}</label>
                    <p class="hint" id="who-answers-hint">{t::WHO_ANSWERS_HINT}</p>
                    <select id="who-answers" aria-describedby="who-answers-hint" on:change=choose>
                        <option value="" selected=move || !is_chosen.get()>{t::NOBODY_NAMED}</option>
                        {options}
                    </select>
                    {move || (!is_chosen.get()).then(|| view! { <p class="nobody-chosen">{t::NOBODY_CHOSEN}</p> })}
                </div>
            }
        })
    }
}

/// In a line who is answering, with the way to change it; where nobody is chosen, that answers carry no name, with the way to say
/// who one is.
#[component]
pub fn AnsweringAs(
    /// Whether nothing is to be said where nobody is named in the whole assessment: it was said before.
    #[prop(optional)]
    was_said: bool,
) -> impl IntoView {
    let open_session = open_session();
    let shown = Memo::new(move |_| {
        let me = open_session.me.get();
        open_session.soon(|session| {
            let mine = me.as_ref().filter(|me| session.takes_part(me));
            (mine.map(|me| person_words(session, Some(me))), session.named_people().next().is_some())
        })
    });
    // A request is answered by whom it is for.
    let change = move || {
        open_session.request.with(Option::is_none).then(|| {
            view! { " · " <A href=open_session.link(SessionPage::People)>{t::CHANGE_WHO} <span class="unseen">" " {t::CHANGE_WHO_MORE}</span></A> }
        })
    };
    move || {
        let (name, anybody) = shown.get();
        if was_said && name.is_none() && !anybody {
            return None;
        }
        let inner = match name {
            Some(name) => view! {
                {t::ANSWERING_AS} " " <strong dir="auto">{name}</strong> {change()}
            }
            .into_any(),
            None => {
                let (page, words) = if anybody {
                    (Address::from(SessionPage::People), t::CHOOSE_WHO)
                } else {
                    (SessionPage::SetUp.at("people"), t::SAY_WHO_YOU_ARE)
                };
                view! { {t::ANSWERING_AS_NOBODY} " " <A href=open_session.link(page)>{words}</A> }.into_any()
            }
        };
        Some(view! { <p class="answering-as">{inner}</p> })
    }
}
