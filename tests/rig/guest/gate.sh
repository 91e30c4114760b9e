# shellcheck shell=bash
# What a whole gate has beside the devices of its parts' tests. Sourced after words.sh; /mnt/out/centre says where broker and hub are.

# gate NAME FOLDER: a gate's tests, on a thermometer, a scanner and a camera of their own, since others break the first ones meanwhile. To them the machine has been
# switched on for half an hour, as ISO/TR 13154 asks: nobody waits for that here. That the thermometer stands still the gate sees for itself. (The kernel
# stamps a line's edges by its own clock, so to them a beam that closes has been closed for long: Presence:Hold is over at once.)
gate() {
  load loop ext4
  network_up
  i2c_bus i2c-mlxgate
  set -a
  # shellcheck source=/dev/null
  . /mnt/out/centre
  set +a
  export CHECKPOINT_RIG_SERIAL=/dev/ttyS2 CHECKPOINT_RIG_LOOPBACK=/dev/video11 CHECKPOINT_RIG_SHARED=/mnt/out
  run "$1" "$2" gate unshare --time --monotonic 1800 --fork
}
