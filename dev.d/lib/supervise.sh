# Runs a verb in a process group of its own, so that Ctrl-C, or a signal to ./dev alone, ends
# everything the verb started.
# shellcheck shell=bash

supervise() {
    local status=0 signal=
    set -m
    ("$@") </dev/null &
    local child=$!
    set +m
    trap 'signal=INT; kill -INT -- "-$child" 2>/dev/null || true' INT
    trap 'signal=TERM; kill -TERM -- "-$child" 2>/dev/null || true' TERM HUP
    while :; do
        status=0
        wait "$child" || status=$?
        kill -0 "$child" 2>/dev/null || break
        # wait was interrupted by the signal: give the verb its time to tidy up.
        supervise_end "$child"
    done
    trap - INT TERM HUP
    if [ -n "$signal" ]; then
        supervise_end "$child"
        [ "$signal" = INT ] && exit 130
        exit 143
    fi
    exit "$status"
}

# Waits up to ten seconds for the group to end, then ends it.
supervise_end() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        kill -0 -- "-$1" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL -- "-$1" 2>/dev/null || true
}
