#!/usr/bin/env bash
# Prepares the kernel rig: prepare.sh WORK. Leaves WORK/kernel (Debian's kernel, unpacked) and WORK/initramfs.gz. Nothing is installed in /boot.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
mkdir -p "$1"
work=$(readlink -f "$1")
# shellcheck source=build/needs.sh
. "$here/../../build/needs.sh"

if [ "$(dpkg --print-architecture)" != amd64 ]; then
  echo "The kernel rig emulates a PC and needs one to be prepared on." >&2
  exit 1
fi
need_debian qemu-system-x86 busybox-static cpio kmod python3 systemd-timesyncd tzdata
need_debian "$(qr_library)" libmosquitto1 mosquitto ffmpeg libturbojpeg0 qrencode alsa-utils
if [ ! -d "$work/kernel/boot" ]; then
  package=$(apt-cache depends linux-image-amd64 | sed -n 's/.*Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
  packages=$(mktemp -d)
  trap 'rm -rf "$packages"' EXIT
  (cd "$packages" && apt-get download -qq -o APT::Sandbox::User=root "$package")
  dpkg-deb --extract "$packages"/linux-image-*.deb "$packages/unpacked"
  depmod --basedir "$packages/unpacked" "$(ls "$packages/unpacked/lib/modules")"
  rm -rf "$work/kernel"
  mv "$packages/unpacked" "$work/kernel"
fi
"$here/initramfs.sh" "$work"
