# shellcheck shell=bash
# One program: its published folder, copied whole beside the running one, then switched to.

PROGRAMS=/usr/lib/checkpoint

# place_dotnet FOLDER: one fixed path for the units, wherever .NET lives.
place_dotnet() {
    link "$1/dotnet" "$PROGRAMS/dotnet"
    RUNTIME_CHANGED=$CHANGED
}

# check_published edge|hub DIR
check_published() {
    local file
    for file in "checkpoint-$1.dll" "checkpoint-$1.runtimeconfig.json"; do
        [ -f "$2/$file" ] || fail "$2 里没有 $file，它不是完整的发布目录。" "$2 holds no $file: it is not a whole published folder."
    done
}

# version_of edge|hub DIR: the program's version and a digest of all its files, so that a rebuilt version is a new one.
version_of() {
    local version=''
    [ ! -f "$2/checkpoint-$1.deps.json" ] ||
        version=$(sed -n "s|.*\"checkpoint-$1/\([0-9][0-9A-Za-z.+-]*\)\".*|\1|p" "$2/checkpoint-$1.deps.json" | head -n 1)
    echo "${version:-0}-$(digest_of "$2")"
}

# digest_of DIR: eight hexadecimal digits over names and contents.
digest_of() {
    (cd "$1" && find -L . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-8)
}

# install_program edge|hub DIR
install_program() {
    local version
    version=$(version_of "$1" "$2")
    CHANGED=$RUNTIME_CHANGED
    copy_program "$1" "$2" "$version"
    place_defaults "$1"
    place_system_files "$1"
    switch_program "$1" "$version"
    start_program "$1"
    if ! has_changed; then
        say "checkpoint-$1 $version：已经装好，没有改动。" "checkpoint-$1 $version: already there, nothing changed."
    elif [ "$DRY_RUN" = yes ]; then
        say "checkpoint-$1 $version：以上命令都没有执行。" "checkpoint-$1 $version: none of these commands was run."
    else
        say "checkpoint-$1 $version：已安装。" "checkpoint-$1 $version: installed."
    fi
}

# copy_program edge|hub DIR VERSION
# The copy is read back and compared: a worn card is found here and not at the gate.
copy_program() {
    local target=$ROOT$PROGRAMS/$1-$3
    [ ! -d "$target" ] || [ "$(digest_of "$target")" != "${3##*-}" ] || return 0
    run mkdir -p -- "$ROOT$PROGRAMS"
    run rm -rf -- "$target.partial" "$target"
    run cp -rL --no-preserve=mode,ownership -- "$2" "$target.partial"
    run sync -f -- "$target.partial"
    [ "$DRY_RUN" = yes ] || [ "$(digest_of "$target.partial")" = "${3##*-}" ] ||
        fail "复制的文件和原来的不一样，存储卡可能坏了。" "The copy differs from the original: the card may be failing."
    run mv -T -- "$target.partial" "$target"
    CHANGED=yes
}

# switch_program edge|hub VERSION
# The version before stays for the way back; older ones go.
switch_program() {
    local before old
    before=$(readlink "$ROOT$PROGRAMS/$1" || true)
    [ "$before" != "$1-$2" ] || return 0
    link "$1-$2" "$PROGRAMS/$1"
    for old in "$ROOT$PROGRAMS/$1"-*; do
        case ${old##*/} in "$1-$2" | "$before" | "$1-*") ;; *) run rm -rf -- "$old" ;; esac
    done
}
