"""A visit is told to nobody, leaves nothing behind, and breaks no promise of the page's own policy."""

from dataclasses import dataclass, field

import pytest


@dataclass
class Visit:
    """What came of opening every page and scrolling to its end."""

    asked: list = field(default_factory=list)
    failed: list = field(default_factory=list)
    said: list = field(default_factory=list)
    broken: list = field(default_factory=list)
    policies: dict = field(default_factory=dict)
    links: set = field(default_factory=set)
    kept: list = field(default_factory=list)


@pytest.fixture(scope="module")
def visit(site, open_page):
    visit = Visit()
    with open_page() as page:
        page.on("request", lambda request: visit.asked.append(request.url))
        page.on("requestfailed", lambda request: visit.failed.append((request.url, request.failure)))
        page.on("response", lambda answer: answer.status >= 400 and visit.failed.append((answer.url, answer.status)))
        page.on("console", lambda message: visit.said.append((page.url, message.type, message.text)))
        page.on("pageerror", lambda error: visit.said.append((page.url, "error", str(error))))
        page.add_init_script(
            "window.broken = []; addEventListener('securitypolicyviolation', event => broken.push(event.blockedURI))")
        for shown in site.pages:
            page.goto(site.url(shown))
            # Pictures that load late load when they come into view.
            page.evaluate(
                "Promise.all([...document.images].map(image => (image.loading = 'eager', image.decode())))")
            policy = page.locator("meta[http-equiv='Content-Security-Policy']").first
            visit.policies[shown.address] = policy.get_attribute("content")
            visit.links |= set(page.locator("a[href]").evaluate_all("links => links.map(link => link.protocol)"))
            visit.broken += page.evaluate("broken")
        visit.kept += page.context.cookies()
        visit.kept += page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return visit


def test_pages_ask_nothing_of_other_hosts(site, visit):
    assert visit.asked
    assert not [url for url in visit.asked if not url.startswith(site.origin + site.base)]


def test_nothing_that_pages_ask_for_is_missing(visit):
    assert visit.failed == []


def test_the_console_stays_silent(visit):
    assert visit.said == []


def test_pages_have_a_policy_without_exceptions(visit):
    assert {
        address: policy for address, policy in visit.policies.items()
        if "default-src 'none'" not in policy or "unsafe" in policy
    } == {}


def test_pages_keep_to_their_policy(visit):
    assert visit.broken == []


def test_nothing_is_kept_of_a_visit(visit):
    assert visit.kept == []


def test_links_are_plain_links(visit):
    assert visit.links <= {"http:", "https:", "tel:", "sms:", "mailto:"}
