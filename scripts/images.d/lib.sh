# shellcheck shell=bash
# What the recipes of scripts/images.d use. scripts/images sets
#   TREE   a folder into which all packages of all recipes are unpacked
#   ROOT   the root folder of the image that is being made
#   WORK   scratch

# Prints what the package depends on directly and that matches the pattern:
# `depends_of postgresql 'postgresql-[0-9]+'` finds out this release's version.
depends_of() {
  apt-cache depends --important "${@:1:$#-1}" |
    sed -nE "s/^[ |]*(Pre)?Depends: (${*: -1})\$/\2/p" | sort -u
}

refresh_lists() {
  if [[ -z $(apt-cache pkgnames netcat-openbsd) ]]; then
    say 'fetching the package lists'
    apt-get update >/dev/null || true
  fi
}

# Downloads packages with the libraries they need, and unpacks them into TREE.
unpack() {
  local known
  known=$(with_libraries "$@" libc6 libc-bin busybox netcat-openbsd)
  mkdir -p "$WORK/debs"
  say "downloading $(wc -w <<<"$known") packages"
  # The lists may be older than what the mirror still has.
  # shellcheck disable=SC2086
  download $known || { apt-get update >/dev/null && download $known; } || {
    tail -n 5 "$WORK/download.log" >&2
    fail 'could not download the packages'
  }
  new_root "$TREE"
  local deb
  for deb in "$WORK"/debs/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -C "$TREE" --keep-directory-symlink \
      --exclude ./usr/share/doc --exclude ./usr/share/man --exclude ./usr/share/locale -xf -
    # shellcheck disable=SC2016
    dpkg-deb --show --showformat '${Package} ${Version}\n' "$deb" >>"$WORK/versions"
  done
  rm -rf "$WORK/debs"
}

download() { (cd "$WORK/debs" && apt-get download -q "$@" >"$WORK/download.log" 2>&1); }

# Prints the packages and all library packages that they depend on, however deep.
# Not LLVM: PostgreSQL does without its compiler, and it is most of the size.
with_libraries() {
  apt-cache depends --recurse --important "$@" | awk -v wanted="$*" '
    /^[^ ]/ { package = $1 }
    $1 ~ /Depends:$/ && $2 ~ /^z?lib/ && $2 !~ /^libllvm/ { needs[package] = needs[package] " " $2 }
    function visit(name, list, count, i) {
      if (seen[name]++) return
      print name
      count = split(needs[name], list)
      for (i = 1; i <= count; i++) visit(list[i])
    }
    END { count = split(wanted, first); for (n = 1; n <= count; n++) visit(first[n]) }'
}

# `nginx 1.22.1-9, curl 7.88.1-10` for the packages named.
versions_of() {
  local name
  for name in "$@"; do grep "^$name " "$WORK/versions"; done | paste -sd, | sed 's/,/, /g'
}

# An empty root folder, laid out as Debian's: /bin is /usr/bin and so on.
new_root() {
  local name
  for name in bin sbin lib lib64; do
    mkdir -p "$1/usr/$name"
    ln -sfn "usr/$name" "$1/$name"
  done
}

# The least that every image has: users, /tmp, /etc/os-release and all of busybox.
base() {
  new_root "$ROOT"
  mkdir -p "$ROOT"/{dev,etc,home,mnt,opt,proc,root,run,sys,tmp,usr/local/bin,var/{cache,lib,log,spool,tmp}}
  chmod 1777 "$ROOT/tmp" "$ROOT/var/tmp"
  chmod 700 "$ROOT/root"
  ln -sfn ../run "$ROOT/var/run"
  cat >"$ROOT/etc/passwd" <<-END
	root:x:0:0:root:/root:/bin/sh
	daemon:x:1:1:daemon:/usr/sbin:/bin/false
	www-data:x:33:33:www-data:/var/www:/bin/false
	nobody:x:65534:65534:nobody:/nonexistent:/bin/false
	END
  cat >"$ROOT/etc/group" <<-END
	root:x:0:
	daemon:x:1:
	tty:x:5:
	www-data:x:33:
	users:x:100:
	nogroup:x:65534:
	END
  printf 'hosts: files dns\n' >"$ROOT/etc/nsswitch.conf"
  cat >"$ROOT/etc/os-release" <<-END
	NAME="jcompose stand-in"
	PRETTY_NAME="jcompose stand-in made from Debian packages"
	ID=jcompose-stand-in
	ID_LIKE=debian
	END

  # The loader, where programs look for it: a path of its own on each architecture.
  local path
  for path in $(cd "$TREE" && compgen -G 'usr/lib*/ld-linux*'); do cp "$(loader)" "$ROOT/$path"; done

  # The tools: busybox, but the nc that knows -z, which many wait loops use.
  local applet
  programs /bin/busybox
  run_from_tree /bin/busybox --list-full | while read -r applet; do
    if [[ ! -e $ROOT/$applet && ! -L $ROOT/$applet ]]; then
      ln -s /bin/busybox "$ROOT/$applet"
    fi
  done
  programs /bin/nc.openbsd
  ln -sfn nc.openbsd "$ROOT/bin/nc"
}

# user NAME ID: adds a user and a group of that name.
user() {
  printf '%s:x:%s:%s::/:/bin/sh\n' "$1" "$2" "$2" >>"$ROOT/etc/passwd"
  printf '%s:x:%s:\n' "$1" "$2" >>"$ROOT/etc/group"
}

# Copies files and folders, given by their paths in the packages.
copy() {
  local path
  for path in "$@"; do
    mkdir -p "$(dirname "$ROOT/$path")"
    cp -a --remove-destination "$TREE/$path" "$ROOT/$path"
  done
}

# Copies programs, and every library that they are linked with.
programs() {
  local path
  for path in "$@"; do
    mkdir -p "$(dirname "$ROOT/$path")"
    cp -L --preserve=mode --remove-destination "$TREE/$path" "$ROOT/$path"
  done
  libraries_of "$@"
}

# Copies the libraries that programs or libraries are linked with.
libraries_of() {
  local path
  for path in "$@"; do run_from_tree --list "$path" 2>/dev/null || true; done |
    sed -nE 's,.* => ([^ ]+) .*,\1,p' | sort -u |
    while read -r path; do
      [[ $path == "$TREE"/* ]] || fail "no package has the library $path that a program of this image needs"
      path=${path#"$TREE"}
      if [[ ! -e $ROOT/$path ]]; then
        mkdir -p "$(dirname "$ROOT/$path")"
        cp -L "$TREE/$path" "$ROOT/$path"
      fi
    done
}

# Runs a program of the packages with their loader and libraries, not the
# machine's. With --list first it only lists the libraries.
run_from_tree() {
  local option=() libraries
  if [[ $1 == --list ]]; then
    option=(--list)
    shift
  fi
  libraries=$(printf '%s:' "$TREE"/usr/lib/*-linux-*/)
  "$(loader)" --library-path "${libraries%:}" "${option[@]}" "$TREE/$1" "${@:2}"
}

loader() { compgen -G "$TREE/usr/lib/*-linux-*/ld-linux*"; }

# The program gosu's job, done by setpriv: `gosu USER COMMAND...` becomes that user.
gosu() {
  programs /usr/bin/setpriv
  cat >"$ROOT/usr/local/bin/gosu" <<-'END'
	#!/bin/sh
	user=$1
	shift
	exec /usr/bin/setpriv --reuid="$user" --regid="$user" --init-groups "$@"
	END
  chmod 755 "$ROOT/usr/local/bin/gosu"
}

# Bash as most images based on Debian have it.
bash_shell() { programs /bin/bash; }
