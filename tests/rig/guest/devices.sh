# shellcheck shell=bash
# The kernel's devices, simulated in the kernel, and the tests of our drivers on them: the test assembly itself runs here, as it was built on the
# host. /mnt/out/runs says what is run, a line each: NAME FOLDER TEST-OR-STAR. The results are NAME.trx and NAME.log.
set -u
here=$(dirname "$RIG_SCRIPT")
# shellcheck source=tests/rig/guest/words.sh
. "$here/words.sh"

# gpio_lines: a chip of 32 lines. Nothing is wired to them but what /sys pulls.
gpio_lines() {
  local chip=/sys/kernel/config/gpio-sim/gate device
  load gpio-sim
  mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
  mkdir -p "$chip/bank"
  echo 32 >"$chip/bank/num_lines"
  echo 1 >"$chip/live"
  device=$(cat "$chip/bank/chip_name")
  CHECKPOINT_RIG_GPIO=/dev/$device
  CHECKPOINT_RIG_LINES=/sys/devices/platform/$(cat "$chip/dev_name")/$device
  export CHECKPOINT_RIG_GPIO CHECKPOINT_RIG_LINES
}

# i2c_bus: a bus with a thermometer.
i2c_bus() {
  local name
  load i2c-dev i2c-mlxsim
  name=$(grep -lx mlxsim /sys/bus/i2c/devices/i2c-*/name)
  CHECKPOINT_RIG_I2C=/dev/$(basename "$(dirname "$name")")
  export CHECKPOINT_RIG_I2C CHECKPOINT_RIG_THERMOMETER=/sys/module/i2c_mlxsim/parameters
}

# run NAME FOLDER TEST: one test of a build; a star is all of them. A skipped test is a failed one here.
run() {
  local which=(-namespace Checkpoint.Devices.Kernel)
  [ "$3" = "*" ] || which=(-method "Checkpoint.Devices.Kernel.$3")
  (cd "$2" && exec dotnet Checkpoint.Devices.Tests.dll "${which[@]}" -failSkips -parallel none -noColor -noLogo -trx "/mnt/out/$1.trx") >"/mnt/out/$1.log" 2>&1 </dev/null
  echo "RIG: $1 ended with $? at $(cut -d ' ' -f 1 /proc/uptime) s"
}

export DOTNET_TieredPGO=0 DOTNET_gcServer=0 # an emulated processor has none to spare
gpio_lines
i2c_bus
# shellcheck source=tests/rig/guest/cameras.sh
. "$here/cameras.sh"
# shellcheck source=tests/rig/guest/scanners.sh
. "$here/scanners.sh"
# shellcheck source=tests/rig/guest/sound.sh
. "$here/sound.sh"
export CHECKPOINT_RIG_SERIAL=/dev/ttyS1 # gm65.py is at its other end
echo "RIG: $(uname -r), devices after $(cut -d ' ' -f 1 /proc/uptime) s"

# First the build that ships, alone. Those that are broken on purpose have a device each, and run beside each other.
while read -r name folder test <&4; do
  if [ "$test" = "*" ]; then
    run "$name" "$folder" "$test"
  else
    run "$name" "$folder" "$test" &
  fi
done 4</mnt/out/runs
wait
exit 0
