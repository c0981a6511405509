// From consequences to targets: the interview as a new user takes it, what it proposes and why, and what becomes of it.
import assert from "node:assert/strict";
import { scene, soon } from "./browser.mjs";
import * as guidance from "./guidance.mjs";
import { interview, nameOf, onScreen, proposed, scopeName, SYSTEMS } from "./guidance.mjs";
import { practices } from "./model.mjs";
import * as way from "./way.mjs";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const { garden, pump, bottling } = SYSTEMS;
const THREATS = "Threat modeling";
const ATTITUDE = "Risk attitude";
const AS_PROPOSED = "Targets are as proposed: nothing is left to take over.";

const marks = (proposals) => practices().map(({ id }) => `${proposals[id].level}${proposals[id].scope[0]}`).join(" ");
const without = (object, ...keys) => Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

async function assertTargets(page, expected) {
  await soon(async () => assert.deepEqual(await way.targets(page), expected));
}

/** On the way to the interview, with a new assessment. */
async function openInterview(page, begun) {
  await way.begin(page, { name: "Pump", ...begun });
  await way.step(page, "Targets");
  await guidance.openInterview(page);
}

for (const viewport of [PHONE, DESKTOP]) {
  for (const [system, { answers, marks: expected }] of Object.entries({ garden, pump })) {
    scene(`a new user gets from the start page to all targets by the interview alone: ${system}, ${viewport.width} pixels wide`, { viewport }, async (page) => {
      await way.openStart(page);
      await page.getByRole("button", { name: "New assessment" }).click();
      await way.arrived(page, "Set up");
      await page.getByLabel("Name of the system").fill(system);
      await page.getByRole("link", { name: "Go to targets" }).click();
      await way.arrived(page, "Targets");
      await page.getByRole("link", { name: "Go to the interview" }).click();
      await way.arrived(page, guidance.INTERVIEW);
      await page.getByText("Nothing yet: answer a question first.").waitFor();

      const given = {};
      for (const { id } of interview.questions) {
        given[id] = answers[id];
        await guidance.answer(page, { [id]: answers[id] });
        await soon(async () => assert.deepEqual(await guidance.proposals(page), guidance.shown(proposed(given))));
      }
      assert.equal(marks(proposed(answers)), expected, "the rules have not changed");
      await guidance.takeOver(page, 18);
      // Proposed is not decided; how many are to be confirmed stands beside it where there is room.
      await page.getByRole("link", { name: viewport.width > 800 ? "Targets 0 of 18, 18 to confirm" : "Targets 0 of 18" }).waitFor();
      await page.getByText(AS_PROPOSED).waitFor();
      await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), AS_PROPOSED));
      await page.getByRole("link", { name: "See the targets" }).click();
      await way.arrived(page, "Targets");

      await assertTargets(page, onScreen(proposed(answers)));
      const levels = Object.values(await way.targets(page)).map(({ level }) => Number(level));
      if (system === "garden") {
        assert.ok(Math.max(...levels) <= 2 && levels.filter((level) => level <= 1).length >= 12, `a garden sensor comes out low: ${levels}`);
      } else {
        assert.ok(Math.min(...levels) >= 2 && levels.filter((level) => level >= 3).length >= 14, `an infusion pump comes out high: ${levels}`);
      }
      for (const [id, { level, scope, reasons }] of Object.entries(proposed(answers))) {
        const card = await guidance.words(way.targetCard(page, nameOf(id)));
        assert.ok(card.includes("Proposed, not yet confirmed:"), card);
        assert.ok(card.includes(`The interview proposes ${level} · ${scopeName(scope).toLowerCase()}: ${reasons.join(" ")}`), card);
      }
      await page.reload();
      await way.arrived(page, "Targets");
      await assertTargets(page, onScreen(proposed(answers)));
    });
  }
}

scene("every question stands there with why it is asked, and the invitation counts them right", async (page) => {
  await way.begin(page, { name: "Pump" });
  await way.step(page, "Targets");
  await page.getByText(/14 questions, about 7 minutes\. None is answered yet\./).waitFor();
  assert.equal(interview.questions.length, 14);
  await guidance.openInterview(page);
  for (const [index, { id, text, why, options }] of interview.questions.entries()) {
    const card = await guidance.words(guidance.question(page, id));
    assert.ok(card.startsWith(`Question ${index + 1} of 14 ${text.en} ${why.en}`), card);
    for (const option of options) assert.ok(card.includes(option.text.en), card);
  }
  // What we are to the system is the same fact here and in Set up.
  await page.getByRole("checkbox", { name: "We make it" }).check();
  await way.step(page, "Set up");
  await soon(async () => assert.ok(await page.getByRole("checkbox", { name: "We make it" }).isChecked()));
});

scene("before anything is answered nothing is said to be as proposed", async (page) => {
  await openInterview(page);
  await page.getByText("Nothing yet: answer a question first.").waitFor();
  await page.getByText("Answer a question first: then there is something to take over.").waitFor();
  assert.equal(await page.getByText(AS_PROPOSED).count(), 0);
});

scene("all answers are there after a reload", async (page) => {
  await openInterview(page);
  await guidance.answer(page, pump.answers);
  await page.reload();
  await way.arrived(page, guidance.INTERVIEW);
  for (const { id, options } of interview.questions) {
    const radio = guidance.question(page, id).getByRole("radio", { name: options.find((one) => one.id === pump.answers[id]).text.en, exact: true });
    await soon(async () => assert.ok(await radio.isChecked(), id));
  }
  assert.deepEqual(await guidance.proposals(page), guidance.shown(proposed(pump.answers)));
});

/** What is said about a changed answer. */
function changeWords(before, after) {
  const mark = (proposal) => (proposal ? `${proposal.level} · ${scopeName(proposal.scope).toLowerCase()}` : "–");
  const changed = practices().filter(({ id }) => mark(before[id]) !== mark(after[id]));
  const list = changed.map(({ id, name }) => `${name.en} ${mark(before[id])} → ${mark(after[id])}`);
  return list.length > 0 ? `This changes ${list.length}: ${list.join("; ")}.` : "Noted. The proposals stay as they are.";
}

scene("changing an answer says which proposals change, and to what", async (page) => {
  await openInterview(page);
  const heard = (id) => guidance.words(guidance.question(page, id).getByRole("status"));
  const assertHeard = (id, words) => soon(async () => assert.equal(await heard(id), words));
  await guidance.answer(page, { harm: "none" });
  await assertHeard("harm", "These are the first proposals of the interview: see them below the questions.");
  await guidance.answer(page, without(garden.answers, "harm"));

  let now = { ...garden.answers };
  const changes = [{ connection: "internet" }, { harm: "deadly" }, { life: "medium" }, { harm: "none" }, { connection: "isolated" }];
  for (const change of changes) {
    const after = { ...now, ...change };
    await guidance.answer(page, change);
    await assertHeard(Object.keys(change)[0], changeWords(proposed(now), proposed(after)));
    now = after;
  }
  assert.equal(changeWords(proposed(garden.answers), proposed({ ...garden.answers, life: "medium" })), "Noted. The proposals stay as they are.");

  await guidance.answer(page, { duties: "supervised" });
  const card = guidance.question(page, "duties");
  await card.getByRole("button", { name: "Clear the answer" }).click();
  const cleared = without(now, "duties");
  await assertHeard("duties", changeWords(proposed({ ...now, duties: "supervised" }), proposed(cleared)));
  assert.equal(await card.getByRole("radio", { checked: true }).count(), 0);
  assert.deepEqual(await guidance.proposals(page), guidance.shown(proposed(cleared)));
});

scene("taking over again changes only what nobody set by hand, and can be undone", async (page) => {
  await openInterview(page);
  await guidance.answer(page, garden.answers);
  await guidance.takeOver(page, 18);
  await way.step(page, "Targets");
  await way.setTarget(page, THREATS, { level: 2, scope: "System", reason: "The pumps beside it are shared." });
  await page.getByRole("button", { name: `Confirm the target of ${ATTITUDE}` }).click();
  await way.targetCard(page, ATTITUDE).getByText("Confirmed, as proposed:").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.querySelector("h4")?.textContent), ATTITUDE, "the focus is at the row of the practice, not lost with the button");
  const byHand = ["governance.risk.threat-modeling", "governance.risk.risk-attitude"];
  const before = { ...proposed(garden.answers), "governance.risk.threat-modeling": { level: 2, scope: "system" } };
  await assertTargets(page, onScreen(before));

  await guidance.openInterview(page);
  await page.getByText("1 target that you confirmed or set stays, though your answers propose something else for it.").waitFor();
  assert.equal(await page.getByText(AS_PROPOSED).count(), 0);
  await guidance.answer(page, pump.answers);
  const wanted = proposed(pump.answers);
  const changed = practices().filter(({ id }) => !byHand.includes(id) && (before[id].level !== wanted[id].level || before[id].scope !== wanted[id].scope));
  assert.ok(changed.length > 10, `${changed.length}`);
  await guidance.takeOver(page, changed.length);
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await way.step(page, "Targets");
  await assertTargets(page, onScreen(before));

  await guidance.openInterview(page);
  await guidance.takeOver(page, changed.length);
  await way.step(page, "Targets");
  const after = { ...wanted, ...Object.fromEntries(byHand.map((id) => [id, before[id]])) };
  await assertTargets(page, onScreen(after));
  assert.equal(await way.targetReason(page, THREATS).inputValue(), "The pumps beside it are shared.");
  const { level, scope, reasons } = wanted["governance.risk.threat-modeling"];
  const card = await guidance.words(way.targetCard(page, THREATS));
  assert.ok(card.includes(`Your own target; it differs from what is proposed: The interview proposes ${level} · ${scope}: ${reasons.join(" ")}`), card);
  await page.reload();
  await way.arrived(page, "Targets");
  await assertTargets(page, onScreen(after));
});

scene("what was set for a whole domain stays when the proposals are taken over, and of one that was cleared the proposal comes", async (page) => {
  await way.begin(page, { name: "Pump" });
  await way.step(page, "Targets");
  await way.setUnset(page, "Governance", 1);
  await page.getByText("Governance: 6 targets set to 1.").waitFor();
  await page.getByRole("button", { name: `Clear the target of ${THREATS}` }).click();
  await guidance.useInterview(page, pump.answers, 13);
  const kept = practices().filter(({ id }) => id.startsWith("governance.") && id !== "governance.risk.threat-modeling");
  await assertTargets(page, onScreen({ ...proposed(pump.answers), ...Object.fromEntries(kept.map(({ id }) => [id, { level: 1, scope: "general" }])) }));
});

scene("taking the proposals over can be undone at once", async (page) => {
  await openInterview(page);
  await guidance.answer(page, garden.answers);
  await guidance.takeOver(page, 18);
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: /^Targets 0 of 18/ }).waitFor();
  await page.getByRole("button", { name: "Use the proposals: 18 targets change" }).waitFor();
  assert.deepEqual(await guidance.proposals(page), guidance.shown(proposed(garden.answers)), "the answers stay");
});

scene("all rules are shown in full to whoever asks", async (page) => {
  await openInterview(page);
  await page.getByText(`All ${interview.rules.length} rules, in full`).click();
  const rows = page.locator("ul.rules > li");
  await rows.first().waitFor();
  const shown = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  const inWords = ({ question, at_least }) => {
    const { text, options } = interview.questions.find(({ id }) => id === question);
    return `“${text.en}” is answered with “${options.find(({ id }) => id === at_least).text.en}” or worse`;
  };
  const asks = ({ level, scope, at_most }) => (at_most === undefined ? `${level} ${scopeName(scope)}` : `At most ${at_most}`);
  const row = (when, rule, practices) => `${when}: ${asks(rule)} ${practices.map(nameOf).join(", ")} ${rule.reason.en}`;
  // What is proposed before any rule holds comes first, each reason with all its practices.
  const own = (id) => (interview.base_for ?? []).find(({ practice }) => practice === id) ?? interview.base;
  const bases = [...new Set(practices().map(({ id }) => own(id)))];
  const expected = [
    ...bases.map((base) => row("When no rule says more", base, practices().map(({ id }) => id).filter((id) => own(id) === base))),
    `Level ${interview.two_drivers.level} needs two rules that share no question. ${interview.two_drivers.reason.en}`,
    ...interview.rules.map((rule) => row(`When ${rule.when.map(inWords).join(", and ")}`, rule, rule.practices)),
  ];
  assert.deepEqual(shown, expected);
});

scene("all proposals are confirmed at once, and that can be undone", async (page) => {
  await openInterview(page);
  await guidance.answer(page, pump.answers);
  await guidance.takeOver(page, 18);
  await way.step(page, "Targets");
  await way.setTarget(page, THREATS, { level: 1 });
  await page.getByRole("link", { name: "Targets 1 of 18, 17 to confirm" }).waitFor();
  await page.getByText("18 targets: 17 proposed, 1 confirmed or set by you.").waitFor();
  await page.getByRole("button", { name: "Confirm all 17 proposals" }).click();
  await page.getByText("18 targets: 18 confirmed or set by you.").waitFor();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "targets-state"));
  await page.getByText("17 targets are confirmed.").waitFor();
  await page.getByRole("link", { name: "Targets 18 of 18", exact: true }).waitFor();
  const before = proposed(pump.answers);
  // The scope stays as it was proposed.
  const expected = onScreen({ ...before, "governance.risk.threat-modeling": { ...before["governance.risk.threat-modeling"], level: 1 } });
  await assertTargets(page, expected);
  assert.equal(await page.getByText("Proposed, not yet confirmed:").count(), 0);
  await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Confirm all 17 proposals" }).first().waitFor();
  await assertTargets(page, expected);
});

for (const [id, { answers }] of [["consumer-cameras", bottling], ["retail-pos", pump]]) {
  const profile = guidance.profile(id);
  scene(`own answers set the level beside the profile ${profile.name.en}, but for what is demanded, and both say why`, async (page) => {
    const of = (practice) => profile.targets.find((target) => target.practice === practice);
    await openInterview(page, { profile: profile.name.en });
    await guidance.answer(page, answers);
    const fromInterview = proposed(answers);
    const demanded = (practice) => Math.max(0, ...profile.minimums.filter((one) => one.practice === practice).map(({ level }) => level));
    const isDemanded = (practice) => demanded(practice) > fromInterview[practice].level;
    const both = (practice) => guidance.withDemand(fromInterview[practice], of(practice), demanded(practice));
    const expected = Object.fromEntries(practices().map(({ id }) => [id, both(id)]));
    // The targets of the profile are taken already; what changes is what their own answers say otherwise.
    const changed = practices().filter((practice) => expected[practice.id].level !== of(practice.id).level || expected[practice.id].scope !== of(practice.id).scope);
    // What is taken is shown, and why it is not what the interview alone proposes.
    const mark = ({ level, scope }) => `${level} · ${scope}`;
    const said = await guidance.proposals(page);
    assert.equal(await page.getByText(/Once all are answered, they alone set the level/).count(), 1, "the rule is said once");
    for (const { id, name } of practices()) {
      const { level, scope, taken = "" } = said[name.en];
      assert.equal(mark({ level, scope: scope.toLowerCase() }), mark(expected[id]), name.en);
      const alone = fromInterview[id];
      const outside = isDemanded(id) ? ` The outside minimum is ${demanded(id)}: so a law, a standard or a customer asks, if it binds you.` : "";
      const instead = `The interview alone proposes ${mark(alone)}. ${profile.name.en} asks for ${mark(of(id))}.${outside}`;
      assert.equal(taken, mark(alone) === mark(expected[id]) ? "" : instead, name.en);
    }
    await page.getByText("Which targets change").click();
    const changes = page.getByRole("group").filter({ hasText: "Which targets change" }).getByRole("listitem");
    assert.deepEqual(await changes.allInnerTexts(), changed.map((practice) => `${practice.name.en} ${mark(of(practice.id))} → ${mark(expected[practice.id])}`));
    await guidance.takeOver(page, changed.length);
    await way.step(page, "Targets");
    await assertTargets(page, onScreen(expected));
    for (const { id: practice, name } of practices()) {
      const card = await guidance.words(way.targetCard(page, name.en));
      const { level, scope, reasons } = fromInterview[practice];
      assert.ok(card.includes(`${profile.name.en} proposes ${of(practice).level} · ${of(practice).scope}: ${of(practice).reason.en}`), card);
      assert.ok(card.includes(`The interview proposes ${level} · ${scope}: ${reasons.join(" ")}`), card);
      const by = isDemanded(practice) ? "as the outside minimum asks" : "as your own answers say";
      const specific = scope === expected[practice].scope ? "" : "; of the scopes that are asked for at this level, the most specific";
      assert.ok(card.includes(`Together ${mark(expected[practice])}: ${by}${specific}.`), card);
    }
    await way.step(page, "Set up");
    await page.getByRole("checkbox", { name: profile.name.en }).uncheck();
    await way.step(page, "Targets");
    await assertTargets(page, onScreen(fromInterview));
  });
}

for (const viewport of [PHONE, DESKTOP]) {
  scene(`an interview that is not used yet waits on Targets and is used there, also where a profile's level was confirmed, ${viewport.width} pixels wide`, { viewport }, async (page) => {
    const profile = guidance.profile("retail-pos");
    const answers = garden.answers;
    const of = (practice) => profile.targets.find((target) => target.practice === practice);
    const fromInterview = proposed(answers);
    const demanded = (practice) => Math.max(0, ...profile.minimums.filter((one) => one.practice === practice).map(({ level }) => level));
    const both = (id) => guidance.withDemand(fromInterview[id], of(id), demanded(id));
    const wanted = Object.fromEntries(practices().map(({ id }) => [id, both(id)]));
    const differ = practices().filter(({ id }) => wanted[id].level !== of(id).level || wanted[id].scope !== of(id).scope);
    const free = differ.filter(({ id }) => demanded(id) === 0);
    assert.ok(free.length > 2 && differ.length < 19, `${free.length} of ${differ.length}`);
    await openInterview(page, { profile: profile.name.en });
    await guidance.answer(page, answers);
    await page.getByRole("link", { name: "See the targets" }).click();
    await way.arrived(page, "Targets");
    await page.getByText(`Your interview proposes another level or scope for ${differ.length} targets. That is not used yet.`).waitFor();
    await page.getByText(`For ${differ.length} of the proposed ones your answers propose something else.`).waitFor();
    const uses = page.getByRole("button", { name: `Use the proposals: ${differ.length} targets change`, exact: true });
    assert.match(await uses.last().getAttribute("class"), /primary/, "the first thing to do");
    assert.doesNotMatch(await page.getByRole("button", { name: "Confirm all 18 proposals" }).getAttribute("class"), /primary/);
    await page.getByText("Which targets", { exact: true }).click();
    const [one] = free;
    const mark = ({ level, scope }) => `${level} · ${scope}`;
    const row = page.locator(".interview-waits li").filter({ hasText: one.name.en });
    assert.match(await guidance.words(row), new RegExp(`Proposed and not confirmed: ${mark(of(one.id))}; your answers propose ${mark(wanted[one.id])}\\.`));

    // Confirmed all the same: nothing false is said, and the interview can still be used, one by one or all.
    await page.getByRole("button", { name: "Confirm all 18 proposals" }).click();
    await page.getByText(`${differ.length} targets that you confirmed or set stay, though your answers propose something else for them.`).waitFor();
    await guidance.openInterview(page);
    const said = page.locator("li.proposal").filter({ has: page.getByText(one.name.en, { exact: true }) });
    await said.getByText(`You confirmed ${mark(of(one.id))}, as the profile “${profile.name.en}” proposed; your answers propose ${mark(wanted[one.id])}.`).waitFor();
    assert.equal(await page.getByText(AS_PROPOSED).count(), 0);
    await said.getByRole("button", { name: `Use it for ${one.name.en}`, exact: true }).click();
    await page.getByText("1 target is as your answers propose now, to be confirmed.").waitFor();
    await page.getByRole("button", { name: `Use it for ${differ.length - 1} confirmed targets, too`, exact: true }).click();
    await page.getByText(AS_PROPOSED).waitFor();
    await page.locator(".notices").getByRole("button", { name: "Undo" }).click();
    await page.getByText(`${differ.length - 1} targets that you confirmed or set stay, though your answers propose something else for them.`).waitFor();
    await page.getByRole("button", { name: `Use it for ${differ.length - 1} confirmed targets, too`, exact: true }).click();
    await way.step(page, "Targets");
    await assertTargets(page, onScreen(wanted));
    await page.getByRole("button", { name: `Confirm all ${differ.length} proposals` }).click();
    await page.getByText("18 targets: 18 confirmed or set by you.").waitFor();
    assert.equal(await page.locator(".interview-waits").count(), 0);
  });
}

scene("a reason that somebody types confirms no proposal", async (page) => {
  await way.begin(page, { name: "Pump", profile: guidance.profile("retail-pos").name.en });
  await way.step(page, "Targets");
  await way.targetCard(page, THREATS);
  await way.targetReason(page, THREATS).fill("Our customers ask for it.");
  await page.getByText("18 targets: 18 proposed, 0 confirmed or set by you.").waitFor();
  await page.getByRole("button", { name: `Confirm the target of ${THREATS}` }).waitFor();
  await page.getByRole("button", { name: "Confirm all 18 proposals" }).waitFor();
});
