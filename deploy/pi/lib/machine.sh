# shellcheck shell=bash
# What the machine must have. Under --root the machine is somebody else's: its packages are only named.

DOTNET_VERSION=10

check_rights() {
    [ -n "$ROOT" ] || [ "$DRY_RUN" = yes ] || [ "$(id -u)" -eq 0 ] ||
        fail "需要管理员权限，请在命令前加 sudo。" "This needs administrator rights: put sudo before the command."
}

# A 64-bit kernel is not enough: the 32-bit Raspberry Pi OS runs on one, and .NET would not find its libraries.
check_architecture() {
    local machine
    machine=$(uname -m)
    case $machine/$(getconf LONG_BIT) in
        aarch64/64 | x86_64/64) ;;
        *) fail "这台机器的系统不是 64 位（$machine）。请安装 64 位的 Raspberry Pi OS 再试。" \
            "This system is not a 64-bit one ($machine). Please install the 64-bit Raspberry Pi OS and try again." ;;
    esac
}

# Prints the folder of a .NET that can run the programs, as the target sees it.
find_dotnet() {
    local linked folder
    linked=$(readlink -f "$ROOT/usr/bin/dotnet" || true)
    for folder in /usr/share/dotnet /usr/lib/dotnet "$(dirname "${linked#"$ROOT"}")"; do
        if [ -e "$ROOT$folder/dotnet" ] && compgen -G "$ROOT$folder/shared/Microsoft.AspNetCore.App/$DOTNET_VERSION.*" > /dev/null; then
            echo "$folder"
            return
        fi
    done
    return 1
}

refuse_dotnet() {
    say "✗ 没有找到 .NET $DOTNET_VERSION 运行库。请先执行下面的命令（需要联网，约 30 MB）：" \
        "  The .NET $DOTNET_VERSION runtime is missing. Please run this first (needs the internet, about 30 MB):" >&2
    cat >&2 <<TEXT

  curl -fsSL https://dot.net/v1/dotnet-install.sh | sudo bash -s -- --channel $DOTNET_VERSION.0 --runtime aspnetcore --install-dir /usr/share/dotnet

TEXT
    fail "没有网络：在别处下载 aspnetcore-runtime-$DOTNET_VERSION.0 的 Linux 压缩包（$(uname -m)），解压到 /usr/share/dotnet。" \
        "No internet: download the aspnetcore-runtime-$DOTNET_VERSION.0 archive for Linux ($(uname -m)) elsewhere, and unpack it into /usr/share/dotnet."
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]; }
is_offered() { apt-cache show "$1" > /dev/null 2>&1; }

# Prints the packages that are missing. The QR decoder differs between releases: the first that this one offers.
# missing_packages NEEDS_QR
missing_packages() {
    local decoders=(libzxing3 libzbar0t64 libzbar0) decoder
    is_installed libmosquitto1 || echo libmosquitto1
    [ -n "$1" ] || return 0
    for decoder in "${decoders[@]}"; do is_installed "$decoder" && return; done
    for decoder in "${decoders[@]}"; do
        if is_offered "$decoder"; then
            echo "$decoder"
            return
        fi
    done
    echo "${decoders[0]}"
}

# say_optional PACKAGE…: what only a box with a loudspeaker needs.
say_optional() {
    say "接喇叭的卡点盒还需要：sudo apt-get install --no-install-recommends $*" \
        "A gate box with a loudspeaker also needs: sudo apt-get install --no-install-recommends $*"
}

# ensure_packages NEEDS_QR
ensure_packages() {
    local missing
    if [ -n "$ROOT" ]; then
        say "目标系统还需要：libmosquitto1，以及 libzxing3 或 libzbar0（卡点盒）。" \
            "The target also needs: libmosquitto1, and libzxing3 or libzbar0 (gate box)."
        [ -z "$1" ] || say_optional alsa-utils espeak-ng
        return
    fi
    if [ -n "$1" ] && ! { is_installed alsa-utils && is_installed espeak-ng; }; then say_optional alsa-utils espeak-ng; fi
    mapfile -t missing < <(missing_packages "$1")
    [ ${#missing[@]} -gt 0 ] || return 0
    # A fresh card has no package lists yet, and they say which decoder this release has.
    run apt-get update -qq || true
    mapfile -t missing < <(missing_packages "$1")
    say "安装系统软件包：${missing[*]}" "Installing system packages: ${missing[*]}"
    run apt-get install -y --no-install-recommends "${missing[@]}" ||
        fail "软件包没有装上。联网后请执行：sudo apt-get update && sudo apt-get install ${missing[*]}" \
            "The packages did not install. Once online, run: sudo apt-get update && sudo apt-get install ${missing[*]}"
}
