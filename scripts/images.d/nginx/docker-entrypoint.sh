#!/bin/sh
# Fills in /etc/nginx/templates/*.template with the environment's variables and
# runs the scripts of /docker-entrypoint.d, then becomes the command.
set -e

if [ "$1" = nginx ]; then
  # Only variables that are set are replaced: nginx's own ($uri) stay.
  names=$(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/${\1}/p' | tr '\n' ' ')
  for template in /etc/nginx/templates/*.template; do
    [ -f "$template" ] || continue
    target=/etc/nginx/conf.d/$(basename "$template" .template)
    /usr/bin/envsubst "$names" <"$template" >"$target"
  done
  for script in /docker-entrypoint.d/*.sh; do
    [ -x "$script" ] && "$script"
  done
fi
exec "$@"
