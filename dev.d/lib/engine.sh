# The tool chain in a container image, where docker or podman has a running engine.
# shellcheck shell=bash

# Prints the program to use, or fails. The client alone is not enough: the engine must answer.
engine_program() {
    local program
    for program in docker podman; do
        if have "$program" && timeout 10 "$program" info >/dev/null 2>&1; then
            echo "$program"
            return 0
        fi
    done
    return 1
}

# engine_image NEED: the image for a hall, or the one that adds what tests and lint need.
engine_image() { echo "chengyun-dev:$(build_depends_hash)-$1"; }
engine_has() { "$1" image inspect "$(engine_image "$2")" >/dev/null 2>&1; }

engine_setup() {
    local program
    program=$(engine_program) || die "neither docker nor podman answers" "start the engine, then ./dev again"
    trap engine_leave EXIT
    # Where there is the larger one, it serves a hall as well.
    if engine_has "$program" all; then
        export CHENGYUN_NEED=all
    fi
    if engine_has "$program" "$CHENGYUN_NEED"; then
        return 0
    fi
    say "making the image $(engine_image "$CHENGYUN_NEED") with $program (600 to 800 MB to download, once)"
    # The second is the first with a layer more, so the engine makes the common part once.
    {
        echo "FROM debian:trixie"
        CHENGYUN_NEED=hall engine_layer
        [ "$CHENGYUN_NEED" = hall ] || engine_layer
    } | "$program" build -t "$(engine_image "$CHENGYUN_NEED")" - >&2 ||
        die "$program could not build the image" "read its message above; ./dev setup tries again"
}

engine_layer() {
    echo "RUN apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \\"
    echo "    -o Acquire::Retries=3 $(build_depends | tr '\n' ' ')&& rm -rf /var/lib/apt/lists/*"
}

# The container of this ./dev: found again by its name, for a client that is killed leaves it running.
engine_token=$$-$RANDOM$RANDOM # two machines that share an engine may have the same process ids
engine_name() { echo "chengyun-dev-$engine_token"; }

engine_leave() {
    local program
    program=$(engine_program) || return 0
    "$program" rm -f "$(engine_name)" >/dev/null 2>&1 || true
}

engine_enter() {
    local program variables options=() variable path status=0
    program=$(engine_program) || die "neither docker nor podman answers" "start the engine, then ./dev again"
    mapfile -d '' -t variables < <(clean_environment)
    for variable in "${variables[@]}"; do
        options+=(-e "$variable")
    done
    while read -r path; do
        options+=(-v "$path:$path")
    done < <(shared_folders)
    if [ -t 0 ] && [ -t 1 ]; then
        options+=(-t)
    fi
    if [ "$program" = podman ] && [ "$(id -u)" -ne 0 ]; then
        options+=(--userns=keep-id)
    fi
    # A signal to the client reaches the first process inside, not the group. For a verb that is
    # supervise once more, which passes it on; a verb is known by its empty input. For a shell it is
    # the engine's own (podman has it from the package catatonit).
    if [ /dev/stdin -ef /dev/null ]; then
        # shellcheck disable=SC2016
        set -- bash -c '. "$0" && supervise "$@"' "$CHENGYUN_TOP/dev.d/lib/supervise.sh" "$@"
    else
        options+=(--init)
    fi
    # Not by exec, which would take the trap of engine_setup with it.
    "$program" run --rm -i --name "$(engine_name)" --network host --ipc host \
        --security-opt label=disable --user "$(id -u):$(id -g)" \
        -w "$PWD" "${options[@]}" "$(engine_image "$CHENGYUN_NEED")" "$@" || status=$?
    exit "$status"
}
