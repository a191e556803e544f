# Starts a hall on this machine: hub and media gateway on loopback, with the demonstration district.
# The programs' flags stand here and nowhere else in dev.d.
# shellcheck shell=bash disable=SC2034

HALL_BIN=$CHENGYUN_TOP/build/dev/bin
HALL_PIDS=()

# A port nobody listens on, from the one asked for upwards.
free_port() {
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        port=$((port + 1))
    done
    echo "$port"
}

# hall_wait WHAT PID LOG COMMAND…: until the command succeeds, at most a minute, while the process lives.
hall_wait() {
    local what=$1 pid=$2 log=$3 tries
    shift 3
    for ((tries = 0; tries < 300; tries++)); do
        "$@" >/dev/null 2>&1 && return 0
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.2
    done
    tail -n 20 "$log" >&2
    die "$what did not become ready" "its last lines stand above; the whole is in $log"
}

# hall_media STATE PORT: cameras from ../shared/data/video when it is there, synthetic ones otherwise.
hall_media() {
    local clips
    clips=$(dirname "$CHENGYUN_TOP")/shared/data/video
    if [ ! -d "$clips" ]; then
        clips=$1/clips
        mkdir -p "$clips"
    fi
    "$HALL_BIN/chengyun-media" --demo "$clips" --listen "127.0.0.1:$2" >"$1/media.log" 2>&1 &
    HALL_PIDS+=($!)
    HALL_MEDIA_PID=$!
    HALL_MEDIA=rtsp://127.0.0.1:$2
}

# hall_hub STATE PORT [FLAG…]: writes STATE/hub/demo-accounts.toml and STATE/hub/console-session.json,
# mode 0600.
hall_hub() {
    local state=$1 port=$2
    shift 2
    "$HALL_BIN/chengyun-hub" serve --demo --listen "127.0.0.1:$port" --data-dir "$state/hub" \
        --demo-cameras "$HALL_MEDIA/demo" "$@" \
        >"$state/hub.log" 2>&1 &
    HALL_PIDS+=($!)
    HALL_HUB_PID=$!
    HALL_URL=http://127.0.0.1:$port
}

# hall_start STATE HUB-PORT MEDIA-PORT [FLAG for the hub…]
hall_start() {
    local state=$1 hub_port=$2 media_port=$3
    shift 3
    mkdir -p "$state/hub" "$state/console"
    chmod 700 "$state" "$state/hub" "$state/console"
    # What an earlier run left would be taken for this run's.
    rm -f "$state/hub/console-session.json" "$state/hub/wall-session.json"
    hall_media "$state" "$media_port"
    hall_hub "$state" "$hub_port" "$@"
    hall_wait "the media gateway" "$HALL_MEDIA_PID" "$state/media.log" grep -q '^listening on' "$state/media.log"
    hall_wait "the hub" "$HALL_HUB_PID" "$state/hub.log" curl -fsS --noproxy "*" "$HALL_URL/readyz"
    hall_wait "the hub's demonstration" "$HALL_HUB_PID" "$state/hub.log" test -s "$state/hub/console-session.json"
}

# hall_console STATE [FLAG…]: becomes the console, signed in.
hall_console() {
    local state=$1
    shift
    exec "$HALL_BIN/chengyun" --seat --session-file "$state/hub/console-session.json" \
        --state-dir "$state/console" "$@"
}

# hall_wall STATE [FLAG…]: becomes the machine of the demonstration's wall.
hall_wall() {
    local state=$1
    shift
    mkdir -p "$state/wall"
    chmod 700 "$state/wall"
    exec "$HALL_BIN/chengyun" --wall demo --session "$state/hub/wall-session.json" --state-dir "$state/wall" "$@"
}

# hall_stop: asks everything that was started to end, waits, and ends what did not.
hall_stop() {
    local pid tries
    for pid in "${HALL_PIDS[@]}"; do
        kill -TERM "$pid" 2>/dev/null || true
    done
    for ((tries = 0; tries < 80; tries++)); do
        for pid in "${HALL_PIDS[@]}"; do
            kill -0 "$pid" 2>/dev/null && { sleep 0.1; continue 2; }
        done
        break
    done
    for pid in "${HALL_PIDS[@]}"; do
        kill -KILL "$pid" 2>/dev/null || true
    done
    # Only these: the walk over several screens keeps its hub and cameras meanwhile.
    [ ${#HALL_PIDS[@]} -eq 0 ] || wait "${HALL_PIDS[@]}" 2>/dev/null || true
    HALL_PIDS=()
}
