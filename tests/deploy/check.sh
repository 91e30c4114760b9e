#!/usr/bin/env bash
# Checks deploy/pi: scripts, units, rules, defaults, the broker's access list and the installer. Touches nothing outside a
# temporary folder and loopback. One line a check, the count at the end.
# shellcheck source-path=SCRIPTDIR
set -uo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PI=$(cd "$HERE/../../deploy/pi" && pwd)
WORK=$(mktemp -d)
# The broker gives up root before it reads its files.
chmod 755 "$WORK"
PATH=$PATH:/usr/sbin:/sbin

. "$HERE/report.sh"
. "$HERE/files.sh"
. "$HERE/install.sh"
. "$HERE/sandbox.sh"
. "$HERE/broker.sh"

trap 'stop_broker; rm -rf "$WORK"' EXIT

install_tools shellcheck systemd mosquitto mosquitto-clients jq strace alsa-utils espeak-ng

check "scripts pass shellcheck" scripts_pass_shellcheck
check "defaults are valid JSON" defaults_are_json
check "units pass systemd-analyze verify" units_are_valid
check "checkpoint-edge.service is exposed 2.0 at most" unit_is_closed edge
check "checkpoint-hub.service is exposed 2.0 at most" unit_is_closed hub
check "units leave out MemoryDenyWriteExecute and never wait for the network" units_suit_dotnet_and_villages
check ".NET starts within checkpoint-edge.service's system calls" dotnet_runs_within edge
check "the code reader starts within checkpoint-edge.service's system calls" scanner_greets_within_the_unit
check "the loudspeaker's programs run within checkpoint-edge.service's system calls" loudspeaker_speaks_within_the_unit
check ".NET starts within checkpoint-hub.service's system calls" dotnet_runs_within hub
check "users, groups and folders are made as declared" users_and_folders_are_made
check "udev rules parse" udev_rules_parse

check "a first install places everything" first_install_places_everything
check "a second install changes nothing" second_install_changes_nothing
check "a dry run changes nothing and prints every command" dry_run_changes_nothing
check "an administrator's edit survives an upgrade" edit_survives_upgrade
check "a default nobody touched is renewed by an upgrade" untouched_default_is_renewed
check "a default the administrator deleted stays deleted" deleted_default_stays_deleted
check "an upgrade switches the link and keeps the version before" upgrade_switches_link
check "the version before the last one is removed" older_versions_go
check "a damaged installed copy is replaced" damaged_copy_is_replaced
check "a copy that was cut off is made again" cut_off_copy_is_made_again
check "uninstall leaves configuration and data" uninstall_leaves_etc_and_var
check "purge says how many bytes go, and removes them" purge_counts_and_removes
check "purge without uninstall is refused" purge_alone_is_refused
check "a folder that is no publish is refused before any change" unpublished_folder_is_refused
check "a 32-bit system is refused" small_machine_is_refused
check "a missing .NET is answered with the way to get it" missing_dotnet_is_explained

if start_broker; then
    check "broker: a box is heard on its own topics, the hub on all" box_is_heard_on_its_own_topics
    check "broker: a box may not publish as another" box_may_not_publish_as_another
    check "broker: a box may not listen as another" box_may_not_listen_as_another
    check "broker: a box may not throw another out by its client id" box_may_not_take_over_another
    check "broker: a user named like a wildcard reaches nobody" wildcard_user_reaches_nobody
    check "broker: nobody comes in without a name or with a wrong password" strangers_are_refused
    check "broker: a message at the size limit passes, one byte more does not" message_limit_holds
else
    check "broker: starts with the shipped configuration" false
fi

finish
