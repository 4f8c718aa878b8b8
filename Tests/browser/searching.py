"""What tests of search have in common: an engine that answers as told, and where things stand."""

# Answers as the interface can be given them, some of which no small site gives: {limit} of 23, late ones, none at all.
ENGINE = """
const result = (number) => ({
  url: location.pathname.replace(/search\\/$/, "") + "treatment/everything/", title: `Result ${number}`, section: "Treatment",
  heading: "A table", anchor: "a-table", excerpt: [{text: "words ", hit: false}, {text: "found", hit: true}], score: 1,
})
export async function openSearch(base, {fetch}) {
  await fetch(new URL("index.bin", base).href)
  return {
    prepare: async () => {},
    query: async (text, {limit}) => {
      if (text === "slow") await new Promise(resolve => setTimeout(resolve, 1200))
      const total = {none: 0, slow: 1}[text] ?? 23
      const results = Array.from({length: Math.min(limit, total)}, (_, index) => result(text === "slow" ? "late" : index + 1))
      const suggestion = {
        offered: {text: "hydralazine", words: [], isShown: false}, swapped: {text: "ketamine", words: [], isShown: true},
      }[text] ?? null
      return {results, total, suggestion, notice: null, also: [], isPartial: false}
    },
  }
}
"""


def box(page):
    return page.locator(".finder [role=combobox]")


def options(page):
    return page.locator("#search-list [role=option]")


def look_for(page, text):
    box(page).fill(text)
    options(page).first.wait_for()


def chosen(page):
    return options(page).evaluate_all("options => options.findIndex(option => option.ariaSelected === 'true')")


def said(page):
    return page.locator(".search-page .search-said").inner_text()


def results(page):
    return page.locator(".search-results > li")


def spoken(page, region):
    page.wait_for_function("region => document.querySelector(region).textContent", arg=region)
    return page.locator(region).text_content()
