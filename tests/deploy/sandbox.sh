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
    local unit=$PI/systemd/checkpoint-$1.service refused
    dotnet --version || { echo "there is no .NET SDK here" && return "$SKIP"; }
    strace -qq -o /dev/null true || { echo "strace may not trace here" && return "$SKIP"; }

    refused=$(calls_in @known | grep -vxF "$(allowed_calls "$unit")" | sed 's/^/?/' | paste -sd ,)

    strace -f -qq -o "$WORK/strace.log" -e "trace=$refused" -e "inject=$refused:error=EPERM" dotnet --version ||
        { tail -n 5 "$WORK/strace.log" && return 1; }
}
