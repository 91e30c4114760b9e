# shellcheck shell=bash
# Takes the programs away. Entries and configuration stay, unless they are meant to go.

# uninstall PURGE
uninstall() {
    local program
    for program in edge hub; do
        ! has_systemd || [ ! -e "/usr/lib/systemd/system/checkpoint-$program.service" ] ||
            run systemctl disable --now --quiet "checkpoint-$program.service"
        remove_system_files "$program"
    done
    remove_tree "$PROGRAMS"
    remove_tree /usr/share/checkpoint
    ! has_systemd || run systemctl daemon-reload
    [ "$DRY_RUN" = yes ] || say "程序已卸载。" "The programs are removed."
    if [ "$1" = yes ]; then
        purge
    else
        say "数据（/var/lib/checkpoint-*）和配置（/etc/checkpoint）都还在。" \
            "Data (/var/lib/checkpoint-*) and configuration (/etc/checkpoint) are still there."
    fi
}

# remove_system_files edge|hub
remove_system_files() {
    local target
    while read -r _ target _; do
        [ ! -e "$ROOT$target" ] || run rm -f -- "$ROOT$target"
    done < <(system_files "$1")
}

# remove_tree DIR
remove_tree() {
    [ ! -d "$ROOT$1" ] || run rm -rf -- "$ROOT$1"
}

purge() {
    local program folder bytes
    for folder in /var/lib/checkpoint-edge /var/lib/checkpoint-hub /etc/checkpoint; do
        [ -d "$ROOT$folder" ] || continue
        bytes=$(find "$ROOT$folder" -type f -printf '%s\n' | awk '{ sum += $1 } END { printf "%d", sum }')
        say "删除 $folder：$bytes 字节。" "Deleting $folder: $bytes bytes."
        # The contents first: the folder itself may be where a disk is mounted.
        run find "$ROOT$folder" -mindepth 1 -delete
        mountpoint -q "$ROOT$folder" || run rmdir -- "$ROOT$folder"
    done
    [ -z "$ROOT" ] || return 0
    for program in edge hub; do
        ! getent passwd "checkpoint-$program" > /dev/null || run userdel "checkpoint-$program"
    done
}
