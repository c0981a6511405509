//! Targets: how much is enough, per practice, domain by domain.

mod card;
pub mod compare;
pub mod decision;
pub mod decisions;
mod hints;
pub mod interview;
mod minimum;
mod more;
mod obligations;
mod own_indicators;
mod own_profile;
mod words;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::model::{Group, GroupId, Level, Questionnaire};
use crate::session::commands;
use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::pages::practice::scale_help::ScaleHelp;
use crate::ui::pages::targets::card::{TargetCard, heading};
use crate::ui::pages::targets::hints::TargetHints;
use crate::ui::pages::targets::own_profile::OwnProfile;
use crate::ui::pages::targets::words::{WhoReads, provide_technical};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// Targets.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let open_session = open_session();
    let next = open_session.link(SessionPage::Assess);
    provide_technical();
    begin_at_the_one_asked_for();
    let asked = open_session.asked.get_untracked();
    let domains: Vec<_> =
        asked.model().groups.iter().map(|group| view! { <GroupSection group=group.clone() depth=0 /> }).collect();
    view! {
        <PageHead title=t::title(SessionPage::Targets).to_owned() above=t::TARGETS_ABOVE.to_owned() />
        <p class="lead">{t::TARGETS_LEAD}</p>
        <State />
        <section class="card interview-card">
            <h2>{t::INTERVIEW_TITLE}</h2>
            <p>{t::INTERVIEW_INVITE}</p>
            <div class="actions">
                <A href=open_session.link(SessionPage::Interview) attr:class="button primary">{t::TO_INTERVIEW}</A>
                <A href=open_session.link(SessionPage::Compare) attr:class="button">{t::COMPARE_PROFILE}</A>
                <A href=open_session.link(SessionPage::Decisions) attr:class="button">{t::DECISION_LOG}</A>
            </div>
        </section>
        <ScaleHelp />
        <TargetHints />
        <WhoReads />
        {domains}
        <p class="onward"><ConfirmAll then_focus=NEXT /></p>
        <OwnProfile />
        <p class="onward">
            <A href=next attr:class="button primary" attr:id=NEXT>{t::NEXT_ASSESS}</A>
        </p>
    }
}

/// Begins at the practice that the address names, as `?at=hardening.vulnerability.patching`.
fn begin_at_the_one_asked_for() {
    let query = use_query_map();
    Effect::new(move |_| {
        if let Some(at) = query.with(|query| query.get("at")) {
            page::focus_soon(heading(&at));
        }
    });
}

const STATE: &str = "targets-state";
const NEXT: &str = "to-assess";

/// How many targets are decided and how many only proposed, with the way to confirm these: the page is long.
#[component]
fn State() -> impl IntoView {
    let open_session = open_session();
    let words =
        Memo::new(move |_| open_session.progress.with(|progress| t::targets_state(progress.decided(), progress.proposals)));
    view! {
        <div class="targets-state">
            <p id=STATE tabindex="-1" role="status">{words}</p>
            <ConfirmAll then_focus=STATE />
        </div>
    }
}

/// Confirms every proposal at once.
#[component]
fn ConfirmAll(
    /// What takes the focus when the button goes away.
    then_focus: &'static str,
) -> impl IntoView {
    let open_session = open_session();
    let proposals = Memo::new(move |_| open_session.progress.with(|progress| progress.proposals));
    let confirm = move |_| {
        let changes = open_session.session.with_untracked(commands::confirm_all);
        let words = t::confirmed(changes.len());
        open_session.change_with_undo(changes, words);
        page::focus_soon(then_focus.to_owned());
    };
    move || {
        let count = proposals.get();
        (count > 0).then(|| view! { <button type="button" class="button" on:click=confirm>{t::confirm_all(count)}</button> })
    }
}

/// A domain or sub-domain with what is inside it.
#[component]
fn GroupSection(group: Group, depth: u8) -> AnyView {
    let inner: Vec<_> = group.groups.iter().map(|inner| view! { <GroupSection group=inner.clone() depth=depth + 1 /> }).collect();
    let cards: Vec<_> = group.practices.iter().map(|practice| view! { <TargetCard practice=practice.clone() /> }).collect();
    let (name, about) = (group.name.get(t::tag()).to_owned(), group.about.get(t::tag()).to_owned());
    let heading = if depth == 0 { view! { <h2>{name}</h2> }.into_any() } else { view! { <h3>{name}</h3> }.into_any() };
    view! {
        <section class=if depth == 0 { "domain" } else { "sub-domain" }>
            <div class="group-head">
                <div>{heading} <p class="hint">{about}</p></div>
                <div class="group-targets"><Spread group=group.id.clone() /> <SetGroup group /></div>
            </div>
            {inner}
            {(!cards.is_empty()).then(|| view! { <ul class="target-list">{cards}</ul> })}
        </section>
    }
    .into_any()
}

/// The lowest and highest target inside a group.
#[component]
fn Spread(group: GroupId) -> impl IntoView {
    let open_session = open_session();
    let spread = Memo::new(move |_| open_session.results.with(|results| results.group(&group).and_then(|group| group.targets)));
    view! { <p class="hint">{move || spread.get().map(|(low, high)| t::targets_between(low, high))}</p> }
}

/// Sets what is below a group and still unset.
#[component]
fn SetGroup(group: Group) -> impl IntoView {
    let open_session = open_session();
    let id = format!("set-{}", group.id);
    let name = group.name.get(t::tag()).to_owned();
    let unset = {
        let group = group.clone();
        Memo::new(move |_| open_session.session.with(|session| commands::unset_in(&group, session).len()))
    };
    let levels: Vec<_> = open_session.asked.with_untracked(|asked| level_options(asked));
    let for_name = name.clone();
    let choose = move |event: web_sys::Event| {
        if let Ok(number) = event_target_value(&event).parse::<u8>() {
            set_unset(open_session, &group, Level::new(number), &for_name);
        }
    };
    view! {
        <div class="field set-group">
            <label class="unseen" for=id.clone()>{t::set_all_in(&name)}</label>
            <select id=id on:change=choose prop:value=move || { unset.track(); "" }>
                <option value="">{move || t::still_unset(unset.get())}</option>
                {levels}
            </select>
        </div>
    }
}

fn level_options(asked: &Questionnaire) -> Vec<impl IntoView + use<>> {
    let option = |(level, name): (u8, String)| view! { <option value=level.to_string()>{format!("{level} · {name}")}</option> };
    let rungs = asked.model().scale.iter().map(|rung| (rung.level.number(), rung.name.get(t::tag()).to_owned()));
    rungs.map(option).collect()
}

fn set_unset(open_session: OpenSession, group: &Group, level: Level, name: &str) {
    let changes = open_session.session.with_untracked(|session| commands::set_unset(group, level, session));
    if !changes.is_empty() {
        let words = t::group_set(name, level, changes.len());
        open_session.change_with_undo(changes, words);
    }
}
