// Puts the theme on the page before it is first drawn: the chosen one, else what the system asks for. The control named
// "theme" chooses; the map draws itself again at the event atlas-theme.
{
  const page = document.documentElement;
  const asks = ["prefers-color-scheme: light", "prefers-contrast: more", "forced-colors: active"].map((it) => matchMedia(`(${it})`));
  const apply = () => {
    const [light, more, forced] = asks.map((it) => it.matches);
    const { theme } = page.dataset;
    // High contrast lies over the system's scheme.
    page.classList.toggle("light", theme === "light" || (theme !== "dark" && light));
    page.classList.toggle("contrast", theme === "contrast" || forced || (!theme && more));
    dispatchEvent(new Event("atlas-theme"));
  };
  try {
    page.dataset.theme = localStorage.getItem("atlas-theme") ?? "";
  } catch {} // A browser that keeps nothing follows the system.
  for (const it of asks) it.addEventListener("change", apply);
  addEventListener("change", ({ target }) => {
    if (target.name !== "theme") return;
    page.dataset.theme = target.value;
    apply();
    localStorage.setItem("atlas-theme", target.value);
  });
  apply();
}
