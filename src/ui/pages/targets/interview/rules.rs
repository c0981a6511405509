//! All rules of the interview, in full, for whoever asks.

use leptos::prelude::*;

use crate::model::{Asks, Base, Condition, Interview, Model, Rule};
use crate::ui::components::LevelMark;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// All rules of the interview, folded.
#[component]
pub fn AllRules() -> impl IntoView {
    let asked = open_session().asked.get_untracked();
    asked.interview().map(|interview| {
        let rules: Vec<_> = interview.rules.iter().map(|rule| rule_row(asked.model(), interview, rule)).collect();
        let bases = bases(asked.model(), interview);
        let two = interview.two_drivers.as_ref().map(|it| {
            view! {
                <li>
                    <p>{t::two_drivers(it.level)}</p>
                    <p class="hint">{it.reason.get(t::tag()).to_owned()}</p>
                </li>
            }
        });
        view! {
            <details class="card help">
                <summary>{t::all_rules(rules.len())}</summary>
                <p class="hint">{t::ALL_RULES_HINT}</p>
                <ul class="rules">{bases} {two} {rules}</ul>
            </details>
        }
    })
}

/// What is proposed before any rule holds: one row per base, with the practices that begin with it.
fn bases(model: &Model, interview: &Interview) -> Vec<AnyView> {
    let mut different: Vec<(&Base, Vec<String>)> = Vec::new();
    for base in &interview.base {
        let name = model.practice(&base.practice).map(|practice| practice.name.get(t::tag()).to_owned()).unwrap_or_default();
        let same = |other: &&mut (&Base, Vec<String>)| {
            (other.0.level, other.0.scope, &other.0.reason) == (base.level, base.scope, &base.reason)
        };
        match different.iter_mut().find(same) {
            Some((_, names)) => names.push(name),
            None => different.push((base, vec![name])),
        }
    }
    let row = |(base, names): (&Base, Vec<String>)| {
        let scope = model.scope(base.scope).map(|words| words.name.get(t::tag()).to_owned());
        view! {
            <li>
                <p>{t::BEFORE_ANY_RULE}</p>
                <p><LevelMark level=base.level /> " " <span class="tag quiet">{scope}</span> " " {names.join(", ")}</p>
                <p class="hint">{base.reason.get(t::tag()).to_owned()}</p>
            </li>
        }
        .into_any()
    };
    different.into_iter().map(row).collect()
}

fn rule_row(model: &Model, interview: &Interview, rule: &Rule) -> AnyView {
    let practices: Vec<String> = rule
        .practices
        .iter()
        .filter_map(|id| model.practice(id).map(|practice| practice.name.get(t::tag()).to_owned()))
        .collect();
    let (at_most, level, scope) = match rule.asks {
        Asks::AtLeast(level, scope) => (None, level, model.scope(scope).map(|words| words.name.get(t::tag()).to_owned())),
        Asks::AtMost(level) => (Some(t::AT_MOST.get()), level, None),
    };
    let scope = scope.map(|scope| view! { <span class="tag quiet">{scope}</span> " " });
    let when: Vec<String> = rule.when.iter().map(|condition| in_words(interview, condition)).collect();
    view! {
        <li>
            <p>{t::rule_when(&when)}</p>
            <p>{at_most} " " <LevelMark level /> " " {scope} {practices.join(", ")}</p>
            <p class="hint">{rule.reason.get(t::tag()).to_owned()}</p>
        </li>
    }
    .into_any()
}

fn in_words(interview: &Interview, condition: &Condition) -> String {
    let question = interview.question(&condition.question);
    let option = question.and_then(|question| question.options.iter().find(|option| option.id == condition.at_least));
    let text = |text: Option<&crate::model::Text>| text.map(|text| text.get(t::tag()).to_owned()).unwrap_or_default();
    t::condition(&text(question.map(|it| &it.text)), &text(option.map(|it| &it.text)))
}
