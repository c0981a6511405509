//! That a target may not fit together with another one.

use leptos::prelude::*;

use crate::ui::pages::targets::row::Row;
use crate::ui::text as t;

/// Says to eye and ear, right where it was changed, that a target may not fit together with another one.
#[component]
pub fn Unfit(row: Memo<Row>) -> impl IntoView {
    let words = Memo::new(move |_| row.with(|row| row.unfit.iter().map(|(_, words)| words.clone()).collect::<Vec<_>>()));
    let first = Memo::new(move |_| row.with(|row| row.unfit.first().map(|(id, _)| id.clone())));
    let lines = move || words.get().into_iter().map(|words| view! { <p>{t::may_not_fit(&words)}</p> }).collect::<Vec<_>>();
    let explain = move || {
        first.get().map(|id| {
            let to = move |_| crate::ui::browser::page::focus(&format!("hint-{id}"));
            view! { <button type="button" class="button small" on:click=to>{t::SAY_WHY_RIGHT}</button> }
        })
    };
    view! {
        <div class="guard" class:empty=move || words.with(Vec::is_empty)>
            <div role="status">{lines}</div>
            {explain}
        </div>
    }
}
