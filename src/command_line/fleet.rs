//! Many assessments side by side.

use serde_json::{Value, json};

use super::opening::{Desk, Opened};
use super::told::{for_programs, level, lines, member_standing};
use crate::analysis::{Assessment, Fleet, LevelsAmong, Member, PracticeAmong, comparable, fleet, fleet_member, results};
use crate::model::PracticeId;
use crate::ui::text as t;

/// Puts all files side by side. What can't be compared is told, the others stay.
pub fn side_by_side(desk: &mut Desk<'_>) -> Vec<u8> {
    let (mut members, mut kept): (Vec<Member>, Vec<Opened>) = (Vec::new(), Vec::new());
    for opened in desk.open_all() {
        let assessment = opened.assessment(desk.today());
        match member(desk, &opened, &assessment, &members, kept.first()) {
            Ok(member) => {
                desk.look_at(&opened, &assessment, &results(&assessment));
                members.push(member);
                kept.push(opened);
            }
            Err(why) => desk.refuse(&why),
        }
    }
    let among = fleet(&members);
    let called = |id: &PracticeId| {
        let name = kept.first().and_then(|opened| opened.asked.practice(id)).map(|it| it.name.get(t::tag()).to_owned());
        name.unwrap_or_else(|| id.to_string())
    };
    if desk.asked.json {
        let rows: Vec<Value> = members.iter().zip(&kept).map(|(member, opened)| of_member(member, opened)).collect();
        let practices: Vec<Value> = among.practices.iter().map(|it| of_practice(it, &called(&it.practice))).collect();
        return for_programs(&json!({ "as_of": desk.today().to_string(), "members": rows, "practices": practices }));
    }
    let mut words: Vec<String> = members.iter().map(|member| t::line_of(&member.label, &t::member_in_short(member))).collect();
    words.extend(weakest(&among, &called));
    lines(&words)
}

/// What is compared of one of them, with a label that no other has.
fn member(
    desk: &Desk<'_>,
    opened: &Opened,
    assessment: &Assessment<'_>,
    others: &[Member],
    first: Option<&Opened>,
) -> Result<Member, String> {
    if first.is_some_and(|first| !first.session.model.asks_the_same(&opened.session.model)) {
        return Err(t::about_file(&opened.file, &t::model_differs(opened.session.model.id.as_str())));
    }
    comparable(&opened.plain, &opened.asked).map_err(|why| t::about_file(&opened.file, &t::not_comparable(&why)))?;
    let name = opened.name();
    let is_taken = |label: &String| others.iter().any(|other| other.label == *label);
    let apart = t::label_apart(&name, &opened.file);
    let numbered = (2_usize..).map(|at| t::label_apart(&apart, &at.to_string()));
    let label = [name, apart.clone()].into_iter().chain(numbered).find(|label| !is_taken(label));
    let label = label.unwrap_or_else(|| apart.clone());
    Ok(fleet_member(label, assessment, desk.today(), t::tag()))
}

/// The practices in which most fall short.
fn weakest(among: &Fleet, called: &dyn Fn(&PracticeId) -> String) -> Vec<String> {
    let line = |it: &&PracticeAmong| t::short_line(&called(&it.practice), &t::short_among(it, among), &t::levels_among(it));
    among.weakest().iter().map(line).collect()
}

fn of_member(member: &Member, opened: &Opened) -> Value {
    let practice = |it: &crate::analysis::MemberPractice| {
        json!({
            "practice": it.practice.as_str(),
            "stands": member_standing(it.stands),
            "target": level(it.target),
            "minimum": level(it.minimum),
            "falls_short": it.falls_short,
        })
    };
    json!({
        "file": opened.file,
        "name": member.label,
        "session": member.session.as_str(),
        "changed": member.changed.to_string(),
        "below_need": member.short(),
        "known_to_the_end": member.assessed(),
        "duties": member.duties.len(),
        "missed_duties": member.missed(),
        "missing_profiles": opened.preview.missing_profiles,
        "practices": member.practices.iter().map(practice).collect::<Vec<_>>(),
    })
}

fn of_practice(among: &PracticeAmong, name: &str) -> Value {
    let each =
        |levels: &LevelsAmong| levels.each().map(|(level, count)| json!({ "level": level.number(), "count": count })).collect();
    let levels: Vec<Value> = among.levels.as_ref().map(each).unwrap_or_default();
    json!({
        "practice": among.practice.as_str(),
        "name": name,
        "levels": levels,
        "below_need": among.short,
        "not_assessed": among.not_assessed,
        "open": among.open,
        "fractions": among.fractions,
        "not_known": among.not_known,
        "asked_anew": among.asked_anew,
        "not_applicable": among.not_applicable,
    })
}
