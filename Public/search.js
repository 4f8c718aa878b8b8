// Searches a site: the query never leaves the browser, and names of files do not tell it.
// `materia search` gives the same scores to the last bit: the order of sums and the place of ties matter.

const k1 = 2, b = 0.75, titleWeight = 2, titleBonus = 0.6, headingBonus = 0.2, synonymWeight = 0.8;
const prefixWeight = 0.7, knownPrefixWeight = 0.3, mostPrefixes = 24;
const mostTokens = 32, termLength = 40, windowLength = 28, leadLength = 6;
const termFrequencies = [0, 1, 2, 3, 4.5, 7, 11, 20], densities = [0, 0.35, 0.7, 1.125, 1.8, 3, 5.5, 12];
const titleLengthOfClass = [1, 1, 2, 3, 4, 6, 9, 13];
const roots = [1, 1.189207115002721, 1.4142135623730951, 1.681792830507429];
const inTitle = 8, inHeading = 16;

const runPattern = /['’‘ʼ＇\u00AD\u200B-\u200D\u2060\uFEFF\p{L}\p{N}\p{M}]+/gu;
const dropped = /[\u0300-\u036F\u064B-\u0652\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u00AD\u200B-\u200D\u2060\uFEFF]/g;
// Written without spaces: its terms are pairs of neighbours.
const paired = /([\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+)/u;
const letters = new Map("ßss æae œoe øo đd ðd ħh ıi łl þth ςσ ’' ‘' ʼ' ＇'".split(" ").map((pair) => [pair[0], pair.slice(1)]));

const isPaired = (term) => paired.test(term);
const isSpelled = (term) => !isPaired(term) && !/\p{N}/u.test(term);
const length = (term) => [...term].length;

/** The words of a text: `{start, end, terms}`, in UTF-16 units. */
export function runs(text) {
  const found = [...text.matchAll(runPattern)].filter(([run]) => /[\p{L}\p{N}]/u.test(run));
  return found.map(({ 0: run, index }) => ({ start: index, end: index + run.length, terms: terms(run) }));
}

/** What a run is searched by. */
export function terms(run) {
  if (/^[a-z0-9]+$/i.test(run)) return [run.toLowerCase().slice(0, termLength)];
  const bare = run.normalize("NFKD").toLowerCase().replace(dropped, "").normalize("NFC");
  const folded = Array.from(bare, (letter) => letters.get(letter) ?? letter).join("");
  return folded.split(/[^\p{L}\p{N}\p{M}']+/u).map(withoutApostrophes).flatMap(pieces);
}

function withoutApostrophes(part) {
  const words = part.split("'").filter((word) => word);
  if (words.length > 1 && words.at(-1) === "s") words.pop();
  return words.join("");
}

function pieces(word) {
  return word.split(paired).filter((piece) => piece).flatMap((piece) => {
    const points = [...piece];
    if (!isPaired(piece)) return points.slice(0, termLength).join("");
    return points.length === 1 ? points : points.slice(1).map((point, i) => points[i] + point);
  });
}

export function simpleSlug(text) {
  return text.replace(/[^\w -]/g, "").toLowerCase().replaceAll(" ", "-");
}

/** With swaps of neighbours; `most + 1` for more than `most`. */
export function editDistance(first, second, most) {
  const x = [...first], y = [...second];
  if (Math.abs(x.length - y.length) > most) return most + 1;
  const rows = [[...y.keys(), y.length]];
  for (let i = 1; i <= x.length; i++) {
    const row = [i], last = rows[i - 1];
    for (let j = 1; j <= y.length; j++) {
      const isSwap = x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1];
      row.push(Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x[i - 1] === y[j - 1] ? 0 : 1), isSwap ? rows[i - 2][j - 2] + 1 : Infinity));
    }
    if (Math.min(...row) > most) return most + 1;
    rows.push(row);
  }
  return Math.min(rows[x.length][y.length], most + 1);
}

export function compare(x, y) {
  const end = Math.min(x.length, y.length);
  for (let i = 0; i < end; i++) {
    const s = x.charCodeAt(i), t = y.charCodeAt(i);
    if (s !== t) return s >= 0xd800 && t >= 0xd800 ? ((s + 0x2000) & 0xffff) - ((t + 0x2000) & 0xffff) : s - t;
  }
  return x.length - y.length;
}

function check(isRight) {
  if (!isRight) throw new Error("Search: a file of the index is damaged.");
}

function decodeText(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return check(false);
  }
}

function lines(text, count) {
  const found = count === 0 ? [] : text.split("\n");
  check(found.length === count);
  return found;
}

// Counts are held to the bytes that are left: damage ends in an error, soon.
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.bit = 0;
  }

  varint() {
    let value = 0;
    for (let factor = 1; factor < 2 ** 35; factor *= 128) {
      check(this.at < this.bytes.length);
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128 && value < 2 ** 31) return value;
    }
    return check(false);
  }

  count() {
    const count = this.varint();
    check(count <= this.bytes.length - this.at);
    return count;
  }

  block() {
    const count = this.count();
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  string() {
    return decodeText(this.block());
  }

  list(read) {
    return Array.from({ length: this.count() }, read);
  }

  strings() {
    return this.list(() => this.string());
  }

  varints() {
    const found = [];
    while (this.at < this.bytes.length) found.push(this.varint());
    return found;
  }

  bits(count) {
    let value = 0;
    for (let i = 0; i < count; i++, this.bit++) {
      check(this.bit >> 3 < this.bytes.length);
      value = (value << 1) | ((this.bytes[this.bit >> 3] >> (7 - (this.bit & 7))) & 1);
    }
    return value;
  }

  below(range) {
    const width = 31 - Math.clz32(range);
    const short = 2 ** (width + 1) - range;
    const value = this.bits(width);
    return value < short ? value : value * 2 + this.bits(1) - short;
  }
}

/** Binary interpolative coding. */
export function decodeList(reader, list, start, end, low, high) {
  const count = end - start;
  if (count === 0) return;
  if (count === high - low + 1) {
    for (let i = 0; i < count; i++) list[start + i] = low + i;
    return;
  }
  const before = count >> 1;
  const least = low + before, most = high - (count - 1 - before);
  const value = least + reader.below(most - least + 1);
  list[start + before] = value;
  decodeList(reader, list, start, start + before, low, value - 1);
  decodeList(reader, list, start + before + 1, end, value + 1, high);
}

export function decodeIndex(bytes) {
  const reader = new Reader(bytes);
  if (reader.varint() !== 3) throw new Error("Search: the index is of another version.");
  const index = {
    folder: reader.string(),
    language: reader.string(),
    home: reader.string(),
    pageCount: reader.varint(),
    wordBuckets: reader.varint(),
    pageBuckets: reader.varint(),
    spellingBuckets: reader.varint(),
    hasAllText: reader.varint() % 2 === 1,
    titleLength: Math.max(1, reader.varint()) / 16,
    sections: reader.string().split("\n").map((line) => line.split("\t")),
    stopWords: new Set(reader.strings()),
    suffixes: new Set(reader.strings()).add(""),
    splitKeys: new Set(reader.strings()),
    choices: reader.block(),
    synonyms: decodeSynonyms(reader),
    careful: new Set(reader.strings()),
    drugEndings: reader.strings(),
    crisis: reader.varint() === 0 ? null : decodeCrisis(reader),
  };
  check(/^[0-9a-f]{12}$/.test(index.folder) && (index.wordBuckets === 0) === (index.pageBuckets === 0));
  return index;
}

function decodeSynonyms(reader) {
  const phrase = (text) => ({ text, terms: runs(text).flatMap((run) => run.terms) });
  const entries = reader.list(() => ({ from: reader.strings().map(phrase), also: reader.strings().map(phrase) }));
  const phrases = entries.flatMap((entry, order) => entry.from.map((from) => ({ order, entry, from })));
  return { phrases, terms: new Set(phrases.flatMap(({ from }) => from.terms)) };
}

function decodeCrisis(reader) {
  return {
    path: reader.string(),
    message: reader.string(),
    lines: reader.list(() => Object.fromEntries(["name", "call", "text", "chat", "hours", "note"].map((name) => [name, reader.string()]))),
    patterns: reader.strings().map((pattern) => pattern.split(" ").filter((word) => word)),
  };
}

function decodeForms(prefixLengths, suffixes) {
  const count = prefixLengths.length;
  const bytes = new Uint8Array(prefixLengths.reduce((size, prefix) => size + prefix, suffixes.length + 1));
  let at = 0, last = 0, from = 0;
  for (const prefix of prefixLengths) {
    const start = at;
    check(prefix === 0 || prefix < start - last);
    bytes.copyWithin(at, last, last + prefix);
    at += prefix;
    while (from < suffixes.length && suffixes[from] !== 10) bytes[at++] = suffixes[from++];
    check(from++ <= suffixes.length);
    bytes[at++] = 10;
    last = start;
  }
  return lines(decodeText(bytes.subarray(0, Math.max(0, at - 1))), count);
}

function decodeShard(reader, base, pageCount) {
  const forms = decodeForms(reader.block(), reader.block());
  const refs = new Reader(reader.block()), counts = new Reader(reader.block());
  const symbols = reader.block(), bits = new Reader(reader.block());
  const groupOf = new Uint32Array(forms.length);
  let groupCount = base;
  for (let i = 0; i < forms.length; i++) {
    const ref = refs.varint();
    check(ref <= groupCount);
    groupOf[i] = ref === 0 ? groupCount++ : groupCount - ref;
  }
  const starts = new Uint32Array(groupCount + 1);
  const pages = new Uint32Array(symbols.length);
  for (let group = 0; group < groupCount; group++) {
    const start = starts[group], end = start + counts.varint();
    check(end <= symbols.length && end - start <= pageCount);
    decodeList(bits, pages, start, end, 0, pageCount - 1);
    starts[group + 1] = end;
  }
  check(starts[groupCount] === symbols.length);
  return { forms, groupOf, starts, pages, symbols };
}

function decodePages(reader, count) {
  const sections = new Reader(reader.block()).varints();
  check(sections.length === count);
  return { sections, titles: lines(reader.string(), count), slugs: lines(reader.string(), count) };
}

const decodeTexts = (reader) => reader.string().split("\f").map((text) => ({ text }));

function decodeUnits(text) {
  const units = [{ heading: { text: "" }, anchor: "", passages: [] }];
  for (const line of text.split("\n")) {
    const [heading, anchor = simpleSlug(heading)] = line.slice(1).split("\t");
    if (line.startsWith("#")) units.push({ heading: { text: heading }, anchor, passages: [] });
    else if (line) units.at(-1).passages.push({ text: line });
  }
  return units;
}

const runsOf = (passage) => (passage.runs ??= runs(passage.text));

class Group {
  constructor(lexicon, number) {
    this.lexicon = lexicon;
    this.number = number;
    this.forms = lexicon.members[number];
    this.count = lexicon.shards.reduce((count, { starts }) => count + (starts[number + 1] - starts[number] || 0), 0);
    // Rounded: logarithms may differ in the last bit. Never 0: a word of all pages is found.
    this.idf = Math.max(1, Math.round(256 * Math.log(1 + (lexicon.pageCount - this.count + 0.5) / (this.count + 0.5)))) / 256;
  }

  each(body) {
    for (const { starts, pages, symbols } of this.lexicon.shards) {
      const end = starts[this.number + 1];
      for (let i = starts[this.number]; i < end; i++) body(pages[i], symbols[i]);
    }
  }
}

class Lexicon {
  constructor(shards, pageCount) {
    this.shards = shards;
    this.pageCount = pageCount;
    this.groups = [];
    this.members = [];
    const entries = shards.flatMap(({ forms, groupOf }) => forms.map((form, i) => ({ form, number: groupOf[i] })));
    if (shards.length > 1) entries.sort((x, y) => compare(x.form, y.form));
    this.forms = entries.map(({ form }) => form);
    this.groupOf = entries.map(({ number }) => number);
    for (const { form, number } of entries) (this.members[number] ??= []).push(form);
  }

  group(place) {
    const number = this.groupOf[place];
    return (this.groups[number] ??= new Group(this, number));
  }

  place(form) {
    let low = 0, high = this.forms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.forms[middle], form) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  find(form) {
    const place = this.place(form);
    return this.forms[place] === form ? this.group(place) : null;
  }

  each(prefix, body) {
    for (let i = this.place(prefix); this.forms[i]?.startsWith(prefix); i++) body(this.forms[i], this.group(i));
  }
}

const bitCount = (bits) => {
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
};

// A bit for each of 32 kinds of letters: an edit changes two at most.
function signature(form) {
  let bits = 0, count = 0;
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    bits |= 1 << (unit & 31);
    count++;
  }
  return { bits, count };
}

class Speller {
  constructor(forms, counts) {
    this.forms = forms;
    this.counts = counts;
    this.signatures = forms.map(signature);
  }

  nearest(term) {
    const { bits, count } = signature(term);
    let most = count < 8 ? 1 : 2;
    let best = null;
    for (const [i, form] of this.forms.entries()) {
      const other = this.signatures[i];
      if (Math.abs(other.count - count) > most || bitCount(bits ^ other.bits) > 2 * most) continue;
      const distance = editDistance(term, form, most);
      if (distance > most) continue;
      const startsSame = form.codePointAt(0) === term.codePointAt(0) ? 1 : 0;
      const found = { form, distance, startsSame, count: this.counts[i] };
      if (!best || (best.distance - distance || startsSame - best.startsSame || found.count - best.count) > 0) best = found;
      most = distance;
    }
    return best;
  }
}

class Site {
  constructor(index, base, read) {
    this.index = index;
    this.base = base;
    this.read = read;
    this.files = new Map();
    this.vocabularies = {};
    this.isWhole = index.wordBuckets === 0;
    if (!this.isWhole) this.setRanking(new Uint8Array(index.pageCount).fill(16), new Uint8Array(index.pageCount), densities);
  }

  file(name, decode) {
    if (!this.files.has(name)) {
      const file = this.read(`${this.index.folder}/${name}`).then((bytes) => decode(new Reader(bytes)));
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return this.files.get(name);
  }

  setRanking(lengths, titleLengths, frequencies) {
    const { pageCount, titleLength } = this.index;
    check(lengths.length === pageCount && titleLengths.length === pageCount);
    this.ranking = new Ranking(lengths, titleLengths, titleLength, frequencies);
  }

  async first() {
    const { pageCount } = this.index;
    return this.file("first.bin", (reader) => {
      this.setRanking(reader.block(), reader.block(), termFrequencies);
      return { pages: decodePages(reader, pageCount), shard: decodeShard(reader, 0, pageCount) };
    });
  }

  // All, whatever is asked.
  async prepare() {
    if (!this.isWhole) return {};
    const { shard } = await this.first();
    const rest = Promise.all([
      this.file("rest.bin", (reader) => decodeShard(reader, shard.starts.length - 1, this.index.pageCount)),
      this.file("text.bin", decodeTexts),
    ]);
    rest.then(([, texts]) => (this.texts = texts), () => {});
    return { rest };
  }

  async vocabulary(isPartial) {
    const shards = this.isWhole ? [(await this.first()).shard, ...(isPartial ? [] : [await this.file("rest.bin")])] : null;
    return (this.vocabularies[isPartial] ??= new Vocabulary(this, shards && new Lexicon(shards, this.index.pageCount), isPartial));
  }

  bucket(form) {
    const { pageCount } = this.index;
    return this.file(`w${bucket(form, this.index)}.bin`, (reader) => new Lexicon([decodeShard(reader, 0, pageCount)], pageCount));
  }

  spelling(form) {
    const number = hash([...form].slice(-2).join("")) % this.index.spellingBuckets;
    return this.file(`s${number}.bin`, (reader) => new Speller(decodeForms(reader.block(), reader.block()), new Reader(reader.block()).varints()));
  }

  async place(number) {
    if (this.isWhole) return [(await this.first()).pages, this.texts, number];
    const { pageCount, pageBuckets } = this.index;
    const k = number % pageBuckets;
    const decode = (reader) => [decodePages(reader, Math.ceil((pageCount - k) / pageBuckets)), decodeTexts(reader)];
    return [...await this.file(`p${k}.bin`, decode), (number - k) / pageBuckets];
  }

  async page(number) {
    const [pages, texts, row] = await this.place(number);
    const [folder, section = ""] = this.index.sections[pages.sections[row]] ?? check(false);
    const title = pages.titles[row], slug = pages.slugs[row];
    const text = texts ? texts[row] ?? check(false) : { text: "" };
    const url = this.url(folder + (slug === "=" ? `${simpleSlug(title)}/` : slug));
    return { url, title, section, units: (text.units ??= decodeUnits(text.text)) };
  }

  url(path) {
    return new URL(`./${path}`, new URL(this.base.protocol === "file:" ? this.index.home : "..", this.base)).pathname;
  }
}

export function bucket(form, { splitKeys, choices, wordBuckets }) {
  const points = [...form];
  let size = Math.min(3, points.length);
  while (size < points.length && splitKeys.has(points.slice(0, size).join(""))) size++;
  const slot = hash(points.slice(0, size).join("")) % (choices.length * 8);
  return hash(`${slot} ${(choices[slot >> 3] >> (slot & 7)) & 1}`) % wordBuckets;
}

/** FNV-1a. */
export function hash(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** The terms of a query, each with its phrase in quotes. */
export function parse(text) {
  const quotes = Array.from(text.matchAll(/["“”„«»]/g), (match) => match.index);
  const tokens = [];
  let before = 0;
  for (const { start, end, terms } of runs(text)) {
    while (quotes[before] < start) before++;
    const phrase = before % 2 === 1 && before < quotes.length ? before : -1;
    for (const term of terms) {
      const isOpen = end === text.length && phrase < 0 && terms.length === 1 && (isPaired(term) || length(term) >= 2);
      tokens.push({ term, start, end, phrase, isOpen, group: null, repair: "", isOffered: false, prefixes: [] });
    }
  }
  return tokens;
}

function matchesWord(pattern, term) {
  const isPrefix = pattern.endsWith("*");
  const word = isPrefix ? pattern.slice(0, -1) : pattern;
  if (isPrefix ? term.startsWith(word) : term === word) return true;
  const count = length(word), points = [...term];
  const ends = isPrefix ? [count - 1, count, count + 1] : [points.length];
  return count >= 5 && ends.some((end) => end <= points.length && editDistance(word, points.slice(0, end).join(""), 1) <= 1);
}

/** A slip in a long word does not hide a cry for help. */
export function matchesPattern(pattern, words) {
  return pattern.length > 0 && pattern.every((word) => words.some((term) => matchesWord(word, term)));
}

class Vocabulary {
  constructor(site, lexicon, isPartial) {
    this.site = site;
    this.index = site.index;
    this.whole = lexicon;
    this.isPartial = isPartial;
    this.found = new Map();
  }

  lexicon(form) {
    return this.whole ?? this.site.bucket(form);
  }

  async known(form) {
    return (await this.find(form)) ?? this.inflection(form);
  }

  async find(form) {
    return (await this.lexicon(form)).find(form);
  }

  async nearest(term) {
    const lexicon = await this.lexicon(term);
    lexicon.speller ??= new Speller(lexicon.forms, lexicon.forms.map((_, i) => lexicon.group(i).count));
    const near = lexicon.speller.nearest(term);
    return near || this.whole ? near : (await this.site.spelling(term)).nearest(term);
  }

  async look(token) {
    const key = `${token.term} ${token.isOpen}`;
    const found = this.found.get(key) ?? await this.lookUp(token);
    this.found.set(key, found);
    Object.assign(token, found);
  }

  async lookUp({ term, isOpen }) {
    const group = await this.known(term);
    const prefixes = isOpen ? await this.prefixes(term) : [];
    const isKnown = group || prefixes.length > 0 || this.index.synonyms.terms.has(term) || this.isPartial;
    return { group, prefixes, ...(isKnown ? {} : await this.repair(term)) };
  }

  // A known word but for its ending.
  async inflection(term) {
    if (!isSpelled(term)) return null;
    const points = [...term];
    const { suffixes } = this.index;
    for (let end = points.length - 1; end >= Math.max(3, points.length - 5); end--) {
      const ending = points.slice(end).join("");
      if (!suffixes.has(ending) || 5 * end < (ending.length > 3 ? 20 : 3 * points.length)) continue;
      const stem = points.slice(0, end).join("");
      let best = null;
      (await this.lexicon(term)).each(stem, (form, group) => {
        const rest = form.slice(stem.length);
        if (length(rest) > 5 || !suffixes.has(rest)) return;
        if (!best || (group.count - best.group.count || compare(best.form, form)) > 0) best = { form, group };
      });
      if (best) return best.group;
    }
    return null;
  }

  async prefixes(term) {
    if (!this.whole && !isPaired(term) && length(term) < 3) return [];
    const groups = new Set();
    (await this.lexicon(term)).each(term, (form, group) => {
      if (form !== term) groups.add(group);
    });
    return [...groups].sort((x, y) => y.count - x.count).slice(0, mostPrefixes);
  }

  async repair(term) {
    const near = length(term) >= 4 && isSpelled(term) && await this.nearest(term);
    if (!near) return {};
    const isOffered = near.distance === 2 && [near.form, term].some((word) => this.isDrugLike(word));
    return { repair: near.form, isOffered, group: isOffered ? null : await this.find(near.form) };
  }

  // Another medicine is no typing error.
  isDrugLike(term) {
    const { careful, drugEndings } = this.index;
    return careful.has(term) || (length(term) >= 8 && drugEndings.some((ending) => term.endsWith(ending)));
  }

  async joins(tokens) {
    const found = await Promise.all(tokens.slice(1).map(async (next, i) => {
      const token = tokens[i];
      if (!token.isKept || !next.isKept || token.phrase !== next.phrase || isPaired(token.term) || isPaired(next.term)) return null;
      const group = (await this.lexicon(token.term)).find(token.term + next.term);
      return group && { groups: [group], weight: 1, first: i, last: i + 1, isSpan: true };
    }));
    return found.filter((join) => join);
  }

  async synonyms(tokens) {
    const found = await Promise.all(this.matches(tokens).map(async (match) => {
      const { entry, from, first, last } = match;
      const own = tokens.slice(first, last + 1).filter((token) => token.isKept).map((token) => token.group);
      const phrases = entry.also.length > 0 ? entry.also : entry.from.filter((phrase) => phrase !== from);
      return Promise.all(phrases.map(async (phrase) => {
        const groups = await this.groups(phrase.terms);
        const isSame = groups.length === own.length && groups.every((group, i) => group === own[i]);
        return { groups, weight: synonymWeight, first, last, isSpan: true, from: from.text, to: phrase.text, isSame };
      }));
    }));
    return found.flat().filter(({ groups, isSame }) => groups.length > 0 && groups.every((group) => group) && !isSame);
  }

  groups(terms) {
    const kept = terms.filter((term) => !this.index.stopWords.has(term));
    return Promise.all((kept.length > 0 ? kept : terms).map((term) => this.known(term)));
  }

  // For each entry from the left, the longest phrase first.
  matches(tokens) {
    const word = (token) => (token.repair && !token.isOffered ? token.repair : token.term);
    const isSame = (token, term) => word(token) === term || (token.group !== null && token.group.lexicon.find(term) === token.group);
    const found = [];
    for (const [first, token] of tokens.entries()) {
      const starts = new Set([word(token), ...(token.group?.forms ?? [])]);
      for (const { order, entry, from } of this.index.synonyms.phrases) {
        if (!starts.has(from.terms[0])) continue;
        const last = first + from.terms.length - 1;
        const span = tokens.slice(first, last + 1);
        const isMatch = last < tokens.length && span.some((token) => token.isKept) && span.every((token, i) => isSame(token, from.terms[i]));
        if (isMatch) found.push({ order, entry, from, first, last });
      }
    }
    found.sort((x, y) => x.order - y.order || x.first - y.first || y.last - x.last);
    let taken = { order: -1, last: -1 };
    return found.filter((match) => {
      if (match.order === taken.order && match.first <= taken.last) return false;
      taken = match;
      return true;
    });
  }
}

const sum = (groups) => groups.reduce((total, group) => total + group.idf, 0);

// A slot: words that belong together, with all that may stand for them.
function makeSlots(tokens, alternatives) {
  const slots = [];
  for (const i of tokens.keys()) {
    const last = Math.max(i, ...alternatives.filter(({ first }) => first === i).map(({ last }) => last));
    const slot = slots.at(-1);
    if (slot?.last >= i) slot.last = Math.max(slot.last, last);
    else slots.push({ first: i, last });
  }
  for (const slot of slots) {
    slot.literal = tokens.slice(slot.first, slot.last + 1).map(({ group }) => group).filter((group) => group);
    slot.alternatives = alternatives.filter(({ first }) => first >= slot.first && first <= slot.last);
    slot.weight = sum(slot.literal.length > 0 ? slot.literal : slot.alternatives[0]?.groups ?? []);
  }
  return slots.filter((slot) => slot.literal.length > 0 || slot.alternatives.length > 0);
}

const makeTables = (count) => Object.fromEntries(["value", "title", "heading", "terms", "share"].map((name) => [name, new Float64Array(count)]));

function clear(tables) {
  for (const table of Object.values(tables)) table.fill(0);
}

class Ranking {
  constructor(lengths, titleLengths, averageTitleLength, frequencies) {
    this.count = lengths.length;
    this.frequencies = frequencies;
    this.titleLengths = titleLengths.map((length) => Math.min(15, Math.max(1, length)));
    this.lengths = Float64Array.from(lengths, (code) => 1 - b + b * (roots[code & 3] * 2 ** (((code & 31) >> 2) - 4)));
    this.titles = Array.from({ length: 16 }, (_, length) => titleWeight / (1 - b + b * length / averageTitleLength));
    this.page = makeTables(this.count);
    this.slot = makeTables(this.count);
    this.way = makeTables(this.count);
  }

  score(slots) {
    const { page } = this;
    clear(page);
    for (const slot of slots) this.addSlot(slot);
    const total = slots.reduce((total, slot) => total + slot.weight, 0);
    const pages = [], scores = new Float64Array(this.count);
    for (let d = 0; d < this.count; d++) {
      if (page.value[d] <= 0) continue;
      const title = page.title[d] / total, heading = page.heading[d] / total;
      const share = Math.min(1, page.terms[d] / this.titleLengths[d]);
      pages.push(d);
      scores[d] = page.value[d] + total * (titleBonus * title * title * (0.3 + 0.7 * share) + headingBonus * heading * heading);
    }
    return { pages, scores };
  }

  addSlot({ literal, alternatives, weight }) {
    const { page, slot } = this;
    clear(slot);
    if (literal.length > 0) this.addWay(literal, 1, true);
    for (const alternative of alternatives) this.addWay(alternative.groups, alternative.weight, false);
    for (let d = 0; d < this.count; d++) {
      if (slot.value[d] <= 0) continue;
      page.value[d] += slot.value[d];
      page.title[d] += weight * slot.title[d];
      page.heading[d] += weight * slot.heading[d];
      page.terms[d] += slot.terms[d];
    }
  }

  // A part of a synonym is worth little.
  addWay(groups, weight, isLiteral) {
    const { way, slot } = this;
    const total = this.gather(groups);
    for (let d = 0; d < this.count; d++) {
      if (way.share[d] === 0) continue;
      const share = way.share[d] / total;
      const value = isLiteral ? way.value[d] : weight * way.value[d] * share * share;
      const title = weight * (way.title[d] / total), heading = weight * (way.heading[d] / total);
      if (value > slot.value[d]) slot.value[d] = value;
      if (heading > slot.heading[d]) slot.heading[d] = heading;
      if (title > slot.title[d]) {
        slot.title[d] = title;
        slot.terms[d] = way.terms[d];
      }
    }
  }

  gather(groups) {
    const { way, lengths, titles, titleLengths, frequencies } = this;
    clear(way);
    for (const group of groups) {
      const { idf } = group;
      group.each((d, symbol) => {
        const isTitle = symbol & inTitle;
        if (symbol > 31) titleLengths[d] = titleLengthOfClass[symbol >> 5];
        const frequency = frequencies[symbol & 7] / lengths[d] + (isTitle ? titles[titleLengths[d]] : 0);
        way.value[d] += idf * (frequency / (frequency + k1));
        way.share[d] += idf;
        if (symbol & (inTitle | inHeading)) way.heading[d] += idf;
        if (isTitle) {
          way.title[d] += idf;
          way.terms[d]++;
        }
      });
    }
    return sum(groups);
  }

  // The pages with all groups of a way.
  holding(pages, ways) {
    const found = new Set(ways.flatMap((groups) => {
      const total = this.gather(groups);
      return pages.filter((d) => this.way.share[d] === total);
    }));
    return pages.filter((d) => found.has(d));
  }
}

// Keeps the pages with a phrase in them.
async function verified(pages, phrase, site) {
  const forms = phrase.map((token) => new Set([token.term, ...(token.group?.forms ?? [])]));
  const isRight = await Promise.all(pages.map(async (number) => {
    const { title, units } = await site.page(number);
    return [{ text: title }, ...units.flatMap((unit) => [unit.heading, ...unit.passages])].some((passage) => {
      const words = runsOf(passage).flatMap((run) => run.terms);
      return words.some((_, start) => forms.every((forms, i) => forms.has(words[start + i])));
    });
  }));
  return pages.filter((_, i) => isRight[i]);
}

const union = (masks) => masks.reduce((all, mask) => all | mask, 0);

function weigh(masks, slots) {
  const mask = union(masks);
  return slots.reduce((total, { weight }, i) => (mask & (1 << i) ? total + weight : total), 0);
}

function hitMasks(slots) {
  const masks = new Map();
  for (const [i, { literal, alternatives }] of slots.entries()) {
    for (const group of [...literal, ...alternatives.flatMap(({ groups }) => groups)]) {
      for (const form of group.forms) masks.set(form, masks.get(form) | (1 << i));
    }
  }
  return masks;
}

const heaviest = (list) => list.reduce((best, item) => (item.weight > best.weight ? item : best), list[0]);

function excerptOf(units, slots, masks) {
  const look = (passage) => {
    const hits = runsOf(passage).map(({ terms }) => union(terms.map((term) => masks.get(term))));
    return { passage, hits, weight: weigh(hits, slots) };
  };
  const seen = units.map((unit) => {
    const passages = unit.passages.map(look);
    const weight = look(unit.heading).weight * 1.5 + weigh(passages.flatMap(({ hits }) => hits), slots);
    return { heading: unit.heading.text, anchor: unit.anchor, passages, weight };
  });
  const { heading, anchor, passages } = heaviest(seen);
  const best = heaviest(passages.length > 0 ? passages : seen[0].passages);
  return { heading, anchor, excerpt: best ? piecesOf(best, slots) : [] };
}

// Most of the query, most hits, the earliest; it may move on, never back.
function windowStart(hits, slots) {
  const last = hits.length - windowLength;
  let best = { start: 0, weight: -1 };
  for (let start = 0; start <= last; start++) {
    const shown = hits.slice(start, start + windowLength);
    const weight = weigh(shown, slots), count = shown.filter((mask) => mask).length;
    if ((weight - best.weight || count - best.count) > 0) best = { start, weight, count };
  }
  const first = hits.findIndex((mask, i) => i >= best.start && mask);
  return best.start && Math.min(Math.max(best.start, first - leadLength), last);
}

function piecesOf({ passage: { text, runs }, hits }, slots) {
  const first = windowStart(hits, slots), last = Math.min(first + windowLength, runs.length) - 1;
  let at = 0, lead = "";
  if (first > 0) [at, lead] = [runs[first].start, "… "];
  const pieces = [];
  const add = (end, hit, tail = "") => {
    const piece = lead + text.slice(at, end) + tail;
    if (piece) pieces.push({ text: piece, hit });
    [at, lead] = [end, ""];
  };
  for (let i = first; i <= last; i++) {
    if (hits[i] === 0) continue;
    add(runs[i].start, false);
    add(runs[i].end, true);
  }
  if (last < runs.length - 1) add(runs[last].end, false, " …");
  else add(text.length, false);
  return pieces;
}

function noticeOf(tokens, site) {
  const { patterns, path, message, lines } = site.index.crisis ?? { patterns: [] };
  const words = [...new Set(tokens.map(({ term }) => term))];
  return patterns.some((pattern) => matchesPattern(pattern, words)) ? { kind: "crisis", url: site.url(path), message, lines } : null;
}

function suggestionOf(query, tokens) {
  const repaired = tokens.filter((token) => token.repair);
  if (repaired.length === 0) return null;
  let text = "", at = 0;
  for (const { start, end, repair } of repaired) {
    text += query.slice(at, start) + repair;
    at = end;
  }
  return {
    text: (text + query.slice(at)).toLowerCase().trim(),
    words: repaired.map(({ term, repair }) => ({ from: term, to: repair })),
    isShown: repaired.every((token) => !token.isOffered),
  };
}

function alsoOf(alternatives) {
  const pairs = alternatives.filter(({ from }) => from !== undefined).map(({ from, to }) => [`${from}\n${to}`.toLowerCase(), { from, to }]);
  return [...new Map(pairs).values()];
}

async function answer(site, text, { limit = 10, partial = false }) {
  const { rest } = await site.prepare();
  const isPartial = partial && site.isWhole && !site.texts;
  if (!isPartial) await rest;
  const all = parse(text), tokens = all.slice(0, mostTokens);
  const isStop = ({ term }) => site.index.stopWords.has(term);
  for (const token of tokens) token.isKept = !isStop(token) || tokens.every(isStop);
  const vocabulary = await site.vocabulary(isPartial);
  // Fetched beside the words.
  if (!site.isWhole) vocabulary.synonyms(tokens).catch(() => {});
  await Promise.all(tokens.filter(({ isKept }) => isKept).map((token) => vocabulary.look(token)));
  const prefixes = tokens.flatMap(({ group, prefixes }, i) => prefixes.map((prefix) => ({
    groups: [prefix], first: i, last: i,
    weight: (group ? knownPrefixWeight : prefixWeight) * Math.min(1, (group ?? prefixes[0]).idf / prefix.idf),
  })));
  const alternatives = [...prefixes, ...await vocabulary.joins(tokens), ...await vocabulary.synonyms(tokens)];
  const slots = makeSlots(tokens, alternatives);
  const { pages, scores } = site.ranking.score(slots);
  let found = pages;
  for (const number of new Set(tokens.map((token) => token.phrase))) {
    if (number < 0) continue;
    const phrase = tokens.filter((token) => token.phrase === number);
    for (const token of phrase.filter(({ isKept }) => isKept)) {
      const place = tokens.indexOf(token);
      const ways = alternatives.filter(({ isSpan, first, last }) => isSpan && first <= place && place <= last).map(({ groups }) => groups);
      found = site.ranking.holding(found, token.group ? [[token.group], ...ways] : ways);
    }
    if (site.index.hasAllText && !isPartial) found = await verified(found, phrase, site);
  }
  const masks = hitMasks(slots);
  const best = [...found].sort((x, y) => scores[y] - scores[x] || x - y).slice(0, Math.max(0, limit));
  const results = await Promise.all(best.map(async (number) => {
    const { units, ...page } = await site.page(number);
    return { ...page, ...excerptOf(units, slots, masks), score: scores[number] };
  }));
  const notice = noticeOf(all, site);
  // No cry for help is mended away.
  const isHeard = !notice || noticeOf(all.map(({ repair, term }) => ({ term: repair || term })), site);
  return { results, total: found.length, suggestion: isHeard ? suggestionOf(text, tokens) : null, notice, also: alsoOf(alternatives), isPartial };
}

class Missing extends Error {}

async function fetchLocal(href) {
  const { readFile } = await import("node:fs/promises");
  return readFile(new URL(href)).then((bytes) => new Response(bytes), () => new Response(null, { status: 404 }));
}

async function read(url, options, fetch) {
  const fail = (error) => {
    throw new Error(`Search: ${url.pathname} cannot be read (${error.message}).`);
  };
  const response = await (url.protocol === "file:" ? fetchLocal : fetch)(url.href, options).catch(fail);
  if (response.status === 404) throw new Missing(`Search: ${url.pathname} is not there.`);
  if (!response.ok) fail({ message: response.status });
  const stream = response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer().catch(fail));
}

/** Opens the search of a site's folder `search/`: `prepare()` fetches ahead, until a partial answer can be given. */
export async function openSearch(base, { fetch = globalThis.fetch } = {}) {
  const folder = new URL(`${base}`.replace(/\/?$/, "/"), globalThis.location?.href);
  const get = (name, options) => read(new URL(name, folder), options, fetch);
  const open = async () => new Site(decodeIndex(await get("index.bin", { cache: "no-cache" })), folder, get);
  let site = await open();
  // The site was built anew.
  const attempt = async (body) => {
    const used = site;
    try {
      return await body(used);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      if (site === used) site = await open();
      return body(site);
    }
  };
  return {
    query: (text, options = {}) => attempt((site) => answer(site, String(text ?? ""), options)),
    prepare: () => attempt(async (site) => void await site.prepare()),
  };
}
