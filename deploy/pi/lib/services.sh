# shellcheck shell=bash
# Users, devices and services of the running system. Nothing of it happens under --root, or where systemd does not run.

has_systemd() { [ -z "$ROOT" ] && [ -d /run/systemd/system ]; }

# start_program edge|hub
start_program() {
    [ -z "$ROOT" ] || return 0
    # Always: a run that was cut off may have placed the files and got no further.
    run systemd-sysusers "checkpoint-$1.conf"
    run systemd-tmpfiles --create "checkpoint-$1.conf"
    if ! has_systemd; then
        say "systemd 没有运行，服务没有启动。" "systemd is not running here, so no service was started."
        return
    fi
    ! has_changed || reload_system "$1"
    [ "$START" = yes ] || return 0
    run systemctl enable --quiet "checkpoint-$1.service"
    run systemctl "$(has_changed && echo restart || echo start)" "checkpoint-$1.service"
    say "检查：sudo checkpoint-$1 check --config /etc/checkpoint/$1" \
        "To check it: sudo checkpoint-$1 check --config /etc/checkpoint/$1"
}

# reload_system edge|hub
reload_system() {
    run systemctl daemon-reload
    [ "$1" = edge ] || return 0
    run systemctl restart systemd-modules-load.service ||
        say "有的设备驱动这台机器没有，用不到可以不管。" "Some device drivers are not on this machine; that is fine if it has no such device."
    run udevadm control --reload
    run udevadm trigger --subsystem-match=gpio --subsystem-match=i2c-dev --subsystem-match=video4linux
    run systemctl try-restart systemd-journald.service
}
