// WebKit, the engine of Safari, behind the few words that every engine understands here: WebKitGTK, over classic WebDriver. It always
// shows a window, so it gets a screen of its own that nobody sees.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { createServer } from "node:net";
import { Capabilities, Key, WebDriver } from "selenium-webdriver";
import { Executor, HttpClient } from "selenium-webdriver/http/index.js";

const SIZE = { width: 1280, height: 900 };

/** Its own sandbox is made of user namespaces, which root and containers mostly may not have. It opens nothing here but this app. */
const ENVIRONMENT = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1", GDK_BACKEND: "x11", NO_AT_BRIDGE: "1", LC_ALL: "C.UTF-8" };

export async function webkit(downloads) {
  const screen = await aScreen();
  const port = await freePort();
  const program = process.env.WEBKIT_DRIVER_PATH ?? "/usr/bin/WebKitWebDriver";
  // What it keeps between two starts lies beside what it saves, and goes with that.
  const driverProcess = spawn(program, [`--port=${port}`], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...ENVIRONMENT, DISPLAY: screen.display, WAYLAND_DISPLAY: "", HOME: downloads, XDG_DOWNLOAD_DIR: downloads },
  });
  const address = `http://127.0.0.1:${port}`;
  // Its toolkit grumbles about a screen without a window manager. That matters only where it does not start.
  let said = "";
  driverProcess.stderr.setEncoding("utf8").on("data", (text) => (said = `${said}${text}`.slice(-2000)));
  await answers(`${address}/status`, driverProcess).catch((error) => {
    throw new Error(`${error.message}: ${said}`);
  });
  let version = "";
  const session = async () => {
    const wanted = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { args: ["--automation"] } });
    const driver = WebDriver.createSession(new Executor(new HttpClient(address, new Agent({ keepAlive: true }))), wanted);
    version = (await driver.getCapabilities()).get("browserVersion");
    let isFirst = true;
    const tab = async () => {
      if (!isFirst) await driver.switchTo().newWindow("window");
      told.delete(driver);
      isFirst = false;
      await driver.manage().window().setRect({ x: 0, y: 0, ...SIZE });
      return aTab(driver, await driver.getWindowHandle());
    };
    return { tab, close: () => driver.quit() };
  };
  return {
    called: () => `WebKitGTK ${version}`,
    session,
    async quit() {
      for (const child of [driverProcess, screen.child]) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = once(child, "exit");
        child.kill();
        await ended;
      }
    },
  };
}

/** Which window each driver was told last. */
const told = new WeakMap();

/** One window. All of them have one driver, which has to be told each time which of them is meant. */
function aTab(driver, handle) {
  const here = async (act) => {
    if (told.get(driver) !== handle) await driver.switchTo().window(handle);
    told.set(driver, handle);
    return act();
  };
  // A function goes there as its text; what it promises is waited for.
  const script = (what) => `const done = arguments[1]; Promise.resolve((${what})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
  const run = async (what, argument) => {
    const { value, error } = await here(() => driver.executeAsyncScript(script(what), argument ?? null));
    if (error) throw new Error(error);
    return value ?? undefined;
  };
  const KEYS = { Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB, ArrowRight: Key.ARROW_RIGHT };
  const write = (text) => here(() => driver.actions().sendKeys(text).perform());
  return {
    goto: (address) => here(() => driver.get(address)),
    reload: () => here(() => driver.navigate().refresh()),
    run,
    element: run,
    click: (element) => here(() => element.click()),
    write,
    key: (name) => write(KEYS[name] ?? name),
    upload: (element, paths) => here(() => element.sendKeys(paths.join("\n"))),
    screenshot: async () => Buffer.from(await here(() => driver.takeScreenshot()), "base64"),
    // WebKitGTK's driver knows no printing.
    pdf: undefined,
    front: () => here(() => undefined),
    close: async () => {
      await here(() => driver.close());
      told.delete(driver);
    },
  };
}

/** A screen in memory, with a number that is free. */
async function aScreen() {
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${SIZE.width}x${SIZE.height}x24`, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const failed = once(child, "exit").then(() => Promise.reject(new Error("Xvfb did not start")));
  const said = once(child.stdio[3], "data").then(([number]) => `:${String(number).trim()}`);
  return { child, display: await Promise.race([said, failed]) };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until something answers at an address. */
async function answers(address, child) {
  for (const end = Date.now() + 20_000; ; await new Promise((done) => setTimeout(done, 50))) {
    if (await fetch(address).then(({ ok }) => ok, () => false)) return;
    if (child.exitCode !== null || Date.now() > end) throw new Error("WebKitWebDriver did not start");
  }
}
