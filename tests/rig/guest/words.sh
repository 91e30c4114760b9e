# shellcheck shell=bash
# What guest scripts share. Sourced, not run.

# load MODULE...: loads modules of the guest's kernel, which the root does not have.
load() {
  local module
  for module in "$@"; do modprobe --dirname "$RIG_WORK/kernel" "$module"; done
}

# network_up: 10.0.2.15, on which the host reaches what was forwarded; the host is 10.0.2.2 (QEMU's user network).
network_up() {
  local device
  load virtio_net
  device=$(basename "$(dirname "$(grep -lv loopback /sys/class/net/[!l]*/address | head -n 1)")")
  busybox ip link set lo up
  busybox ip address add 10.0.2.15/24 dev "$device"
  busybox ip link set "$device" up
  busybox ip route add default via 10.0.2.2
}

# take_hand: opens the line to the host, see boot.sh.
take_hand() {
  stty -F /dev/ttyS1 115200 raw -echo
  exec 3<>/dev/ttyS1
}

# say WORD...: one line to the host.
say() {
  echo "$*" >&3
}
