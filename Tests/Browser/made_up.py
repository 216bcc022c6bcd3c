"""A made-up ledger in which every screen has something to show."""

import datetime

UTC = datetime.timezone.utc


def fill(home, now=None):
    """An interview of yesterday, one of two weeks ago without an answer, one with bad news; a card; a draft."""
    now = now or datetime.datetime.now(UTC)

    def ago(**span):
        return (now - datetime.timedelta(**span)).strftime("%Y-%m-%d %H:%M")

    home.run(
        "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended", ago(hours=23),
        "--panel", "Jane Okafor <jane.okafor@example.org>", "--panel", "Tom Ó Briain <tom@example.org>",
        "--panel", "Hana Lee", "--talking-point", "jane.okafor@example.org=the open-data portal",
        "--talking-point", "tom@example.org=how the team shares its on-call week",
        "--talking-point", "Hana Lee=the reading groups on the ferry", "--yes")
    home.run(
        "interview", "add", "--organisation", "Harbour Trust", "--role", "Research Officer", "--ended", ago(days=15),
        "--panel", "Łukasz Wiśniewski <lukasz@example.net>", "--talking-point", "lukasz@example.net=the tide-gauge archive",
        "--yes", status=1)
    home.run(
        "interview", "add", "--organisation", "Saltmarsh Press", "--role", "Editor", "--ended", ago(hours=5),
        "--panel", "Pieter van der Berg <pieter@example.com>", status=None)
    home.run(
        "interview", "add", "--organisation", "Quay Museum", "--role", "Curator", "--ended", ago(days=3),
        "--panel", "Siobhán O'Neill <siobhan@example.com>", "--talking-point", "siobhan@example.com=the new east wing",
        status=None)
    home.run("log", "--person", "Siobhán O'Neill", "--channel", "email", "--direction", "out", "--at", ago(days=2),
             "--note", "from my own mail program")
    home.run("heard", "4", "--rejected", "--from", "Siobhán O'Neill", status=None)
