"""What a careful script does with imaplib: search on the server, fetch the headers of what was found.

usage: plain_listen.py PORT AUTHORITY search ADDRESS ...   prints how many headers were fetched
       plain_listen.py PORT AUTHORITY each COUNT           fetches every header by itself, of so many mails
"""

import imaplib
import ssl
import sys

# The lines of a server may be long.
imaplib._MAXLINE = 10_000_000


def any_of(terms):
    """OR takes two."""
    if len(terms) == 1:
        return terms[0]
    middle = len(terms) // 2
    return f"OR {any_of(terms[:middle])} {any_of(terms[middle:])}"


def search(server, people):
    _, (found,) = server.uid("SEARCH", None, any_of([f'FROM "{person}"' for person in people]))
    uids = found.split()
    if not uids:
        return 0
    _, parts = server.uid("FETCH", b",".join(uids).decode(), "(BODY.PEEK[HEADER])")
    return sum(isinstance(part, tuple) for part in parts)


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
        print(search(server, rest) if mode == "search" else each(server, int(rest[0])))


main()
