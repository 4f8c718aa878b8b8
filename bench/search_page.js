// What the browser does for bench/search.py: opens an engine, asks it, and says what it found and how long that took.

const base = new URL("/search/", location.href);

// As the box of Materia's pages does it: asks for the index while the engine's code is on its way.
async function openMateria() {
  const index = new URL("index.bin", base).href;
  let early = fetch(index, { cache: "no-cache" });
  const { openSearch } = await import("/search.js");
  const engine = await openSearch(base, {
    fetch: (url, options) => {
      const answer = String(url) === index && early;
      if (!answer) return fetch(url, options);
      early = null;
      return answer;
    },
  });
  await engine.prepare();
  return engine;
}

// Each gives a function from a query to the addresses of the first results, once all that is shown of them is there.
const engines = {
  materia: async () => {
    const engine = await openMateria();
    return async (text, limit) => (await engine.query(text, { limit })).results.map(({ url }) => url);
  },
  pagefind: async () => {
    const { search } = await import("/pagefind/pagefind.js");
    return async (text, limit) => {
      const { results } = await search(text);
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return pages.map(({ url }) => url);
    };
  },
};

export async function first(name, text) {
  const start = performance.now();
  const ask = await engines[name]();
  const found = await ask(text, 10);
  return { found: found.length, milliseconds: performance.now() - start };
}

// Materia's answer from titles and frequent words, and the files that were there by then.
export async function partial(text) {
  const start = performance.now();
  const engine = await openMateria();
  const { results, isPartial } = await engine.query(text, { limit: 10, partial: true });
  const milliseconds = performance.now() - start;
  const arrived = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd > 0);
  return { found: results.length, isPartial, milliseconds, paths: arrived.map(({ name }) => new URL(name).pathname) };
}

async function type(ask, queries) {
  const times = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) {
      const start = performance.now();
      await ask(query.slice(0, end), 10);
      times.push(performance.now() - start);
    }
  }
  return times;
}

// Milliseconds from each keystroke to its results: at first, and when the same is typed again.
export async function typing(name, before, queries) {
  const ask = await engines[name]();
  await type(ask, before);
  return { new: await type(ask, queries), again: await type(ask, queries) };
}

export async function rank(name, queries, limit) {
  const ask = await engines[name]();
  const found = [];
  for (const query of queries) found.push(await ask(query, limit));
  return found;
}
