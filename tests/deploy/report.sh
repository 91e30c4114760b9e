# shellcheck shell=bash
# Runs checks and counts them.

passed=0 failed=0 skipped=0

# What a check returns when it cannot be made here; its last line of output is the reason.
SKIP=77

# check NAME COMMAND…: in a shell of its own that stops at the first error. Output is shown when it fails.
check() {
    local name=$1 log=$WORK/check.log
    shift
    (set -e && "$@") > "$log" 2>&1
    case $? in
        0) echo "ok    $name" && passed=$((passed + 1)) ;;
        "$SKIP") echo "skip  $name: $(tail -n 1 "$log")" && skipped=$((skipped + 1)) ;;
        *) echo "FAIL  $name" && sed 's/^/      /' "$log" && failed=$((failed + 1)) ;;
    esac
}

# expect WHAT ACTUAL EXPECTED
expect() {
    [ "$2" = "$3" ] || {
        printf '%s:\n--- expected\n%s\n--- but was\n%s\n' "$1" "$3" "$2"
        return 1
    }
}

# refuses COMMAND…: succeeds when the command fails.
refuses() {
    if "$@"; then
        echo "expected to fail: $*"
        return 1
    fi
}

finish() {
    local skips=''
    [ "$skipped" -eq 0 ] || skips=", $skipped skipped"
    echo "$passed passed, $failed failed$skips"
    [ "$failed" -eq 0 ]
}

# install_tools PACKAGE…: from Debian, as root or through sudo.
install_tools() {
    local package missing=() as_root=()
    for package; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "installing from Debian: ${missing[*]}"
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    {
        "${as_root[@]}" apt-get update -qq
        # No broker is to start by itself on this machine.
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
            apt-get install -y -qq --no-install-recommends "${missing[@]}"
    } > "$WORK/apt.log" 2>&1 || sed 's/^/      /' "$WORK/apt.log"
}
