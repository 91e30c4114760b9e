#!/usr/bin/env bash
# Runs the drivers' tests and those of a whole gate on the kernel's own devices, in a guest: devices.sh RESULTS [--broken]. Everything must be built
# (./test does). Leaves RESULTS/kernel.trx and gate.trx, whose figures are the caller's to add; prints what else passed and failed, last "N passed, N failed".
#   --broken   also runs builds that are broken on purpose, each of which a test must catch
# Where no guest can be run it says why, loudly, and passes nothing.
set -uo pipefail
here=$(dirname "$(readlink -f "$0")")
root=$(dirname "$(dirname "$here")")
work=$root/.run/rig
assembly=$root/artifacts/bin/Checkpoint.Devices.Tests/release
mkdir -p "$1"
results=$(readlink -f "$1")
passed=0 failed=0
beside=() # what runs on this machine beside the guest
trap 'kill "${beside[@]}" 2>/dev/null' EXIT

# Broken on purpose: NAME TEST. broken/NAME.patch breaks a copy of the drivers, and that test must fail then.
broken=(
  "no-packet-error-code Mlx90614BusTests.A_bad_transfer_is_a_named_fault_and_the_next_good_one_a_temperature"
  "no-debounce GpioInputTests.A_button_that_bounces_is_pressed_once_and_not_when_it_is_let_go"
  "no-idle-gap Gm65LineTests.A_code_that_holds_what_codes_end_in_is_one_code"
)

# check NAME COMMAND...: one more thing that passes or fails.
check() {
  local name=$1
  shift
  if "$@"; then
    echo "passed: $name"
    passed=$((passed + 1))
  else
    echo "FAILED: $name"
    failed=$((failed + 1))
  fi
}

# There may be no fewer than there are: a runner that stops halfway has passed everything up to there.
every_test_ran() {
  local there ran
  there=$(dotnet "$assembly/Checkpoint.Devices.Tests.dll" -namespace Checkpoint.Devices.Kernel -namespace Checkpoint.Devices.Kernel.Gate -list methods -noLogo |
    grep -c '^Checkpoint\.')
  ran=$(names | cut -d '(' -f 1 | sort -u | wc -l)
  echo "the guest ran $ran of $there tests"
  [ "$there" -gt 0 ] && [ "$ran" -eq "$there" ]
}

names() {
  grep -oh '<UnitTestResult [^>]*' "$results"/{kernel,gate}.trx 2>/dev/null | grep -E 'outcome="(Passed|Failed)"' | grep -o 'testName="[^"]*' | cut -d '"' -f 2
}

# is_caught BUILD: its test ran and did not find what it expected; a test that only waited too long saw nothing.
is_caught() {
  grep -q 'outcome="Failed"' "$results/$1.trx" 2>/dev/null && grep -q 'Shouldly.ShouldAssertException' "$results/$1.trx" && return
  tail -n 20 "$results/$1.log"
  return 1
}

# beside COMMAND...: something that runs while the guest does.
beside() {
  "$@" &
  beside+=($!)
}

# start_centre: a broker and a hub for the gate. A guest reaches this machine's loopback at 10.0.2.2.
start_centre() {
  local box=rig-1 broker hub
  read -r broker hub < <(/usr/bin/python3 -c 'import socket; a = [socket.create_server(("127.0.0.1", 0)) for _ in "bh"]; print(*(s.getsockname()[1] for s in a))')
  rm -rf "$results"/{hub,gate,seen}
  mkdir -p "$results/hub"
  beside mosquitto -p "$broker" >"$results/mosquitto.log" 2>&1
  beside env CHECKPOINT_HUB__Ledger__Connection="Data Source=$results/hub/ledger.db" CHECKPOINT_HUB__Mqtt__Broker="mqtt://127.0.0.1:$broker" \
    CHECKPOINT_HUB__Web__Listen="http://127.0.0.1:$hub" CHECKPOINT_HUB__Fleet__Devices__0="$box" \
    dotnet "$root/artifacts/bin/Checkpoint.Hub/release/checkpoint-hub.dll" run --config "$results/hub" >"$results/hub.log" 2>&1
  printf 'CHECKPOINT_RIG_%s\n' "BROKER=mqtt://10.0.2.2:$broker" "HUB=http://10.0.2.2:$hub" "BOX=$box" >"$results/centre"
}

boot() {
  local code
  start_centre
  beside /usr/bin/python3 "$here/gm65.py" "$results/hand"
  beside /usr/bin/python3 "$here/gm65.py" "$results/scanner" "$results/seen"
  RIG_TIMEOUT=${RIG_TIMEOUT:-1200} "$here/boot.sh" "$work" "$results" "$here/guest/devices.sh" -nic user,model=virtio-net-pci \
    -chardev "socket,id=scanner,path=$results/scanner,server=on,wait=off" -serial chardev:scanner >"$results/console.log" 2>&1
  code=$?
  kill "${beside[@]}" 2>/dev/null
  wait "${beside[@]}" 2>/dev/null
  beside=()
  grep -a '^RIG: ' "$results/console.log"
  [ "$code" -eq 0 ] || tail -n 20 "$results/console.log"
  return "$code"
}

if ! { bash "$here/prepare.sh" "$work" && bash "$here/modules.sh" "$work"; } >"$results/prepare.log" 2>&1; then
  tail -n 5 "$results/prepare.log"
  echo "NOT RUN: no guest can be run here, so no driver and no whole gate was tested on the kernel's devices."
  if [ "${2:-}" = --broken ]; then echo "0 passed, 0 failed, ${#broken[@]} skipped"; else echo "0 passed, 0 failed"; fi
  exit
fi
rm -f "$results"/*.trx
printf '%s\n' "kernel $assembly *" "gate $assembly gate" >"$results/runs"
if [ "${2:-}" = --broken ]; then
  for one in "${broken[@]}"; do
    read -r name test <<<"$one"
    check "$name can be built" bash "$here/break.sh" "$name" "$work/broken/$name"
    echo "$name $work/broken/$name $test" >>"$results/runs"
  done
fi

check "the guest ran to its end" boot
check "every test of the kernel's devices was run" every_test_ran
if [ "${2:-}" = --broken ]; then
  for one in "${broken[@]}"; do
    read -r name test <<<"$one"
    check "$name is caught by ${test#*.}" is_caught "$name"
  done
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
