// What the search box and the search page share: asking, and saying what was found.

import { make, openEngine } from "./search-box.js";

export { make };

// In milliseconds: long enough for a screen reader to be done with the letters, and for a quick answer to be quick.
const beforeSpeaking = 800;
const beforeWaiting = 400;

// What is known at once, and then all there is.
async function* answers(base, text, limit) {
  const engine = await openEngine(base);
  const first = await engine.query(text, { limit, partial: true });
  yield first;
  if (first.isPartial) yield await engine.query(text, { limit });
}

// 'Pages found: {count}' with the count in it.
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (name, key) => values[key] ?? name);
}

export function written(number) {
  return number.toLocaleString(document.documentElement.lang || undefined);
}

export function address({ url, anchor }) {
  return anchor ? `${url}#${encodeURIComponent(anchor)}` : url;
}

export function marked(excerpt) {
  return excerpt.map(({ text, hit }) => (hit ? make("mark", {}, text) : text));
}

// Why a word was looked for that nobody typed: 'Spravato is a brand of esketamine', where the site's approvals say so.
export function reason({ from, to }, words) {
  for (const pair of (words.brands ?? "").split("|")) {
    const [brand, drug] = pair.split("=");
    const isPair = (x, y) => x.toLowerCase() === brand.toLowerCase() && y.toLowerCase() === drug?.toLowerCase();
    if (isPair(from, to) || isPair(to, from)) return fill(words.brand, { brand, drug });
  }
  return fill(words.also, { from, to });
}

export function explained(answer, words) {
  const { suggestion, also } = answer;
  const showing = suggestion?.isShown ? [fill(words.showing, suggestion)] : [];
  return [...showing, ...also.map((pair) => reason(pair, words))].map((text) => make("p", {}, text));
}

// Nothing was found, and that is worth a word: whoever asks for help in a crisis needs none on spelling.
export function isInVain({ total, notice }) {
  return total === 0 && !notice;
}

// Help in a crisis, as every article of the site shows it.
export function crisisBlock(notice, words) {
  if (!notice) return [];
  const [before, after = ""] = notice.message.split("{lines}");
  const lines = make("ul", { class: "crisis-lines" }, ...notice.lines.map((line) => crisisLine(line, words)));
  const all = make("p", {}, make("a", { href: notice.url }, words.crisis));
  return [make("div", { class: "crisis-block" }, ...paragraphs(before), lines, ...paragraphs(after), all)];
}

// Each line of the message is a paragraph.
function paragraphs(text) {
  return text.split("\n").filter((line) => line.trim()).map((line) => make("p", {}, line));
}

function crisisLine(line, words) {
  const digits = (number) => number.split("(")[0].replace(/[^\d+]/g, "");
  const link = (text, href) => [" ", make("a", { href, "aria-label": `${text}, ${line.name}` }, text)];
  const call = line.call ? link(`${words.call} ${line.call}`, `tel:${digits(line.call)}`) : [];
  const text = line.text ? link(`${words.text} ${line.text}`, `sms:${digits(line.text)}`) : [];
  const isPage = /^https?:/.test(line.chat ?? "");
  const chat = isPage ? link(line.chat.replace(/^https?:\/\/|\/$/g, ""), line.chat) : [];
  const details = [line.hours, line.note].filter(Boolean).flatMap((detail) => [" ", make("span", {}, detail)]);
  return make("li", {}, make("strong", {}, line.name), ...call, ...text, ...chat, ...details);
}

// Says something to a screen reader's listener, once typing pauses.
export class Speaker {
  constructor(region) {
    this.region = region;
    this.timer = 0;
  }

  say(text) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.region.textContent = text), text ? beforeSpeaking : 0);
  }

  tell(answer, query, words, ...more) {
    const found = answer.total ? [fill(words.count, { count: written(answer.total) }), ...more] : [];
    const nothing = isInVain(answer) ? [fill(words.nothing, { query })] : [];
    const help = answer.notice ? [words.help] : [];
    const showing = answer.suggestion?.isShown ? [fill(words.showing, answer.suggestion)] : [];
    this.say([...help, ...showing, ...found, ...nothing].join(" "));
  }
}

// Runs questions one over another: only the newest one's answer is shown.
export class Asker {
  constructor(base, { show, wait, fail }) {
    Object.assign(this, { base, show, wait, fail, number: 0 });
  }

  drop() {
    this.number += 1;
  }

  async ask(text, limit) {
    const number = ++this.number;
    const isNewest = () => number === this.number;
    const waiting = setTimeout(() => isNewest() && this.wait(), beforeWaiting);
    try {
      for await (const answer of answers(this.base, text, limit)) {
        clearTimeout(waiting);
        if (!isNewest()) return;
        this.show(text, answer);
      }
    } catch {
      if (isNewest()) this.fail();
    } finally {
      clearTimeout(waiting);
    }
  }
}
