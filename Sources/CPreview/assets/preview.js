// The preview's own part of a page: follows the files, tells what is wrong, leads to the editor. No site has it.

let facts = takeFacts(document);
// This script runs before all others of a page: here stands what was sent, and nothing that scripts have made of it.
let sent = document.cloneNode(true);
const place = "materia-preview:" + location.pathname;

// After a reload the page stands where it stood: browsers see to it only where nothing above has changed its height.
function keepPlace() {
  sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
}

function reload() {
  keepPlace();
  location.reload();
}

function findPlace() {
  const kept = sessionStorage.getItem(place);
  if (!kept) return;
  sessionStorage.removeItem(place);
  const [left, top] = JSON.parse(kept);
  scrollTo({ left, top, behavior: "instant" });
}

function takeFacts(page) {
  const script = page.getElementById("materia-preview");
  script.remove();
  return JSON.parse(script.textContent);
}

// What other scripts hold on to, or browsers run once.
const live = "script:not([type$=json]), link[rel~=stylesheet], form, input, button, select, textarea";
// They listen to the whole document, and need no new start.
const ownScripts = ["notes.js", "search-box.js", "search-page.js", "search-results.js", "search.js", "preview.js"];

const isLive = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(live) || node.querySelector(live) !== null);
const isOwn = (script) => !script.src || ownScripts.includes(new URL(script.src).pathname.split("/").at(-1));

// The page as it is now comes in place of what differs: loading it all anew costs a browser a tenth of a second.
async function renew() {
  if (![...document.scripts].every(isOwn)) return false;
  const answer = await fetch(location.href, { cache: "no-store" });
  if (!answer.ok || new URL(answer.url).pathname !== location.pathname) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // Read without scripts, they have elements in them; here they have text.
  for (const part of page.querySelectorAll("noscript")) part.textContent = part.innerHTML;
  const next = takeFacts(page);
  if (!patch(sent.documentElement, page.documentElement, document.documentElement)) return false;
  [sent, facts] = [page, next];
  preview.show(facts.problems, facts.trouble);
  return true;
}

// Makes of `now` what was made of `old`, where that was sent, and `fresh` is. False where it cannot be told how.
function patch(old, fresh, now) {
  if (old.isEqualNode(fresh)) return true;
  if (old.nodeName !== now.nodeName) return false;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    now.data = fresh.data;
    return true;
  }
  if (old.matches(live)) return false;
  for (const { name } of old.attributes) if (!fresh.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) now.setAttribute(name, value);
  return patchChildren([...old.childNodes], [...fresh.childNodes], [...now.childNodes], now);
}

function patchChildren(old, fresh, now, parent) {
  // Scripts add to the end of a page.
  if (!old.every((node, place) => now[place]?.nodeName === node.nodeName)) return false;
  const most = Math.min(old.length, fresh.length);
  let [start, end] = [0, 0];
  while (start < most && old[start].isEqualNode(fresh[start])) start += 1;
  while (end < most - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end += 1;
  const was = old.slice(start, old.length - end);
  const is = fresh.slice(start, fresh.length - end);
  const there = now.slice(start, old.length - end);
  if (was.length === is.length && was.every((node, place) => node.nodeName === is[place].nodeName)) {
    return was.every((node, place) => patch(node, is[place], there[place]));
  }
  if ([...was, ...is].some(isLive)) return false;
  const after = now[old.length - end] ?? null;
  for (const node of there) node.remove();
  for (const node of is) parent.insertBefore(document.importNode(node, true), after);
  return true;
}

let isRenewing = false;
let isStale = false;

// One after another: what comes meanwhile is seen to afterwards.
async function update() {
  isStale = true;
  if (isRenewing) return;
  isRenewing = true;
  while (isStale) {
    isStale = false;
    if (await renew().catch(() => false)) continue;
    return reload();
  }
  isRenewing = false;
}

// A new stylesheet is read before the old one goes, so that nothing flickers.
function swap(files) {
  for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
    const address = new URL(old.href);
    if (address.origin !== location.origin || !files.includes(address.pathname)) continue;
    const sheet = old.cloneNode();
    address.searchParams.set("changed", Date.now());
    sheet.href = address;
    sheet.addEventListener("load", () => old.remove());
    sheet.addEventListener("error", () => sheet.remove());
    old.after(sheet);
  }
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// The block of the page that stands on a line of the file, or the last one before it.
function blockOn(problem) {
  if (problem.file !== facts.file) return null;
  let found = null;
  for (const block of document.querySelectorAll("[data-line]")) {
    const line = Number(block.dataset.line);
    if (line <= problem.line && (!found || line >= Number(found.dataset.line))) found = block;
  }
  return found ?? document.querySelector("main");
}

function show(block) {
  block.scrollIntoView({ block: "center", behavior: "instant" });
  if (!block.hasAttribute("tabindex")) block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.style.outline = "0.1875rem solid #b45309";
  block.addEventListener("blur", () => (block.style.outline = ""), { once: true });
}

class Preview extends HTMLElement {
  constructor() {
    super();
    this.root = this.attachShadow({ mode: "open" });
    this.root.append(element("link", { rel: "stylesheet", href: "/_preview/preview.css" }));
    this.isOpen = false;
    this.isHidden = false;
  }

  show(problems, trouble) {
    this.problems = problems;
    this.trouble = trouble;
    this.isHidden = false;
    this.render();
  }

  render() {
    const errors = this.problems.filter((problem) => problem.severity === "error");
    const warnings = this.problems.filter((problem) => problem.severity !== "error");
    const focused = this.root.activeElement?.className;
    const parts = [this.panel(errors, warnings)];
    if ((errors.length || this.trouble) && !this.isHidden) parts.unshift(this.overlay(errors));
    for (const old of this.root.querySelectorAll("section")) old.remove();
    this.root.append(...parts);
    if (focused) this.root.querySelector("." + focused)?.focus();
  }

  overlay(errors) {
    const close = element("button", { type: "button", class: "close" }, "Hide");
    close.addEventListener("click", () => this.hide());
    const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    const title = element("h2", { id: "title" }, errors.length ? `This page has ${count}` : "The site cannot be read");
    const note = element("p", {}, "Below is the page as it was before. It follows again once this is mended.");
    const parts = errors.map((error) => this.problem(error));
    if (this.trouble) parts.unshift(element("p", { class: "message" }, this.trouble));
    return element("section", { class: "overlay", role: "alert", "aria-labelledby": "title" }, close, title, note, ...parts);
  }

  problem(problem) {
    const edit = element("a", { href: problem.edit, class: "edit" }, "Open in editor");
    const where = element("p", { class: "where" }, `${problem.file}:${problem.line}:${problem.column} `, edit);
    const name = element("code", {}, problem.id);
    const parts = [element("p", { class: "message" }, problem.message + " ", name), where];
    if (problem.before || problem.marked || problem.after) {
      const line = element("span", {}, problem.before, element("mark", {}, problem.marked), problem.after);
      const caret = " ".repeat([...problem.before].length) + "^".repeat(Math.max(1, [...problem.marked].length));
      const hidden = element("span", { "aria-hidden": "true" }, "\n" + caret);
      parts.push(element("pre", { tabindex: "0" }, line, hidden));
    }
    parts.push(element("p", { class: "help" }, problem.help));
    return element("article", {}, ...parts);
  }

  panel(errors, warnings) {
    const panel = element("section", { class: "panel", "aria-label": "Preview" });
    const label = warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`;
    if (warnings.length) {
      const button = element("button", { type: "button", class: "count", "aria-expanded": String(this.isOpen) }, label);
      button.addEventListener("click", () => {
        this.isOpen = !this.isOpen;
        this.render();
      });
      panel.append(button);
    }
    if (this.isHidden && (errors.length || this.trouble)) {
      const button = element("button", { type: "button", class: "errors" }, "Show errors");
      button.addEventListener("click", () => {
        this.isHidden = false;
        this.render();
      });
      panel.append(button);
    }
    if (facts.edit) panel.append(element("a", { href: facts.edit, class: "editPage" }, "Open in editor"));
    panel.append(element("a", { href: "/_status/", class: "status" }, "Status"));
    if (this.isOpen && warnings.length) panel.append(this.list(warnings));
    return panel;
  }

  list(warnings) {
    const items = warnings.map((warning) => {
      const link = element("a", { href: "#", class: "warning" }, warning.message);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const block = blockOn(warning);
        if (block) show(block);
      });
      const place = warning.file === facts.file ? `line ${warning.line}` : `${warning.file}:${warning.line}`;
      const edit = element("a", { href: warning.edit, class: "edit" }, `${place}: open in editor`);
      return element("li", {}, link, element("p", { class: "help" }, warning.help), element("p", {}, edit));
    });
    return element("ol", {}, ...items);
  }

  hide() {
    this.isHidden = true;
    this.render();
  }
}

// In milliseconds: a server that is started again is found soon, and one that is gone costs nothing.
const retry = { first: 250, longest: 5000 };

function follow(preview, delay = retry.first) {
  const address = new URL("/_preview/socket", location.href);
  address.protocol = address.protocol.replace("http", "ws");
  address.searchParams.set("page", location.pathname + location.search);
  address.searchParams.set("version", facts.version);
  const socket = new WebSocket(address);
  socket.addEventListener("open", () => (delay = retry.first));
  socket.addEventListener("message", (event) => {
    const message = JSON.parse(event.data);
    if (message.kind === "page") update();
    if (message.kind === "reload") reload();
    if (message.kind === "styles") swap(message.files);
    if (message.kind === "problems") preview.show(message.problems, message.trouble);
  });
  socket.addEventListener("close", () => setTimeout(() => follow(preview, Math.min(delay * 2, retry.longest)), delay));
}

customElements.define("materia-preview", Preview);
const preview = document.createElement("materia-preview");
document.body.append(preview);
preview.show(facts.problems, facts.trouble);
findPlace();
follow(preview);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !preview.isHidden) preview.hide();
});
