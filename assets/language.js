// Another language than English: its texts, and its dates. Loaded where the page is read in it.
const { lang } = document.documentElement;
const texts = await (await fetch(new URL(TEXTS[lang], import.meta.url))).json();
const dates = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A text in the page's language, or a date such as 2026-04-28 as that language writes it. */
export const say = (english) => texts[english] ?? (/^\d{4}-\d\d-\d\d$/.test(english) ? dates.format(new Date(english)) : english);
