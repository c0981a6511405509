//! Whether a law applies: said once for all of its duties that stand together, and taken back in the same place.

use leptos::prelude::*;

use crate::analysis::{Binds, Duty, DutyKind, kept_apart_key};
use crate::session::{Change, DutyAnswer, List, NotApplicable, ProfileDuty};
use crate::ui::browser::page;
use crate::ui::components::{KeptApartMark, TextField};
use crate::ui::pages::results::duties::law::Place;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// The duties of a law that stand together, and what was said of them.
#[derive(Clone)]
pub struct Answered {
    law: String,
    duties: Vec<ProfileDuty>,
    /// How many duties that is: what several profiles read is one.
    count: usize,
    /// Whether people said that they apply.
    is_confirmed: bool,
    /// Whether people said that they do not.
    is_declined: bool,
    /// Where they stand on the page.
    place: Place,
}

impl Answered {
    /// What was said of these duties; `None` where nothing can be. What people state themselves is changed under Targets.
    pub fn of(place: Place, law: &str, duties: &[&Duty]) -> Option<Self> {
        let of_profiles: Vec<ProfileDuty> = duties.iter().flat_map(|duty| duty.result.of_profiles()).cloned().collect();
        let any = |binds: Binds| duties.iter().any(|duty| duty.result.duty.is_some() && duty.result.binds == binds);
        let is_open = !of_profiles.is_empty() && place.kind != DutyKind::Over;
        is_open.then(|| Self {
            law: law.to_owned(),
            is_confirmed: any(Binds::Confirmed),
            is_declined: any(Binds::Declined),
            count: duties.iter().filter(|duty| duty.result.duty.is_some()).count(),
            duties: of_profiles,
            place,
        })
    }

    /// Says the same of all of them.
    fn say(&self, open_session: OpenSession, answer: Option<DutyAnswer>, words: String) {
        let changes = self.duties.iter().map(|duty| Change::Duty(duty.clone(), answer.clone())).collect();
        open_session.change_with_undo(changes, words);
        // They may stand elsewhere from now on: one goes on where one was, with the law that stands there now.
        page::focus_first_soon(self.place.onward());
    }
}

/// The buttons that say whether a law applies. Why it does not is asked before that is said: without a reason it counts.
pub fn answer_of(open_session: OpenSession, answered: Answered) -> AnyView {
    let is_asked_why = RwSignal::new(false);
    let field = answered.duties.first().map(|first| format!("why-not-{}-{}", first.profile, first.duty)).unwrap_or_default();
    let (law, count) = (answered.law.clone(), answered.count);
    let answered_keys: Vec<String> = answered.duties.iter().filter_map(kept_apart_key).collect();
    let (is_confirmed, is_declined) = (answered.is_confirmed, answered.is_declined);
    let all = StoredValue::new(answered);
    let say = move |answer, words| all.with_value(|all| all.say(open_session, answer, words));
    let (of_applies, of_back) = (law.clone(), law.clone());
    let applies = move |_| say(Some(DutyAnswer::Applies), t::duty_applies(&of_applies));
    let take_back = move |_| say(None, t::duty_taken_back(&of_back));
    let kept = answered_keys.into_iter().map(|on| view! { <KeptApartMark lists=&[List::Duties] on /> }).collect::<Vec<_>>();
    let focus = field.clone();
    let ask_why = move |_| {
        is_asked_why.set(true);
        page::focus_soon(focus.clone());
    };
    let button = |words: String, press: Box<dyn FnMut(web_sys::MouseEvent)>| {
        view! { <button type="button" class="button small" on:click=press>{words}</button> }
    };
    let may_decline = !is_declined;
    view! {
        <div class="actions">
            {(!is_confirmed && !is_declined).then(|| button(t::it_applies(&law, count), Box::new(applies)))}
            {may_decline.then(|| button(t::it_does_not(&law, count), Box::new(ask_why)))}
            {(is_confirmed || is_declined).then(|| button(t::duty_take_back(&law), Box::new(take_back)))}
        </div>
        {kept}
        {move || is_asked_why.get().then(|| view! { <WhyNot field=field.clone() law=law.clone() all /> })}
    }
    .into_any()
}

/// The reason why a law does not apply.
#[component]
fn WhyNot(field: String, law: String, all: StoredValue<Answered>) -> impl IntoView {
    let open_session = crate::ui::state::open_session::open_session();
    let reason = RwSignal::new(String::new());
    let is_empty = Memo::new(move |_| reason.with(|reason| reason.trim().is_empty()));
    let words = t::duty_declined(&law);
    let set_apart = move |_| {
        let answer = DutyAnswer::NotApplicable(NotApplicable::because(reason.get_untracked().trim()));
        if !is_empty.get_untracked() {
            all.with_value(|all| all.say(open_session, Some(answer), words.clone()));
        }
    };
    view! {
        <div class="why-not">
            <TextField
                id=field
                label=t::why_not_ours(&law)
                hint=t::WHY_NOT_OURS_HINT.get()
                value=reason
                on_type=move |typed: String| reason.set(typed)
            />
            <button type="button" class="button small" disabled=is_empty on:click=set_apart>{t::SET_APART}</button>
        </div>
    }
}
