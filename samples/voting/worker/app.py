"""Moves votes from the list in Redis to the table in PostgreSQL."""

import json
import os
import signal
import sys

import psycopg2
import redis

# The first process of a container has no handler of its own for this signal.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

votes = redis.Redis(host=os.environ.get("REDIS_HOST", "redis"))
# Where the database is, PGHOST and the other PG variables say.
database = psycopg2.connect("")
database.autocommit = True
print("worker: waiting for votes")
while True:
    _, text = votes.blpop("votes")
    vote = json.loads(text)
    database.cursor().execute(
        "INSERT INTO vote (voter, choice) VALUES (%(voter)s, %(choice)s)"
        " ON CONFLICT (voter) DO UPDATE SET choice = excluded.choice",
        vote,
    )
    print(f"worker: counted a vote for {vote['choice']}")
