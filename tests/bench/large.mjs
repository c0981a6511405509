// A large, made-up session to measure with, and the way to open it.
import { readFileSync } from "node:fs";

const model = JSON.parse(readFileSync(new URL("../../public/models/iot-smm.json", import.meta.url), "utf8"));
const inside = (group) => [...(group.groups ?? []).flatMap(inside), ...(group.practices ?? [])];
export const practices = model.groups.flatMap(inside);
const statements = practices.flatMap((practice) => practice.levels.flatMap(({ indicators = [] }) => indicators.map(({ id }) => id)));

/** A session with 300 answers, 300 pieces of evidence, 5 people and 4 parts. */
export function largeSession() {
  let count = 0;
  const fact = (more) => ({ ...more, at: "2026-11-01T10:00:00Z", stamp: `bench:${(count += 1)}` });
  const people = [1, 2, 3, 4, 5].map((n) => fact({ on: `p${n}`, value: { name: `Person ${n}`, role: "technology_owner" } }));
  const parts = ["device", "edge", "cloud", "app"].map((name) => fact({ on: name, value: { name } }));
  const answers = Array.from({ length: 300 }, (_, n) =>
    fact({
      on: statements[(n * 7) % statements.length],
      round: "r1",
      ...(n % 5 === 0 && { part: ["device", "edge", "cloud", "app"][n % 4] }),
      value: ["met", "partly", "not_met", "met"][n % 4],
      by: `p${(n % 5) + 1}`,
    }),
  );
  const evidence = Array.from({ length: 300 }, (_, n) => fact({ on: `e${n}`, value: { title: `Evidence ${n}`, kind: "document", dated: "2026-05-01" } }));
  const uses = evidence.map(({ on }, n) => fact({ on: { indicator: statements[n % statements.length], evidence: on }, value: true }));
  const targets = practices.map(({ id }) => fact({ on: id, value: { level: 3, scope: "industry", origin: "practice" } }));
  return {
    format: "plumbline-session",
    version: 1,
    id: "bench",
    created: "2026-11-01T09:00:00Z",
    model: { id: model.id, edition: model.edition },
    seen: { bench: 2000 },
    system: [fact({ on: "name", value: "Large" })],
    rounds: [fact({ on: "r1", value: { name: "" } })],
    people,
    parts,
    answers,
    targets,
    evidence,
    evidence_uses: uses,
  };
}

/** Opens a session from a file, and goes to its results. */
export async function openLarge(page, url, session) {
  await page.goto(url);
  const file = Buffer.from(JSON.stringify(session), "utf8");
  await page.locator("#meanwhile").waitFor({ state: "detached" });
  await page.getByLabel("Open a file…").setInputFiles({ name: "large.json", mimeType: "application/json", buffer: file });
  const add = page.getByRole("button", { name: "Add as a new assessment" });
  await add.waitFor().catch(async () => {
    throw new Error(`the made-up session is refused: ${await page.locator("#import-result").innerText()}`);
  });
  await add.click();
  await page.getByRole("heading", { level: 1, name: "Results" }).waitFor();
}

/** A session in which every statement is answered and every practice has a target; which levels follow is another for each number. */
export function fullSession(number) {
  let count = 0;
  const fact = (more) => ({ ...more, at: "2026-11-01T10:00:00Z", stamp: `bench:${(count += 1)}` });
  const answers = statements.map((on, n) => fact({ on, round: "r1", value: ["met", "met", "met", "met", "partly", "not_met"][(n * 7 + number * (1 + (n % 5))) % 6] }));
  const evidence = Array.from({ length: 50 }, (_, n) => fact({ on: `e${n}`, value: { title: `Evidence ${n}`, kind: "document", dated: "2026-05-01" } }));
  const uses = evidence.map(({ on }, n) => fact({ on: { indicator: statements[n % statements.length], evidence: on }, value: true }));
  const targets = practices.map(({ id }, n) => fact({ on: id, value: { level: 1 + ((n + number) % 4), scope: "industry", origin: "practice" } }));
  return {
    format: "plumbline-session",
    version: 1,
    id: `bench-${number}`,
    created: "2026-11-01T09:00:00Z",
    model: { id: model.id, edition: model.edition },
    seen: { bench: 2000 },
    system: [fact({ on: "name", value: `Site ${number}` })],
    rounds: [fact({ on: "r1", value: { name: "" } })],
    answers,
    targets,
    evidence,
    evidence_uses: uses,
  };
}
