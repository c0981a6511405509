// Runs in the page: what somebody looks for there.

/**
 * The first thing of a role with a name that can be seen, as somebody is told who hears the page; `within` narrows it to what is in
 * another. To be reached (`what`) it is brought into view first, and nothing may lie above it; or its value is asked for, whether it is
 * chosen, or that it gets the focus. Everything that this needs stands inside: it goes to the page as text.
 */
export function find({ role, name, within, what }) {
  const ROLES = {
    button: "button, summary, [role=button]",
    link: "a[href]",
    heading: "h1, h2, h3, h4, h5, h6",
    radio: "input[type=radio]",
    checkbox: "input[type=checkbox]",
    field: "textarea, select, input:not([type=radio], [type=checkbox], [type=file])",
    file: "input[type=file]",
    group: "fieldset, [role=group]",
    navigation: "nav",
    region: "section, [role=region]",
    dialog: "dialog[open]",
    alert: "[role=alert]",
  };

  const inOneLine = (text) => text.replace(/\s+/g, " ").trim();

  /** The words inside, without what is only for the eye. */
  function words(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || node.matches("select, textarea")) return "";
    const style = getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden") return "";
    const inside = node.getAttribute("aria-label") ?? node.getAttribute("alt") ?? [...node.childNodes].map(words).join("");
    return style.display.startsWith("inline") ? inside : ` ${inside} `;
  }

  function called(element) {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(words).join(" ");
    const own = element.getAttribute("aria-label");
    if (own) return own;
    if (element.labels?.length > 0) return [...element.labels].map(words).join(" ");
    if (element.matches("fieldset")) return words(element.querySelector("legend") ?? element);
    if (element.matches("section, nav, dialog")) return "";
    return words(element) || element.title || "";
  }

  const fits = (element, name) => {
    const its = inOneLine(called(element));
    return name === undefined || (typeof name === "string" ? its === name : new RegExp(name.source, name.flags).test(its));
  };
  const is = (role) => (element) => role === "file" || role === "region" || element.checkVisibility();
  const all = ({ role, name, within }) => {
    const roots = within ? all(within) : [document];
    return roots.flatMap((root) => [...root.querySelectorAll(ROLES[role])].filter((element) => is(role)(element) && fits(element, name)));
  };

  const [found] = all({ role, name, within });
  if (!found) return null;
  if (what === "value") return found.value;
  if (what === "chosen") return found.checked;
  if (what === "focus") {
    found.focus();
    // Writing takes the place of what is there. A day has no words to select.
    if (found.type !== "date") found.select?.();
    return document.activeElement === found;
  }
  if (what !== "reach") return found;
  if (found.disabled) return null;
  const target = found.labels?.[0] && found.matches("[type=radio], [type=checkbox]") ? [found, ...found.labels] : [found];
  for (const one of target) {
    one.scrollIntoView({ block: "center", behavior: "instant" });
    const box = one.getBoundingClientRect();
    const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (above && (target.some((each) => each.contains(above)) || above.contains(one) && above.matches("label"))) return one;
  }
  return null;
}
