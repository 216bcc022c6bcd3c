"""Reads CHANGELOG.md (Keep a Changelog): as Debian's changelog, one section, or with a section made of Unreleased.

    changelog.py debian VERSION MAINTAINER EPOCH    as /usr/share/doc has it; EPOCH dates what has no date
    changelog.py section VERSION                    what a release says of itself
    changelog.py release VERSION DATE               the whole file, with Unreleased become a release
"""

import datetime
import email.utils
import re
import sys
import textwrap
from pathlib import Path

FILE = Path(__file__).parents[2] / "CHANGELOG.md"
HEADING = re.compile(r"^## \[(?P<version>[^]]+)\](?: - (?P<date>\d{4}-\d\d-\d\d))?$")


def sections(text):
    """(version, date or None, lines), newest first."""
    found = []
    for line in text.splitlines():
        match = HEADING.match(line)
        if match:
            found.append((match["version"], match["date"], []))
        elif found:
            found[-1][2].append(line)
    return found


def items(lines):
    """(group, text) of each entry, with its lines joined."""
    group, found = "", []
    for line in lines:
        if line.startswith("### "):
            group = line.removeprefix("### ")
        elif line.startswith("- "):
            found.append((group, line.removeprefix("- ")))
        elif line.startswith("  ") and found:
            found[-1] = (found[-1][0], found[-1][1] + " " + line.strip())
    return found


def debian(version, maintainer, epoch):
    released = version.partition("+")[0]
    blocks = []
    for name, date, lines in sections(FILE.read_text()):
        entries = items(lines)
        if name == "Unreleased":
            # A release has nothing here; a package between two releases has a version of its own, whatever is told of it.
            if version == released:
                continue
            name, entries = version, entries or [("Changed", "Nothing that its users notice.")]
        moment = (
            datetime.datetime.fromisoformat(f"{date}T12:00:00+00:00")
            if date
            # Older than the one above, which is all that is known.
            else datetime.datetime.fromtimestamp(int(epoch) - 86400 * len(blocks), datetime.timezone.utc)
        )
        body = [
            textwrap.fill(f"{group}: {text}", 78, initial_indent="  * ", subsequent_indent="    ",
                          break_long_words=False, break_on_hyphens=False)
            for group, text in entries
        ]
        blocks.append(
            f"afterword ({name}) unstable; urgency=medium\n\n" + "\n".join(body)
            + f"\n\n -- {maintainer}  {email.utils.format_datetime(moment)}\n"
        )
    if not any(block.startswith(f"afterword ({version}) ") for block in blocks):
        sys.exit(f"changelog.py: CHANGELOG.md has no section for {version}.")
    print("\n".join(blocks), end="")


def section(version):
    for name, _, lines in sections(FILE.read_text()):
        if name == version:
            print("\n".join(lines).strip())
            return
    sys.exit(f"changelog.py: CHANGELOG.md has no section for {version}.")


def release(version, date):
    text = FILE.read_text()
    known = sections(text)
    if any(name == version for name, _, _ in known):
        sys.exit(f"changelog.py: {version} has a section already.")
    if not known or known[0][0] != "Unreleased" or not items(known[0][2]):
        sys.exit("changelog.py: there is nothing under Unreleased, so there is nothing to release.")
    print(text.replace("## [Unreleased]\n", f"## [Unreleased]\n\n## [{version}] - {date}\n", 1), end="")


if __name__ == "__main__":
    {"debian": debian, "section": section, "release": release}[sys.argv[1]](*sys.argv[2:])
