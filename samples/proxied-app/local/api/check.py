"""The API's health check: succeeds if the API answers with what the database has."""

from urllib.request import urlopen

urlopen("http://127.0.0.1:8000/api/products", timeout=3).read()
