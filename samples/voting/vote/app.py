"""The ballot: a page with two buttons. Each vote goes onto a list in Redis."""

import json
import os
import signal
import sys
import uuid
from html import escape
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import redis

CHOICES = {"a": os.environ.get("OPTION_A", "A"), "b": os.environ.get("OPTION_B", "B")}
VOTES = redis.Redis(host=os.environ.get("REDIS_HOST", "redis"))

PAGE = """<!DOCTYPE html>
<title>Vote</title>
<h1>{a} or {b}?</h1>
<form method="post">
  <button name="vote" value="a">{a}</button>
  <button name="vote" value="b">{b}</button>
</form>
<p>{message}</p>
"""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(200, "")

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
        choice = form.get("vote", [""])[0]
        if choice not in CHOICES:
            return self.answer(400, "Vote for a or b.")
        # A browser votes once: voting again changes its vote.
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("voter")
        voter = cookie.value if cookie else uuid.uuid4().hex
        VOTES.rpush("votes", json.dumps({"voter": voter, "choice": choice}))
        print(f"vote for {choice}")
        self.answer(200, f"You voted for {CHOICES[choice]}.", voter)

    def answer(self, status, message, voter=None):
        body = PAGE.format(message=escape(message), **{k: escape(v) for k, v in CHOICES.items()}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if voter:
            self.send_header("Set-Cookie", f"voter={voter}; HttpOnly; SameSite=Lax")
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, *_):
        pass  # The health check would fill the log.


# The first process of a container has no handler of its own for this signal.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("vote: listening on port 80")
ThreadingHTTPServer(("", 80), Handler).serve_forever()
