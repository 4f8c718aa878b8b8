import assert from "node:assert/strict";
import { test } from "node:test";
import { content, place, start } from "../../Public/notes.js";

const view = { width: 320, x: 0, y: 1000 };

test("a note stands above its link", () => {
  const link = { left: 100, top: 300, bottom: 320 };
  assert.deepEqual(place(link, { width: 200, height: 100 }, view), { left: 100, top: 1192 });
});

test("a note stands below where there is no room above", () => {
  const link = { left: 0, top: 50, bottom: 70 };
  assert.deepEqual(place(link, { width: 200, height: 100 }, view), { left: 8, top: 1078 });
});

test("a note stays within the window", () => {
  for (const left of [0, 150, 319]) {
    for (const width of [100, 304]) {
      const at = place({ left, top: 500, bottom: 520 }, { width, height: 50 }, view);
      assert.ok(at.left >= 8 && at.left + width <= 312, `${left} ${width}: ${at.left}`);
    }
  }
});

// As much of the DOM as `content` asks for.
function page(entries) {
  return { getElementById: (id) => entries[id] ?? null };
}

const list = { dataset: { more: "More", close: "Close" } };
const words = (text) => ({ cloneNode: () => ({ childNodes: [text] }) });

test("a number has the entry of its reference", () => {
  const entry = { ...words("Popova V. T."), closest: () => list };
  const target = { querySelector: (name) => (name === ".entry" ? entry : null), closest: () => list };
  const link = { classList: { contains: () => false }, hash: "#ref-%C3%A9", getAttribute: () => "Reference 1: Popova, 2019" };
  assert.deepEqual(content(link, page({ "ref-é": target })), {
    title: "Reference 1: Popova, 2019", text: ["Popova V. T."], more: "More", close: "Close", showsTitle: false,
  });
});

test("a word has its meaning and is named by it", () => {
  const target = { ...words("A lock."), previousElementSibling: { textContent: "NMDA receptor" }, closest: () => list };
  const link = { classList: { contains: (name) => name === "term" }, getAttribute: () => "term-nmda-receptor" };
  assert.deepEqual(content(link, page({ "term-nmda-receptor": target })), {
    title: "NMDA receptor", text: ["A lock."], more: "More", close: "Close", showsTitle: true,
  });
});

test("a link to nothing stays a link", () => {
  const term = { classList: { contains: () => true }, getAttribute: () => null };
  const number = { classList: { contains: () => false }, hash: "#ref-x", getAttribute: () => "Reference 1" };
  assert.equal(content(term, page({})), null);
  assert.equal(content(number, page({})), null);
});

test("a page without lists, and a browser without popovers, are left alone", () => {
  const old = { querySelector: () => list, documentElement: {} };
  const empty = { querySelector: () => null, documentElement: { popover: null } };
  assert.equal(start(old), null);
  assert.equal(start(empty), null);
});
