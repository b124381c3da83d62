#!/bin/sh
# The images of scripts/images have the database driver; the official one gets it here.
python -c 'import psycopg2' 2>/dev/null || pip install --quiet --root-user-action ignore psycopg2-binary || exit
exec python /app/app.py
