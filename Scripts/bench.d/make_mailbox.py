"""Fills a Maildir with mail as it comes: many lists and strangers, and among them some that somebody waits for.

usage: make_mailbox.py FOLDER COUNT ADDRESS ... (of the people who are waited for: 500 mails among them all)
"""

import pathlib
import random
import sys

MATTER = 500
RECEIVED = """Received: from mx{0}.example.com (mx{0}.example.com [192.0.2.{0}])
\tby mail.example.org (Postfix) with ESMTPS id {1:X}
\tfor <ada@example.org>; Fri, 20 Nov 2026 10:00:00 +0000
"""
MAIL = """Return-Path: <bounce@lists.example.com>
{received}DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=s1;
\tb={signature}
From: {sender}
To: Ada Example <ada@example.org>
Subject: Message {number}
Message-ID: <{number}@mail.example.com>
References: <{before}@mail.example.com>
Date: Fri, 20 Nov 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{body}"""


def main():
    folder, count, people = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    for part in ("cur", "new", "tmp"):
        (folder / part).mkdir(parents=True)
    chance = random.Random(4)
    matter = dict(zip(chance.sample(range(count), MATTER), people * MATTER))
    body = "Lorem ipsum dolor sit amet, consectetur adipiscing elit.\n" * 20
    for number in range(count):
        stranger = f"list-{number % 997}@lists.example.com"
        text = MAIL.format(
            received="".join(RECEIVED.format(hop, number * 8 + hop) for hop in range(4)), signature="A" * 300,
            sender=f"Somebody <{matter.get(number, stranger)}>", number=number, before=number - 1, body=body,
        )
        (folder / "cur" / f"{1_700_000_000 + number}.M{number}.host:2,S").write_text(text)


main()
