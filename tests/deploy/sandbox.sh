# shellcheck shell=bash
# Runs a real .NET program as the units would let it: strace refuses what SystemCallFilter= refuses. The score of a unit says how
# closed it is; only this says that the program still starts.

# calls_in NAME: a system call, or the calls of one of systemd's sets, one a line.
calls_in() {
    local entry
    [[ $1 == @* ]] || { echo "$1" && return; }
    systemd-analyze syscall-filter "$1" 2> /dev/null | sed -n 's/^ \{4\}\([@a-z0-9_-]\+\)$/\1/p' | while read -r entry; do
        calls_in "$entry"
    done
}

# allowed_calls UNIT: its SystemCallFilter lines applied in order, upon what systemd always allows.
allowed_calls() {
    local line name allowed
    allowed=$(calls_in @default)
    while read -r line; do
        for name in ${line#\~}; do
            case $line in
                \~*) allowed=$(grep -vxF "$(calls_in "$name")" <<< "$allowed") ;;
                *) allowed+=$'\n'$(calls_in "$name") ;;
            esac
        done
    done < <(sed -n 's/^SystemCallFilter=//p' "$1")
    echo "$allowed"
}

# dotnet_runs_within edge|hub: the SDK's own program stands for ours, since it needs no build.
dotnet_runs_within() {
    runs_within "$PI/systemd/checkpoint-$1.service" dotnet --version
}

# scanner_greets_within_the_unit: the gate's code reader fences itself in and greets, under the same calls.
scanner_greets_within_the_unit() {
    local dll=$HERE/../../artifacts/bin/Checkpoint.Edge/release/checkpoint-edge.dll
    [ -f "$dll" ] || { echo "checkpoint-edge is not built" && return "$SKIP"; }
    runs_within "$PI/systemd/checkpoint-edge.service" dotnet "$dll" scan < /dev/null > "$WORK/greeting"
    expect "the code reader's greeting" "$(head -c 4 "$WORK/greeting")" CPH1
}

# loudspeaker_speaks_within_the_unit: espeak-ng and aplay, whom the gate starts, under the same calls; ALSA's "null" stands for a card.
loudspeaker_speaks_within_the_unit() {
    local spoken=$WORK/spoken.wav
    command -v espeak-ng aplay > /dev/null || { echo "espeak-ng or aplay is not installed" && return "$SKIP"; }
    runs_within "$PI/systemd/checkpoint-edge.service" espeak-ng -v cmn-latn-pinyin -b 1 --stdin --stdout <<< "请通行。" > "$spoken"
    [ "$(stat -c %s "$spoken")" -gt 20000 ]
    runs_within "$PI/systemd/checkpoint-edge.service" aplay -q -D null - < "$spoken"
}

# runs_within UNIT COMMAND…: runs it while what the unit does not allow is refused.
runs_within() {
    local unit=$1 refused
    shift
    dotnet --version > /dev/null || { echo "there is no .NET SDK here" && return "$SKIP"; }
    strace -qq -o /dev/null true || { echo "strace may not trace here" && return "$SKIP"; }

    refused=$(calls_in @known | grep -vxF "$(allowed_calls "$unit")" | sed 's/^/?/' | paste -sd ,)

    strace -f -qq -o "$WORK/strace.log" -e "trace=$refused" -e "inject=$refused:error=EPERM" "$@" ||
        { tail -n 5 "$WORK/strace.log" >&2 && return 1; }
}
