//! A day to choose or to type. Nothing is written into the field while somebody is in it, and what is only half typed alters
//! nothing that is saved.

use leptos::html::Input;
use leptos::prelude::*;

use crate::session::Date;
use crate::ui::browser::fields;
use crate::ui::components::date_typed::{FIRST, LAST, Typed};

/// A day.
#[component]
pub fn DateField(
    #[prop(into)] id: String,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_choose: Callback<Option<Date>>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let saved = Memo::new(move |_| value.get());
    let fault = RwSignal::new(None::<String>);
    let show = move |input: &web_sys::HtmlInputElement| {
        let day = saved.get_untracked();
        if input.value() != day {
            input.set_value(&day);
        }
        fault.set(Typed::of(&day, false).fault(&day));
    };
    Effect::new(move |_| {
        saved.track();
        if let Some(input) = field.get().filter(|input| !fields::has_focus(input)) {
            show(&input);
        }
    });
    // A field that has the focus when its page goes away says so at the very last, when nothing of the page is there any more.
    let typed = move || {
        let input = field.try_get_untracked().flatten()?;
        Some((Typed::of(&input.value(), fields::holds_no_value(&input)), input))
    };
    let take = move |_| match typed() {
        Some((Typed::Day(day), _)) => {
            fault.set(None);
            on_choose.run(Some(day));
        }
        Some((Typed::Nothing, _)) => {
            fault.set(None);
            on_choose.run(None);
        }
        Some((Typed::Half | Typed::Unlikely, _)) | None => {}
    };
    let leave = move |_| {
        if let Some((typed, input)) = typed() {
            match saved.try_with_untracked(|saved| typed.fault(saved)) {
                Some(None) => show(&input),
                Some(fault_now) => fault.set(fault_now),
                None => {}
            }
        }
    };
    let (hint_id, fault_id) = (format!("{id}-hint"), format!("{id}-fault"));
    let described = if hint.is_empty() { fault_id.clone() } else { format!("{hint_id} {fault_id}") };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                node_ref=field
                id=id
                type="date"
                min=FIRST
                max=LAST
                aria-describedby=described
                aria-invalid=move || fault.with(|fault| fault.is_some().then_some("true"))
                on:input=take
                on:change=take
                on:blur=leave
            />
            <p class="field-fault" id=fault_id role="status">{fault}</p>
        </div>
    }
}
