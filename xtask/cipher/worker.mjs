// Runs apart from the page, for one file: trying a passphrase is work on purpose, and takes memory that is given back with the worker.
// Asked: [what, bytes, passphrase]. Answers: [bytes], or [undefined, the code of what stands against it]; no code where it could not
// be done at all. The passphrase is kept nowhere.
import load, { decrypt, encrypt } from "cipher";

/** How many bytes nobody can guess a file needs: `Chance::BYTES`. */
const CHANCE = 48;

addEventListener("message", async ({ data: [what, bytes, passphrase] }) => {
  try {
    await load({ module_or_path: new URL("cipher.wasm", import.meta.url) });
    const made = what === "encrypt" ? encrypt(bytes, passphrase, crypto.getRandomValues(new Uint8Array(CHANCE))) : decrypt(bytes, passphrase);
    postMessage([made], [made.buffer]);
  } catch (why) {
    postMessage([undefined, typeof why === "string" ? why : ""]);
  }
});
