// The program age, which others made: it opens what is encrypted here, and makes what is opened here. It asks for passphrases at a terminal
// alone, so it gets one, by the program script.
import { spawn, spawnSync } from "node:child_process";

const isThere = (program) => spawnSync(program, ["--version"]).status === 0;

/** Why the program can't be asked; false where it can. */
export const noAge = isThere("age") && isThere("script") ? false : "the programs age and script are not here";

/** Runs age, types what it asks for, and gives its exit code and what it said. */
export function age(words, ...answers) {
  return new Promise((done, failed) => {
    const command = ["age", ...words.map((word) => `'${word}'`)].join(" ");
    const program = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], { stdio: "pipe" });
    let said = "";
    let typed = 0;
    const hear = (words) => {
      said += words;
      const asked = said.match(/passphrase[^\n]*: /gi)?.length ?? 0;
      for (; typed < Math.min(asked, answers.length); typed += 1) program.stdin.write(`${answers[typed]}\r`);
    };
    program.stdout.on("data", hear);
    program.stderr.on("data", hear);
    program.on("error", failed);
    program.on("close", (code) => done({ code, said }));
  });
}
