# shellcheck shell=bash
# What the installer says, and how it does things: always in both languages, and never in silence under --dry-run.

# say CHINESE ENGLISH
say() { printf '%s\n%s\n' "$1" "$2"; }

# fail CHINESE ENGLISH
fail() {
    say "✗ $1" "  $2" >&2
    exit 1
}

# run COMMAND…: does it, or prints it under --dry-run.
run() {
    if [ "$DRY_RUN" = yes ]; then
        printf '+'
        printf ' %q' "$@"
        printf '\n'
    else
        "$@"
    fi
}
