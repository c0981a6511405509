//! The way on from the targets, which follows from their state: the interview, confirming what is proposed, assessing.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{InterviewDiffers, Stands, confirm_all, interview_answers};
use crate::session::{PersonId, Session};
use crate::ui::browser::page;
use crate::ui::components::ChooseThen;
use crate::ui::pages::targets::interview_waits::{undecided, use_for};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// What there is to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOn {
    /// Nobody said how much is enough, nor what could happen.
    Interview,
    /// The interview asks for something else for so many targets that nobody decided.
    Use(usize),
    /// So many targets are only proposed.
    Confirm(usize),
    /// What can be done here is done, or somebody sets targets one by one.
    Assess,
}

/// What there is to do next.
pub fn way_on(open_session: OpenSession, differs: Memo<Vec<InterviewDiffers>>) -> Memo<WayOn> {
    let asks = move || open_session.asked.with(|asked| asked.interview().is_some());
    let is_asked = Memo::new(move |_| open_session.session.with(|session| !interview_answers(session).is_empty()));
    Memo::new(move |_| {
        let (targets, proposals) = open_session.progress.with(|progress| (progress.targets, progress.proposals));
        let waiting = differs.with(|differs| undecided(differs).len());
        match proposals {
            _ if waiting > 0 => WayOn::Use(waiting),
            1.. => WayOn::Confirm(proposals),
            0 if targets.done == 0 && !is_asked.get() && asks() => WayOn::Interview,
            0 => WayOn::Assess,
        }
    })
}

/// What takes the focus once something is done: how the targets stand.
pub const STATE: &str = "targets-state";

/// How many targets are decided and how many only proposed, with what there is to do next: always in sight, since the page is long.
#[component]
pub fn TargetsWayOn(way: Memo<WayOn>, differs: Memo<Vec<InterviewDiffers>>) -> impl IntoView {
    let open_session = open_session();
    let proposals = Memo::new(move |_| open_session.progress.with(|progress| progress.proposals));
    let words = Memo::new(move |_| {
        let state = open_session.progress.with(t::targets_state);
        // Said beside the button: whoever confirms all of them confirms these against the interview.
        let is_against = |it: &&InterviewDiffers| it.stands == Stands::Undecided && it.now.is_some();
        match differs.with(|differs| differs.iter().filter(is_against).count()) {
            0 => state,
            against => format!("{state} {}", t::confirms_otherwise(against)),
        }
    });
    let asks = RwSignal::new(false);
    let confirm = Callback::new(move |decider: Option<PersonId>| {
        let asked = open_session.asked.get_untracked();
        let all = |session: &Session| confirm_all(&asked, session, decider.as_ref(), t::tag());
        let changes = open_session.session.with_untracked(all);
        let words = t::confirmed(changes.len());
        open_session.change_with_undo(changes, words);
        asks.set(false);
        // The button goes away; what is said of the targets stands beside what is to be done now.
        page::focus_soon(STATE.to_owned());
    });
    // Where several could have decided and nobody says who is here, it is asked once for all of them.
    let press = move |_| match open_session.decider() {
        None if open_session.session.with_untracked(|session| session.named_people().next().is_some()) => {
            asks.set(true);
            page::focus_soon(WHO_DECIDES.to_owned());
        }
        decider => confirm.run(decider),
    };
    let take = move |_| use_for(open_session, &differs.with_untracked(|differs| undecided(differs)), STATE.to_owned());
    let uses = move || match way.get() {
        WayOn::Use(count) => {
            Some(view! { <button type="button" class="button primary" on:click=take>{t::take_over(count)}</button> })
        }
        WayOn::Interview | WayOn::Confirm(_) | WayOn::Assess => None,
    };
    let confirms = move || {
        if asks.get() && proposals.get() > 0 {
            return Some(view! { <WhoDecides confirm /> }.into_any());
        }
        let class = if matches!(way.get(), WayOn::Confirm(_)) { "button primary" } else { "button" };
        (proposals.get() > 0).then(|| {
            view! { <button type="button" class=class aria-describedby=STATE on:click=press>{t::confirm_all(proposals.get())}</button> }.into_any()
        })
    };
    let assess = move || {
        let class = if way.get() == WayOn::Assess { "button primary" } else { "button" };
        view! { <A href=open_session.link(SessionPage::Assess) attr:class=class>{t::NEXT_ASSESS}</A> }
    };
    view! {
        <div class="onward sticky one-hand with-state">
            <p class="hint" id=STATE tabindex="-1" role="status">{words}</p>
            {uses} {confirms} {assess}
        </div>
    }
}

const WHO_DECIDES: &str = "who-decides";

/// Asks once who decides all that is about to be confirmed.
#[component]
fn WhoDecides(confirm: Callback<Option<PersonId>>) -> impl IntoView {
    let mut choices = open_session()
        .session
        .with_untracked(|session| session.named_people().map(|(id, name)| (id.to_string(), name.to_owned())).collect::<Vec<_>>());
    choices.push((WITHOUT_NAME.to_owned(), t::CONFIRM_WITHOUT_NAME.to_owned()));
    // What is no id of a person is nobody's.
    let act = Callback::new(move |key: String| confirm.run(PersonId::try_from(key).ok()));
    view! {
        <div class="field">
            <label for=WHO_DECIDES>{t::WHO_DECIDES}</label>
            <ChooseThen id=WHO_DECIDES.to_owned() nothing=t::CHOOSE_PERSON.to_owned() choices words=t::CONFIRM act />
        </div>
    }
}

/// The choice that names nobody: no id could be this.
const WITHOUT_NAME: &str = "?";
