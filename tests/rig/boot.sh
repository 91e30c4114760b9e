#!/usr/bin/env bash
# Boots a guest and runs one script in it: boot.sh WORK OUT SCRIPT [QEMU ARGUMENT...]
# OUT is shared with the guest as /mnt/out; OUT/hand is a socket to its second serial line, over which host and script may talk.
# Ends as the script does, or with 125 if that did not end; RIG_TIMEOUT (seconds, 600) ends it in any case.
set -uo pipefail
work=$(readlink -f "$1") script=$(readlink -f "$3")
mkdir -p "$2"
out=$(readlink -f "$2")
shift 3
rm -f "$out/code" "$out/hand"
kernel=("$work"/kernel/boot/vmlinuz-*)

# hpet, no_timer_check: the time stamp counter is calibrated, and the timer tried, in a moment in which a busy host may not let the guest run.
timeout --kill-after=5 "${RIG_TIMEOUT:-600}" qemu-system-x86_64 -M q35 -accel tcg,thread=multi,tb-size=512 -cpu max -smp 2 -m "${RIG_MEMORY:-2048}" \
  -kernel "${kernel[0]}" -initrd "$work/initramfs.gz" \
  -append "console=ttyS0 panic=-1 quiet mitigations=off nokaslr clocksource=hpet no_timer_check RIG_SCRIPT=$script RIG_WORK=$work" \
  -nodefaults -display none -no-reboot -serial stdio \
  -chardev socket,id=hand,path="$out/hand",server=on,wait=off -serial chardev:hand \
  -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap -device virtio-9p-pci,fsdev=host,mount_tag=host \
  -fsdev local,id=out,path="$out",security_model=none,multidevs=remap -device virtio-9p-pci,fsdev=out,mount_tag=out \
  "$@" </dev/null &
guest=$!
trap 'kill "$guest" 2>/dev/null' TERM INT
wait "$guest"
if [ ! -s "$out/code" ]; then
  echo "RIG: the guest did not finish"
  exit 125
fi
exit "$(cat "$out/code")"
