// The interview, the hints and the profiles, read from their files; what follows from answers worked out here without the app; and
// the steps of a person who uses them.
import { readFileSync, readdirSync } from "node:fs";
import { practices, smm } from "./model.mjs";
import { arrived, step } from "./way.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));

export const interview = read("public/models/iot-smm.interview.json");
export const coherence = read("public/models/iot-smm.coherence.json");
export const profile = (id) => read(`profiles/${id}.json`);

/** The example sessions that there are, by the file's name. */
export const examples = () => readdirSync(new URL("../../public/examples/", import.meta.url)).filter((name) => name.endsWith(".json") && name !== "index.json").map((name) => ({ name, ...read(`public/examples/${name}`) }));

export const INTERVIEW = "Interview: from consequences to targets";
export const nameOf = (id) => practices().find((practice) => practice.id === id).name.en;
export const scopeName = (key) => smm.scopes.find(({ scope }) => scope === key).name.en;

const SCOPES = ["general", "industry", "system"];
const said = (words) => Object.fromEntries(words.trim().split(/\s+/).map((word) => word.split("=")));

/** Answers about some systems, and the proposals as levels with the first letter of the scope, in the model's order. */
export const SYSTEMS = {
  garden: {
    answers: said(`harm=none loss=trivial data=plain fleet=large life=short touch=staff
      updates=auto connection=isolated duties=none attackers=chance services=own`),
    marks: "2g 1g 1g 1g 2g 0g 2g 1g 2g 1g 1g 1g 2g 2g 1g 0g 1g 1g",
  },
  pump: {
    answers: said(`harm=deadly loss=costly data=critical fleet=large life=long touch=visitors
      updates=visit connection=local duties=supervised attackers=criminals services=dependent`),
    marks: "3i 4i 4s 3s 3i 3i 3i 3i 3s 3i 4i 4i 3i 4i 3i 2i 4s 4s",
  },
  bottling: {
    answers: said(`harm=minor loss=costly data=plain fleet=few life=decades touch=visitors
      updates=visit connection=remote duties=none attackers=chance services=helped`),
    marks: "2g 1g 2g 2g 2g 2g 2g 3g 3s 2g 1g 1g 2g 2g 3g 1g 3g 3s",
  },
};

/** The proposals of the interview, by the practice's id: level, scope and reasons. Nothing as long as nothing is answered. */
export function proposed(answers) {
  if (Object.keys(answers).length === 0) return {};
  const rank = (question, option) => interview.questions.find(({ id }) => id === question).options.findIndex(({ id }) => id === option);
  const holds = ({ question, at_least }) => question in answers && rank(question, answers[question]) >= rank(question, at_least);
  const fired = interview.rules.filter(({ when }) => when.every(holds));
  const one = ({ id }) => {
    const base = interview.base_for.find(({ practice }) => practice === id) ?? interview.base;
    const voices = [base, ...fired.filter((rule) => rule.practices.includes(id))];
    const level = Math.max(...voices.map((voice) => voice.level));
    const scope = SCOPES[Math.max(...voices.map((voice) => SCOPES.indexOf(voice.scope)))];
    const decides = (voice) => voice.level === level || (voice.scope === scope && scope !== "general");
    return [id, { level, scope, reasons: [...new Set(voices.filter(decides).map(({ reason }) => reason.en))] }];
  };
  return Object.fromEntries(practices().map(one));
}

/** Of several proposals for a practice the highest level and the most specific scope. */
export const together = (voices) => ({
  level: Math.max(...voices.map(({ level }) => level)),
  scope: SCOPES[Math.max(...voices.map(({ scope }) => SCOPES.indexOf(scope)))],
});

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
