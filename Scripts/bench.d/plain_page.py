"""The peer of the page: the newest contacts of a ledger as a table, by Flask and Jinja, served by waitress.

usage: plain_page.py DATABASE ROWS     (prints its port)
"""

import socket
import sqlite3
import sys

import flask
import waitress

TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Audit</title></head><body><h1>Audit</h1>
<table><tr><th>When</th><th>Way</th><th>Who</th><th>Where</th><th>What</th><th>Outcome</th></tr>
{% for row in rows %}<tr><td>{{ row.time }}</td><td>{{ row.direction }} {{ row.channel }}</td><td>{{ row.name }} {{ row.address }}</td>
<td>{{ row.organisation }}, {{ row.role }}</td><td>{{ row.kind }} {{ row.subject }}</td><td>{{ row.outcome }} {{ row.detail }}</td></tr>
{% endfor %}</table></body></html>"""

QUERY = """
SELECT contact.*, recruitment.organisation, recruitment.role
FROM contact LEFT JOIN recruitment ON recruitment.id = contact.recruitment ORDER BY contact.time DESC, contact.id DESC LIMIT ?
"""

application = flask.Flask(__name__)
database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, check_same_thread=False)
database.row_factory = sqlite3.Row


@application.get("/")
def audit():
    return flask.render_template_string(TEMPLATE, rows=database.execute(QUERY, (int(sys.argv[2]),)).fetchall())


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
waitress.serve(application, sockets=[listener], threads=1)
