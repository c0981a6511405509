//! The passing message at the foot of the page, with its undo.

use leptos::prelude::*;

use crate::ui::office::office;
use crate::ui::text as t;

/// The passing message. It stays until it is dismissed or another one takes its place, so that nobody has to hurry.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let notice = office().notice;
    let shown = move || {
        notice.get().map(|message| {
            let undo = message.undo.map(|undo| {
                let undo = move |_| {
                    notice.set(None);
                    undo.run(());
                };
                view! { <button type="button" class="button" on:click=undo>{t::UNDO}</button> }
            });
            view! {
                <div class="notice">
                    <p>{message.words}</p>
                    {undo}
                    <button type="button" class="button plain" on:click=move |_| notice.set(None)>{t::DISMISS}</button>
                </div>
            }
        })
    };
    view! { <div class="notices" role="status">{shown}</div> }
}
