// Runs files of end-to-end tests: node run.mjs [--sentence PATTERN] [--beside N] [--result FILE] FILE…
// Several at a time, since each waits for the browser more than it works, and all in one browser. What measures time or looks at
// every pixel comes at last, alone. Says how each file went when it is done, and which took longest.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { OWN } from "./chromium.mjs";
import { COUNTS } from "./reporter.mjs";

/** What measures time or looks at pixels: nothing else may run meanwhile. */
const ALONE = ["kill", "files", "storage", "screens", "budget"];
/** What takes longest begins first, so that nothing is left to run alone at the end. */
const FIRST = ["translated", "seen", "hostile", "people", "assess", "pictures", "accessible-targets", "offline", "decisions", "accessible", "made-up-language", "zoom", "keeping", "interview", "hosting", "engines-storage", "engines-main-job", "profiles", "report", "targets", "envelope"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sentence: { type: "string" }, beside: { type: "string" }, result: { type: "string" } },
});
const nameOf = (file) => basename(file, ".test.mjs");
const place = (file) => (FIRST.indexOf(nameOf(file)) + FIRST.length + 1) % (FIRST.length + 1);
const isAlone = (file) => ALONE.includes(nameOf(file));
const beside = positionals.filter((file) => !isAlone(file)).sort((one, other) => place(one) - place(other));
const alone = positionals.filter(isAlone);
const atATime = Number(values.beside ?? availableParallelism() + 1);

const server = await chromium.launchServer(OWN);
const results = [];
try {
  await Promise.all(Array.from({ length: atATime }, () => all(beside)));
  await all(alone);
} finally {
  await server.close();
}

for (const { name, seconds } of results.toSorted((one, other) => other.seconds - one.seconds)) console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
if (values.result) await writeFile(values.result, JSON.stringify(results));
process.exitCode = results.every(({ failed }) => failed.length === 0) ? 0 : 1;

/** Runs files one after the other until none is left. */
async function all(files) {
  while (files.length > 0) results.push(await run(files.shift()));
}

/** Runs a file in a process of its own, and shows what it said when it is done: files beside it would talk in between. */
async function run(file) {
  const reporter = fileURLToPath(new URL("reporter.mjs", import.meta.url));
  const pattern = values.sentence ? [`--test-name-pattern=${values.sentence}`] : [];
  const began = Date.now();
  const child = spawn(process.execPath, [`--test-reporter=${reporter}`, ...pattern, file], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PLUMBLINE_BROWSER: server.wsEndpoint() },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  const [code, signal] = await new Promise((done) => child.on("close", (...how) => done(how)));
  const seconds = (Date.now() - began) / 1000;
  const [text, counted] = said.split(COUNTS);
  const counts = { passed: 0, failed: [], skipped: 0, ...(counted ? JSON.parse(counted.split("\n")[0]) : {}) };
  // A file that does not even begin, or does not come to an end, has failed, too.
  if (code !== 0 && counts.failed.length === 0) counts.failed.push(`ended with ${signal ?? code}, without a failed test`);
  const after = counted?.slice(counted.indexOf("\n") + 1) ?? "";
  console.log(`${nameOf(file)}: ${counts.failed.length === 0 ? "passed" : "FAILED"} in ${seconds.toFixed(1)} s\n${text}${after}`.trimEnd());
  return { name: basename(file), seconds, ...counts };
}
