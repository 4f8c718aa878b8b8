// The search box in the header of every page, and all of search that a page pays for before somebody looks for something.
//
// The rest is loaded when the field gets the focus: the engine, the list of results, and the index. What is typed never
// leaves the page.

let opening = null;

// The engine, ready to answer. Where that fails the next call tries again.
export function openEngine(base) {
  opening ??= open(base).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

// Asks for the index while the engine's code is still on its way, which saves a round trip.
async function open(base) {
  const index = new URL("index.bin", base).href;
  let early = fetch(index, { cache: "no-cache" });
  early.catch(() => {});
  const { openSearch } = await import("./search.js");
  const engine = await openSearch(base, {
    fetch: (url, options) => {
      const answer = String(url) === index && early;
      if (!answer) return fetch(url, options);
      early = null;
      return answer;
    },
  });
  await engine.prepare();
  return engine;
}

export function deepLink(base, text) {
  return `${base}#q=${encodeURIComponent(text)}`;
}

// An element of attributes, and of nodes and texts: nothing here is ever read as HTML.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// The words that search says stand on the search page of each language, and not on every page.
async function wordsOf(address) {
  const here = document.querySelector(".search-page");
  if (here) return here.dataset;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector(".search-page").dataset;
}

async function bringToLife(form) {
  openEngine(form.action).catch(() => {});
  const code = [import("./search-combobox.js"), import("./search-results.js")];
  const [words, { SearchBox }] = await Promise.all([wordsOf(form.action), ...code]);
  return new SearchBox(form, words);
}

// The box with its list, which is closed and empty until the field has the focus.
function formOf({ action, label, button }) {
  const field = {
    ...{ type: "text", role: "combobox", "aria-label": label, placeholder: label, "aria-autocomplete": "list" },
    ...{ "aria-expanded": "false", "aria-controls": "search-list" },
    ...{ autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search" },
  };
  return make(
    "form",
    { class: "search-form", role: "search", "aria-label": label, action },
    make("input", field),
    make("button", { type: "submit" }, make("span", { class: "unseen" }, button)),
    make(
      "div",
      { class: "search-popup", tabindex: "-1", hidden: "" },
      make("div", { class: "search-notice" }),
      make("div", { class: "search-said" }),
      make("div", { id: "search-list", role: "listbox" }),
    ),
    make("p", { class: "unseen", role: "status" }),
  );
}

function listen(form) {
  const field = form.querySelector("input");
  let box = null;
  field.addEventListener("focus", () => {
    box ??= bringToLife(form).catch(() => (box = null));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    location.assign(text ? deepLink(form.action, text) : form.action);
  });
}

// The one thing that is kept: whether '/' is wanted. Nothing of what is looked for.
export const slashKey = {
  get isOn() {
    try {
      return localStorage.getItem("slash") !== "off";
    } catch {
      return true;
    }
  },
  set isOn(isOn) {
    try {
      if (isOn) localStorage.removeItem("slash");
      else localStorage.setItem("slash", "off");
    } catch {
      // Without a store it is on again on the next page.
    }
  },
};

// '/' leads to the field, unless it is being typed, or switched off: people who speak to their device need that.
function focusOnSlash(event) {
  if (!slashKey.isOn) return;
  const isTyped = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyped) return;
  const field = document.querySelector(".search-page input") ?? document.querySelector(".finder input");
  field.focus();
  field.select();
  event.preventDefault();
}

// Pages that were read, and search once used, work without a network. A first visit tells what it has loaded by now.
async function keepForOffline() {
  const { serviceWorker } = navigator;
  if (!isSecureContext || !serviceWorker) return;
  const isFirst = !serviceWorker.controller;
  await serviceWorker.register(new URL("sw.js", import.meta.url));
  if (!isFirst) return;
  const { active } = await serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  active.postMessage([location.origin + location.pathname, ...loaded]);
}

export function start(page) {
  const place = page.querySelector(".finder");
  if (!place) return;
  place.replaceChildren(formOf(place.dataset));
  page.addEventListener("keydown", focusOnSlash);
  addEventListener("load", () => keepForOffline().catch(() => {}));
  listen(place.querySelector("form"));
}

if (typeof document !== "undefined") start(document);
