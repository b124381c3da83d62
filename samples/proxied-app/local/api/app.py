"""The shop's API: /api/products lists what the database has."""

import json
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg2


def products():
    # Where the database is, PGHOST and the other PG variables say.
    connection = psycopg2.connect("connect_timeout=3")
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT id, name, price FROM product ORDER BY id")
        return [{"id": i, "name": name, "price": str(price)} for i, name, price in cursor]
    finally:
        connection.close()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/api/products":
            return self.answer(404, {"error": "not found"})
        try:
            self.answer(200, products())
        except psycopg2.Error as error:
            self.answer(503, {"error": str(error).strip()})

    def answer(self, status, value):
        body = json.dumps(value).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, *args):
        if self.client_address[0] != "127.0.0.1":  # The health check would fill the log.
            super().log_request(*args)


# The first process of a container has no handler of its own for this signal.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("shop api: listening on port 8000")
ThreadingHTTPServer(("", 8000), Handler).serve_forever()
