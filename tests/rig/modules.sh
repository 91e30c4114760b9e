#!/usr/bin/env bash
# Builds the kernel modules that Debian leaves out, for the kernel in WORK: modules.sh WORK, after prepare.sh. Once; they lie in WORK/kernel.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
work=$(readlink -f "$1")
# shellcheck source=build/needs.sh
. "$here/../../build/needs.sh"

kernel=$(ls "$work/kernel/lib/modules")
version=$(grep -oE '^[0-9]+\.[0-9]+' <<<"$kernel")
modules=$work/kernel/lib/modules/$kernel/extra
made=$(cat "$here"/modules/* "$0" | sha256sum)
if [ "$(cat "$modules/made" 2>/dev/null)" = "$made" ]; then
  exit
fi

need_debian make gcc libc6-dev kmod xz-utils
if ! is_installed "linux-headers-$kernel" && ! apt-cache show "linux-headers-$kernel" >/dev/null 2>&1; then
  echo "Debian has no headers for its kernel $kernel any more: remove $work and run this again." >&2
  exit 1
fi
need_debian "linux-headers-$kernel"

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
(cd "$build" && apt-get download -qq -o APT::Sandbox::User=root "linux-source-$version" v4l2loopback-dkms)
source=linux-source-$version
dpkg-deb --fsys-tarfile "$build/$source"_*.deb | tar --extract --to-stdout "./usr/src/$source.tar.xz" |
  tar --extract --xz --directory "$build" "$source"/drivers/gpio/gpio{-sim.c,lib.h} "$source/kernel/irq/irq_sim.c"
dpkg-deb --extract "$build"/v4l2loopback-dkms_*.deb "$build/loopback"
mkdir "$build/modules"
cp "$here"/modules/* "$build"/loopback/usr/src/v4l2loopback-*/*.[ch] "$build/$source/drivers/gpio/gpiolib.h" "$build/modules/"
cp "$build/$source/drivers/gpio/gpio-sim.c" "$build/modules/gpio-sim-main.c"
# Debian's kernel has no irq_sim, and modules do not reach irq_to_desc.
sed 's/handle_simple_irq(irq_to_desc(irqnum));/generic_handle_irq(irqnum);/' "$build/$source/kernel/irq/irq_sim.c" >"$build/modules/irq_sim.c"
grep -q 'generic_handle_irq(irqnum)' "$build/modules/irq_sim.c" || {
  echo "irq_sim.c of Linux $version is another than modules.sh knows: look at its sed." >&2
  exit 1
}

cp "$build"/modules/i2c-{mlxsim,mlxgate}.c

make --silent --jobs=2 --directory "/usr/src/linux-headers-$kernel" M="$build/modules" modules >"$build/log" 2>&1 || {
  cat "$build/log" >&2
  exit 1
}
mkdir -p "$modules"
cp "$build"/modules/{gpio-sim,i2c-mlxsim,i2c-mlxgate,v4l2loopback}.ko "$modules/"
depmod --basedir "$work/kernel" "$kernel"
echo "$made" >"$modules/made"
