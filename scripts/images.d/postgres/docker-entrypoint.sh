#!/bin/bash
# Makes a database cluster in an empty PGDATA, with the user, password and
# database of the environment, runs /docker-entrypoint-initdb.d on it, then
# starts the server as the user postgres.
set -euo pipefail

say() { printf 'postgres entrypoint: %s\n' "$*"; }

# The variable NAME, or else the contents of the file that NAME_FILE names.
setting() {
  local file=${1}_FILE
  if [[ -n ${!file:-} ]]; then
    printf %s "$(<"${!file}")"
  else
    printf %s "${!1:-${2:-}}"
  fi
}

run_script() {
  local client=(psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$user" --dbname "$database")
  case $1 in
    *.sql) say "running $1"; "${client[@]}" -f "$1" ;;
    *.sql.gz) say "running $1"; gunzip -c "$1" | "${client[@]}" ;;
    *.sh)
      say "running $1"
      # As a program if it is one, or else in this shell.
      # shellcheck source=/dev/null
      if [[ -x $1 ]]; then "$1"; else . "$1"; fi
      ;;
    *) say "ignoring $1" ;;
  esac
}

create_cluster() {
  local password method arguments
  password=$(setting POSTGRES_PASSWORD)
  method=${POSTGRES_HOST_AUTH_METHOD:-}
  if [[ -z $password && $method != trust ]]; then
    say 'the database is new and has no superuser password: set POSTGRES_PASSWORD to one that is' \
      'not empty (or POSTGRES_HOST_AUTH_METHOD=trust, which lets everyone in without)' >&2
    exit 1
  fi
  read -ra arguments <<<"${POSTGRES_INITDB_ARGS:-}"
  initdb --username="$user" --pwfile=<(printf '%s\n' "$password") "${arguments[@]}"
  printf '\nhost all all all %s\n' "${method:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"

  # For the scripts: a server that only this container reaches.
  export PGUSER=$user PGPASSWORD=$password PGHOST=/var/run/postgresql
  export POSTGRES_USER=$user POSTGRES_DB=$database
  pg_ctl -D "$PGDATA" -w -o "-c listen_addresses='' -p ${PGPORT:-5432}" start
  if [[ $database != postgres ]]; then
    psql -v ON_ERROR_STOP=1 -v name="$database" --no-psqlrc -d postgres <<<'CREATE DATABASE :"name";'
  fi
  local script
  for script in /docker-entrypoint-initdb.d/*; do
    if [[ -f $script ]]; then run_script "$script"; fi
  done
  pg_ctl -D "$PGDATA" -m fast -w stop
  unset PGUSER PGPASSWORD PGHOST
  say 'the database is ready; starting the server'
}

if [[ ${1:-} == -* ]]; then set -- postgres "$@"; fi
if [[ ${1:-} != postgres ]]; then exec "$@"; fi

if ((EUID == 0)); then
  mkdir -p "$PGDATA" /var/run/postgresql
  chown -R postgres:postgres "$PGDATA" /var/run/postgresql
  chmod 3777 /var/run/postgresql
  exec gosu postgres "$0" "$@"
fi

mkdir -p "$PGDATA"
chmod 700 "$PGDATA" 2>/dev/null || true
user=$(setting POSTGRES_USER postgres)
database=$(setting POSTGRES_DB "$user")
if [[ ! -s $PGDATA/PG_VERSION ]]; then create_cluster; fi
exec "$@"
