// What a person needs of every control on the screen: gives the names of those that fail, by what they fail at.
const [least] = arguments;
const CONTROLS = "button, a[href], input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
// A dialog, an open menu or an open list of what is found lies over the rest until it is left.
const list = document.querySelector(".search .found");
const modal = [...document.querySelectorAll("dialog:modal, :popover-open")].at(-1) ?? (list?.checkVisibility() ? list.closest(".search") : null);
const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest(".unseen") && it.getBoundingClientRect().width > 0;
const within = (it) => (modal ? modal.contains(it) : true);
const told = (it) => {
  const name = it.getAttribute("aria-label") || it.labels?.[0]?.textContent || it.textContent || it.placeholder || it.name;
  return `${it.tagName.toLowerCase()}.${it.className?.baseVal ?? it.className} ${JSON.stringify(tidy(name).slice(0, 60))}`;
};
const controls = [...(modal ?? document).querySelectorAll(CONTROLS)].filter((it) => seen(it) && within(it) && !it.disabled);
const failed = [];

// The box that a finger hits: a field's with that of its label around it.
const box = (it) => {
  const around = it.closest("label") ?? it;
  const { width, height } = around.getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
};
// WCAG 2.5.8: a link in a sentence is as high as its line.
const inSentence = (it) => {
  const words = [...(it.parentElement?.childNodes ?? [])].filter((other) => other.nodeType === 3).map((other) => other.data).join("");
  return getComputedStyle(it).display.startsWith("inline") && /\p{L}{2}/u.test(words);
};
if (least.targets) {
  for (const it of controls) {
    const [width, height] = box(it);
    // What only scrolls takes a swipe anywhere.
    if (it.matches("div:not([role=gridcell]), section, ul")) continue;
    if ((width < least.targets || height < least.targets) && !inSentence(it)) failed.push(`${told(it)} is ${width} by ${height}`);
  }
}

// WCAG 1.4.4 and 1.4.10: nothing is cut off, covers another, or wants two ways of scrolling.
const scrolls = (style) => /auto|scroll/.test(style);
if (least.fits) {
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) failed.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
  for (const it of document.querySelectorAll("body *")) {
    if (!seen(it) || !within(it) || it.closest("svg")) continue;
    const style = getComputedStyle(it);
    const wide = it.scrollWidth - it.clientWidth;
    // Tables and what is drawn may scroll both ways.
    const twoWays = it.querySelector("table, canvas") || it.matches("[role=tablist], table *, pre, canvas");
    if (scrolls(style.overflowX) && wide > 1 && it.clientWidth > 0 && !twoWays && !it.matches("input, textarea")) failed.push(`${told(it)} scrolls ${wide} sideways`);
    const hides = (overflow) => /hidden|clip/.test(overflow);
    const high = it.scrollHeight - it.clientHeight;
    const text = tidy(it.innerText);
    if (!text || it.matches(".map, html, body, input, textarea, select")) continue;
    if (hides(style.overflowX) && wide > 1 && style.textOverflow !== "ellipsis") failed.push(`${told(it)} is cut by ${wide} at its side`);
    if (hides(style.overflowY) && high > 2 && style.display !== "inline") failed.push(`${told(it)} is cut by ${high} below`);
  }
  for (const it of controls) {
    it.scrollIntoView({ block: "nearest", inline: "nearest" });
    // The box around a link over two lines begins where another one may stand.
    const { left, top, width, height } = it.getClientRects()[0];
    const [x, y] = [left + Math.min(width / 2, 16), top + Math.min(height / 2, 16)];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) {
      failed.push(`${told(it)} cannot be reached: it is at ${Math.round(x)}, ${Math.round(y)}`);
      continue;
    }
    const hit = document.elementFromPoint(x, y);
    const own = hit && (it.contains(hit) || hit.contains(it) || it.closest("label")?.contains(hit));
    if (!own && !it.matches(".map, .sheet, div")) failed.push(`${told(it)} lies under ${hit ? told(hit) : "nothing"}`);
  }
}

// Where the system paints the page, colors of the page's own say nothing: what does must be a line or a weight.
if (least.lines) {
  const mark = (it) => {
    const { outlineStyle, outlineWidth, outlineColor, borderBlockStartColor, borderBlockEndColor, borderInlineStartColor, borderWidth, borderStyle, textDecorationLine, fontWeight } = getComputedStyle(it);
    return [outlineStyle, outlineStyle !== "none" && [outlineWidth, outlineColor], borderBlockStartColor, borderBlockEndColor, borderInlineStartColor, borderWidth, borderStyle, textDecorationLine, fontWeight].join();
  };
  const before = document.activeElement;
  for (const it of controls) {
    it.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== it) continue;
    const ringed = (other) => {
      const style = getComputedStyle(other);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    };
    if (!ringed(it) && !ringed(it.parentElement)) failed.push(`${told(it)} has no ring`);
  }
  before?.focus?.();
  const STATES = [["aria-selected", "[role=tab], [role=option], [role=gridcell], td"], ["aria-checked", "[role=radio]"], ["aria-pressed", "button"], ["aria-current", "a, button"]];
  for (const [state, kind] of STATES) {
    for (const on of document.querySelectorAll(`[${state}]:is(${kind}):not([${state}=false])`)) {
      if (!seen(on)) continue;
      const like = [...document.querySelectorAll(kind)].filter((it) => seen(it) && it.className === on.className && it.parentElement === on.parentElement);
      const off = like.find((it) => it !== on && !(it.getAttribute(state) && it.getAttribute(state) !== "false"));
      if (off && mark(off) === mark(on)) failed.push(`${told(on)} looks like ${told(off)}, which is not ${state}`);
    }
  }
  // A field without a border cannot be found.
  for (const it of controls) {
    if (!it.matches("input:not([type=checkbox], [type=radio], [type=range]), select, textarea")) continue;
    const lined = (other) => ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(getComputedStyle(other)[`border${side}Width`]) >= 1 && getComputedStyle(other)[`border${side}Style`] !== "none" && getComputedStyle(other)[`border${side}Color`] !== getComputedStyle(other).backgroundColor);
    if (!lined(it) && !lined(it.parentElement) && !lined(it.closest("label") ?? it)) failed.push(`${told(it)} has no edge`);
  }
}
return [...new Set(failed)];
