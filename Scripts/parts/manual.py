"""Makes manual pages (mdoc(7)): of the commands, out of what the program tells of itself with --experimental-dump-help,
and of the configuration, out of its documented file.

    manual.py commands TARGET DATE VERSION <DUMP
    manual.py configuration FILE TARGET DATE VERSION

swift-argument-parser's own generator reads the same dump, but loses every letter that is not ASCII, joins examples
into paragraphs, and tells of two exit codes.
"""

import datetime
import json
import re
import sys
from pathlib import Path

# As Sources/afterword/Parts/Exit.swift has them; a test compares.
EXITS = [
    (0, "Done."),
    (1, "Something now needs you: a message was refused, is unconfirmed or held, or a draft can't be approved."),
    (64, "The command was not understood."),
    (65, "The input can't be used, or what was asked for goes against the advice."),
    (69, "The server can't be reached."),
    (70, "There is a bug in Afterword."),
    (73, "Something can't be written."),
    (75, "Something was put off and will be tried again."),
    (77, "You are not allowed to do something that is needed."),
    (78, "The configuration, the login or the clock needs correcting."),
]


def escaped(text):
    """A line of text that means itself (groff(7), Escape sequences)."""
    text = text.replace("\\", "\\e")
    return "\\&" + text if text.startswith((".", "'")) else text


def described(lines):
    """Prose with its examples: paragraphs, and indented lines as they stand."""
    result, block = [], []

    def end_block():
        if not block:
            return
        isolated = not block[-1].strip()
        while not block[-1].strip():
            block.pop()
        result.extend([".Bd -literal", *map(escaped, block), ".Ed"])
        if isolated:
            result.append(".Pp")
        block.clear()

    for line in lines:
        if line.startswith(" ") or (block and not line.strip()):
            block.append(line)
            continue
        end_block()
        if not line.strip():
            if result and result[-1] != ".Pp":
                result.append(".Pp")
        elif re.fullmatch(r"[A-Z][A-Z ]+", line):
            result += [*([] if not result or result[-1] == ".Pp" else [".Pp"]), f".Sy {line}"]
        else:
            result += [".br"] * line.startswith("- ") + [escaped(line)]
    end_block()
    while result and result[-1] == ".Pp":
        result.pop()
    # A display has its own distance.
    return [line for i, line in enumerate(result) if not (line == ".Pp" and result[i + 1 : i + 2] == [".Bd -literal"])]


def exit_status():
    lines = [".Sh EXIT STATUS", ".Bl -tag -width 4n -compact"]
    for code, meaning in EXITS:
        lines += [f".It {code}", meaning]
    return [*lines, ".El", "Where several apply, the most serious one counts."]


FILES = """.Sh FILES
.Bl -tag -width 6n
.It Pa ~/.config/afterword/config.yaml
The configuration, see
.Xr afterword.yaml 5 .
.It Pa ~/.local/share/afterword/afterword.sqlite
The record of interviews, messages and all that was said.
.It Pa ~/.local/state/afterword
What tells the record that sent last from its copies.
.El
.Pp
.Ev AFTERWORD_HOME
names one folder for the first two instead.""".splitlines()


def head(title, section, date, version):
    day = datetime.date.fromisoformat(date)
    return [f".Dd {day:%B} {day.day}, {day.year}", f".Dt {title.upper()} {section}", f".Os Afterword {version}"]


def spelling(argument):
    """An option with its value, or a value, as macros want it."""
    value = f"Ar {argument['valueName']}" + (" ..." if argument["isRepeating"] else "")
    if argument["kind"] == "positional":
        return value
    name = argument["preferredName"]
    flag = "Fl " + ("-" if name["kind"] == "long" else "") + name["name"]
    return flag if argument["kind"] == "flag" else f"{flag} {value}"


def synopsis(command, name, arguments):
    lines = [f'.Nm "{name}"']
    if command.get("subcommands"):
        lines.append(".Ar command")
    for argument in arguments:
        lines.append((".Op " if argument["isOptional"] else ".") + spelling(argument))
    return lines


def command_page(command, date, version, siblings):
    name = " ".join([*command.get("superCommands", []), command["commandName"]])
    arguments = [argument for argument in command.get("arguments", []) if argument["shouldDisplay"]]
    dashed = name.replace(" ", "-")
    out = head(dashed, 1, date, version)
    out += [".Sh NAME", f".Nm {dashed}", ".Nd " + escaped(command.get("abstract", name)).rstrip(".")]
    out += [".Sh SYNOPSIS", *synopsis(command, name, arguments), ".Sh DESCRIPTION"]
    out += described(command.get("discussion", command.get("abstract", "")).splitlines())
    if arguments:
        out += [".Sh OPTIONS", ".Bl -tag -width 6n"]
        for argument in arguments:
            out += [".It " + spelling(argument), *map(escaped, argument.get("abstract", "").splitlines())]
        out.append(".El")
    inner = [f"{dashed}-{sub['commandName']}" for sub in command.get("subcommands", []) if sub["shouldDisplay"]]
    # The commands of a group, or for a command its group.
    also = inner or [dashed.rpartition("-")[0]]
    out += exit_status() + (FILES if name == "afterword" else [])
    out += [".Sh SEE ALSO", *(f".Xr {page} 1 ," for page in also if page in siblings), ".Xr afterword.yaml 5"]
    return dashed, "\n".join(out) + "\n"


def all_commands(command):
    # 'help' is swift-argument-parser's own.
    if command["commandName"] == "help" or not command["shouldDisplay"]:
        return
    yield command
    for sub in command.get("subcommands", []):
        yield from all_commands(sub)


def commands(target, date, version):
    found = list(all_commands(json.load(sys.stdin)["command"]))
    names = {"-".join([*command.get("superCommands", []), command["commandName"]]) for command in found}
    for command in found:
        name, text = command_page(command, date, version, names)
        (Path(target) / f"{name}.1").write_text(text)


KEY = re.compile(r"^(?P<indent> *)(?:# (?P<more> *))?(?:# )?(?P<key>[a-z_]+):(?: +(?P<value>\S.*))?$")
RULE = re.compile(r"^# -{20,}$")


def key_of(line, section):
    """A key that the file documents, written or commented out, as (name, value, whether it begins a section)."""
    match = KEY.match(line)
    if match is None:
        return None
    depth = len(match["indent"]) + len(match["more"] or "")
    opens = match["value"] is None and depth == 0
    return (match["key"] if depth == 0 or not section else f"{section}.{match['key']}"), match["value"], opens, depth


def configuration(file, target, date, version):
    lines = Path(file).read_text().splitlines()
    out = [
        *head("afterword.yaml", 5, date, version),
        ".Sh NAME",
        ".Nm afterword.yaml",
        ".Nd the configuration of Afterword, in ~/.config/afterword/config.yaml",
        ".Sh DESCRIPTION",
    ]
    section, prose, listing, examples = "", [], False, False

    def end_list():
        nonlocal listing
        if listing:
            out.append(".El")
            listing = False

    def say():
        said = described(prose)
        while said and said[0] == ".Pp":
            said.pop(0)
        out.extend(said)
        prose.clear()

    index = 0
    while index < len(lines):
        line = lines[index]
        if RULE.match(line) and RULE.match(lines[index + 2] if index + 2 < len(lines) else "") or (
            RULE.match(line) and not examples
        ):
            say()
            end_list()
            title = []
            index += 1
            while not RULE.match(lines[index]):
                title.append(lines[index].removeprefix("# "))
                index += 1
            heading, _, rest = " ".join(title).partition(". ")
            heading = re.sub(r" \(.*\)$", "", heading)
            out.append(f".Sh {heading.upper()}")
            if rest:
                out.append(escaped(rest))
            examples = heading.startswith("Examples")
            section = ""
        elif examples:
            prose.append(re.sub(r"^# ?", "", line))
        elif (found := key_of(line, section)) is not None:
            name, value, opens, depth = found
            if opens:
                section = name
                say()
            else:
                if depth == 0:
                    section = ""
                # Before its first key stands what is said of a whole section.
                if not listing:
                    out.append(".Bl -tag -width 6n")
                    listing = True
                comment = re.split(r"\s+#\s", value or "", maxsplit=1)
                shown = comment[0].strip()
                out.append(f".It Ic {name}" + (f" : Li {escaped(shown)}" if shown not in ("", "''") else ""))
                if len(comment) > 1:
                    out.append(escaped(comment[1]))
                say()
        elif line.strip():
            prose.append(re.sub(r"^ *# ?(?:  # )?", "", line))
        else:
            if prose:
                prose.append("")
        index += 1
    say()
    end_list()
    out += [".Sh SEE ALSO", ".Xr afterword 1"]
    Path(target).write_text("\n".join(out) + "\n")


if __name__ == "__main__":
    {"commands": commands, "configuration": configuration}[sys.argv[1]](*sys.argv[2:])
