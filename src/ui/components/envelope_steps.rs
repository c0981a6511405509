//! The way through an envelope: it has a single place, the list of what is asked.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::Count;
use crate::ui::desk::desk;
use crate::ui::text as t;

/// The way to the list of what is asked in an envelope, with how much of it is answered.
#[component]
pub fn EnvelopeSteps() -> impl IntoView {
    let desk = desk();
    let answered = move || {
        let envelope = desk.envelope.get();
        t::of(desk.progress.with(|progress| envelope.map_or(Count::default(), |envelope| progress.of_envelope(&envelope))))
    };
    view! {
        <nav class="steps" aria-label=t::ENVELOPE_STEPS>
            <ol>
                <li>
                    <A href=desk.link("answer")>
                        <span class="step-name">{t::YOUR_QUESTIONS}</span>
                        <span class="step-count">{answered}</span>
                    </A>
                </li>
            </ol>
        </nav>
    }
}
