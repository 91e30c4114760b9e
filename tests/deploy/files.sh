# shellcheck shell=bash
# Checks of the shipped files as they are.

# 2.0, as systemd-analyze counts it.
MOST_EXPOSED=20

scripts_pass_shellcheck() {
    (cd "$PI" && shellcheck -x install.sh lib/*.sh bin/*)
    (cd "$HERE" && shellcheck -x -- *.sh)
}

defaults_are_json() {
    local file
    for file in "$PI"/etc/*/*.json; do
        jq -e 'type == "object"' "$file" > /dev/null || { echo "$file" && return 1; }
    done
}

# unit_root: a root that holds an installation and Debian's own units beside it, which ours refer to.
unit_root() {
    local root
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)" "$(publish hub 1.0.0)" > /dev/null
    cp -a /usr/lib/systemd/system/. "$root/usr/lib/systemd/system/"
    echo "$root"
}

# An unknown key is only a warning to systemd-analyze, and a hole to us: there must be no output at all.
units_are_valid() {
    local root said
    root=$(unit_root)
    said=$(systemd-analyze verify --man=no --root="$root" checkpoint-edge.service checkpoint-hub.service 2>&1)
    expect "systemd-analyze verify" "$said" ""
}

unit_is_closed() {
    local root
    root=$(unit_root)
    systemd-analyze security --no-pager --offline=yes --threshold="$MOST_EXPOSED" --root="$root" "checkpoint-$1.service"
}

units_suit_dotnet_and_villages() {
    refuses grep -En '^(MemoryDenyWriteExecute|(After|Wants|Requires)=.*(network-online|time-sync))' "$PI"/systemd/*.service
}

users_and_folders_are_made() {
    local root
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)" "$(publish hub 1.0.0)"
    systemd-sysusers --root="$root" checkpoint-edge.conf checkpoint-hub.conf
    grep -q '^checkpoint-edge:' "$root/etc/passwd"
    grep -q '^checkpoint-hub:' "$root/etc/passwd"
    expect "groups" "$(grep ':checkpoint-edge$' "$root/etc/group" | cut -d : -f 1 | LC_ALL=C sort | xargs)" "audio dialout gpio i2c input video"

    [ "$(id -u)" -eq 0 ] || { echo "folders can be given away by root alone" && return "$SKIP"; }
    chmod 644 "$root/etc/checkpoint/edge/10-defaults.json"
    systemd-tmpfiles --root="$root" --create checkpoint-edge.conf checkpoint-hub.conf
    expect "mode" "$(stat -c %a "$root/etc/checkpoint/edge/10-defaults.json" "$root/etc/checkpoint/edge" | xargs)" "640 750"
    expect "group" "$(stat -c %g "$root/etc/checkpoint/edge")" "$(grep '^checkpoint-edge:' "$root/etc/group" | cut -d : -f 3)"
}

# Debian 12's udevadm cannot verify yet (it came with systemd 254); there the grammar of udev(7) is held against each line.
udev_rules_parse() {
    local rules=$PI/udev/60-checkpoint.rules
    if udevadm verify --help > /dev/null 2>&1; then
        udevadm verify --no-summary --resolve-names=never "$rules"
        return
    fi
    local match='(SUBSYSTEMS?|KERNEL|DRIVERS|ATTR\{[a-z_]+\})(==|!=)"[^"]+"'
    local assign='(GROUP|MODE)="[^"]+"|SYMLINK\+="checkpoint-[a-z0-9]+"'
    refuses grep -vnE "^(#.*|$match(, $match)*(, ($assign))+)?\$" "$rules"
}
