// The search page: its results follow the field, and the address after '#q=' follows both, so that Back and links work.
// That part of an address is never sent to a server.

import { deepLink, openEngine, slashKey } from "./search-box.js";
import { address, Asker, crisisBlock, explained, fill, isInVain, make, marked, Speaker, written } from "./search-results.js";

const step = 10;

// Browsers refuse more than some three changes of the address a second. In milliseconds.
const beforeKeeping = 400;

class SearchPage {
  constructor(place) {
    this.words = place.dataset;
    this.form = place.querySelector("form");
    this.input = place.querySelector("input");
    this.instead = place.querySelector(".search-instead");
    this.notice = place.querySelector(".search-notice");
    this.said = place.querySelector(".search-said");
    this.count = place.querySelector(".search-count");
    this.list = place.querySelector(".search-results");
    this.more = place.querySelector(".search-more");
    this.tips = place.querySelector(".search-tips");
    this.ways = place.querySelector(".search-ways");
    this.speaker = new Speaker(place.querySelector("[role=status]"));
    this.limit = step;
    this.submitted = "";
    this.timer = 0;
    this.asker = new Asker(this.form.action, {
      show: (text, answer) => this.show(text, answer),
      wait: () => this.tell(this.words.waiting, false),
      fail: () => this.tell(this.words.failed, true),
    });
    this.instead.hidden = true;
    this.form.hidden = false;
    this.input.enterKeyHint = "search";
    this.offerKey(place.querySelector(".search-key"));
    this.listen();
    openEngine(this.form.action).catch(() => {});
    this.read();
  }

  offerKey(line) {
    const box = line.querySelector("input");
    line.hidden = false;
    box.checked = slashKey.isOn;
    box.addEventListener("change", () => (slashKey.isOn = box.checked));
  }

  listen() {
    this.input.addEventListener("input", () => this.type());
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.more.addEventListener("click", () => this.showMore());
    this.list.addEventListener("click", () => this.keep());
    addEventListener("pagehide", () => this.keep());
    addEventListener("popstate", () => this.read());
  }

  get text() {
    return this.input.value.trim();
  }

  // What the address asks for.
  read() {
    this.stopKeeping();
    this.submitted = (new URLSearchParams(location.hash.slice(1)).get("q") ?? "").trim();
    this.limit = history.state?.limit ?? step;
    if (this.text !== this.submitted) this.input.value = this.submitted;
    this.ask();
  }

  ask() {
    if (this.text) {
      this.ways.hidden = true;
      return this.asker.ask(this.input.value, this.limit);
    }
    this.asker.drop();
    this.speaker.say("");
    this.clear();
  }

  type() {
    this.limit = step;
    this.stopKeeping();
    this.timer = setTimeout(() => this.keep(), beforeKeeping);
    this.ask();
  }

  stopKeeping() {
    clearTimeout(this.timer);
    this.timer = 0;
  }

  // Writes into the address what was typed, in place of what was typed before.
  keep() {
    if (!this.timer) return;
    this.stopKeeping();
    history.replaceState({ limit: this.limit }, "", this.fragment(this.text));
  }

  fragment(text) {
    return text ? deepLink(location.pathname, text) : location.pathname;
  }

  // The entry that typing has changed gets back what was looked for there, and what is looked for now gets its own.
  submit(event) {
    event.preventDefault();
    this.search(this.text);
  }

  search(text) {
    this.stopKeeping();
    this.input.value = text;
    this.limit = step;
    if (text !== this.submitted) {
      history.replaceState({ limit: step }, "", this.fragment(this.submitted));
      history.pushState({ limit: step }, "", this.fragment(text));
      this.submitted = text;
    }
    this.ask();
  }

  clear() {
    this.help(null);
    for (const part of [this.said, this.list]) part.replaceChildren();
    for (const part of [this.count, this.more, this.tips]) part.hidden = true;
    this.ways.hidden = false;
  }

  // What is known at once lacks words that would push the results down when they come. Only help does not wait for them.
  show(text, answer) {
    const { results, total, suggestion, notice } = answer;
    const query = text.trim();
    this.help(notice);
    if (answer.isPartial) return this.wait(notice);
    this.said.replaceChildren(...this.offer(suggestion), ...explained(answer, this.words));
    this.count.textContent = fill(total ? this.words.count : this.words.nothing, { query, count: written(total) });
    this.count.hidden = total === 0 && !isInVain(answer);
    this.list.replaceChildren(...results.map((result) => this.item(result)));
    this.more.hidden = total <= results.length;
    this.tips.hidden = !isInVain(answer);
    this.ways.hidden = total > 0;
    this.speaker.tell(answer, query, this.words);
  }

  help(notice) {
    const said = notice ? JSON.stringify(notice) : "";
    if (said === this.notice.dataset.said) return;
    this.notice.dataset.said = said;
    this.notice.replaceChildren(...crisisBlock(notice, this.words));
  }

  // Help takes the place of the word that an answer is on its way.
  wait(notice) {
    if (notice) this.count.hidden = true;
    else if (!this.list.hasChildNodes()) this.tell(this.words.waiting, false);
  }

  offer(suggestion) {
    if (!suggestion || suggestion.isShown) return [];
    const button = make("button", { type: "button", class: "button" }, fill(this.words.meant, suggestion));
    button.addEventListener("click", () => {
      this.search(suggestion.text);
      this.input.focus();
    });
    return [make("p", {}, button)];
  }

  item(result) {
    const link = (words, href) => make("a", { href, referrerpolicy: "no-referrer" }, words);
    const section = result.section ? [make("span", {}, result.section)] : [];
    const heading = result.heading ? [link(result.heading, address(result))] : [];
    return make(
      "li",
      {},
      make("h2", {}, link(result.title, result.url)),
      make("p", { class: "where" }, ...section, ...heading),
      make("p", { class: "excerpt" }, ...marked(result.excerpt)),
    );
  }

  async showMore() {
    const shown = this.list.children.length;
    this.limit = shown + step;
    history.replaceState({ limit: this.limit }, "", this.fragment(this.text));
    await this.ask();
    this.list.children[shown]?.querySelector("a").focus();
  }

  // Instead of results: that they are on their way, or that there are none to be had.
  tell(text, isFinal) {
    this.clear();
    this.count.textContent = text;
    this.count.hidden = false;
    this.ways.hidden = !isFinal;
    this.speaker.say(text);
  }
}

const place = document.querySelector(".search-page");
if (place) new SearchPage(place);
