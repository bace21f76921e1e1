// Finds the visible elements of a role whose accessible name holds the given words; exact names win.
// Covers the roles and namings that this page uses; axe checks the names themselves.
const [role, wanted] = arguments;
const implicit = {
  alert: "", application: "", button: "button, input[type=button], input[type=submit], summary", cell: "td",
  checkbox: "input[type=checkbox]", columnheader: "th", combobox: "select", complementary: "aside",
  dialog: "dialog", heading: "h1, h2, h3, h4", img: "img", link: "a[href]", list: "ul, ol", listitem: "li",
  main: "main", navigation: "nav", option: "option", radio: "input[type=radio]", region: "section[aria-label]",
  row: "tr", rowheader: "th[scope=row]", searchbox: "input[type=search]:not([role])", slider: "input[type=range]",
  table: "table", textbox: "input:not([type]), input[type=text], textarea",
};
const selector = [`[role=${role}]`, implicit[role]].filter(Boolean).join(", ");
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return tidy(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  return tidy(
    element.getAttribute("aria-label") ||
      (element.labels?.length && [...element.labels].map((it) => it.textContent).join(" ")) ||
      element.getAttribute("alt") ||
      element.innerText || element.textContent || element.value || element.title || element.placeholder,
  );
};
const visible = (element) => element.checkVisibility({ visibilityProperty: true });
const candidates = [...document.querySelectorAll(selector)].filter(visible);
const names = candidates.map(nameOf);
const exact = candidates.filter((_, index) => names[index] === wanted);
const holding = candidates.filter((_, index) => names[index].toLowerCase().includes(wanted.toLowerCase()));
return { found: exact.length ? exact : holding, names };
