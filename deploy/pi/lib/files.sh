# shellcheck shell=bash
# Puts single files where they belong. Every file is written beside its place and renamed into it, so that a power cut leaves
# the old one or the new one, never half of one.

# Whether this run has changed anything.
CHANGED=no
has_changed() { [ "$CHANGED" = yes ]; }

# place SOURCE TARGET [MODE]
place() {
    local target=$ROOT$2
    ! cmp -s -- "$1" "$target" || return 0
    run install -D -m "${3:-0644}" -- "$1" "$target.new"
    run sync -- "$target.new"
    run mv -T -- "$target.new" "$target"
    CHANGED=yes
}

# link TARGET NAME: a symlink, switched in one step.
link() {
    local name=$ROOT$2
    [ "$(readlink "$name" || true)" != "$1" ] || return 0
    run mkdir -p -- "$(dirname "$name")"
    run ln -sfT -- "$1" "$name.new"
    run mv -T -- "$name.new" "$name"
    run sync -- "$(dirname "$name")"
    CHANGED=yes
}

# place_defaults edge|hub
# /usr/share keeps each default as it was shipped, /etc the one in use. As long as both are the same the administrator has not
# touched it, and a new default takes its place; a changed or a deleted one is the administrator's word.
place_defaults() {
    local source shipped used
    for source in "$HERE/etc/$1"/*.json; do
        shipped=/usr/share/checkpoint/$1/${source##*/}
        used=/etc/checkpoint/$1/${source##*/}
        if [ ! -e "$ROOT$used" ] && [ ! -e "$ROOT$shipped" ] || cmp -s -- "$ROOT$used" "$ROOT$shipped"; then
            place "$source" "$used" 0640
        elif ! cmp -s -- "$source" "$ROOT$shipped" && ! cmp -s -- "$source" "$ROOT$used"; then
            say "您改过 $used，保持不动；新的默认值在 $shipped。" "You have changed $used; it stays. The new defaults are in $shipped."
        fi
        place "$source" "$shipped"
    done
}

# system_files edge|hub: prints "source target mode" a line.
system_files() {
    echo "README.md /usr/share/checkpoint/README.md 0644"
    echo "bin/checkpoint-$1 /usr/bin/checkpoint-$1 0755"
    echo "systemd/checkpoint-$1.service /usr/lib/systemd/system/checkpoint-$1.service 0644"
    echo "sysusers.d/checkpoint-$1.conf /usr/lib/sysusers.d/checkpoint-$1.conf 0644"
    echo "tmpfiles.d/checkpoint-$1.conf /usr/lib/tmpfiles.d/checkpoint-$1.conf 0644"
    case $1 in
        edge)
            echo "udev/60-checkpoint.rules /usr/lib/udev/rules.d/60-checkpoint.rules 0644"
            echo "modules-load.d/checkpoint.conf /usr/lib/modules-load.d/checkpoint.conf 0644"
            echo "journald.conf.d/50-checkpoint.conf /usr/lib/systemd/journald.conf.d/50-checkpoint.conf 0644"
            ;;
        hub)
            # Kept at hand; whether this machine is the site's broker is the administrator's choice.
            echo "systemd/mosquitto/checkpoint.conf /usr/share/checkpoint/mosquitto/checkpoint.conf 0644"
            echo "systemd/mosquitto/checkpoint.acl /usr/share/checkpoint/mosquitto/checkpoint.acl 0644"
            ;;
    esac
}

# place_system_files edge|hub
place_system_files() {
    local source target mode
    while read -r source target mode; do
        place "$HERE/$source" "$target" "$mode"
    done < <(system_files "$1")
}
