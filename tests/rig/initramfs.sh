#!/usr/bin/env bash
# Packs what the guest starts from: initramfs.sh WORK. A shell, the modules that reach the host's files, and init; there is no disk.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
work=$(readlink -f "$1")
kernel=$(ls "$work/kernel/lib/modules")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

mkdir -p "$root"/{bin,proc,sys,dev,modules,host,top,root}
cp /bin/busybox "$root/bin/"
cp "$here/init" "$root/init"
chmod 755 "$root/init"
modprobe --dirname "$work/kernel" --set-version "$kernel" --all --show-depends virtio_pci 9pnet_virtio 9p overlay |
  awk '$1 == "insmod" && !seen[$2]++ { print $2 }' | while read -r module; do
  cp "$module" "$root/modules/"
  basename "$module" >>"$root/modules/order"
done
(cd "$root" && find . | cpio --create --format=newc --quiet | gzip -1) >"$work/initramfs.gz.new"
mv "$work/initramfs.gz.new" "$work/initramfs.gz"
