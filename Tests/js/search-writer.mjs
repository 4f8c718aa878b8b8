// Writes an index as `materia build` does, in either layout, from pages given as plain objects:
// { title, section: 0, slug, text: ["passage", "#heading", …] }. For tests of the reader.

import { deflateSync } from "node:zlib";
import { bucket, compare, hash, runs, simpleSlug } from "../../Public/search.js";

const encoder = new TextEncoder();
const frequencies = [0, 1, 2, 3, 4.5, 7, 11, 20];
const densities = [0, 0.35, 0.7, 1.125, 1.8, 3, 5.5, 12];

export class Writer {
  bytes = [];

  varint(value) {
    for (; value > 127; value = Math.floor(value / 128)) this.bytes.push((value % 128) + 128);
    this.bytes.push(value);
    return this;
  }

  block(bytes) {
    this.varint(bytes.length);
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }

  string(text) {
    return this.block(encoder.encode(text));
  }

  strings(list) {
    this.varint(list.length);
    for (const text of list) this.string(text);
    return this;
  }
}

export class BitWriter {
  bytes = [];
  count = 0;

  write(value, width) {
    for (let i = width - 1; i >= 0; i--) {
      if (this.count % 8 === 0) this.bytes.push(0);
      if (Math.floor(value / 2 ** i) % 2 === 1) this.bytes[this.bytes.length - 1] |= 128 >> this.count % 8;
      this.count++;
    }
  }

  below(value, range) {
    const width = Math.floor(Math.log2(range));
    const short = 2 ** (width + 1) - range;
    if (value < short) this.write(value, width);
    else this.write(value + short, width + 1);
  }

  list(list, low, high) {
    if (list.length === 0 || high - low + 1 === list.length) return;
    const middle = list.length >> 1;
    const least = low + middle, most = high - (list.length - 1 - middle);
    this.below(list[middle] - least, most - least + 1);
    this.list(list.slice(0, middle), low, list[middle] - 1);
    this.list(list.slice(middle + 1), list[middle] + 1, high);
  }
}

const varints = (list) => list.reduce((writer, value) => writer.varint(value), new Writer()).bytes;

function frontCoded(forms) {
  const lengths = [], rests = [];
  let last = new Uint8Array();
  for (const form of forms) {
    const bytes = encoder.encode(form);
    let shared = 0;
    while (shared < 255 && shared < bytes.length && bytes[shared] === last[shared]) shared++;
    lengths.push(shared);
    if (rests.length > 0 || lengths.length > 1) rests.push(10);
    rests.push(...bytes.subarray(shared));
    last = bytes;
  }
  return { lengths, rests };
}

// `groups`: Map of stem → Map of page → symbol; `base`: the stems of the shard before, in order.
function shard(writer, forms, stemOf, groups, base, pageCount) {
  const { lengths, rests } = frontCoded(forms);
  const order = [...base];
  const numbers = new Map(order.map((stem, i) => [stem, i]));
  const refs = forms.map((form) => {
    const stem = stemOf(form);
    if (numbers.has(stem)) return order.length - numbers.get(stem);
    numbers.set(stem, order.length);
    order.push(stem);
    return 0;
  });
  const lists = order.map((stem) => [...(groups.get(stem) ?? [])].sort(([x], [y]) => x - y));
  const bits = new BitWriter();
  for (const list of lists) bits.list(list.map(([page]) => page), 0, pageCount - 1);
  writer.block(lengths).block(rests).block(varints(refs)).block(varints(lists.map((list) => list.length)));
  writer.block(lists.flatMap((list) => list.map(([, symbol]) => symbol))).block(bits.bytes);
  return order;
}

function pagesBlock(writer, pages) {
  writer.block(varints(pages.map((page) => page.section ?? 0))).string(pages.map((page) => page.title).join("\n"));
  writer.string(pages.map((page) => page.slug ?? "=").join("\n"));
}

const textBlock = (writer, pages) => writer.string(pages.map((page) => (page.text ?? []).join("\n")).join("\f"));

const isHyphen = (text) => ["-", "‐", "‑"].includes(text);

function wordsOf(text) {
  const found = runs(text);
  const joined = found.slice(1).flatMap((run, i) => {
    const before = found[i];
    const isJoin = isHyphen(text.slice(before.end, run.start)) && before.terms.length === 1 && run.terms.length === 1;
    return isJoin ? [before.terms[0] + run.terms[0]] : [];
  });
  return [...found.flatMap((run) => run.terms), ...joined];
}

function classOf(count) {
  let best = 0;
  for (const [i, value] of frequencies.entries()) if (value <= count) best = i;
  return best;
}

// In buckets: how often against the length, and how long the title is.
function densityOf(lengths, titles) {
  const worth = (density) => density / (density + 2);
  return (count, page, places) => {
    const density = worth(frequencies[classOf(count)] / (0.25 + 0.75 * 2 ** ((lengths[page] - 16) / 4)));
    const distances = densities.map((value) => Math.abs(worth(value) - density));
    const nearest = distances.indexOf(Math.min(...distances.slice(1)));
    const length = [1, 2, 3, 4, 7, 10, 15].findIndex((most) => titles[page] <= most) + 1;
    return (count === 0 ? 0 : nearest) | (places & 8 ? length << 5 : 0);
  };
}

// Stem → page → how often and where.
function count(pages, stemOf, forms, symbolOf) {
  const groups = new Map();
  const at = (term, page) => {
    forms.add(term);
    const stem = stemOf(term);
    if (!groups.has(stem)) groups.set(stem, new Map());
    const places = groups.get(stem);
    if (!places.has(page)) places.set(page, { body: 0, places: 0 });
    return places.get(page);
  };
  for (const [page, { title, text = [] }] of pages.entries()) {
    for (const term of wordsOf(title)) at(term, page).places |= 8;
    for (const line of text) {
      const isHeading = line.startsWith("#");
      for (const term of wordsOf(isHeading ? line.slice(1).split("\t")[0] : line)) {
        const entry = at(term, page);
        entry.body++;
        if (isHeading) entry.places |= 16;
      }
    }
  }
  for (const places of groups.values()) {
    for (const [page, entry] of places) places.set(page, symbolOf(entry.body, page, entry.places) | entry.places);
  }
  return groups;
}

function lengthsOf(pages, stopWords) {
  const counts = pages.map(({ text = [] }) => text.reduce((sum, line) => sum + wordsOf(line).length, 0));
  const average = counts.reduce((sum, value) => sum + value, 0) / counts.length || 1;
  const lengths = counts.map((value) => Math.max(0, Math.min(31, Math.round(16 + 4 * Math.log2(Math.max(value, 1) / average)))));
  const titles = pages.map(({ title }) => Math.max(1, Math.min(15, runs(title).flatMap((run) => run.terms).filter((term) => !stopWords.includes(term)).length)));
  return { lengths, titles, average: titles.reduce((sum, value) => sum + value, 0) / titles.length };
}

/** The files of an index: Map of name (with the folder) → compressed bytes. */
export function write(pages, options = {}) {
  const { stems = {}, stopWords = [], suffixes = [], splitKeys = [], synonyms = [], careful = [], crisis = null, sections = [{ path: "", title: "" }] } = options;
  const { wordBuckets = 0, pageBuckets = 0, spellingBuckets = wordBuckets && 4, choices = wordBuckets ? [1, 2, 3, 4] : [], drugEndings = ["apine"], hasAllText = true, folder = "3f9c01ab22de" } = options;
  const stemOf = options.stemOf ?? ((term) => stems[term] ?? term);
  const formSet = new Set();
  const isWhole = wordBuckets === 0;
  const { lengths, titles, average } = lengthsOf(pages, stopWords);
  const groups = count(pages, stemOf, formSet, isWhole ? classOf : densityOf(lengths, titles));
  const forms = [...formSet].sort(compare);
  const files = new Map();
  const add = (name, writer) => files.set(name, deflateSync(Uint8Array.from(writer.bytes)));

  const index = new Writer().varint(3).string(folder).string("en").string("/").varint(pages.length);
  index.varint(wordBuckets).varint(pageBuckets).varint(spellingBuckets);
  index.varint(hasAllText ? 1 : 0).varint(Math.round(average * 16));
  index.string(sections.map(({ path, title }) => `${path}\t${title}`).join("\n")).strings(stopWords).strings(suffixes).strings(splitKeys).block(choices);
  index.varint(synonyms.length);
  for (const { from, also = [] } of synonyms) index.strings(from).strings(also);
  index.strings(careful).strings(drugEndings).varint(crisis ? 1 : 0);
  if (crisis) {
    index.string(crisis.path).string(crisis.message).varint(crisis.lines.length);
    for (const line of crisis.lines) for (const name of ["name", "call", "text", "chat", "hours", "note"]) index.string(line[name]);
    index.strings(crisis.patterns);
  }
  add("index.bin", index);

  if (isWhole) {
    // First what titles and headings have: their words, and the pages that have them there.
    const isFirst = (symbol) => (symbol & 24) !== 0;
    const part = (keeps) => new Map([...groups].map(([stem, places]) => [stem, new Map([...places].filter(([, symbol]) => keeps(symbol)))]));
    const first = part(isFirst), rest = part((symbol) => !isFirst(symbol));
    const isEarly = (form) => first.get(stemOf(form)).size > 0;
    const firstFile = new Writer().block(lengths).block(titles);
    pagesBlock(firstFile, pages);
    const base = shard(firstFile, forms.filter(isEarly), stemOf, first, [], pages.length);
    add(`${folder}/first.bin`, firstFile);
    const restFile = new Writer();
    shard(restFile, forms.filter((form) => !isEarly(form)), stemOf, rest, base, pages.length);
    add(`${folder}/rest.bin`, restFile);
    const text = new Writer();
    textBlock(text, pages);
    add(`${folder}/text.bin`, text);
    return files;
  }
  const buckets = Array.from({ length: wordBuckets }, () => []);
  const keys = { splitKeys: new Set(splitKeys), choices, wordBuckets };
  for (const form of forms) buckets[bucket(form, keys)].push(form);
  for (const [k, members] of buckets.entries()) {
    const writer = new Writer();
    shard(writer, members, stemOf, groups, [], pages.length);
    add(`${folder}/w${k}.bin`, writer);
  }
  for (let k = 0; k < pageBuckets; k++) {
    const members = pages.filter((_, i) => i % pageBuckets === k);
    const writer = new Writer();
    pagesBlock(writer, members);
    textBlock(writer, members);
    add(`${folder}/p${k}.bin`, writer);
  }
  for (let k = 0; k < spellingBuckets; k++) {
    const members = forms.filter((form) => hash([...form].slice(-2).join("")) % spellingBuckets === k);
    const { lengths: prefixes, rests } = frontCoded(members);
    const writer = new Writer().block(prefixes).block(rests).block(varints(members.map((form) => groups.get(stemOf(form)).size)));
    add(`${folder}/s${k}.bin`, writer);
  }
  return files;
}

/** A `fetch` that answers from files under a base, and notes the names it was asked for. */
export function server(files, base = "https://example.org/search/") {
  const asked = [];
  const fetch = async (url) => {
    const name = url.slice(base.length);
    asked.push(name);
    const bytes = files.get(name);
    return bytes ? new Response(bytes) : new Response("", { status: 404 });
  };
  return { fetch, asked, base };
}

export const pathOf = (page, sections) => sections[page.section ?? 0].path + (page.slug ?? `${simpleSlug(page.title)}/`);
