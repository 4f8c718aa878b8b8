// The cases that hold search.js and the reader in Swift to the same answers. `swift test` with UPDATE_FIXTURES=1 records them, and
// the index they are asked of.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openSearch } from "../../Public/search.js";

const folder = new URL("../Fixtures/search/", import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"));

const { cases } = await read("cases.json");

for (const layout of ["whole", "buckets"]) {
  test(`answers are as recorded, from an index in layout ${layout}`, async () => {
    const search = await openSearch(new URL(`index/${layout}/`, folder));
    for (const { query, limit, answer, inBuckets } of cases) {
      const expected = layout === "buckets" ? inBuckets ?? answer : answer;
      assert.deepEqual(await search.query(query, { limit }), expected, query);
    }
  });
}
