"""Reads a Maildir with Python's own email package and prints each message as its reader would see it."""

import mailbox
import sys
from email import policy
from email.parser import BytesParser


def messages(folder):
    box = mailbox.Maildir(folder, create=False)
    parsed = [BytesParser(policy=policy.default).parsebytes(box.get_bytes(key)) for key in box.keys()]
    return sorted(parsed, key=lambda message: str(message["X-RcptTo"]))


def show(message):
    for name in ("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To"):
        if message[name] is not None:
            print(f"{name}: {message[name]}")
    print()
    for line in message.get_content().rstrip().splitlines():
        print(f"  {line}")
    print()


def main():
    folder, what = sys.argv[1], sys.argv[2]
    received = messages(folder)
    if what == "show":
        for number, message in enumerate(received, 1):
            print(f"--- {number} of {len(received)} " + "-" * 60)
            show(message)
    elif what == "count":
        print(len(received))
    elif what == "recipients":
        # Who received what: one line each, to be compared with what was promised.
        for message in received:
            (to,) = message["To"].addresses
            print(f"{message['X-RcptTo']} | {to.display_name} | {message['Subject']}")


main()
