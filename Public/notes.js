// Shows in place what a number or a word leads to: the reference, or what the word means. Without it both are links.
//
// Hover or focus shows a note, and so does a tap, where a click or Enter goes on to the list. The note stays while the
// pointer is over it, and goes with Escape: WCAG 2.2, 1.4.13.

// Long enough to cross from the link to the note, short enough not to stay in the way. In milliseconds.
const patience = 300;
const gap = 8;

// Where a note goes, in pixels of the page: above its link where there is room, else below, within the window.
export function place(link, note, view) {
  const left = Math.max(gap, Math.min(link.left, view.width - note.width - gap));
  const isAbove = link.top >= note.height + gap;
  const top = isAbove ? link.top - note.height - gap : link.bottom + gap;
  return { left: left + view.x, top: top + view.y };
}

// What a link has a note of: `title`, the nodes of its `text`, the words of the note's own links; null where it has none.
export function content(link, page) {
  const isTerm = link.classList.contains("term");
  const id = isTerm ? link.getAttribute("aria-describedby") : decodeURIComponent(link.hash.slice(1));
  const target = page.getElementById(id ?? "");
  const source = isTerm ? target : target?.querySelector(".entry");
  const list = target?.closest("[data-more]");
  if (!source || !list) return null;
  const title = isTerm ? target.previousElementSibling.textContent : link.getAttribute("aria-label");
  return { title, text: [...source.cloneNode(true).childNodes], ...list.dataset, showsTitle: isTerm };
}

class Notes {
  constructor(page) {
    this.page = page;
    this.link = null;
    this.timer = 0;
    this.pointer = "";
    this.note = page.createElement("div");
    this.note.className = "note";
    this.note.popover = "manual";
    this.note.tabIndex = -1;
    this.note.setAttribute("role", "dialog");
    page.body.append(this.note);
    this.listen();
  }

  listen() {
    const page = this.page;
    const over = (event) => this.linkAt(event) ?? (this.note.contains(event.target) ? this.note : null);
    page.addEventListener("pointerdown", (event) => {
      this.pointer = event.pointerType;
      if (!over(event)) this.hide();
    });
    page.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse") this.pass(over(event));
    });
    page.addEventListener("focusin", (event) => {
      const link = this.linkAt(event);
      if (link && link.matches(":focus-visible")) this.show(link);
      else if (!link && !this.note.contains(event.target)) this.hide();
    });
    page.addEventListener("click", (event) => this.click(event));
    page.addEventListener("keydown", (event) => {
      this.pointer = "";
      if (event.key === "Escape") this.close();
    });
  }

  linkAt(event) {
    return event.target.closest?.(".citation a, a.term") ?? null;
  }

  // The pointer is over a link, over the note, or over neither.
  pass(place) {
    if (place && (place === this.note || place === this.link)) {
      clearTimeout(this.timer);
      this.timer = 0;
    } else if (place) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(place), patience / 2);
    } else if (this.link && this.page.activeElement !== this.link && !this.note.contains(this.page.activeElement)) {
      this.timer ||= setTimeout(() => this.hide(), patience);
    } else if (!this.link) {
      clearTimeout(this.timer);
      this.timer = 0;
    }
  }

  click(event) {
    const link = this.linkAt(event);
    const isTap = ["touch", "pen"].includes(event.pointerType || this.pointer);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isTap || !isPlain) return;
    if (link === this.link) {
      event.preventDefault();
      this.close();
    } else if (this.show(link)) {
      event.preventDefault();
      this.note.focus({ preventScroll: true });
    }
  }

  // True where there is something to show.
  show(link) {
    clearTimeout(this.timer);
    this.timer = 0;
    if (link === this.link) return true;
    const found = content(link, this.page);
    if (!found) return false;
    this.hide();
    this.link = link;
    this.fill(found);
    this.note.showPopover();
    this.move();
    return true;
  }

  fill({ title, text, more, close, showsTitle }) {
    const create = (name, ...children) => {
      const element = this.page.createElement(name);
      element.append(...children);
      return element;
    };
    this.note.setAttribute("aria-label", title);
    const way = create("a", more);
    way.href = this.link.href;
    way.addEventListener("click", () => this.hide());
    const button = create("button", close);
    button.type = "button";
    button.addEventListener("click", () => this.close());
    const ways = create("p", way, button);
    ways.className = "ways";
    const words = create("p", ...text);
    this.note.replaceChildren(...(showsTitle ? [create("p", create("strong", title))] : []), words, ways);
  }

  move() {
    const root = this.page.documentElement;
    const view = { width: root.clientWidth, x: root.scrollLeft, y: root.scrollTop };
    const at = place(this.link.getBoundingClientRect(), this.note.getBoundingClientRect(), view);
    this.note.style.left = `${at.left}px`;
    this.note.style.top = `${at.top}px`;
  }

  hide() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.link) return;
    this.link = null;
    this.note.hidePopover();
    this.note.replaceChildren();
  }

  // Hides the note, and gives the focus back where the note had it.
  close() {
    const link = this.link;
    const hadFocus = this.note.contains(this.page.activeElement);
    this.hide();
    if (link && hadFocus) link.focus({ preventScroll: true });
  }
}

export function start(page) {
  const hasLists = page.querySelector("[data-more]");
  const canShow = "popover" in page.documentElement;
  return hasLists && canShow ? new Notes(page) : null;
}

if (typeof document !== "undefined") start(document);
