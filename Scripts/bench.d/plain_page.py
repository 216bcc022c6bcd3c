"""The peer of the page: its lists by Flask and Jinja out of the same file, served by waitress, at the same addresses.

usage: plain_page.py DATABASE     (prints its port)
"""

import csv
import io
import socket
import sqlite3
import sys

import flask
import waitress

#: Rows of a list, as on the page.
LENGTH = 50

FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
%s
</body></html>"""

ENTRIES = FRAME % """<table><tr><th>When</th><th>Way</th><th>Who</th><th>Where</th><th>What</th><th>Outcome</th></tr>
{% for row in rows %}<tr><td>{{ row.time }}</td><td>{{ row.direction }} {{ row.channel }}</td>
<td><a href="/people/{{ row.person }}">{{ row.name }}</a> {{ row.address }}</td>
<td><a href="/recruitments/{{ row.recruitment }}">{{ row.organisation }}, {{ row.role }}</a></td>
<td>{{ row.kind }} {{ row.subject }}</td><td>{{ row.outcome }} {{ row.detail }}</td></tr>
{% endfor %}</table>"""

QUEUE = FRAME % """<table><tr><th>Message</th><th>When</th><th>State</th><th>Why</th></tr>
{% for row in rows %}<tr><td><a href="/messages/{{ row.id }}">{{ row.kind }} to {{ row.name }}, {{ row.organisation }}</a>
{{ row.role }}</td><td>{{ row.due }}</td><td>{{ row.state }}</td><td>{{ row.reasonCode }}</td></tr>
{% endfor %}</table>"""

PEOPLE = FRAME % """<ul>
{% for row in rows %}<li><a href="/people/{{ row.id }}">{{ row.name }}</a> {{ row.address }}</li>
{% endfor %}</ul>"""

SAID = """SELECT contact.*, recruitment.organisation, recruitment.role
FROM contact LEFT JOIN recruitment ON recruitment.id = contact.recruitment WHERE """

#: The filters of the log by the names of their fields.
FILTERS = {
    "since": "contact.time >= 1000 * unixepoch(?)",
    "until": "contact.time < 1000 * unixepoch(?, '+1 day')",
    "person": "contact.person IN (SELECT id FROM person WHERE instr(sameName, lower(?)))",
    "organisation": "instr(recruitment.sameOrganisation, lower(?))",
    "channel": "contact.channel = ?",
}

application = flask.Flask(__name__)
database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, check_same_thread=False)
database.row_factory = sqlite3.Row


def entries(order):
    chosen = [(FILTERS[name], value) for name, value in flask.request.args.items() if value]
    condition = " AND ".join(["TRUE", *(sql for sql, _ in chosen)])
    return database.execute(f"{SAID}{condition} ORDER BY {order}", [value for _, value in chosen]).fetchall()


def page(template, title, rows):
    return flask.render_template_string(template, title=title, rows=rows)


@application.get("/audit")
def audit():
    return page(ENTRIES, "Audit", entries(f"contact.id DESC LIMIT {LENGTH}"))


@application.get("/audit/print")
def audit_print():
    return page(ENTRIES, "Job search record", entries("contact.time, contact.id"))


@application.get("/audit/csv")
def audit_csv():
    rows = entries("contact.time, contact.id")
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(rows[0].keys() if rows else [])
    writer.writerows(rows)
    return flask.Response(text.getvalue(), mimetype="text/csv")


@application.get("/queue")
def queue():
    is_sent = flask.request.args.get("show") == "sent"
    condition = "state = 'sent'" if is_sent else "state NOT IN ('sent', 'cancelled')"
    return page(QUEUE, "Queue", database.execute(f"""
        SELECT message.id, kind, person.name, organisation, role, due, state, reasonCode
        FROM message JOIN person ON person.id = recipient JOIN recruitment ON recruitment.id = message.recruitment
        WHERE {condition} ORDER BY due {"DESC" if is_sent else ""} LIMIT {LENGTH}""").fetchall())


@application.get("/people")
def people():
    return page(PEOPLE, "People", database.execute(
        "SELECT id, name, address FROM person WHERE instr(sameName, lower(?)) ORDER BY name LIMIT ?",
        (flask.request.args.get("search", ""), LENGTH)).fetchall())


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
waitress.serve(application, sockets=[listener], threads=1)
