# shellcheck shell=bash
# The kernel's devices, simulated in the kernel, and the tests of our drivers on them: the test assembly itself runs here, as it was built on the
# host. /mnt/out/runs says what is run, a line each: NAME FOLDER TEST; a test "*" is all of them, "gate" those of a whole gate. The results are NAME.trx and
# NAME.log.
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

# i2c_bus MODULE: a bus with a thermometer.
i2c_bus() {
  local name
  load i2c-dev "$1"
  name=$(grep -lx "${1//-/_}" /sys/bus/i2c/devices/i2c-*/name)
  CHECKPOINT_RIG_I2C=/dev/$(basename "$(dirname "$name")")
  export CHECKPOINT_RIG_I2C CHECKPOINT_RIG_THERMOMETER=/sys/module/${1//-/_}/parameters
}

# run NAME FOLDER TEST [COMMAND...]: tests of a build, started by a command. A skipped test is a failed one here.
run() {
  local which=(-method "Checkpoint.Devices.Kernel.$3")
  case $3 in
    "*") which=(-namespace Checkpoint.Devices.Kernel) ;;
    gate) which=(-namespace Checkpoint.Devices.Kernel.Gate) ;;
  esac
  (cd "$2" && exec "${@:4}" dotnet Checkpoint.Devices.Tests.dll "${which[@]}" -failSkips -parallel none -noColor -noLogo -trx "/mnt/out/$1.trx") >"/mnt/out/$1.log" 2>&1 </dev/null
  echo "RIG: $1 ended with $? at $(cut -d ' ' -f 1 /proc/uptime) s"
}

export DOTNET_TieredPGO=0 DOTNET_gcServer=0 # an emulated processor has none to spare
gpio_lines
i2c_bus i2c-mlxsim
# shellcheck source=tests/rig/guest/cameras.sh
. "$here/cameras.sh"
# shellcheck source=tests/rig/guest/scanners.sh
. "$here/scanners.sh"
# shellcheck source=tests/rig/guest/sound.sh
. "$here/sound.sh"
# shellcheck source=tests/rig/guest/gate.sh
. "$here/gate.sh"
export CHECKPOINT_RIG_SERIAL=/dev/ttyS1 # gm65.py is at its other end
echo "RIG: $(uname -r), devices after $(cut -d ' ' -f 1 /proc/uptime) s"

# First the build that ships, alone. A whole gate and those that are broken on purpose have devices of their own, and run beside each other.
while read -r name folder test <&4; do
  case $test in
    "*") run "$name" "$folder" "$test" ;;
    gate) gate "$name" "$folder" & ;;
    *) run "$name" "$folder" "$test" & ;;
  esac
done 4</mnt/out/runs
wait
exit 0
