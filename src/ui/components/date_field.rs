//! A day to choose or to type. Nothing is written into the field while somebody is in it, and what is only half typed alters
//! nothing that is saved.

use leptos::html::Input;
use leptos::prelude::*;

use crate::session::Date;
use crate::ui::browser::fields;
use crate::ui::text as t;

/// The days that are likely: whatever else is typed is a slip, or not yet typed to the end.
const FIRST: &str = "1900-01-01";
const LAST: &str = "2100-12-31";

/// What stands in a field for a day: one, nothing, a part of one, or none that is likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typed {
    Day(Date),
    Nothing,
    Half,
    Unlikely,
}

impl Typed {
    /// What the value of a field stands for. It is empty also where the field holds a part of a day.
    fn of(value: &str, holds_a_part: bool) -> Self {
        match value.parse::<Date>() {
            Ok(day) if (FIRST..=LAST).contains(&value) => Self::Day(day),
            Err(_) if value.is_empty() && holds_a_part => Self::Half,
            Err(_) if value.is_empty() => Self::Nothing,
            Ok(_) | Err(_) => Self::Unlikely,
        }
    }

    /// Why it is not saved, beside what is.
    fn fault(self, saved: &str) -> Option<String> {
        match self {
            Self::Day(_) | Self::Nothing => None,
            Self::Half => Some(t::half_a_date(saved)),
            Self::Unlikely => Some(t::unlikely_date(saved)),
        }
    }
}

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
    let typed = move || field.get_untracked().map(|input| (Typed::of(&input.value(), fields::holds_no_value(&input)), input));
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
            match saved.with_untracked(|saved| typed.fault(saved)) {
                None => show(&input),
                fault_now => fault.set(fault_now),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(value: &str) -> Typed {
        Typed::of(value, false)
    }

    #[test]
    fn a_day_is_a_day() {
        for value in ["2026-12-05", FIRST, LAST] {
            assert_eq!(Some(typed(value)), value.parse().ok().map(Typed::Day));
        }
    }

    #[test]
    fn a_year_that_is_no_year_yet_is_none() {
        for value in ["0002-12-05", "0025-12-05", "1899-12-31", "2101-01-01", "12026-12-05", "275760-09-13", "5.12.2026"] {
            assert_eq!(typed(value), Typed::Unlikely, "{value}");
        }
    }

    #[test]
    fn half_a_date_is_not_no_date() {
        assert_eq!(Typed::of("", true), Typed::Half);
        assert_eq!(Typed::of("", false), Typed::Nothing);
    }

    #[test]
    fn what_is_not_saved_is_said_beside_what_is() {
        for typed in [Typed::Half, Typed::Unlikely] {
            assert!(typed.fault("2026-12-05").is_some_and(|words| words.contains("2026-12-05")));
            assert!(typed.fault("").is_some_and(|words| !words.contains("Saved")));
        }
        assert_eq!(Typed::Nothing.fault("2026-12-05"), None);
    }
}
