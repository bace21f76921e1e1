// Before the page is first drawn: its theme, its language and how its numbers are read. Each is the chosen one, else what
// the browser asks for. The controls named "theme", "language" and "units" choose; the map draws itself again at the event
// atlas-theme, and another language or unit loads the page again.
{
  const page = document.documentElement;
  const kept = { theme: null, language: null, units: null };
  try {
    for (const name in kept) kept[name] = localStorage.getItem(`atlas-${name}`);
  } catch {} // A browser that keeps nothing is followed.

  const spoken = [kept.language, ...navigator.languages].map((it) => it?.slice(0, 2));
  page.lang = spoken.find((it) => LANGUAGES.includes(it)) ?? "en";
  const miles = /^en-(US|GB)$/.test(navigator.language);
  page.dataset.units = kept.units ?? (miles ? "mi" : "km");
  // What each wasm of the page asks for; crates/words/src/reading.rs reads it.
  const locale = navigator.languages.find((it) => it.startsWith(page.lang)) ?? page.lang;
  const number = (12345.6).toLocaleString(locale);
  const reading = (page.lang !== "en") | ((page.dataset.units === "mi") << 1) | ((number[6] === ",") << 2) | (number.charCodeAt(2) << 3);
  globalThis.atlasReading = () => reading;
  // How large the reader has text, beside the usual 16 pixels: every length of the styles follows it.
  globalThis.atlasTextScale = () => parseFloat(getComputedStyle(page).fontSize) / 16;

  const asks = ["prefers-color-scheme: light", "prefers-contrast: more", "forced-colors: active"].map((it) => matchMedia(`(${it})`));
  const apply = () => {
    const [light, more, forced] = asks.map((it) => it.matches);
    const { theme } = page.dataset;
    // High contrast lies over the system's scheme.
    page.classList.toggle("light", theme === "light" || (theme !== "dark" && light));
    page.classList.toggle("contrast", theme === "contrast" || forced || (!theme && more));
    dispatchEvent(new Event("atlas-theme"));
  };
  page.dataset.theme = kept.theme ?? "";
  for (const it of asks) it.addEventListener("change", apply);
  addEventListener("change", ({ target: { name, value } }) => {
    if (!(name in kept)) return;
    if (name === "theme") {
      page.dataset.theme = value;
      apply();
    }
    localStorage.setItem(`atlas-${name}`, value);
    if (name !== "theme") location.reload();
  });
  apply();
}
