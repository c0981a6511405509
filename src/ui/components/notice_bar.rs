//! The passing message at the foot of the page, with its undo.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::ui::browser::page;
use crate::ui::state::app_state::{Notice, app_state};
use crate::ui::text as t;

/// The passing message. It stays until it is dismissed, another one takes its place or one goes on to another page, and one that offers
/// nothing until something else is done: nobody has to hurry.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let notice = app_state().notice;
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        if before.is_some_and(|before| before != path) {
            // One that goes along does so once.
            notice.update(|notice| *notice = notice.take().filter(|notice| notice.stays).map(|it| Notice { stays: false, ..it }));
        }
        path
    });
    Effect::new(move |_| {
        if notice.with(Option::is_some) {
            request_animation_frame(|| page::uncover_field_in_use(".notice"));
        }
    });
    move || {
        notice.get().map(|message| {
            let is_passing = message.offers_nothing();
            let undo = message.undo.map(|undo| {
                let undo = move |_| {
                    notice.set(None);
                    undo();
                };
                view! { <button type="button" class="button" on:click=undo>{t::UNDO}</button> }
            });
            view! {
                <div class="notice" class:passing=is_passing>
                    <p>{message.words}</p>
                    {undo}
                    <button type="button" class="button plain dismiss" on:click=move |_| notice.set(None)><span>{t::DISMISS}</span></button>
                </div>
            }
        })
    }
}
