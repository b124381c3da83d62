#!/bin/sh
# `docker run redis --appendonly yes` and `docker run redis /my/redis.conf` mean
# the server with these arguments. The server runs as the user redis, and other
# containers may connect to it.
set -e

case $1 in -* | *.conf) set -- redis-server "$@" ;; esac

if [ "$1" = redis-server ]; then
  # Debian's build only answers its own machine unless it is told otherwise.
  case " $* " in
    *" --protected-mode "*) ;;
    *)
      config=
      case ${2:-} in '' | -*) ;; *) config=$2 ;; esac
      if [ -z "$config" ] || ! grep -qs '^ *protected-mode' "$config"; then
        set -- "$@" --protected-mode no
      fi
      ;;
  esac
  if [ "$(id -u)" = 0 ]; then
    find . \! -user redis -exec chown redis:redis '{}' +
    exec gosu redis "$@"
  fi
fi
exec "$@"
