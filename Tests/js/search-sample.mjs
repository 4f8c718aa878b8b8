// A small site, and how tests ask it.
import { readFileSync } from "node:fs";
import { openSearch } from "../../Public/search.js";
import { server, write } from "./search-writer.mjs";

export const fixture = (name) => JSON.parse(readFileSync(new URL(`../Fixtures/search/${name}.json`, import.meta.url), "utf8"));

export const crisis = {
  path: "crisis/", message: "You are not alone.", patterns: ["suicid*", "want die", "kill myself", "overdose"],
  lines: [{ name: "Lifeline", call: "988", text: "988", chat: "", hours: "always", note: "" }],
};

export const options = {
  stems: { depressed: "depress", depression: "depress", sprays: "spray", sides: "side", effects: "effect", drugs: "drug", safely: "safe", safety: "safe" },
  stopWords: ["a", "an", "the", "is", "it", "i", "to", "of", "for", "and", "in", "was"],
  suffixes: ["s", "ed", "ing", "ion", "ive", "e", "es", "ly"],
  careful: ["spravato"],
  synonyms: [
    { from: ["spravato", "esketamine nasal spray"] },
    { from: ["blues"], also: ["depression"] },
    { from: ["belvita", "sertraline"] },
    { from: ["high blood pressure", "hypertension"] },
  ],
  sections: [{ path: "", title: "" }, { path: "safety/", title: "Safety" }],
  crisis,
};

export const filler = (count, word) => Array.from({ length: count }, (_, i) => `${word}${String.fromCharCode(97 + (i % 26))}`).join(" ");

export const pages = [
  { title: "Spravato", text: [
    "A medicine in the form of a nasal spray.", "#Is it safe?", "It is given under watch, since the pressure of the blood may rise.",
    "#What it costs\tcost", "Ask your insurer."] },
  { title: "Ketamine", text: ["An old anaesthetic, used off-label for depression.", "#Safety", "Harm to the bladder is known. High blood pressure is watched."] },
  { title: "Depression", text: ["Low mood for weeks. Depressed people need care.", "#Treatment", "Talk, sertraline, esketamine nasal spray, and time."] },
  { title: "Vitamin D", section: 1, text: ["A vitamin. An overdose is rare."] },
  { title: "Crisis", slug: "crisis/", text: ["Call now. Suicide can be prevented."] },
  { title: "Bladder", section: 1, text: [`${filler(40, "lead")} the bladder is an organ ${filler(40, "tail")}`, "The ketamine word in a body."] },
  { title: "抑郁症", slug: "yiyuzheng/", text: ["抑郁症的治疗。"] },
  { title: "Hypertension", section: 1, text: ["The heart works hard. Olanzapine and clozapine and mirtazapine."] },
  { title: "Café", text: ["Naïve people don’t meet <b>here</b> & there."] },
];

export const layouts = { whole: {}, buckets: { wordBuckets: 13, pageBuckets: 4 } };

export async function open(more = {}) {
  const host = server(write(pages, { ...options, ...more }));
  return { ...host, search: await openSearch(host.base, { fetch: host.fetch }) };
}

export async function ask(text, more = {}) {
  const { search } = await open(more);
  return search.query(text);
}

export const urls = (answer) => answer.results.map(({ url }) => url);
export const plain = ({ excerpt }) => excerpt.map(({ text }) => text).join("");
export const hits = ({ excerpt }) => excerpt.filter(({ hit }) => hit).map(({ text }) => text);
export const scoresOf = (answer) => answer.results.map(({ url, score }) => [url, score]);
