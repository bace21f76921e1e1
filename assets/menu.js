// What the menu does by itself, and `?`: the settings, every key of the page, and sharing. Loaded when first asked for.
const say = globalThis.atlasText;
const page = document.documentElement;

await new Promise((onload, onerror) => {
  const href = new URL(MENU_CSS, import.meta.url).href;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload, onerror }));
});

/** What assets/theme.js keeps, by the names of its controls: what each is called, what it is now, what it may be. */
const settings = () => [
  ["theme", say("Theme"), page.dataset.theme, { "": say("System"), light: say("Light"), dark: say("Dark"), contrast: say("High contrast") }],
  // Each is called as its speakers call it.
  ["language", say("Language"), page.lang, { en: "English", de: "Deutsch" }],
  ["units", say("Distances in"), page.dataset.units, { km: say("Kilometers"), mi: say("Miles") }],
];

/** The keys, by where they work: those that do the same, and what they do. */
const keys = () => [
  [
    say("Everywhere"),
    [["/"], say("go to the search box")],
    [["?"], say("show these keys")],
    [[say("Tab")], say("go to the next control; with Shift to the one before")],
  ],
  [
    say("Map"),
    [["←", "↑", "→", "↓"], say("go to the next place that way")],
    [[say("Enter"), say("Space")], say("choose the place that has the ring")],
    [[say("Shift ←"), say("Shift →"), say("Shift ↑"), say("Shift ↓")], say("move the map")],
    [["+", "−"], say("zoom in and out")],
    [["0"], say("show the whole world")],
    [["N"], say("ask what is nearest to the ring, or to the middle of the map")],
    [[say("Esc")], say("leave the ring, then close the chosen location")],
  ],
  [
    say("Search and answers"),
    [["↑", "↓"], say("go through what is found")],
    [[say("Enter")], say("take what is marked")],
    [[say("Esc")], say("close the list, empty the box, close the answer")],
  ],
  [
    say("SKU, tabs and tables"),
    [["←", "→"], say("choose the next one: SKU, tab, cell of the matrix")],
    [[say("Home"), say("End")], say("go to the first and the last of a row")],
    [[say("Enter")], say("open what stands behind a cell, or sort by a column")],
  ],
  [
    say("Planner"),
    [[say("Ctrl Z")], say("undo")],
    [[say("Ctrl Shift Z")], say("redo")],
    [[say("Esc")], say("close a form, stop placing or dragging")],
  ],
];

const opened = { settings: [() => say("Settings"), settingsBody], keys: [() => say("Keys"), keysBody] };

/** Does what a button of the menu is named for. */
export function act(name, button) {
  if (name === "share") share(button);
  else open(name);
}

/** Copies the address, which holds all that is chosen. */
async function share(button) {
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = say("Copied");
  } catch {
    // No clipboard, or none for this page.
    button.textContent = say("Copy the address above");
  }
  setTimeout(() => (button.textContent = say("Share")), 3000);
}

/** Opens a dialog by its name. The browser closes it on Escape, and gives the focus back to where it was. */
function open(name) {
  if (document.querySelector("dialog.sheetlet[open]")) return;
  const [title, body] = opened[name];
  const close = el("button", { type: "button", className: "icon", ariaLabel: say("Close") }, "×");
  const head = el("div", { className: "panel-head" }, el("h2", { id: "dialog-title" }, title()), close);
  const dialog = el("dialog", { className: "sheetlet" }, head, ...body());
  dialog.setAttribute("aria-labelledby", "dialog-title");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  // A press beside it closes it, too.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

function settingsBody() {
  const option = (now) => ([value, text]) => el("option", { value, selected: value === now }, text);
  const choice = ([name, label, now, options]) =>
    el("label", {}, el("span", {}, label), el("select", { name }, ...Object.entries(options).map(option(now))));
  const note = el("p", { className: "quiet" }, say("Another language or unit loads the page again; nothing is lost by it."));
  return [...settings().map(choice), note];
}

function keysBody() {
  const row = ([all, told]) =>
    el("div", {}, el("dt", {}, ...all.flatMap((it) => [el("kbd", {}, it), " "])), el("dd", {}, told));
  return keys().map(([where, ...rows]) => el("section", {}, el("h3", {}, where), el("dl", {}, ...rows.map(row))));
}

function el(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
