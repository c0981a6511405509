// A person in front of the app: the few words in which what runs in every engine is told.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root, soon as inTime, still } from "../browser.mjs";
import { find } from "./find.mjs";

/** Without graphics hardware WebKit takes its time, and others run beside it. */
export const soon = (check) => inTime(check, 30_000);

/** A name or a pattern, as it goes to the page. */
const plain = (name) => (name instanceof RegExp ? { source: name.source, flags: name.flags } : name);
const plainly = ({ role, name, within, what }) => ({ role, name: plain(name), within: within && plainly(within), what });

/** The words of the page, on one line. */
const wordsOfPage = () => document.body.innerText.replace(/\s+/g, " ").trim();

export class Person {
  #tab;
  #session;
  #folder;
  #complain;

  /** `folder` is where files come from and go to; `complain` is told what goes wrong in a page. */
  constructor(tab, session, folder, complain) {
    [this.#tab, this.#session, this.#folder, this.#complain] = [tab, session, folder, complain];
  }

  /** Somebody in front of a new tab. */
  static async before(session, folder, complain) {
    return new Person(await session.tab(complain), session, folder, complain);
  }

  /** Opens an address of the app, or another one. */
  open(address = "./", base = root) {
    return this.#tab.goto(new URL(address, base).href);
  }

  reload() {
    return this.#tab.reload();
  }

  /** The same person, in a further tab. */
  newTab() {
    return Person.before(this.#session, this.#folder, this.#complain);
  }

  /** Comes back to this tab. */
  front() {
    return this.#tab.front();
  }

  close() {
    return this.#tab.close();
  }

  /** Asks the page itself. */
  ask(what, told) {
    return this.#tab.run(what, told);
  }

  address() {
    return this.#tab.run(() => location.href);
  }

  /** Presses something of a role by its name, once the page has come to rest: a pointer misses what moves. */
  async press(role, name, within) {
    await still({ evaluate: (what) => this.#tab.run(what) });
    await soon(async () => this.#tab.click(await this.#the({ role, name, within, what: "reach" })));
  }

  /** Follows a link to another address; again where the pointer missed what moved under it. */
  async follow(name, within) {
    const from = await this.address();
    await soon(async () => {
      if ((await this.address()) === from) await this.press("link", name, within);
      await inTime(async () => assert.notEqual(await this.address(), from, `${name} leads nowhere`), 5_000);
    });
  }

  /** Chooses one of several, with the pointer; again where the page moved under it. */
  async choose(name, within) {
    await soon(async () => {
      await this.press("radio", name, within);
      await this.#isChosen(name, within);
    });
  }

  /** Chooses one of several with the keyboard; again where the page was made anew under it. */
  async chooseByKey(name, within) {
    await soon(async () => {
      assert.ok(await this.#ask({ role: "radio", name, within, what: "focus" }), `there is no ${name} to choose`);
      await this.keys(" ");
      await this.#isChosen(name, within);
    });
  }

  /** Writes into a field in place of what is in it. */
  async type(name, text, within) {
    await this.into(name, within);
    await this.#tab.write(text);
  }

  /** Goes into a field; what is in it is selected, where that can be. */
  into(name, within) {
    return soon(async () => {
      assert.ok(await this.#ask({ role: "field", name, within, what: "focus" }), `there is no field ${name}`);
    });
  }

  /** Writes wherever the focus is. */
  write(text) {
    return this.#tab.write(text);
  }

  /** Presses keys by their names, one after the other. */
  async keys(...names) {
    for (const name of names) await this.#tab.key(name);
  }

  /** What is in a field. */
  value(name, within) {
    return this.#ask({ role: "field", name, within, what: "value" });
  }

  /** Waits until this is in a field. */
  hasTyped(name, text) {
    return soon(async () => assert.equal(await this.value(name), text));
  }

  /** Waits until something of a role and a name is there. */
  seesThe(role, name, within) {
    return soon(() => this.#the({ role, name, within }));
  }

  /** Waits until these words stand on the page. */
  sees(words) {
    return soon(async () => {
      const text = await this.text();
      assert.ok(typeof words === "string" ? text.includes(words) : words.test(text), `${words} is not among the words of the page:\n${text}`);
    });
  }

  /** Waits until these words stand on the page no longer. */
  seesNoMore(words) {
    return soon(async () => assert.ok(!(await this.text()).includes(words), `${words} is still there`));
  }

  text() {
    return this.#tab.run(wordsOfPage);
  }

  /** Whether the page with this heading is there. */
  async isAt(heading) {
    return (await this.#heading()) === heading;
  }

  /** Waits until the page with this heading is there. */
  async arrives(heading) {
    await soon(async () => assert.equal(await this.#heading(), heading));
  }

  /** Chooses files of this content. */
  async gives(name, content) {
    const path = join(await mkdtemp(join(this.#folder, "given-")), name);
    await writeFile(path, content);
    await soon(async () => this.#tab.upload(await this.#the({ role: "file", name: "Open a file…" }), [path]));
  }

  /** Does something that saves a file; its name and its text. */
  async saves(act) {
    const before = await readdir(this.#folder);
    await act();
    return soon(async () => {
      const [name] = (await readdir(this.#folder)).filter((name) => !before.includes(name) && /\.(json|html|md|csv|svg|png)$/.test(name));
      assert.ok(name, "no file was saved");
      const path = join(this.#folder, name);
      // A file that is still being written is empty first.
      assert.ok((await stat(path)).size > 0, `${name} is empty`);
      const text = await readFile(path, "utf8");
      await rm(path);
      return { name, text };
    });
  }

  screenshot() {
    return this.#tab.screenshot();
  }

  /** The page on paper, where the engine's driver prints. */
  get pdf() {
    return this.#tab.pdf;
  }

  #isChosen(name, within) {
    return inTime(async () => assert.ok(await this.#ask({ role: "radio", name, within, what: "chosen" }), `${name} is not chosen`), 3_000);
  }

  #heading() {
    return this.#tab.run(() => document.querySelector("h1")?.innerText.trim());
  }

  #ask(told) {
    return this.#tab.run(find, plainly(told));
  }

  async #the(told) {
    const element = await this.#tab.element(find, plainly(told));
    assert.ok(element, `there is no ${told.role} called ${told.name} within reach`);
    return element;
  }
}
