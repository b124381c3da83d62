"""The counts: a page, and /api with the same as JSON."""

import json
import os
import signal
import sys
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg2

CHOICES = {"a": os.environ.get("OPTION_A", "A"), "b": os.environ.get("OPTION_B", "B")}

PAGE = """<!DOCTYPE html>
<meta http-equiv="refresh" content="2">
<title>Result</title>
<h1>Result</h1>
<ul>{items}</ul>
"""


def counts():
    # Where the database is, PGHOST and the other PG variables say.
    connection = psycopg2.connect("connect_timeout=3")
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT choice, count(*) FROM vote GROUP BY choice")
        found = dict(cursor.fetchall())
        return {name: found.get(choice, 0) for choice, name in CHOICES.items()}
    finally:
        connection.close()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            result = counts()
        except psycopg2.Error as error:
            return self.answer(503, "text/plain", f"{error}\n")
        if self.path == "/api":
            self.answer(200, "application/json", json.dumps(result) + "\n")
        else:
            items = "".join(f"<li>{escape(name)}: {count}</li>" for name, count in result.items())
            self.answer(200, "text/html", PAGE.format(items=items))

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, *_):
        pass  # The health check would fill the log.


# The first process of a container has no handler of its own for this signal.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("result: listening on port 80")
ThreadingHTTPServer(("", 80), Handler).serve_forever()
