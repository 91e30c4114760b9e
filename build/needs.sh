# shellcheck shell=bash
# What run and test need from the machine. Sourced, not run.

# The SDK itself does without ICU then, which a small Debian lacks; the programs never use it (docs/adr/0008-words-without-icu.md).
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# need_dotnet: the .NET 10 SDK, or a line that says how to get it.
need_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "缺少 .NET 10 SDK：请先安装。 The .NET 10 SDK is missing: install it first, see https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 1
  fi
}

# need_debian PACKAGE...: installs what is missing by name, as root or through sudo; without either, says what to type.
need_debian() {
  local missing=() package
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "缺少 Debian 软件包，请以 root 执行： Debian packages are missing. As root, type:" >&2
      echo "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}" >&2
      exit 1
    fi
    as=(sudo)
  fi
  echo "正在从 Debian 安装 Installing from Debian: ${missing[*]}"
  "${as[@]}" apt-get update -qq >/dev/null
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]
}

# qr_library: the Debian package that reads QR codes here: zxing-cpp where Debian has its C API, else zbar.
qr_library() {
  local package
  for package in libzxing3 libzbar0t64 libzbar0; do
    if is_installed "$package"; then
      echo "$package"
      return
    fi
  done
  if apt-cache show libzxing3 >/dev/null 2>&1 || grep -q '^VERSION_ID="1[3-9]' /etc/os-release; then
    echo libzxing3
  else
    echo libzbar0
  fi
}

# qr_fallback: the package of zbar here.
qr_fallback() {
  if [ "$(qr_library)" = libzbar0 ]; then echo libzbar0; else echo libzbar0t64; fi
}

# build_release PROJECT: builds quietly; prints what went wrong, if anything does.
build_release() {
  local log
  log=$(mktemp)
  if ! dotnet build "$1" --configuration Release --nologo --verbosity quiet >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
}
