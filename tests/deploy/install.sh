# shellcheck shell=bash
# Checks of install.sh in roots of their own. Installing is about files, so a publish is a folder with the right names in it.

# publish edge|hub VERSION: prints the folder.
publish() {
    local folder=$WORK/publish/$1-$2
    mkdir -p "$folder/runtimes"
    echo "program $1 $2" > "$folder/checkpoint-$1.dll"
    echo '{}' > "$folder/checkpoint-$1.runtimeconfig.json"
    echo "{ \"libraries\": { \"checkpoint-$1/$2\": {} } }" > "$folder/checkpoint-$1.deps.json"
    echo native > "$folder/runtimes/native library.so"
    echo "$folder"
}

# bare_root: an empty root. fresh_root: one with .NET in it.
bare_root() { mktemp -d "$WORK/root.XXXXXX"; }
fresh_root() {
    local root
    root=$(bare_root)
    mkdir -p "$root/usr/share/dotnet/shared/Microsoft.AspNetCore.App/10.0.1"
    printf '#!/bin/sh\n' > "$root/usr/share/dotnet/dotnet"
    chmod 755 "$root/usr/share/dotnet/dotnet"
    echo "$root"
}

# install_into ROOT EDGE [HUB]
install_into() { "$PI/install.sh" --root "$1" --edge "$2" ${3:+--hub "$3"}; }

# snapshot DIR: everything that a change would change.
snapshot() { find "$1" -printf '%P %y %m %l %i %T@\n' | LC_ALL=C sort; }

# version_in ROOT: which edge version the link names, without its digest.
version_in() { readlink "$1/usr/lib/checkpoint/edge" | sed 's/-[0-9a-f]\{8\}$//'; }

# other_defaults TEXT: a copy of deploy/pi whose edge default differs; prints its installer.
other_defaults() {
    local copy
    copy=$(mktemp -d "$WORK/pi.XXXXXX")
    cp -r "$PI/." "$copy"
    echo "$1" > "$copy/etc/edge/10-defaults.json"
    echo "$copy/install.sh"
}

first_install_places_everything() {
    local root file
    root=$(fresh_root)

    install_into "$root" "$(publish edge 1.0.0)" "$(publish hub 2.0.0)"

    expect "version" "$(version_in "$root")" "edge-1.0.0"
    diff -r "$WORK/publish/edge-1.0.0" "$root/usr/lib/checkpoint/edge/"
    diff -r "$WORK/publish/hub-2.0.0" "$root/usr/lib/checkpoint/hub/"
    expect ".NET" "$(readlink "$root/usr/lib/checkpoint/dotnet")" "/usr/share/dotnet/dotnet"
    for file in usr/bin/checkpoint-{edge,hub} usr/lib/systemd/system/checkpoint-{edge,hub}.service \
        usr/lib/sysusers.d/checkpoint-{edge,hub}.conf usr/lib/tmpfiles.d/checkpoint-{edge,hub}.conf \
        usr/lib/udev/rules.d/60-checkpoint.rules usr/lib/modules-load.d/checkpoint.conf \
        usr/lib/systemd/journald.conf.d/50-checkpoint.conf usr/share/checkpoint/mosquitto/checkpoint.{conf,acl} \
        etc/checkpoint/{edge,hub}/10-defaults.json; do
        [ -s "$root/$file" ] || { echo "missing: $file" && return 1; }
    done
    expect "left-overs" "$(find "$root" -name '*.new' -o -name '*.partial')" ""
}

second_install_changes_nothing() {
    local root before
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)" "$(publish hub 1.0.0)"
    before=$(snapshot "$root")

    install_into "$root" "$(publish edge 1.0.0)" "$(publish hub 1.0.0)" | grep "nothing changed"

    expect "the root" "$(snapshot "$root")" "$before"
}

dry_run_changes_nothing() {
    local root before said
    root=$(fresh_root)
    before=$(snapshot "$root")

    said=$("$PI/install.sh" --dry-run --root "$root" --edge "$(publish edge 1.0.0)")

    expect "the root" "$(snapshot "$root")" "$before"
    grep -q '^+ cp .*/usr/lib/checkpoint/edge-1.0.0-' <<< "$said"
    grep -q '^+ mv .*/usr/lib/systemd/system/checkpoint-edge.service$' <<< "$said"
}

edit_survives_upgrade() {
    local root installer
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)"
    echo '{ "Device": { "Id": "gate-7" } }' > "$root/etc/checkpoint/edge/10-defaults.json"
    echo '{ "Mqtt": {} }' > "$root/etc/checkpoint/edge/50-site.json"
    installer=$(other_defaults '{ "Device": { "Id": "gate-2" } }')

    "$installer" --root "$root" --edge "$(publish edge 1.1.0)" | grep "You have changed /etc/checkpoint/edge/10-defaults.json"

    expect "the edit" "$(cat "$root/etc/checkpoint/edge/10-defaults.json")" '{ "Device": { "Id": "gate-7" } }'
    expect "the site's own" "$(cat "$root/etc/checkpoint/edge/50-site.json")" '{ "Mqtt": {} }'
    expect "the default" "$(cat "$root/usr/share/checkpoint/edge/10-defaults.json")" '{ "Device": { "Id": "gate-2" } }'
}

untouched_default_is_renewed() {
    local root installer
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)"
    installer=$(other_defaults '{ "Device": { "Id": "gate-2" } }')

    "$installer" --root "$root" --edge "$(publish edge 1.1.0)"

    expect "the default" "$(cat "$root/etc/checkpoint/edge/10-defaults.json")" '{ "Device": { "Id": "gate-2" } }'
}

deleted_default_stays_deleted() {
    local root
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)"
    rm "$root/etc/checkpoint/edge/10-defaults.json"

    install_into "$root" "$(publish edge 1.1.0)"

    [ ! -e "$root/etc/checkpoint/edge/10-defaults.json" ]
}

upgrade_switches_link() {
    local root
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)"

    install_into "$root" "$(publish edge 1.1.0)"

    expect "version" "$(version_in "$root")" "edge-1.1.0"
    expect "program" "$(cat "$root/usr/lib/checkpoint/edge/checkpoint-edge.dll")" "program edge 1.1.0"
    compgen -G "$root/usr/lib/checkpoint/edge-1.0.0-*"
}

older_versions_go() {
    local root version
    root=$(fresh_root)

    for version in 1.0.0 1.1.0 1.2.0; do install_into "$root" "$(publish edge "$version")"; done

    refuses compgen -G "$root/usr/lib/checkpoint/edge-1.0.0-*"
    compgen -G "$root/usr/lib/checkpoint/edge-1.1.0-*"
    expect "version" "$(version_in "$root")" "edge-1.2.0"
}

damaged_copy_is_replaced() {
    local root
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)"
    echo damaged > "$root/usr/lib/checkpoint/edge/checkpoint-edge.dll"

    install_into "$root" "$(publish edge 1.0.0)"

    expect "program" "$(cat "$root/usr/lib/checkpoint/edge/checkpoint-edge.dll")" "program edge 1.0.0"
}

cut_off_copy_is_made_again() {
    local root target
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)"
    target=$(readlink -f "$root/usr/lib/checkpoint/edge")
    mv "$target" "$target.partial"
    rm "$root/usr/lib/checkpoint/edge" "$target.partial/checkpoint-edge.dll"

    install_into "$root" "$(publish edge 1.0.0)"

    diff -r "$WORK/publish/edge-1.0.0" "$root/usr/lib/checkpoint/edge/"
    [ ! -e "$target.partial" ]
}

# lived_in_root: an installation with entries and an edit; prints the root.
lived_in_root() {
    local root
    root=$(fresh_root)
    install_into "$root" "$(publish edge 1.0.0)" "$(publish hub 1.0.0)" > /dev/null
    mkdir -p "$root/var/lib/checkpoint-edge"
    head -c 1000 /dev/zero > "$root/var/lib/checkpoint-edge/journal.db"
    head -c 234 /dev/zero > "$root/var/lib/checkpoint-edge/journal.db-wal"
    echo "$root"
}

uninstall_leaves_etc_and_var() {
    local root before
    root=$(lived_in_root)
    before=$(snapshot "$root/etc" && snapshot "$root/var")

    "$PI/install.sh" --uninstall --root "$root"

    expect "/etc and /var" "$(snapshot "$root/etc" && snapshot "$root/var")" "$before"
    expect "what is left in /usr" "$(find "$root/usr" -name '*checkpoint*')" ""
}

purge_counts_and_removes() {
    local root said
    root=$(lived_in_root)

    said=$("$PI/install.sh" --uninstall --purge --root "$root")

    grep -qF "Deleting /var/lib/checkpoint-edge: 1234 bytes." <<< "$said"
    expect "what is left" "$(find "$root" -name '*checkpoint*')" ""
}

purge_alone_is_refused() {
    local root before
    root=$(lived_in_root)
    before=$(snapshot "$root")

    refuses "$PI/install.sh" --purge --root "$root"

    expect "the root" "$(snapshot "$root")" "$before"
}

unpublished_folder_is_refused() {
    local root before
    root=$(fresh_root)
    before=$(snapshot "$root")

    refuses install_into "$root" "$(publish edge 1.0.0)" "$(publish edge 1.0.0)"

    expect "the root" "$(snapshot "$root")" "$before"
}

# The 32-bit Raspberry Pi OS: its kernel says aarch64, its programs are 32-bit.
small_machine_is_refused() {
    local root
    root=$(fresh_root)
    mkdir -p "$WORK/pi-os-32"
    printf '#!/bin/sh\necho aarch64\n' > "$WORK/pi-os-32/uname"
    printf '#!/bin/sh\necho 32\n' > "$WORK/pi-os-32/getconf"
    chmod 755 "$WORK/pi-os-32"/*

    (PATH=$WORK/pi-os-32:$PATH && refuses install_into "$root" "$(publish edge 1.0.0)") 2>&1 | grep "64-bit Raspberry Pi OS"
}

missing_dotnet_is_explained() {
    local root
    root=$(bare_root)

    refuses install_into "$root" "$(publish edge 1.0.0)" 2>&1 | grep "dotnet-install.sh .*--runtime aspnetcore"

    expect "the root" "$(ls -A "$root")" ""
}
