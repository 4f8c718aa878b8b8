import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Reader, bucket, compare, decodeIndex, decodeList, editDistance, hash, matchesPattern, openSearch, runs, simpleSlug, terms } from "../../Public/search.js";
import { fixture, options, pages, plain } from "./search-sample.mjs";
import { BitWriter, server, write } from "./search-writer.mjs";

// MARK: Words

test("words are those of the fixture, in UTF-16 units and in bytes", () => {
  const cases = fixture("words");
  assert.ok(cases.length >= 60);
  for (const { text, runs: expected } of cases) {
    const bytes = (end) => Buffer.byteLength(text.slice(0, end));
    const found = runs(text).map(({ start, end, terms }) => ({ start, end, startByte: bytes(start), endByte: bytes(end), terms }));
    assert.deepEqual(found, expected, text);
  }
});

for (const [name, text, expected] of [
  ["accents and case go", "Café NAÏVE Ångström", ["cafe", "naive", "angstrom"]],
  ["apostrophes go, and a final 's with them", "don’t Alzheimer's dogs' ‘quoted’ 's rock'n'roll", ["dont", "alzheimer", "dogs", "quoted", "s", "rocknroll"]],
  ["hyphens part words", "off-label follow‑up", ["off", "label", "follow", "up"]],
  ["digits stay in words", "5-HT2A B12 50mg ½", ["5", "ht2a", "b12", "50mg", "1", "2"]],
  ["letters with their own shape are spelled out", "Straße œuvre Łódź ENCYCLOPÆDIA ﬁne", ["strasse", "oeuvre", "lodz", "encyclopaedia", "fine"]],
  ["Greek has one sigma and no accents", "ΣΊΣΥΦΟΣ Σίσυφος", ["σισυφοσ", "σισυφοσ"]],
  ["Chinese gives pairs, and one character itself", "抑郁症 药", ["抑郁", "郁症", "药"]],
  ["Korean syllables are pairs, however they are composed", "우울증 \u110B\u116E\u110B\u116E\u11AF", ["우울", "울증", "우울"]],
  ["scripts in one run part", "PTSD患者", ["ptsd", "患者"]],
  ["what is not seen is not there", "ke\u00ADta\u200Bmine", ["ketamine"]],
  ["emoji and signs are no words", "🙂 — ™ ❤️ 👩‍⚕️", []],
  ["Thai, Arabic and Hebrew", "ยา مُكْتَئِب שָׁלוֹם", ["ยา", "مكتئب", "שלום"]],
  ["a long word is cut", "x".repeat(50), ["x".repeat(40)]],
]) {
  test(`words: ${name}`, () => assert.deepEqual(runs(text).flatMap((run) => run.terms), expected));
}

test("a run stands where its text is", () => {
  assert.deepEqual(runs("🙂 Éa b").map(({ start, end }) => [start, end]), [[3, 5], [6, 7]]);
  assert.deepEqual(terms("Naïve"), ["naive"]);
});

test("a title's address keeps plain letters, digits and hyphens", () => {
  assert.equal(simpleSlug("Is it Safe_now? (é) 2-3"), "is-it-safe_now--2-3");
});

// MARK: Coding

function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("lists of pages come back from their bits", () => {
  const next = random(7);
  for (let round = 0; round < 400; round++) {
    const count = 1 + next(300);
    const list = Array.from({ length: count }, (_, i) => i).filter(() => next(10) < round % 11);
    const writer = new BitWriter();
    writer.list(list, 0, count - 1);
    const found = new Uint32Array(list.length);
    decodeList(new Reader(Uint8Array.from(writer.bytes)), found, 0, list.length, 0, count - 1);
    assert.deepEqual([...found], list);
  }
});

test("large numbers come back too", () => {
  const list = [0, 5, 70_000, 1_000_000, 2_000_000_000];
  const writer = new BitWriter();
  writer.list(list, 0, 2 ** 31 - 2);
  const found = new Uint32Array(5);
  decodeList(new Reader(Uint8Array.from(writer.bytes)), found, 0, 5, 0, 2 ** 31 - 2);
  assert.deepEqual([...found], list);
});

test("distances are those of the fixture", () => {
  for (const { a, b, max, distance } of fixture("distances")) {
    const found = editDistance(a, b, max);
    assert.equal(found > max ? null : found, distance, `${a} ${b} ${max}`);
    assert.equal(editDistance(b, a, max), found);
  }
});

test("forms stand in the order of their bytes", () => {
  const forms = ["", "a", "ab", "b", "é", "ﬀ", "\u{10400}", "\uFFFD"];
  const order = [...forms].sort(compare);
  assert.deepEqual(order, [...forms].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y))));
});

test("a bucket depends on the first three letters, or on more where they are split", () => {
  const of = (form, splitKeys = []) => bucket(form, { splitKeys: new Set(splitKeys), choices: new Uint8Array(256), wordBuckets: 1e6 });
  assert.equal(of("ketamine"), of("ketones"));
  assert.notEqual(of("ketamine", ["ket"]), of("ketones", ["ket"]));
  assert.equal(of("ket", ["ket"]), of("ket"));
  assert.equal(hash("a"), 0xe40c292c);
});

test("a slot lies in one bucket or in the other", () => {
  const slot = hash("ket") % 16;
  for (const bit of [0, 1]) {
    const choices = [0, 0];
    choices[slot >> 3] = bit << (slot & 7);
    assert.equal(bucket("ketamine", { splitKeys: new Set(), choices, wordBuckets: 1000 }), hash(`${slot} ${bit}`) % 1000);
  }
});

// MARK: Damage

test("a damaged file is an error, at once", async () => {
  const next = random(3);
  const { inflateSync, deflateSync } = await import("node:zlib");
  const files = write(pages, options);
  const start = performance.now();
  for (const [name, whole] of files) {
    const bytes = inflateSync(whole);
    for (let round = 0; round < 60; round++) {
      const broken = round % 2 === 0 ? bytes.subarray(0, next(bytes.length)) : Uint8Array.from(bytes);
      if (round % 2 === 1) for (let i = 0; i < 3; i++) broken[next(broken.length)] = next(256);
      const host = server(new Map([...files, [name, deflateSync(broken)]]));
      try {
        const search = await openSearch(host.base, { fetch: host.fetch });
        for (const text of ["ketamine safety", '"blood pressure"', "ketmine "]) await search.query(text);
      } catch (error) {
        assert.ok(error instanceof Error && !(error instanceof RangeError), `${name}: ${error.stack}`);
      }
    }
  }
  assert.ok(performance.now() - start < 20_000);
});

test("bytes cut off are told", async () => {
  const files = write(pages, options);
  for (const [name, bytes] of files) {
    const host = server(new Map([...files, [name, bytes.subarray(0, bytes.length >> 1)]]));
    await assert.rejects(async () => (await openSearch(host.base, { fetch: host.fetch })).query("ketamine"), /Search: .* cannot be read/, name);
  }
});

test("an index of another version is refused", () => {
  assert.throws(() => decodeIndex(Uint8Array.from([4])), /another version/);
  assert.throws(() => decodeIndex(new Uint8Array()), /damaged/);
});

test("patterns match words in any order", () => {
  assert.equal(matchesPattern(["want", "die"], ["die", "want", "i"]), true);
  assert.equal(matchesPattern(["want", "die"], ["dye", "want"]), false);
  assert.equal(matchesPattern(["suicid*"], ["suicde"]), true);
  assert.equal(matchesPattern(["suicid*"], ["suite"]), false);
  assert.equal(matchesPattern(["die*"], ["dies"]), true);
  assert.equal(matchesPattern(["die*"], ["dye"]), false);
  assert.equal(matchesPattern([], ["a"]), false);
});

test("the program is small", () => {
  const bytes = readFileSync(new URL("../../Public/search.js", import.meta.url));
  assert.ok(gzipSync(bytes, { level: 9 }).length <= 12 * 1024);
});
