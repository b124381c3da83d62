#!/bin/sh
# `docker run bash -c 'echo hello'` means bash with these arguments.
case ${1:-} in -*) set -- bash "$@" ;; esac
exec "$@"
