#!/usr/bin/env bash
# Runs the drivers' tests on the kernel's own devices, in a guest: devices.sh RESULTS [--broken]. Everything must be built (./test does).
# Leaves RESULTS/kernel.trx, whose figures are the caller's to add; prints what else passed and failed, last "N passed, N failed".
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
  there=$(dotnet "$assembly/Checkpoint.Devices.Tests.dll" -namespace Checkpoint.Devices.Kernel -list methods -noLogo | grep -c '^Checkpoint\.')
  ran=$(names | cut -d '(' -f 1 | sort -u | wc -l)
  echo "the guest ran $ran of $there tests"
  [ "$there" -gt 0 ] && [ "$ran" -eq "$there" ]
}

names() {
  grep -o '<UnitTestResult [^>]*' "$results/kernel.trx" 2>/dev/null | grep -E 'outcome="(Passed|Failed)"' | grep -o 'testName="[^"]*' | cut -d '"' -f 2
}

# is_caught BUILD: its test ran and did not find what it expected; a test that only waited too long saw nothing.
is_caught() {
  grep -q 'outcome="Failed"' "$results/$1.trx" 2>/dev/null && grep -q 'Shouldly.ShouldAssertException' "$results/$1.trx" && return
  tail -n 20 "$results/$1.log"
  return 1
}

boot() {
  local guest code
  /usr/bin/python3 "$here/gm65.py" "$results/hand" &
  guest=$!
  RIG_TIMEOUT=${RIG_TIMEOUT:-900} "$here/boot.sh" "$work" "$results" "$here/guest/devices.sh" >"$results/console.log" 2>&1
  code=$?
  kill "$guest" 2>/dev/null
  wait "$guest" 2>/dev/null
  grep -a '^RIG: ' "$results/console.log"
  [ "$code" -eq 0 ] || tail -n 20 "$results/console.log"
  return "$code"
}

if ! { bash "$here/prepare.sh" "$work" && bash "$here/modules.sh" "$work"; } >"$results/prepare.log" 2>&1; then
  tail -n 5 "$results/prepare.log"
  echo "NOT RUN: no guest can be run here, so no driver was tested on the kernel's devices."
  if [ "${2:-}" = --broken ]; then echo "0 passed, 0 failed, ${#broken[@]} skipped"; else echo "0 passed, 0 failed"; fi
  exit
fi
rm -f "$results"/*.trx
echo "kernel $assembly *" >"$results/runs"
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
