"""What a careful script does with imaplib: search on the server, fetch the headers of what was found.

usage: plain_listen.py PORT AUTHORITY search INTERVIEWS   prints how many headers were fetched
       plain_listen.py PORT AUTHORITY keep INTERVIEWS DATABASE   fetches whole mails, and keeps what email makes of each
       plain_listen.py PORT AUTHORITY each COUNT          fetches every header by itself, of so many mails

It asks for all that may be news of the interviews (a file, a JSON object a line): mail from the employers' domains, or
with answers going there; notices of mail systems; and whatever names an employer or a role.
"""

import email
import email.policy
import imaplib
import json
import sqlite3
import ssl
import sys

MAIL_SYSTEMS = ["mailer-daemon", "postmaster", "mail delivery", "mdaemon", "administrator", "microsoftexchange"]

# The lines of a server may be long.
imaplib._MAXLINE = 10_000_000


def any_of(terms):
    """OR takes two."""
    if len(terms) == 1:
        return terms[0]
    middle = len(terms) // 2
    return f"OR {any_of(terms[:middle])} {any_of(terms[middle:])}"


def question(interviews):
    with open(interviews, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    domains = sorted({member["address"].split("@")[1] for line in lines for member in line["panel"]})
    names = sorted({line[field] for line in lines for field in ("organisation", "role")})
    return any_of(
        [f'FROM "{text}"' for text in domains + MAIL_SYSTEMS + names]
        + [f'HEADER Reply-To "{domain}"' for domain in domains]
        + [f'SUBJECT "{name}"' for name in names]
        + ['HEADER Return-Path "<>"']
    )


def search(server, interviews):
    _, (found,) = server.uid("SEARCH", None, question(interviews))
    uids = found.split()
    if not uids:
        return 0
    _, parts = server.uid("FETCH", b",".join(uids).decode(), "(BODY.PEEK[HEADER])")
    return sum(isinstance(part, tuple) for part in parts)


def keep(server, interviews, database):
    _, (found,) = server.uid("SEARCH", None, question(interviews))
    _, parts = server.uid("FETCH", b",".join(found.split()).decode(), "(INTERNALDATE BODY.PEEK[])")
    rows = []
    for part in parts:
        if isinstance(part, tuple):
            mail = email.message_from_bytes(part[1], policy=email.policy.default)
            fields = [mail[name] for name in ("message-id", "from", "subject", "date")]
            rows.append((*fields, mail.get_body().get_content()))
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("CREATE TABLE mail (id TEXT PRIMARY KEY, sender TEXT, subject TEXT, date TEXT, text TEXT)")
        connection.executemany("INSERT INTO mail VALUES (?, ?, ?, ?, ?)", rows)
    return len(rows)


def each(server, count):
    _, (found,) = server.uid("SEARCH", None, "ALL")
    uids = found.split()[:count]
    for uid in uids:
        server.uid("FETCH", uid.decode(), "(BODY.PEEK[HEADER])")
    return len(uids)


def main():
    port, authority, mode, *rest = sys.argv[1:]
    with imaplib.IMAP4_SSL("localhost", int(port), ssl_context=ssl.create_default_context(cafile=authority)) as server:
        server.login("ada", "correct-horse")
        server.select("INBOX", readonly=True)
        if mode == "each":
            print(each(server, int(rest[0])))
        else:
            print(keep(server, *rest) if mode == "keep" else search(server, *rest))


main()
