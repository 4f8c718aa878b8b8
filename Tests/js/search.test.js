import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { openSearch, parse, runs } from "../../Public/search.js";
import { crisis, options, pages, layouts, open, ask, urls, plain, hits, scoresOf } from "./search-sample.mjs";
import { server, write } from "./search-writer.mjs";

// MARK: Queries

test("a phrase is what stands in closed quotes", () => {
  const phrases = (text) => parse(text).map(({ term, phrase }) => [term, phrase >= 0]);
  assert.deepEqual(phrases('a "b c" d “e” «f» "g'), [["a", false], ["b", true], ["c", true], ["d", false], ["e", true], ["f", true], ["g", false]]);
});

test("the last word is open as long as nothing follows it", () => {
  const isOpen = (text) => parse(text).at(-1).isOpen;
  assert.deepEqual(["dep", "dep ", "d", '"dep"', '"dep', "药", "抑郁症", "a dep"].map(isOpen), [true, false, false, false, true, true, false, true]);
});

for (const [layout, more] of Object.entries(layouts)) {
  test(`${layout}: a title goes ahead of a body`, async () => {
    assert.deepEqual(urls(await ask("ketamine ", more)), ["/ketamine/", "/safety/bladder/"]);
    assert.equal(urls(await ask("bladder ", more))[0], "/safety/bladder/");
  });

  test(`${layout}: forms of one stem are one word`, async () => {
    const answer = await ask("depressed ", more);
    assert.deepEqual(urls(answer), ["/depression/", "/ketamine/"]);
    assert.equal(answer.suggestion, null);
  });

  test(`${layout}: an unknown form is found by its ending, without a word`, async () => {
    const answer = await ask("depressing ", more);
    assert.deepEqual(urls(answer), ["/depression/", "/ketamine/"]);
    assert.equal(answer.suggestion, null);
  });

  test(`${layout}: what is being typed finds words that begin so`, async () => {
    assert.equal(urls(await ask("ketam", more))[0], "/ketamine/");
    assert.deepEqual(urls(await ask("ketam ", more)), []);
  });

  test(`${layout}: a typo is repaired and told`, async () => {
    const answer = await ask("Ketmine safety", more);
    assert.equal(urls(answer)[0], "/ketamine/");
    assert.deepEqual(answer.suggestion, { text: "ketamine safety", words: [{ from: "ketmine", to: "ketamine" }], isShown: true });
    assert.equal((await ask("ketaimne ", more)).suggestion.text, "ketamine");
    assert.equal((await ask('"ketmine", off-label! ', more)).suggestion.text, '"ketamine", off-label!');
  });

  test(`${layout}: short words and known words are never repaired`, async () => {
    assert.equal((await ask("moo ", more)).suggestion, null);
    assert.equal((await ask("rise ", more)).suggestion, null);
    assert.equal((await ask("b123 ", more)).suggestion, null);
    assert.equal((await ask("belvita ", more)).suggestion, null);
  });

  test(`${layout}: at two edits one medicine is offered for another, not taken`, async () => {
    const answer = await ask("olansapinne ", more);
    assert.deepEqual(answer.suggestion, { text: "olanzapine", words: [{ from: "olansapinne", to: "olanzapine" }], isShown: false });
    assert.deepEqual(answer.results, []);
    assert.deepEqual((await ask("spravattoo ", more)).suggestion?.isShown, false);
    assert.equal((await ask("depresssionn ", more)).suggestion.isShown, true);
    assert.equal((await ask("olanzapinne ", more)).suggestion.isShown, true);
  });

  test(`${layout}: synonyms count both ways, a little less`, async () => {
    const answer = await ask("spravato ", more);
    assert.deepEqual(urls(answer), ["/spravato/", "/depression/"]);
    assert.deepEqual(answer.also, [{ from: "spravato", to: "esketamine nasal spray" }]);
    const back = await ask("esketamine nasal spray ", more);
    assert.deepEqual(urls(back).sort(), ["/depression/", "/spravato/"]);
    assert.deepEqual(back.also, [{ from: "esketamine nasal spray", to: "spravato" }]);
    assert.ok(urls(await ask("hypertension ", more)).includes("/ketamine/"));
  });

  test(`${layout}: a synonym is worth eight tenths of the word`, async () => {
    const own = await ask("sertraline ", more);
    const other = await ask("belvita ", more);
    assert.equal(other.results[0].score, own.results[0].score * 0.8);
  });

  test(`${layout}: a synonym of one way leads one way`, async () => {
    assert.deepEqual((await ask("blues ", more)).also, [{ from: "blues", to: "depression" }]);
    assert.equal(urls(await ask("blues ", more))[0], "/depression/");
    assert.deepEqual((await ask("depression ", more)).also, []);
  });

  test(`${layout}: words of which all stop are searched for`, async () => {
    assert.ok((await ask("is it ", more)).total > 0);
    assert.equal((await ask("is the ketamine ", more)).total, (await ask("ketamine ", more)).total);
  });

  test(`${layout}: what is written apart or with a hyphen is found together`, async () => {
    assert.deepEqual(urls(await ask("offlabel ", more)), ["/ketamine/"]);
    assert.deepEqual(urls(await ask("off label ", more)), ["/ketamine/"]);
  });

  test(`${layout}: a phrase must stand in a row`, async () => {
    assert.deepEqual(urls(await ask('"blood pressure"', more)), ["/ketamine/"]);
    assert.deepEqual(urls(await ask('"pressure of the blood"', more)), ["/spravato/"]);
    assert.deepEqual(urls(await ask('"is it safe"', more)), ["/spravato/"]);
    assert.deepEqual(urls(await ask('"watch pressure"', more)), []);
    assert.equal((await ask('"blood pressure" ', more)).total, 1);
  });

  test(`${layout}: without all of the text a phrase asks for its words`, async () => {
    assert.deepEqual(urls(await ask('"blood pressure"', { ...more, hasAllText: false })).sort(), ["/ketamine/", "/spravato/"]);
  });

  test(`${layout}: a query on suicide or overdose has the crisis lines`, async () => {
    for (const text of ["suicide", "i want to die", "die I want", "suicde", "suicidal thoughts", "kill myself", "overdos", "ovrdose"]) {
      assert.deepEqual((await ask(text, more)).notice, { kind: "crisis", url: "/crisis/", message: crisis.message, lines: crisis.lines }, text);
    }
    for (const text of ["ketamine", "dye", "want", "kill", ""]) assert.equal((await ask(text, more)).notice, null, text);
  });

  test(`${layout}: a notice does not take the results away`, async () => {
    const answer = await ask("vitamin d overdose", more);
    assert.equal(answer.notice.kind, "crisis");
    assert.equal(urls(answer)[0], "/safety/vitamin-d/");
  });

  test(`${layout}: a result has its section, heading and hits`, async () => {
    const [first] = (await ask("spravato cost ", { ...more, stems: { ...options.stems, costs: "cost" } })).results;
    assert.deepEqual([first.heading, first.anchor, first.section, plain(first)], ["What it costs", "cost", "", "Ask your insurer."]);
    const [safe] = (await ask("spravato blood pressure ", more)).results;
    assert.deepEqual([safe.heading, safe.anchor, hits(safe)], ["Is it safe?", "is-it-safe", ["pressure", "blood"]]);
    assert.equal((await ask("vitamin ", more)).results[0].section, "Safety");
  });

  test(`${layout}: a long passage is cut round its hits`, async () => {
    const [first] = (await ask("organ ", more)).results;
    assert.ok(plain(first).startsWith("… ") && plain(first).endsWith(" …"));
    assert.deepEqual(hits(first), ["organ"]);
    const words = runs(plain(first)).length;
    assert.equal(words, 28);
    assert.equal(runs(plain(first).split("organ")[0]).length, 6);
  });

  test(`${layout}: text goes out as it is`, async () => {
    const [first] = (await ask("naive ", more)).results;
    assert.deepEqual(first.excerpt, [{ text: "Naïve", hit: true }, { text: " people don’t meet <b>here</b> & there.", hit: false }]);
  });

  test(`${layout}: Chinese is found by pairs`, async () => {
    assert.deepEqual(urls(await ask("抑郁", more)), ["/yiyuzheng/"]);
    assert.deepEqual(urls(await ask("治疗", more)), ["/yiyuzheng/"]);
    assert.deepEqual(urls(await ask("疗治", more)), []);
  });

  test(`${layout}: nonsense and nothing find nothing`, async () => {
    for (const text of ["qqqqq wwwww ", "", "   ", "!?", "🙂", '""']) {
      const answer = await ask(text, more);
      assert.deepEqual([answer.results, answer.total, answer.suggestion], [[], 0, null], text);
    }
  });

  test(`${layout}: hostile text is only text`, async () => {
    const { search } = await open(more);
    const texts = [
      "x".repeat(10_000), "ketamine ".repeat(1200), "'".repeat(10_000), `a${"'".repeat(9_998)}b`, '"'.repeat(10_000), "抑".repeat(10_000), "\ud800", "ketamine \udc00\ud800",
      "<script>alert(1)</script>", "e" + "\u0301".repeat(9_999), "../../etc/passwd", "\0\n\t", "__proto__ constructor ",
    ];
    const start = performance.now();
    for (const text of texts) {
      const answer = await search.query(text);
      assert.ok(Array.isArray(answer.results));
      assert.ok(answer.results.every(({ url, score }) => url.startsWith("/") && score > 0));
    }
    assert.ok(performance.now() - start < 5000);
    for (const text of [null, undefined, 5, {}]) assert.ok(await search.query(text));
  });

  test(`${layout}: the limit bounds the results, not their number`, async () => {
    const { search } = await open(more);
    const { results, total } = await search.query("ketamine ", { limit: 1 });
    assert.deepEqual([results.length, total], [1, 2]);
    assert.equal((await search.query("ketamine", { limit: 0 })).results.length, 0);
  });
}

// Scores in buckets are rounded: pages that score nearly alike may change places.
test("both layouts give the same pages and texts, and scores that are near", async () => {
  const whole = await open(), buckets = await open(layouts.buckets);
  const queries = ["spravato safe", "ketmine", "depress", "high blood pressure", '"blood pressure" bladder', "off label", "抑郁 治疗", "depressing medicine", "is it", "the", "olansapine", "blues sertraline", "hyper"];
  const byAddress = ({ results, ...answer }) => ({ ...answer, results: results.map(({ score, ...page }) => page).sort((x, y) => (x.url < y.url ? -1 : 1)) });
  for (const text of queries) {
    const answer = await buckets.search.query(text), other = await whole.search.query(text);
    assert.deepEqual(byAddress(answer), byAddress(other), text);
    const scores = new Map(other.results.map(({ url, score }) => [url, score]));
    for (const { url, score } of answer.results) assert.ok(Math.abs(score / scores.get(url) - 1) < 0.15, `${text} ${url} ${score}`);
  }
});

test("what was asked before makes no difference", async () => {
  for (const more of Object.values(layouts)) {
    const { search } = await open(more);
    const first = await search.query("ketamine safety");
    for (const text of ["spravato", "k", "ke", '"blood pressure"', "suicide"]) await search.query(text);
    assert.deepEqual(await search.query("ketamine safety"), first);
    const together = await Promise.all(["ketamine safety", "spravato", "ketamine safety"].map((text) => search.query(text)));
    assert.deepEqual([together[0], together[2]], [first, first]);
    assert.deepEqual(scoresOf(together[1]), scoresOf(await search.query("spravato")));
  }
});

test("the score is that of the formula", async () => {
  const small = [{ title: "Alpha", text: ["Beta gamma."] }, { title: "Delta", text: ["Alpha beta."] }];
  const host = server(write(small));
  const { results } = await (await openSearch(host.base, host)).query("alpha ");
  const idf = Math.round(256 * Math.log(1 + 0.5 / 2.5)) / 256;
  const score = (f, title) => idf * (f / (f + 2)) + idf * (0.6 * title * title * (0.3 + 0.7 * title) + 0.2 * title * title);
  assert.deepEqual(results.map((result) => result.score), [score(2, 1), score(1, 0)]);
});

// MARK: Requests

test("whole: every query asks for the same files", async () => {
  const asked = [];
  for (const text of ["", "ketamine", "suicide", "qqqq", '"blood pressure"', "ketmine ".repeat(50)]) {
    const host = await open();
    assert.deepEqual(host.asked, ["index.bin"]);
    await host.search.query(text);
    asked.push(host.asked.join());
    await host.search.query("something else");
    assert.equal(host.asked.length, 4);
  }
  assert.equal(new Set(asked).size, 1);
});

test("buckets: only numbered files are asked for, each once", async () => {
  const host = await open(layouts.buckets);
  for (const text of ["ketamine", "ketamine safety", "ketmine", "", "moo "]) await host.search.query(text);
  assert.ok(host.asked.slice(1).every((name) => /^3f9c01ab22de\/[wps]\d+\.bin$/.test(name)), host.asked.join());
  assert.equal(new Set(host.asked).size, host.asked.length);
});

test("buckets: preparing fetches nothing, and a short unknown word no words for slips", async () => {
  const host = await open(layouts.buckets);
  await host.search.prepare();
  assert.deepEqual(host.asked, ["index.bin"]);
  await host.search.query("moo ");
  assert.ok(!host.asked.some((name) => name.includes("/s")));
});

test("buckets: a slip in the first three letters asks for words that end alike, a later one for nothing more", async () => {
  for (const [slip, count] of [["ketmine ", 0], ["kteamine ", 1]]) {
    const host = await open(layouts.buckets);
    assert.deepEqual((await host.search.query(slip)).suggestion.words, [{ from: slip.trim(), to: "ketamine" }]);
    assert.equal(host.asked.filter((name) => name.includes("/s")).length, count, slip);
  }
});

test("buckets: what stands for a word is asked for together with it", async () => {
  const host = server(write(pages, { ...options, ...layouts.buckets }));
  let rounds = 0, open = 0;
  const fetch = async (url) => {
    if (open++ === 0) rounds++;
    await new Promise((resolve) => setTimeout(resolve, 20));
    open--;
    return host.fetch(url);
  };
  const { also } = await (await openSearch(host.base, { fetch })).query("belvita");
  assert.deepEqual(also, [{ from: "belvita", to: "sertraline" }]);
  assert.equal(rounds, 3);
});

test("whole: a part of the answer comes before the rest is there", async () => {
  const host = server(write(pages, options));
  let release;
  const gate = new Promise((resolve) => (release = resolve));
  const fetch = async (url) => {
    if (/(rest|text)\.bin$/.test(url)) await gate;
    return host.fetch(url);
  };
  const search = await openSearch(host.base, { fetch });
  await search.prepare();
  const part = await search.query("ketamine", { partial: true });
  assert.equal(part.isPartial, true);
  assert.deepEqual(part.results.map(({ url, heading, excerpt }) => ({ url, heading, excerpt })), [{ url: "/ketamine/", heading: "", excerpt: [] }]);
  assert.equal((await search.query("anaesthetik ", { partial: true })).suggestion, null);
  release();
  const all = await search.query("ketamine");
  assert.equal(all.isPartial, false);
  assert.equal(all.total, 2);
  assert.equal((await search.query("ketamine", { partial: true })).isPartial, false);
});

test("after a new build the index is read again", async () => {
  for (const more of Object.values(layouts)) {
    const files = write(pages, { ...options, ...more });
    const host = server(files);
    const search = await openSearch(host.base, { fetch: host.fetch });
    files.clear();
    for (const [name, bytes] of write(pages.slice(0, 2), { ...options, ...more, folder: "0123456789ab" })) files.set(name, bytes);
    assert.equal((await search.query("ketamine")).total, 1);
    assert.equal(host.asked.filter((name) => name === "index.bin").length, 2);
    files.delete("0123456789ab/text.bin");
  }
});

test("a file that stays away is an error, and no end of tries", async () => {
  const files = write(pages, options);
  const host = server(files);
  const search = await openSearch(host.base, { fetch: host.fetch });
  files.delete("3f9c01ab22de/text.bin");
  await assert.rejects(search.query("ketamine"), /Search: .*text\.bin is not there/);
  assert.equal(host.asked.filter((name) => name === "index.bin").length, 2);
});

test("a network that fails is told, and tried again", async () => {
  const host = server(write(pages, options));
  let isDown = false;
  const fetch = (url) => (isDown ? Promise.reject(new TypeError("fetch failed")) : host.fetch(url));
  const search = await openSearch(host.base, { fetch });
  isDown = true;
  await assert.rejects(search.query("ketamine"), /Search: .* cannot be read/);
  isDown = false;
  assert.equal((await search.query("ketamine")).total, 2);
  await assert.rejects(openSearch(host.base, { fetch: async () => new Response("", { status: 500 }) }), /Search: .*500/);
});

test("a site below a folder has its folder in its addresses", async () => {
  const host = server(write(pages, options), "https://example.org/docs/de/search/");
  const search = await openSearch(new URL("https://example.org/docs/de/search"), { fetch: host.fetch });
  assert.equal((await search.query("vitamin")).results[0].url, "/docs/de/safety/vitamin-d/");
  assert.equal((await search.query("suicide")).notice.url, "/docs/de/crisis/");
});

test("a folder on the disk is searched without a server", async () => {
  for (const more of Object.values(layouts)) {
    const folder = mkdtempSync(join(tmpdir(), "search-"));
    for (const [name, bytes] of write(pages, { ...options, ...more })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const search = await openSearch(pathToFileURL(folder));
    assert.deepEqual(urls(await search.query("ketamine ")), ["/ketamine/", "/safety/bladder/"]);
  }
  await assert.rejects(openSearch(pathToFileURL(join(tmpdir(), "no-such-folder-of-search"))), /is not there/);
});
