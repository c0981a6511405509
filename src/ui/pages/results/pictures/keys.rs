//! The key of a picture, beside it.

use leptos::prelude::*;

use crate::exchange::{KeyEntry, Sign};

/// What the signs of a picture mean.
pub fn key_view(entries: &[KeyEntry]) -> AnyView {
    let entry = |entry: &KeyEntry| {
        let words = entry.words;
        let sign = match entry.sign {
            Sign::Letters(letters) => view! { <span class="key-sign" aria-hidden="true">{letters}</span> }.into_any(),
            drawn => view! { <span class=format!("key key-{}", class(drawn)) aria-hidden="true"></span> }.into_any(),
        };
        view! { <li>{sign} " " {words}</li> }
    };
    view! { <ul class="legend">{entries.iter().map(entry).collect::<Vec<_>>()}</ul> }.into_any()
}

const fn class(sign: Sign) -> &'static str {
    match sign {
        Sign::Circle => "circle",
        Sign::Ring => "ring",
        Sign::Square => "square",
        Sign::Diamond => "diamond",
        Sign::Triangle => "triangle",
        Sign::Solid => "short",
        Sign::Dashed => "more",
        Sign::Dotted => "open",
        Sign::Letters(_) => "",
    }
}
