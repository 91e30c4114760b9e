#!/usr/bin/env bash
# Runs a command in a small Debian 13 that is made beside this file, once: it has zxing-cpp's C API, which Debian 12 lacks.
#   build/debian13.sh dotnet artifacts/bin/Checkpoint.Lab/release/checkpoint-lab.dll qr ../shared/data/qr/manifest.csv
# The repository, the folder it lies in, the .NET SDK and the data are seen there under the names that they have here.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
repository=$(dirname "$here")
root=$here/root-trixie
# shellcheck source=build/needs.sh
. "$here/needs.sh"

release=trixie
# What .NET needs, both readers of codes, what makes codes to read, what speaks and plays, and what the box's program loads at its start.
packages=libc6,libgcc-s1,libstdc++6,zlib1g,libssl3t64,ca-certificates,libzxing3,libzbar0t64,qrencode,libmosquitto1,procps,alsa-utils,espeak-ng

# mirror: where this machine gets Debian from.
mirror() {
  local codename found
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  # shellcheck disable=SC2016 # apt's own variables
  found=$(apt-get indextargets 'Created-By: Packages' --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' |
    awk -v codename="$codename" '$2 == codename && $3 == "main" { print $1; exit }')
  echo "${found:-http://deb.debian.org/debian}"
}

# network_settings: this machine's proxies and certificates, as apt reads them.
network_settings() {
  apt-config dump | grep -Ei '^Acquire::[^ ]*(proxy|timeout|retries|cainfo|sslcert|sslkey|verify|check-valid-until|check-date)[^ ]* ' || true
}

make_root() {
  local settings
  need_debian mmdebstrap debian-archive-keyring
  settings=$(mktemp)
  network_settings >"$settings"
  echo "正在准备 Debian 13 Making a small Debian 13 in build/root-$release" >&2
  rm -rf --one-file-system "$root.new"
  if ! mmdebstrap --quiet --variant=minbase --include="$packages" --aptopt="$settings" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    "$release" "$root.new" "$(mirror)" >&2; then
    rm -rf --one-file-system "$root.new" "$settings"
    echo "FAILED: no Debian 13 could be made from $(mirror); see the lines above." >&2
    exit 1
  fi
  rm -f "$settings"
  echo "$packages" >"$root.new/packages"
  rm -rf --one-file-system "$root"
  mv "$root.new" "$root"
}

# show FOLDER: makes a folder of this machine visible in the root, under the same name.
show() {
  [ -d "$1" ] || return 0
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
}

# Runs within mounts of its own, which end with it.
enter() {
  local folder=$PWD dotnet
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  mount --make-rprivate /
  for seen in /proc /dev /sys /tmp "$(dirname "$repository")" "$dotnet" "${CHECKPOINT_DATA:-}"; do
    show "$seen"
  done
  # shellcheck disable=SC2016 # expands inside
  exec chroot "$root" /usr/bin/env PATH="$dotnet:/usr/bin:/bin" DOTNET_ROOT="$dotnet" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@"
}

if [ "${1:-}" = --within ]; then
  shift
  enter "$@"
fi
need_dotnet
as=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "FAILED: Debian 13 为测试所需，请以 root 执行： the tests on Debian 13 need root; type as root: build/debian13.sh true" >&2
    exit 1
  }
  as=(sudo "--preserve-env=CHECKPOINT_DATA,DOTNET_SYSTEM_GLOBALIZATION_INVARIANT,PATH")
fi
if [ "$(cat "$root/packages" 2>/dev/null)" != "$packages" ]; then
  [ ${#as[@]} -eq 0 ] || exec "${as[@]}" "$0" "$@"
  make_root
fi
exec "${as[@]}" unshare --mount "$0" --within "$@"
