//! What the interview asks for and the targets do not say yet: how much of it, which, and the way to use it.

use leptos::prelude::*;

use crate::analysis::{InterviewDiffers, Names, Stands, Thing, use_interview};
use crate::model::{Model, PracticeId};
use crate::ui::browser::page;
use crate::ui::pages::targets::entry::heading;
use crate::ui::pages::targets::interview::question::in_words;
use crate::ui::pages::targets::row::Row;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Those of these targets that nobody decided.
pub fn undecided(differs: &[InterviewDiffers]) -> Vec<PracticeId> {
    of(differs, |stands| *stands == Stands::Undecided)
}

/// Those that somebody confirmed as they were proposed, without a reason of their own.
pub fn confirmed(differs: &[InterviewDiffers]) -> Vec<PracticeId> {
    of(differs, |stands| matches!(stands, Stands::Confirmed(_)))
}

fn of(differs: &[InterviewDiffers], is: impl Fn(&Stands) -> bool) -> Vec<PracticeId> {
    differs.iter().filter(|it| is(&it.stands)).map(|it| it.practice.clone()).collect()
}

/// Uses what the interview asks for, says so with a way back, and goes on at `focus`: what was pressed is gone then.
pub fn use_for(open_session: OpenSession, practices: &[PracticeId], focus: String) {
    let asked = open_session.asked.get_untracked();
    let changes = open_session.session.with_untracked(|session| use_interview(&asked, session, practices));
    let words = t::interview_used(changes.len());
    open_session.change_with_undo(changes, words);
    page::focus_soon(focus);
}

/// How a target stands, and what is proposed instead.
pub fn stands_in_words(model: &Model, names: Names<'_>, it: &InterviewDiffers) -> String {
    let now = it.now.as_ref().map(|target| in_words(model, target.level, target.scope));
    let against = t::Against::of(it.is_answered, it.is_demanded);
    let proposed = in_words(model, it.proposed.level, it.proposed.scope);
    t::stands(&it.stands, now.as_deref(), &proposed, profile_of(names, &it.stands).as_deref(), against)
}

/// What the profile is called whose proposal was confirmed.
pub fn profile_of(names: Names<'_>, stands: &Stands) -> Option<String> {
    let Stands::Confirmed(Some(profile)) = stands else { return None };
    let thing = Thing::Profile(profile.clone());
    Some(names.of(&thing).text().unwrap_or_else(|| thing.id()).to_owned())
}

/// Says at the top that the interview waits; nothing where it does not. `after` takes the focus once it is used.
#[component]
pub fn InterviewWaits(differs: Memo<Vec<InterviewDiffers>>, after: &'static str) -> impl IntoView {
    let open_session = open_session();
    let waiting = Memo::new(move |_| differs.with(|differs| undecided(differs)));
    let confirmed = Memo::new(move |_| differs.with(|differs| confirmed(differs)));
    let rows = move || {
        let asked = open_session.asked.get();
        open_session.session.with_untracked(|session| {
            let names = Names::new(Some(&asked), session, t::tag());
            let row = |it: &InterviewDiffers| {
                let name = open_session.name_of(&Thing::Practice(it.practice.clone()));
                let words = stands_in_words(asked.model(), names, it);
                let (label, id) = (t::use_proposal_for(&name), it.practice.clone());
                let act = move |_| use_for(open_session, std::slice::from_ref(&id), after.to_owned());
                view! {
                    <li>
                        <strong>{name}</strong> ": " {words} " "
                        <button type="button" class="button small" aria-label=label on:click=act>{t::TAKE_IT}</button>
                    </li>
                }
            };
            differs.with(|differs| differs.iter().map(row).collect::<Vec<_>>())
        })
    };
    let use_waiting = move |_| use_for(open_session, &waiting.get_untracked(), after.to_owned());
    let use_confirmed = move |_| use_for(open_session, &confirmed.get_untracked(), after.to_owned());
    let is_any = Memo::new(move |_| differs.with(|differs| !differs.is_empty()));
    let decided = Memo::new(move |_| differs.with(Vec::len) - waiting.with(Vec::len));
    move || {
        is_any.get().then(|| {
            view! {
                <section class="card interview-waits">
                    {move || (waiting.with(Vec::len) > 0).then(|| view! { <p><strong>{t::interview_waits(waiting.with(Vec::len))}</strong></p> })}
                    {move || (decided.get() > 0).then(|| view! { <p>{t::decided_otherwise(decided.get())}</p> })}
                    <details>
                        <summary>{t::WHICH_TARGETS}</summary>
                        <ul>{rows}</ul>
                    </details>
                    <div class="actions">
                        {move || (waiting.with(Vec::len) > 0).then(|| view! {
                            <button type="button" class="button" on:click=use_waiting>{t::take_over(waiting.with(Vec::len))}</button>
                        })}
                        {move || (confirmed.with(Vec::len) > 0).then(|| view! {
                            <button type="button" class="button" on:click=use_confirmed>{t::use_for_confirmed(confirmed.with(Vec::len))}</button>
                        })}
                    </div>
                </section>
            }
        })
    }
}

/// Says in the card how a target stands and what the interview asks for, with the way to use that.
#[component]
pub fn Otherwise(row: Memo<Row>, practice: PracticeId) -> impl IntoView {
    let open_session = open_session();
    let practice = StoredValue::new(practice);
    let words = Memo::new(move |_| row.with(|row| row.otherwise.clone()));
    let act = move |_| practice.with_value(|id| use_for(open_session, std::slice::from_ref(id), heading(id.as_str())));
    let view = move || {
        words.get().map(|words| {
            let name = open_session.name_of(&Thing::Practice(practice.get_value()));
            view! {
                <p>{words}</p>
                <button type="button" class="button small" aria-label=t::use_proposal_for(&name) on:click=act>{t::TAKE_IT}</button>
            }
        })
    };
    view! { <div class="guard" class:empty=move || words.with(Option::is_none)>{view}</div> }
}
