//! A file as a link, to be copied, or read by the camera of a phone.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{LinkPicture, file_link, link_picture};
use crate::ui::browser::{copying, page};
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// What was made of the file.
#[derive(Clone, PartialEq)]
struct Made {
    link: String,
    words: String,
    picture: Option<LinkPicture>,
}

/// How many times it changed what `track` looks at.
pub fn times_changed(track: impl Fn() + Send + Sync + 'static) -> Memo<u64> {
    Memo::new(move |before: Option<&u64>| {
        track();
        before.map_or(0, |times| times + 1)
    })
}

/// Makes a link that holds the file in itself.
#[component]
pub fn FileAsLink(
    /// Tells it from others on the page.
    id: &'static str,
    /// Makes the file, by its name; says itself why there is none.
    make: Callback<(), Option<(String, String)>>,
    /// Changes with whatever the file would say: a link that was made before goes away.
    of: Memo<u64>,
) -> impl IntoView {
    let last = RwSignal::new(None::<(u64, Result<Made, String>)>);
    let made = move || last.get().filter(|(times, _)| *times == of.get()).map(|(_, made)| made);
    let press = move |_| {
        last.set(None);
        let Some((name, file)) = make.run(()) else { return };
        let link = file_link(&page::whole_address(), &file).map_err(t::link_too_long);
        let link = link.map(|link| Made { words: t::link_made(&name, link.chars().count()), picture: link_picture(&link), link });
        // Making it may have noted something down.
        last.set(Some((of.get_untracked(), link)));
    };
    let shown = move || match made()? {
        Ok(made) => Some(view! { <LinkMade id made /> }.into_any()),
        Err(_) => None,
    };
    let status = move || match made() {
        Some(Ok(made)) => made.words,
        Some(Err(why)) => why,
        None => String::new(),
    };
    view! {
        <details class="with-passphrase as-link" id=id>
            <summary>{t::AS_LINK}</summary>
            <p>{t::AS_LINK_WORDS}</p>
            <p class="hint">{t::AS_LINK_CARE}</p>
            <div class="actions">
                <button type="button" class="button" on:click=press>{t::MAKE_LINK}</button>
            </div>
            <p role="status" dir="auto">{status}</p>
            {shown}
        </details>
    }
}

#[component]
fn LinkMade(id: &'static str, made: Made) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let link = StoredValue::new(made.link.clone());
    let copy = move |_| {
        let app_state = app_state();
        let copying = copying::copy(&link.get_value());
        spawn_local(async move {
            if copying.await {
                app_state.say(t::LINK_COPIED.to_owned(), None);
                return;
            }
            if let Some(field) = field.try_get_untracked().flatten() {
                // What was not taken is selected, for the keys.
                let _ = field.focus();
                field.select();
            }
            app_state.say(t::LINK_NOT_COPIED.to_owned(), None);
        });
    };
    let picture = match made.picture {
        Some(LinkPicture { side, path }) => view! {
            <figure class="link-picture">
                <svg viewBox=format!("0 0 {side} {side}") role="img" aria-label=t::LINK_PICTURE shape-rendering="crispEdges">
                    <path d=path />
                </svg>
                <figcaption>{t::LINK_PICTURE}</figcaption>
            </figure>
        }
        .into_any(),
        None => view! { <p class="hint">{t::LINK_NO_PICTURE}</p> }.into_any(),
    };
    let name = format!("{id}-link");
    let labelled = name.clone();
    view! {
        <div class="field">
            <label for=labelled>{t::THE_LINK}</label>
            <textarea id=name node_ref=field readonly rows="3" spellcheck="false" dir="ltr" prop:value=made.link></textarea>
        </div>
        <div class="actions">
            <button type="button" class="button primary" on:click=copy>{t::COPY_LINK}</button>
        </div>
        {picture}
    }
}
