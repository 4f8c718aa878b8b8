// The preview's own part of a page: follows the files, tells what is wrong, leads to the editor. No site has it.

const facts = JSON.parse(document.getElementById("materia-preview").textContent);
const place = "materia-preview:" + location.pathname;

// After a reload the page stands where it stood: browsers see to it only where nothing above has changed its height.
function keepPlace() {
  sessionStorage.setItem(place, JSON.stringify([scrollX, scrollY]));
}

function findPlace() {
  const kept = sessionStorage.getItem(place);
  if (!kept) return;
  sessionStorage.removeItem(place);
  const [left, top] = JSON.parse(kept);
  scrollTo({ left, top, behavior: "instant" });
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
    if (message.kind === "reload") {
      keepPlace();
      location.reload();
    }
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
