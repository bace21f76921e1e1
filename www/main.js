// One question: what does a circuit here reach under this SKU? The answers come from the JavaScript package.
import init, { ReachMap } from "./pkg/expressroute_js.js";

const SKU_NAMES = { local: "Local", standard: "Standard", premium: "Premium" };
const VERDICTS = {
  reachable: "Reachable",
  needs_standard: "Needs Standard",
  needs_premium: "Needs Premium",
  local_not_offered: "Local not offered",
  unreachable: "Unreachable",
  data_conflict: "Sources disagree",
  not_documented: "Not documented",
};
const IN_SENTENCE = {
  reachable: "reachable",
  needs_standard: "need Standard",
  needs_premium: "need Premium",
  local_not_offered: "without Local",
  unreachable: "unreachable",
  data_conflict: "where sources disagree",
  not_documented: "not documented",
};
// What can be had comes first, then what is unsure, then what cannot be had.
const ORDER = [
  "reachable",
  "needs_standard",
  "needs_premium",
  "data_conflict",
  "not_documented",
  "local_not_offered",
  "unreachable",
];
const FIRST_QUESTION = { from: "amsterdam", sku: "standard", peering: "private", cloud: "public" };

const at = (id) => document.getElementById(id);
const [location, peering, cloud] = [at("location"), at("peering"), at("cloud")];
const skus = [...document.querySelectorAll("input[name=sku]")];

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

const shownDate = (date) =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

function shownDistance(answer, own) {
  if (answer.distance_km === null) return "";
  const isLocal = own.local_regions?.includes(answer.to);
  if (isLocal && answer.distance_basis === "state") return "in or near the metro";
  const digits = answer.distance_km === 0 ? "< 1" : String(answer.distance_km).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return `${answer.distance_basis === "state" ? "≈ " : ""}${digits} km`;
}

function shownSku({ smallest_sku: sku, likely_smallest_sku: likely }) {
  if (sku === likely) return SKU_NAMES[sku] ?? "none";
  return sku === null ? `likely ${SKU_NAMES[likely]}` : `${SKU_NAMES[sku]}, likely ${SKU_NAMES[likely]}`;
}

function row(answer, own) {
  const made = element("tr");
  const region = element("th", answer.to_name);
  region.scope = "row";
  const verdict = element("td", undefined, "verdict");
  const mark = element("span", undefined, "mark");
  mark.dataset.sku = answer.smallest_sku ?? "none";
  mark.dataset.verdict = answer.verdict;
  mark.ariaHidden = "true";
  const likely = answer.likely === null ? "" : `, likely ${VERDICTS[answer.likely].toLowerCase()}`;
  verdict.append(mark, VERDICTS[answer.verdict] + likely);
  const distance = element("td", shownDistance(answer, own), "number");
  made.append(region, verdict, element("td", shownSku(answer)), distance, element("td", answer.reason, "why"));
  return made;
}

function showAnswers(list, own) {
  const byVerdict = (answer) => ORDER.indexOf(answer.verdict);
  const sorted = list.regions.toSorted((a, b) => byVerdict(a) - byVerdict(b) || a.distance_km - b.distance_km);
  at("answers").replaceChildren(...sorted.map((answer) => row(answer, own)));
  const counts = ORDER.map((verdict) => [sorted.filter((it) => it.verdict === verdict).length, verdict]);
  const told = counts.filter(([count]) => count > 0).map(([count, verdict]) => `${count} ${IN_SENTENCE[verdict]}`);
  at("summary").textContent = `${own.name}, ${SKU_NAMES[list.sku]}: ${told.join(", ")}; ${sorted.length} live regions.`;
  at("caption").textContent = `Regions from ${own.name} under ${SKU_NAMES[list.sku]}, by verdict, nearest first`;
  showSources(sorted);
  for (const id of ["scroll", "documents"]) at(id).hidden = false;
}

function showSources(answers) {
  const documents = new Map(answers.flatMap((answer) => answer.source).map((source) => [source.ref, source]));
  const items = [...documents.values()].map(({ title, date, ref }) => {
    const item = element("li", `${title}, ${date ? shownDate(date) : "undated"}`);
    item.append(element("small", ref));
    return item;
  });
  at("sources").replaceChildren(...items);
}

function showError(error) {
  at("location-error").textContent = error.message.charAt(0).toUpperCase() + error.message.slice(1);
  at("location-error").hidden = false;
  location.setAttribute("aria-invalid", "true");
  at("summary").textContent = "";
  for (const id of ["scroll", "documents"]) at(id).hidden = true;
}

function clearError() {
  at("location-error").hidden = true;
  location.removeAttribute("aria-invalid");
}

function start() {
  const map = new ReachMap();
  const locations = map.locations();
  at("version").textContent = `Data of ${shownDate(map.version())}.`;

  const fillLocations = () => {
    const options = locations.filter((it) => it.cloud === cloud.value).map((it) => {
      const option = element("option");
      option.value = it.name;
      option.label = it.facility;
      return option;
    });
    at("locations").replaceChildren(...options);
  };

  const answer = () => {
    clearError();
    const sku = skus.find((it) => it.checked).value;
    if (location.value.trim() === "") {
      showError(new Error("Name a peering location."));
      return;
    }
    try {
      const list = map.reachAll(location.value, sku, { cloud: cloud.value, peering: peering.value });
      showAnswers(list, locations.find((it) => it.id === list.from));
      const address = new URLSearchParams({ from: list.from, sku, peering: peering.value, cloud: cloud.value });
      history.replaceState(null, "", `#${address}`);
    } catch (error) {
      showError(error);
    }
  };

  const readAddress = () => {
    const asked = { ...FIRST_QUESTION, ...Object.fromEntries(new URLSearchParams(window.location.hash.slice(1))) };
    for (const [field, word] of [[cloud, asked.cloud], [peering, asked.peering]]) {
      if ([...field.options].some((it) => it.value === word)) field.value = word;
    }
    for (const it of skus) it.checked = it.value === asked.sku;
    if (!skus.some((it) => it.checked)) skus[1].checked = true;
    location.value = locations.find((it) => it.id === asked.from)?.name ?? asked.from;
    fillLocations();
    answer();
  };

  cloud.addEventListener("change", () => {
    fillLocations();
    const known = locations.some((it) => it.cloud === cloud.value && it.name === location.value);
    if (!known) location.value = locations.find((it) => it.cloud === cloud.value).name;
    answer();
  });
  for (const field of [location, peering, ...skus]) field.addEventListener("change", answer);
  at("question").addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  window.addEventListener("hashchange", readAddress);
  readAddress();
}

try {
  await init();
  start();
} catch (error) {
  showError(new Error(`The data set could not be loaded: ${error.message}. Reload the page in a current browser.`));
}
