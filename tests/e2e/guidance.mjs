// The interview, the hints and the profiles, read from their files; what follows from answers worked out here without the app; and
// the steps of a person who uses them.
import { readFileSync, readdirSync } from "node:fs";
import { practices, smm } from "./model.mjs";
import { arrived, step } from "./way.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

export const interview = read("public/models/iot-smm.interview.json");
export const coherence = read("public/models/iot-smm.coherence.json");
export const profiles = read("profiles/index.json").files;
export const profile = (id) => read(`profiles/${id}.json`);

/** The example sessions that there are, by the file's name. */
export const examples = () => readdirSync(new URL("../../public/examples/", import.meta.url)).filter((name) => name.endsWith(".json") && name !== "index.json").map((name) => ({ name, ...read(`public/examples/${name}`) })).filter(({ model }) => model.id === smm.id);

export const INTERVIEW = "Interview: from consequences to targets";
export const nameOf = (id) => practices().find((practice) => practice.id === id).name.en;
export const scopeName = (key) => smm.scopes.find(({ scope }) => scope === key).name.en;

const SCOPES = ["general", "industry", "system"];
const said = (words) => Object.fromEntries(words.trim().split(/\s+/).map((word) => word.split("=")));

/** Answers about some systems, and the proposals as levels with the first letter of the scope, in the model's order. */
export const SYSTEMS = {
  garden: {
    answers: said(`harm=none safety=independent loss=trivial data=plain fleet=large life=short touch=staff
      radio=none updates=auto connection=isolated duties=none attackers=chance services=own people=handful`),
    marks: "2g 0g 0g 0g 2g 0g 2g 0g 2g 0g 0g 0g 2g 2g 0g 0g 0g 0g",
  },
  pump: {
    answers: said(`harm=deadly safety=same loss=costly data=critical fleet=large life=long touch=visitors
      radio=near updates=visit connection=local duties=supervised attackers=criminals services=dependent people=many`),
    marks: "3i 4i 4i 3s 3i 3i 3s 3s 3s 3i 3i 4s 3i 4i 3i 2i 3s 3s",
  },
  bottling: {
    answers: said(`harm=minor safety=separate loss=costly data=plain fleet=few life=decades touch=visitors
      radio=none updates=visit connection=remote duties=none attackers=chance services=helped people=few`),
    marks: "2g 0g 2g 2g 2g 2g 2g 3g 3s 2g 0g 1g 2g 2g 3g 1g 3g 3s",
  },
};

/** Whether two of these rules share no question. */
const areTwoDrivers = (rules) => {
  const asks = ({ when }) => when.map(({ question }) => question);
  const share = (one, other) => asks(one).some((question) => asks(other).includes(question));
  return rules.some((one) => rules.some((other) => !share(one, other)));
};

/** The proposals of the interview, by the practice's id: level, scope, reasons, and what keeps it from being more. Nothing as long as
 * nothing is answered. */
export function proposed(answers) {
  if (Object.keys(answers).length === 0) return {};
  const rank = (question, option) => interview.questions.find(({ id }) => id === question).options.findIndex(({ id }) => id === option);
  const holds = ({ question, at_least }) => question in answers && rank(question, answers[question]) >= rank(question, at_least);
  const fired = interview.rules.filter(({ when }) => when.every(holds));
  const held = heldBack(fired);
  const one = ({ id }) => {
    const base = (interview.base_for ?? []).find(({ practice }) => practice === id) ?? interview.base;
    const voices = [base, ...fired.filter((rule) => "level" in rule && rule.practices.includes(id))];
    const wanted = Math.max(...voices.map((voice) => voice.level));
    const { level: top, reason: alone } = interview.two_drivers;
    const single = wanted >= top && !areTwoDrivers(voices.filter((voice) => voice.when && voice.level >= top)) ? top - 1 : Infinity;
    const most = Math.min(single, held[id].level);
    const level = Math.min(wanted, most);
    const wins = voices.filter((voice) => Math.min(voice.level, most) === level);
    const scope = SCOPES[Math.max(...wins.map((voice) => SCOPES.indexOf(voice.scope)))];
    const why = wanted > most ? [...(most === held[id].level ? held[id].why : []), ...(most === single ? [alone.en] : [])] : [];
    return [id, { level, scope, reasons: [...new Set(wins.map(({ reason }) => reason.en))], held: [...new Set(why)] }];
  };
  const all = Object.fromEntries(practices().map(one));
  untilNothingChanges(({ practice, from_level, needs, at_least, reason }) => {
    if (all[practice].level < from_level || all[needs].level >= at_least) return false;
    all[needs] = { level: at_least, scope: "general", reasons: [reason.en], held: [] };
    return true;
  });
  // What is said on the screen: why it is so much, and then why it is not more.
  const said = ({ level, scope, reasons, held }) => ({ level, scope, reasons: [...reasons, ...held.map((why) => `Not more than ${level}: ${why}`)] });
  return Object.fromEntries(Object.entries(all).map(([id, it]) => [id, said(it)]));
}

const untilNothingChanges = (change) => {
  while (coherence.dependencies.map(change).includes(true));
};

/** What holds each practice back: its own rules, and what it would need of others that are held back. */
function heldBack(fired) {
  const own = ({ id }) => {
    const rules = fired.filter((rule) => "at_most" in rule && rule.practices.includes(id));
    const level = Math.min(Infinity, ...rules.map((rule) => rule.at_most));
    return [id, { level, why: rules.filter((rule) => rule.at_most === level).map(({ reason }) => reason.en) }];
  };
  const held = Object.fromEntries(practices().map(own));
  untilNothingChanges(({ practice, from_level, needs, at_least, reason }) => {
    if (held[needs].level >= at_least || held[practice].level < from_level) return false;
    held[practice] = { level: from_level - 1, why: [reason.en, ...held[needs].why] };
    return true;
  });
  return held;
}

/** What people's own answers propose, or what something outside demands with the scope of the profile that names it, if that is more. */
export function withDemand(own, ofProfile, demanded) {
  const rank = ({ level, scope }) => level * SCOPES.length + SCOPES.indexOf(scope);
  const outside = { level: demanded, scope: ofProfile.scope };
  const { level, scope } = demanded > 0 && rank(outside) > rank(own) ? outside : own;
  return { level, scope };
}

/** Targets as `way.targets` finds them on the screen, from levels and scopes by the practice's id. */
export const onScreen = (targets) =>
  Object.fromEntries(practices().map(({ id, name }) => [name.en, targets[id] ? { level: String(targets[id].level), scope: targets[id].scope } : {}]));

/** Goes from the targets to the interview. */
export async function openInterview(page) {
  await page.getByRole("link", { name: "Go to the interview" }).click();
  await arrived(page, INTERVIEW);
}

/** The card of a question. */
export const question = (page, id) => {
  const { text } = interview.questions.find((one) => one.id === id);
  return page.getByRole("listitem").filter({ has: page.getByRole("group").filter({ hasText: text.en }) });
};

/** Answers some questions. */
export async function answer(page, answers) {
  for (const [id, option] of Object.entries(answers)) {
    const { text } = interview.questions.find((one) => one.id === id).options.find((one) => one.id === option);
    await question(page, id).getByRole("radio", { name: text.en, exact: true }).check();
  }
}

const squeeze = (text) => text.replace(/\s+/g, " ").trim();

/** The proposals on the screen, by the practice's name. */
export async function proposals(page) {
  const section = page.locator("section").filter({ has: page.getByRole("heading", { name: "What follows for the targets so far" }) });
  const found = await section.locator("li.proposal").evaluateAll((items) =>
    items.map((item) => [
      item.querySelector("strong").textContent,
      { level: Number(item.querySelector(".level").textContent), scope: item.querySelector(".tag").textContent, reasons: [...item.querySelectorAll("ul li")].map((one) => one.textContent), taken: item.querySelector(".taken")?.textContent ?? "" },
    ]),
  );
  // What is taken instead is said only where it is something else.
  const instead = (taken) => (taken ? { taken: squeeze(taken) } : {});
  return Object.fromEntries(
    found.map(([name, { level, scope, reasons, taken }]) => [squeeze(name), { level, scope, reasons: reasons.map(squeeze), ...instead(taken) }]),
  );
}

/** Proposals as `proposals` finds them on the screen. */
export const shown = (proposed) =>
  Object.fromEntries(Object.entries(proposed).map(([id, { level, scope, reasons }]) => [nameOf(id), { level, scope: scopeName(scope), reasons }]));

/** Takes the proposals over, which changes so many targets. */
export async function takeOver(page, count) {
  await page.getByRole("button", { name: count === 1 ? "Use the proposals: 1 target changes" : `Use the proposals: ${count} targets change`, exact: true }).click();
  await page.getByText(`${count === 1 ? "1 target is" : `${count} targets are`} as proposed now. What you set by hand stayed.`).waitFor();
}

/** Answers the whole interview, takes the proposals over and goes back to the targets. */
export async function useInterview(page, answers, count = 18) {
  await openInterview(page);
  await answer(page, answers);
  await takeOver(page, count);
  await step(page, "Targets");
}

/** Opens what is folded on a card and gives back the card. */
export async function opened(card, ...summaries) {
  for (const summary of summaries) await card.locator("summary").filter({ hasText: summary }).first().click();
  return card;
}

/** The words of something on the screen, on one line. */
export const words = async (locator) => squeeze(await locator.innerText());
