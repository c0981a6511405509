//! The agenda of an interview: what to talk about in an hour, with room to answer right there.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Agenda, AgendaItem, AskedOf, KeptApart, OpenKind, OpenPoints, Raised, Thing, agenda};
use crate::exchange::page_rules;
use crate::session::SystemField;
use crate::ui::browser::{clock, page, paper};
use crate::ui::components::{AnsweringAs, LevelMark, PageHead, PartSwitch, anew};
use crate::ui::pages::practice::answers::{Answers, ReasonField, answered};
use crate::ui::pages::practice::open_counts::OpenCounts;
use crate::ui::routes::{Address, SessionPage};
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// How long an interview is, in minutes.
const HOUR: u16 = 60;

/// The agenda.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let open_session = open_session();
    let make = move || untrack(|| open_session.assessment(|assessment| agenda(assessment, clock::today(), HOUR)));
    // Made once: an item that is answered stays where it is, to be talked about to its end.
    let made = RwSignal::new(make());
    // Whoever can't print from here uses the browser's own way.
    let print = move |_| drop(page::print());
    paper::lay_out(move || {
        let system = open_session.session.with(|session| t::system_name(session.system(SystemField::Name)));
        page_rules(&t::agenda_running(&system, clock::today()), t::PAGE.get())
    });
    let items_of = |made: &Agenda| made.items.len() + made.open.kept_apart_of_whole().count();
    let summary = move || made.with(|made| t::agenda_summary(items_of(made), made.minutes, made.left));
    let apart =
        move || made.with(|made| made.open.kept_apart_of_whole().map(|it| kept_view(open_session, it)).collect::<Vec<_>>());
    let items = move || made.get().items.into_iter().map(|item| item_view(open_session, item)).collect::<Vec<_>>();
    view! {
        <PageHead title=t::title(SessionPage::Agenda).to_owned() above=t::AGENDA_ABOVE.to_owned() />
        <p class="lead">{t::AGENDA_LEAD}</p>
        <div class="answering"><AnsweringAs /> <PartSwitch /></div>
        <p>{summary}</p>
        <div class="actions">
            <button type="button" class="button" on:click=print>{t::PRINT}</button>
            <button type="button" class="button" on:click=move |_| made.set(make())>{t::NEW_AGENDA}</button>
        </div>
        <ol class="agenda">{apart} {items}</ol>
        {move || made.with(|made| items_of(made) == 0).then(|| empty(made.get().open))}
    }
}

/// What is said in place of items: that nothing is open only where that is so.
fn empty(open: OpenPoints) -> AnyView {
    if open.is_nothing() {
        return view! { <p class="hint">{t::AGENDA_DONE}</p> }.into_any();
    }
    let no_target = (open.count(OpenKind::NoTarget) > 0).then(|| view! { <p class="hint">{t::AGENDA_NO_TARGET}</p> });
    view! {
        <p class="hint">{t::AGENDA_EMPTY}</p>
        <OpenCounts open=Signal::stored(open) />
        {no_target}
    }
    .into_any()
}

/// What two copies say differently, with both sides; it is settled under People.
fn kept_view(open_session: OpenSession, kept: &KeptApart) -> AnyView {
    let name = kept.practice.as_ref().map(|id| open_session.name_of(&Thing::Practice(id.clone())));
    let link = name.zip(kept.practice.as_ref()).map(|(name, id)| {
        view! { <A href=open_session.link(SessionPage::Full.of(id))>{name}</A> " " }
    });
    anew(view! {
        <li class="card">
            <p>{link} <span class="tag quiet">{t::raised(Raised::KeptApart)}</span></p>
            <p dir="auto">{t::kept_apart(kept)}</p>
            <p><A href=open_session.link(SessionPage::People)>{t::SETTLE_IT}</A></p>
            <p class="agenda-notes" aria-hidden="true">{t::AGENDA_NOTES}</p>
        </li>
    })
}

fn item_view(open_session: OpenSession, item: AgendaItem) -> Option<AnyView> {
    let AgendaItem { practice, level, indicator, raised, minutes, .. } = item;
    let asked = open_session.asked.get_untracked();
    let practice = asked.practice(&practice)?;
    let found = asked.indicator(&indicator)?;
    let text = found.indicator.text.get(t::tag()).to_owned();
    let href = open_session.link(Address::of_indicator(&practice.id, &indicator));
    let name = practice.name.get(t::tag()).to_owned();
    let id = StoredValue::new(indicator.clone());
    let answer = Memo::new(move |_| id.with_value(|id| answered(open_session, id)));
    let raised: Vec<_> = raised.into_iter().map(|why| view! { <span class="tag quiet">{t::raised(why)}</span> " " }).collect();
    let (about, words) = (found.indicator.clone(), text.clone());
    // What is not asked of the part being answered is answered where its name leads.
    let is_asked = open_session.following(move |assessment| {
        let part = open_session.part.get();
        assessment.said().asked_of(&about, part.as_ref()) == AskedOf::This
    });
    let answers = move || {
        let (text, id) = (words.clone(), indicator.clone());
        is_asked.get().then(|| {
            view! {
                <Answers text id=id.clone() answer open_session />
                <ReasonField id answer open_session />
            }
        })
    };
    let view = view! {
        <li class="card">
            <p><LevelMark level /> " " <A href=href>{name}</A> " " <span class="tag">{t::minutes(minutes)}</span> " " {raised}</p>
            <p class="statement">{text}</p>
            {answers}
            <p class="agenda-notes" aria-hidden="true">{t::AGENDA_NOTES}</p>
        </li>
    };
    Some(anew(view))
}
