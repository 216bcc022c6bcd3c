"""The peer of 'interview add --from-json': fills one template, builds the mails with Python's email package and keeps
them in SQLite in one transaction. It checks nothing, knows no rules and no other names.

usage: plain_add.py INTERVIEWS DATABASE
"""

import json
import sqlite3
import string
import sys
from email.message import EmailMessage
from email.utils import formataddr, make_msgid

TEMPLATE = string.Template(
    """Dear $name,

Thank you for taking the time to meet me about the $role role.

I have gone back more than once to our conversation about $point, and I am glad that it came up.

The interview made the job more real to me: who it is for, what a week of it might ask, and where I would have most to
learn. I came away certain that I would like to do it, and to do it at $organisation in particular.

Yours sincerely,

Ada Example
"""
)


def mail(to, subject, body):
    message = EmailMessage()
    message["From"] = "Ada Example <ada@example.org>"
    message["To"] = formataddr((to["name"], to["address"]))
    message["Subject"] = subject
    message["Message-ID"] = make_msgid(domain="example.org")
    message.set_content(body, cte="quoted-printable")
    return bytes(message)


def main():
    database = sqlite3.connect(sys.argv[2], isolation_level=None)
    database.execute("PRAGMA journal_mode=DELETE")
    database.execute("PRAGMA synchronous=EXTRA")
    database.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, address TEXT, due TEXT, mail BLOB)")
    database.execute("BEGIN")
    count = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            asked = told["panel"][:1]
            for number, person in enumerate(told["panel"] + asked):
                body = TEMPLATE.substitute(
                    name=person["name"], role=told["role"], point=person["talkingPoint"],
                    organisation=told["organisation"],
                )
                subject = f"Thank you – {told['role']} interview {number}"
                database.execute(
                    "INSERT INTO message (address, due, mail) VALUES (?, ?, ?)",
                    (person["address"], told["ended"], mail(person, subject, body)),
                )
                count += 1
    database.execute("COMMIT")
    print(count)


main()
