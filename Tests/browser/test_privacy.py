"""A visit is told to nobody, leaves nothing behind, and breaks no promise of the page's own policy."""

def test_pages_ask_nothing_of_other_hosts(site, desk_walk):
    assert desk_walk.asked
    assert not [url for url in desk_walk.asked if not url.startswith(site.origin + site.base)]


def test_nothing_that_pages_ask_for_is_missing(desk_walk):
    assert desk_walk.failed == []


def test_the_console_stays_silent(desk_walk):
    assert desk_walk.said == []


def test_pages_have_a_policy_without_exceptions(desk_walk):
    policies = {page.address: seen["policy"] for page, seen in desk_walk.seen.items()}
    assert {
        address: policy for address, policy in policies.items()
        if "default-src 'none'" not in policy or "unsafe" in policy
    } == {}


def test_pages_keep_to_their_policy(desk_walk):
    assert desk_walk.broken == []


def test_nothing_is_kept_of_a_visit(desk_walk):
    assert desk_walk.kept == []


def test_links_are_plain_links(desk_walk):
    protocols = {page.address: set(seen["protocols"]) for page, seen in desk_walk.seen.items()}
    plain = {"http:", "https:", "tel:", "sms:", "mailto:"}
    assert {address: used for address, used in protocols.items() if not used <= plain} == {}
