# shellcheck shell=bash
# A real broker with the shipped configuration and access list, on a free port of loopback. Nothing here waits by the clock:
# listeners subscribe first in a session that lasts, and collect what was kept for them afterwards.

BROKER_PID=''
MESSAGE_LIMIT=1048576

# start_broker: Debian's own mosquitto.conf in short, including ours; only paths, address and port are changed.
start_broker() {
    local etc=$WORK/mosquitto name attempt
    mkdir -p "$etc/conf.d"
    cp "$PI/systemd/mosquitto/checkpoint.acl" "$etc/"
    touch "$etc/checkpoint.passwd"
    for name in gate-1 gate-2 hub +; do
        mosquitto_passwd -b "$etc/checkpoint.passwd" "$name" "secret-$name" || return
    done
    cat > "$etc/mosquitto.conf" <<TEXT
user $(id -un)
persistence true
persistence_location $etc/
log_dest stderr
include_dir $etc/conf.d
TEXT
    for attempt in 1 2 3 4 5; do
        PORT=$((20000 + RANDOM % 12000))
        sed -e "s|/etc/mosquitto/|$etc/|" -e "s|^listener 1883\$|listener $PORT 127.0.0.1|" \
            "$PI/systemd/mosquitto/checkpoint.conf" > "$etc/conf.d/checkpoint.conf"
        try_broker "$etc" && return
        echo "port $PORT did not do (attempt $attempt)" >&2
    done
    return 1
}

# try_broker ETC: true as soon as the broker says that it runs, false when it ends before.
try_broker() {
    local line log
    exec {log}< <(exec mosquitto -c "$1/mosquitto.conf" 2>&1)
    BROKER_PID=$!
    while read -r -t 10 -u "$log" line; do
        [[ $line != *" running"* ]] || { cat <&"$log" > "$WORK/broker.log" & return 0; }
        echo "$line" >> "$WORK/broker-start.log"
    done
    stop_broker
    cat "$WORK/broker-start.log" >&2
    return 1
}

stop_broker() {
    [ -n "$BROKER_PID" ] || return 0
    kill "$BROKER_PID" 2> /dev/null
    # It writes its sessions down before it ends.
    wait "$BROKER_PID" 2> /dev/null
    BROKER_PID=''
}

# as USER mosquitto_pub|mosquitto_sub OPTION…
as() {
    local user=$1
    shift
    "$@" -h 127.0.0.1 -p "$PORT" -u "$user" -P "secret-$user" -q 1
}

# publish_as USER TOPIC [MESSAGE]: QoS 1, so it is over when the broker has dealt with it.
publish_as() { as "$1" mosquitto_pub -t "$2" -m "${3:-x}"; }

# listen_as USER TOPIC…: leaves a session behind that keeps what comes.
listen_as() {
    local user=$1 topic topics=()
    shift
    for topic; do topics+=(-t "$topic"); done
    as "$user" mosquitto_sub -i "$user" -c -E "${topics[@]}"
}

# collect_as USER COUNT: prints "topic length" for the first COUNT messages that were kept, and ends the session.
collect_as() {
    as "$1" mosquitto_sub -i "$1" -c -t "nothing/$1" -C "$2" -W 10 -F '%t %l'
    as "$1" mosquitto_sub -i "$1" -E -t "nothing/$1"
}

box_is_heard_on_its_own_topics() {
    listen_as hub 'checkpoint/v1/#'

    publish_as gate-1 checkpoint/v1/d/gate-1/up/rec
    publish_as gate-1 checkpoint/v1/d/gate-1/st/conn
    publish_as gate-2 checkpoint/v1/d/gate-2/up/event

    expect "the hub hears" "$(collect_as hub 3)" "$(printf 'checkpoint/v1/d/gate-%s 1\n' 1/up/rec 1/st/conn 2/up/event)"
}

box_may_not_publish_as_another() {
    listen_as hub 'checkpoint/v1/#'

    publish_as gate-1 checkpoint/v1/d/gate-2/up/rec
    publish_as gate-1 checkpoint/v1/d/gate-2/st/conn
    publish_as gate-1 checkpoint/v1/d/gate-1/dn/ack
    publish_as gate-1 checkpoint/v1/hub/st
    publish_as gate-1 checkpoint/v1/a/anything
    publish_as gate-1 checkpoint/v1/d/gate-1/up/rec

    expect "the hub hears" "$(collect_as hub 1)" "checkpoint/v1/d/gate-1/up/rec 1"
}

box_may_not_listen_as_another() {
    listen_as gate-1 'checkpoint/v1/#' checkpoint/v1/d/gate-2/dn/ack checkpoint/v1/d/+/dn/ack

    publish_as gate-2 checkpoint/v1/d/gate-2/up/rec
    publish_as hub checkpoint/v1/d/gate-2/dn/ack
    publish_as hub checkpoint/v1/d/gate-1/dn/ack
    publish_as hub checkpoint/v1/hub/st

    expect "gate-1 hears" "$(collect_as gate-1 2)" "$(printf 'checkpoint/v1/%s 1\n' d/gate-1/dn/ack hub/st)"
}

box_may_not_take_over_another() {
    local box line heard
    exec {box}< <(as gate-1 stdbuf -oL mosquitto_sub -i gate-1 -d -t checkpoint/v1/d/gate-1/dn/ack -C 1 -W 20 2>&1)
    while read -r -t 10 -u "$box" line && [[ $line != Subscribed* ]]; do :; done
    expect "gate-1 has subscribed" "${line%% *}" "Subscribed"

    as gate-2 mosquitto_pub -i gate-1 -t checkpoint/v1/d/gate-2/up/rec -m x
    publish_as hub checkpoint/v1/d/gate-1/dn/ack watermark

    heard=$(cat <&"$box")
    grep -qx watermark <<< "$heard"
    refuses grep "sending CONNECT" <<< "$heard"
}

wildcard_user_reaches_nobody() {
    listen_as hub 'checkpoint/v1/#'

    publish_as + checkpoint/v1/d/gate-1/up/rec || true
    publish_as gate-2 checkpoint/v1/d/gate-2/up/rec

    expect "the hub hears" "$(collect_as hub 1)" "checkpoint/v1/d/gate-2/up/rec 1"
}

strangers_are_refused() {
    refuses mosquitto_pub -h 127.0.0.1 -p "$PORT" -q 1 -t checkpoint/v1/d/gate-1/up/rec -m x
    refuses mosquitto_pub -h 127.0.0.1 -p "$PORT" -u gate-1 -P wrong -q 1 -t checkpoint/v1/d/gate-1/up/rec -m x
}

message_limit_holds() {
    listen_as hub 'checkpoint/v1/#'

    head -c $((MESSAGE_LIMIT + 1)) /dev/zero | as gate-1 mosquitto_pub -t checkpoint/v1/d/gate-1/up/rec -s || true
    head -c "$MESSAGE_LIMIT" /dev/zero | as gate-1 mosquitto_pub -t checkpoint/v1/d/gate-1/up/rec -s

    expect "the hub hears" "$(collect_as hub 1)" "checkpoint/v1/d/gate-1/up/rec $MESSAGE_LIMIT"
}
