//! Check: what stands out in the session, each finding with a way to its place.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{Names, Noticed, Rule, What, consistency};
use crate::model::Questionnaire;
use crate::session::Session;
use crate::ui::browser::clock;
use crate::ui::components::PageHead;
use crate::ui::pages::assess::check_decider::{DecidedBy, targets_of};
use crate::ui::pages::assess::check_place::{path, place, shows};
use crate::ui::pages::assess::nav::AssessNav;
use crate::ui::pages::practice::open_counts::{OpenCounts, open_now};
use crate::ui::pages::practice::whereabouts::{Shows, path_to};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::{OpenSession, open_session};
use crate::ui::text as t;

/// How many findings of a rule are in sight; more are folded away.
const IN_SIGHT: usize = 8;

/// Check.
#[component]
pub fn CheckPage() -> impl IntoView {
    let open_session = open_session();
    let findings = open_session.following(|assessment| consistency(assessment, clock::today()));
    let open = open_now(open_session);
    let is_blank = Memo::new(move |_| {
        open_session.progress.with(|progress| progress.assessed.done + progress.not_known == 0 && progress.targets.done == 0)
    });
    let shown = move || {
        let found = findings.get();
        if found.is_empty() {
            let (head, words) = if is_blank.get() {
                (t::NOTHING_TO_CHECK, t::NOTHING_TO_CHECK_WORDS)
            } else {
                (t::NOTHING_FOUND_IN_CHECK, t::NOTHING_FOUND_WORDS)
            };
            return view! {
                <section class="card empty">
                    <h2>{head}</h2>
                    <p>{words}</p>
                    {titles(&Rule::ALL)}
                </section>
            }
            .into_any();
        }
        let asked = open_session.asked.get();
        let of_rule = |rule: Rule| found.iter().filter(move |finding| finding.rule() == rule).collect::<Vec<_>>();
        let (with, without): (Vec<Rule>, Vec<Rule>) = Rule::ALL.into_iter().partition(|rule| !of_rule(*rule).is_empty());
        let groups: Vec<_> = open_session
            .session
            .with(|session| with.into_iter().map(|rule| group(open_session, &asked, session, rule, &of_rule(rule))).collect());
        let without = (!without.is_empty()).then(|| {
            view! {
                <details class="card help">
                    <summary>{t::LOOKED_FOR}</summary>
                    {titles(&without)}
                </details>
            }
        });
        view! {
            <h2>{t::findings(found.len())}</h2>
            {groups}
            {without}
        }
        .into_any()
    };
    view! {
        <PageHead title=t::title(SessionPage::Check).to_owned() above=t::CHECK_ABOVE.to_owned() />
        <AssessNav />
        <p class="lead">{t::CHECK_LEAD}</p>
        <div class="check">{shown}</div>
        {move || open.with(|open| !open.is_nothing()).then(|| view! {
            <section class="card">
                <h2>{t::WHAT_IS_OPEN}</h2>
                <p class="hint">{t::NOT_LOOKED_AT}</p>
                <OpenCounts open=open.into() />
            </section>
        })}
    }
}

fn titles(rules: &[Rule]) -> AnyView {
    let titles: Vec<_> = rules.iter().map(|rule| view! { <li>{t::rule_title(*rule)}</li> }).collect();
    view! { <ul>{titles}</ul> }.into_any()
}

/// What one rule found: why it matters, what to do, and where it is.
fn group(open_session: OpenSession, asked: &Questionnaire, session: &Session, rule: Rule, found: &[&Noticed]) -> AnyView {
    let row = |finding: &&Noticed| row(open_session, asked, session, finding);
    let link = t::rule_link(rule).map(|words| view! { <p><A href=open_session.link(SessionPage::SetUp)>{words}</A></p> });
    let (in_sight, more) = found.split_at_checked(IN_SIGHT).unwrap_or((found, &[]));
    let more = (!more.is_empty()).then(|| {
        let rows: Vec<_> = more.iter().map(row).collect();
        view! {
            <details>
                <summary>{t::show_more(more.len())}</summary>
                <ul class="findings">{rows}</ul>
            </details>
        }
    });
    let rows: Vec<_> = in_sight.iter().map(row).collect();
    view! {
        <section class="card">
            <h3>{t::rule_with_count(rule, found.iter().map(|finding| finding.count()).sum())}</h3>
            <p class="hint">{t::rule_why(rule)}</p>
            {link}
            {(rule == Rule::TargetByNobody).then(|| view! { <DecidedBy practices=targets_of(found) /> })}
            <ul class="findings">{rows}</ul>
            {more}
        </section>
    }
    .into_any()
}

fn row(open_session: OpenSession, asked: &Questionnaire, session: &Session, finding: &Noticed) -> AnyView {
    let words = t::finding(finding, Names::new(Some(asked), session, t::tag()));
    let words = (!words.is_empty()).then(|| view! { <p class="hint" dir="auto">{words}</p> });
    let also = match &finding.what {
        What::Pasted { also, .. } => {
            let place = |about| place(open_session, asked, session, about, path_to(about), Shows::Anything);
            let places: Vec<_> = also.iter().map(|about| view! { <li>{place(about)}</li> }).collect();
            Some(view! { <p class="hint">{t::ALSO_IN}</p> <ul>{places}</ul> })
        }
        _ => None,
    };
    view! { <li>{place(open_session, asked, session, &finding.about, path(finding), shows(finding))} {words} {also}</li> }
        .into_any()
}
