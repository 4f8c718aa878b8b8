// The search box at work: a combobox that lists pages as one types.
//
// Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, a text field with a list that completes nothing.

import { deepLink } from "./search-box.js";
import { address, Asker, crisisBlock, explained, fill, isInVain, make, marked, Speaker, written } from "./search-results.js";

const most = 5;

export class SearchBox {
  constructor(form, words) {
    this.form = form;
    this.words = words;
    this.input = form.querySelector("input");
    this.popup = form.querySelector(".search-popup");
    this.notice = form.querySelector(".search-notice");
    this.said = form.querySelector(".search-said");
    this.list = form.querySelector("[role=listbox]");
    this.list.setAttribute("aria-label", words.found);
    this.speaker = new Speaker(form.querySelector("[role=status]"));
    this.active = null;
    this.shown = "";
    this.asker = new Asker(form.action, {
      show: (text, answer) => this.show(text, answer),
      wait: () => this.tell(this.words.waiting, []),
      fail: () => this.tell(this.words.failed, [this.toAll()]),
    });
    this.listen();
    if (document.activeElement === this.input) this.ask();
  }

  listen() {
    this.input.addEventListener("input", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.form.addEventListener("submit", () => this.close());
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.close();
    });
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target !== this.input && this.isOpen) this.goBack();
    });
    this.list.addEventListener("click", (event) => this.choose(event));
  }

  get isOpen() {
    return !this.popup.hidden;
  }

  ask() {
    const text = this.input.value;
    if (text.trim()) this.asker.ask(text, most);
    else this.close();
  }

  show(text, answer) {
    const { words } = this;
    this.notice.replaceChildren(...crisisBlock(answer.notice, words));
    this.said.replaceChildren(...explained(answer, words));
    if (isInVain(answer)) this.said.append(make("p", {}, fill(words.nothing, { query: text.trim() })));
    const chosen = text === this.shown ? this.active?.pathname : undefined;
    this.open(this.options(text, answer), chosen);
    this.shown = text;
    this.speaker.tell(answer, text.trim(), words, words.choose);
  }

  options(text, answer) {
    const { results, total, suggestion } = answer;
    const { words } = this;
    const found = results.map((result) => this.option(result));
    if (suggestion && !suggestion.isShown) {
      const href = deepLink(this.form.action, suggestion.text);
      found.unshift(make("a", { href, "data-query": suggestion.text }, fill(words.meant, suggestion)));
    }
    if (isInVain(answer)) found.push(this.toAll());
    if (total > results.length) {
      const all = fill(words.all, { count: written(total) });
      found.push(make("a", { href: deepLink(this.form.action, text.trim()) }, all));
    }
    return found;
  }

  option(result) {
    const where = [result.section, result.heading].filter(Boolean).join(" › ");
    return make(
      "a",
      { href: address(result), referrerpolicy: "no-referrer" },
      make("span", { class: "title" }, result.title),
      make("span", { class: "where" }, where),
      make("span", { class: "excerpt" }, ...marked(result.excerpt)),
    );
  }

  toAll() {
    return make("a", { href: this.words.aToZ }, this.words.aToZWords);
  }

  // Instead of results: that they are on their way, or that there are none to be had.
  tell(text, options) {
    this.notice.replaceChildren();
    this.said.replaceChildren(make("p", {}, text));
    this.open(options);
    this.speaker.say(text);
  }

  // What was chosen, by the address of its page, stays so where more of the same answer comes in.
  open(options, chosen) {
    options.forEach((option, index) => {
      const attributes = { role: "option", id: `search-option-${index}`, tabindex: "-1", "aria-selected": "false" };
      for (const [name, value] of Object.entries(attributes)) option.setAttribute(name, value);
    });
    this.list.replaceChildren(...options);
    this.list.hidden = options.length === 0;
    this.popup.hidden = false;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.select(options.find((option) => option.pathname === chosen) ?? null);
  }

  close() {
    this.asker.drop();
    this.speaker.say("");
    this.popup.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.select(null);
  }

  select(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const deeds = {
      ArrowDown: () => this.move(1, event.altKey),
      ArrowUp: () => this.move(-1, event.altKey),
      Enter: () => this.follow(),
      Escape: () => this.escape(),
      Tab: () => this.leave(),
    };
    if (deeds[event.key]?.()) event.preventDefault();
    else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.select(null);
  }

  // From the field through the list and back to the field. With Alt the list only opens or closes.
  move(step, isAlone) {
    if (!this.isOpen) this.ask();
    else if (isAlone && step < 0) this.close();
    else if (!isAlone) {
      const stops = [null, ...this.list.children];
      this.select(stops.at((stops.indexOf(this.active) + step) % stops.length));
    }
    return true;
  }

  escape() {
    if (this.isOpen) this.close();
    else if (this.input.value) this.input.value = "";
    else return false;
    return true;
  }

  follow() {
    const option = this.active;
    option?.click();
    return option !== null;
  }

  goBack() {
    this.close();
    this.input.focus();
  }

  // The list goes, but not the telephone numbers that the next stop may be.
  leave() {
    if (!this.notice.hasChildNodes()) this.close();
  }

  choose(event) {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    const { query } = option.dataset;
    if (query === undefined) {
      this.close();
      return;
    }
    event.preventDefault();
    this.input.value = query;
    this.input.focus();
    this.ask();
  }
}
