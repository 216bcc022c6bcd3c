"""Takes what Afterword never reads out of the data of ICU that Foundation links into a program: the names of languages,
regions, currencies, units and zones, and the customs, in languages other than English; the tables of character sets, since
iconv reads those; the dictionaries by which Thai or Chinese is cut into words, and the ways to write one script in
another. Afterword words everything itself and asks Foundation for no language, and ICU falls back to what remains. Of the data,
which is half of the program, a sixth stays: 7 MB less of a package.

    trim-icu.py PROGRAM

The data is one block in the program (ICU User Guide, ICU Data, "Customizing ICU's Data Library"; icu/source/common/ucmndata.h):
a header, a sorted table of names and places, and the items. The table is written anew, what it no longer names becomes
zeros, and nothing moves.
"""

import re
import struct
import sys
from pathlib import Path

# In a header: its size, two bytes of magic, the description of the format and its name.
HEADER = re.compile(rb"(..)\xda\x27.{8}CmnD", re.DOTALL)
LOCALE = re.compile(r"(?!en(_|$))[a-z]{2,3}(_[A-Za-z0-9_]+)?")
# What is never read whatever its language: character sets, dictionaries of words, transliteration, names of characters.
UNREAD = re.compile(r"[^/]*\.cnv|brkitr/.*\.dict|translit/.*|unames\.icu")
# Folders of the data that hold one file for each language; "" is the customs of each.
BY_LANGUAGE = {"", "coll", "curr", "lang", "rbnf", "region", "translit", "unit", "zone"}


def is_wanted(name):
    path = name.partition("/")[2]
    if UNREAD.fullmatch(path):
        return False
    folder, _, file = path.rpartition("/")
    stem, _, kind = file.partition(".")
    return folder not in BY_LANGUAGE or kind != "res" or LOCALE.fullmatch(stem) is None


def table(data, base):
    """Each name with its place, and where its item begins, as the program has them."""
    (count,) = struct.unpack_from("<I", data, base)
    entries = []
    for index in range(count):
        name, start = struct.unpack_from("<II", data, base + 4 + 8 * index)
        text = data[base + name : data.index(0, base + name)].decode("ascii")
        entries.append((text, name, start))
    return entries


def trim(data):
    found = [match.start() for match in HEADER.finditer(data)]
    if len(found) != 1:
        sys.exit(f"trim-icu.py: the program has {len(found)} blocks of ICU's data instead of one.")
    base = found[0] + struct.unpack_from("<H", data, found[0])[0]
    entries = table(data, base)
    names, starts = [entry[0] for entry in entries], [entry[2] for entry in entries]
    if names != sorted(names) or starts != sorted(starts) or not names[0].startswith("icudt"):
        sys.exit("trim-icu.py: the table of ICU's data is not as expected.")
    kept = [entry for entry in entries if is_wanted(entry[0])]
    gone = 0
    for (name, _, start), (_, _, end) in zip(entries, entries[1:]):
        # Of the last one nobody knows where it ends; it stays.
        if not is_wanted(name):
            data[base + start : base + end] = bytes(end - start)
            gone += end - start
    if not is_wanted(names[-1]):
        kept.append(entries[-1])
    struct.pack_into("<I", data, base, len(kept))
    for index, (_, name, start) in enumerate(kept):
        struct.pack_into("<II", data, base + 4 + 8 * index, name, start)
    rest = 8 * (len(entries) - len(kept))
    data[base + 4 + 8 * len(kept) : base + 4 + 8 * len(kept) + rest] = bytes(rest)
    return len(entries) - len(kept), gone


if __name__ == "__main__":
    path = Path(sys.argv[1])
    data = bytearray(path.read_bytes())
    items, size = trim(data)
    path.write_bytes(data)
    print(f"Without {items} items of ICU's data ({size >> 20} MB)")
