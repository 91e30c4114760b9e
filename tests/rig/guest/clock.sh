# shellcheck shell=bash
# A box in a guest whose clock may be set: runs checkpoint-edge, and does to its clock what the host asks for, a line at a time.
# Each request has one line of answer, "ok ..." or "no ...".
set -u
here=$(dirname "$RIG_SCRIPT")
# shellcheck source=tests/rig/guest/words.sh
. "$here/words.sh"

box=/run/box                            # the journal: memory outlives a kill of the program
mark=/run/systemd/timesync/synchronized # touched by the time service at each answer
before=/run/answered                    # as the mark was
edge=
base=$(/usr/bin/python3 "$here/clock.py" 0 now | cut -d ' ' -f 1) # nobody has set the clock yet

# start ZONE: the edge as the service manager would start it; its settings are in box.env.
start() {
  (
    cd "$box" || exit
    set -a
    # shellcheck source=/dev/null
    . /mnt/out/box.env
    set +a
    export TZ=$1 NOTIFY_SOCKET=/run/notify WATCHDOG_USEC=30000000
    export DOTNET_TieredCompilation=1 DOTNET_TieredPGO=0 # an emulated compiler is slow: let it compile what is used often only
    exec dotnet "$PROGRAM" run --config "$box" >>/mnt/out/edge.log 2>&1
  ) &
  edge=$!
}

# stop SIGNAL: ends the edge, and says what it ended with.
stop() {
  kill "-$1" "$edge"
  wait "$edge" 2>/dev/null
  say "ok $?"
}

# turn REQUEST ARGUMENT: sets the kernel's clock, see clock.py.
turn() {
  local where
  if where=$(/usr/bin/python3 "$here/clock.py" "$base" "$@"); then say "ok $where"; else say "no, the kernel refused"; fi
}

# is_answered: whether the mark is another than before.
is_answered() {
  [ -e "$mark" ] && { [ "$mark" -nt "$before" ] || [ "$mark" -ot "$before" ]; }
}

# ask_time_server: the time service asks once, sets the clock, and goes away, as a network does.
ask_time_server() {
  local service left=300
  rm -f "$before"
  if [ -e "$mark" ]; then touch --reference="$mark" "$before"; else touch --date=@0 "$before"; fi
  /usr/lib/systemd/systemd-timesyncd >>/mnt/out/timesyncd.log 2>&1 &
  service=$!
  while ! is_answered && [ $((left -= 1)) -gt 0 ]; do sleep 0.1; done # bash's own wait goes by the clock that is being set
  kill -KILL "$service"
  if is_answered; then say "ok"; else say "no answer"; fi
  wait "$service" 2>/dev/null
}

# prepare: folders and accounts that systemd would see to.
prepare() {
  mkdir -p "$box" /run/checkpoint-edge /run/systemd/timesync /etc/systemd
  chown systemd-timesync /run/systemd/timesync
  printf '[Time]\nNTP=10.0.2.2\nFallbackNTP=\n' >/etc/systemd/timesyncd.conf
  cp -r "$here/../../../seeds/demo" /run/seeds
  cp "$here/crowd.json" /run/seeds/ # few codes: an emulated camera is slow, and time is the question here
  network_up
  /usr/bin/python3 "$here/manager.py" /run/notify /mnt/out/watchdog &
  take_hand
}

prepare
say "ok $(uname -r)"
while read -r request argument <&3; do
  case $request in
    now | at | off | by | leap | calm) turn "$request" "$argument" ;;
    answer) ask_time_server ;;
    start) start "$argument" && say "ok" ;;
    kill) stop KILL ;;
    stop) stop TERM ;;
    end) break ;;
    *) say "no such request" ;;
  esac
done
