// What the Swift tests ask of search.js: reads JSON from the file that is named, prints JSON.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { editDistance, openSearch, runs } from "../../Public/search.js";

const { texts = [], pairs = [], folders = [] } = JSON.parse(await readFile(process.argv[2], "utf8"));

const byteCount = (text) => Buffer.byteLength(text);

const words = texts.map((text) => runs(text).map(({ start, end, terms }) => ({
  startByte: byteCount(text.slice(0, start)), endByte: byteCount(text.slice(0, end)), terms,
})));

const distances = pairs.map(({ first, second, most }) => editDistance(first, second, most));

// Where two values are not the same, and what they are there.
function difference(own, swift, path = "") {
  const isDeep = typeof own === "object" && typeof swift === "object" && own !== null && swift !== null;
  if (!isDeep) return `${path}: ${JSON.stringify(own)}, in Swift ${JSON.stringify(swift)}`;
  const key = [...new Set([...Object.keys(own), ...Object.keys(swift)])].find((key) => !isDeepStrictEqual(own[key], swift[key]));
  return difference(own[key], swift[key], `${path}.${key}`);
}

// The queries of an index that search.js answers in another way than Swift did.
async function differences({ path, asked }) {
  const found = [];
  let search;
  for (const { query, limit, answer, isRefused } of asked) {
    try {
      search ??= await openSearch(pathToFileURL(path));
      const own = JSON.parse(JSON.stringify(await search.query(query, { limit })));
      if (!isDeepStrictEqual(own, answer)) found.push(`${query} ${difference(own, answer)}`);
    } catch (error) {
      if (!isRefused) found.push(`${query} ${error.stack}`);
    }
  }
  return found;
}

const answers = [];
for (const folder of folders) answers.push(await differences(folder));
console.log(JSON.stringify({ words, distances, differences: answers }));
