# Configures and builds a preset; used by every verb that needs programs.
# shellcheck shell=bash

# configure PRESET: only when there is no build tree yet, or the presets or the tool chain changed.
configure() {
    local preset=$1 tree=$CHENGYUN_TOP/build/$1 stamp anew=()
    stamp=$(cat CMakePresets.json /etc/debian_version <(dpkg-query -W cmake g++ qt6-base-dev) | sha256sum | cut -c1-16)
    if [ -f "$tree/build.ninja" ] && [ "$(cat "$tree/.configured" 2>/dev/null)" = "$stamp $CHENGYUN_TOP" ]; then
        return 0
    fi
    if [ -f "$tree/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$CHENGYUN_TOP" "$tree/CMakeCache.txt"; then
        anew=(--fresh)
    fi
    say "configuring $preset"
    cmake --preset "$preset" "${anew[@]}" --log-level=WARNING >&2 ||
        die "cmake could not configure the preset $preset" \
            "its message stands above; rm -rf build/$preset starts that tree anew"
    echo "$stamp $CHENGYUN_TOP" >"$tree/.configured"
}

# build_targets PRESET [TARGET…]
build_targets() {
    local preset=$1
    shift
    configure "$preset"
    say "building $preset${*:+: $*}"
    NINJA_STATUS='[%f/%t %es] ' ninja -C "$CHENGYUN_TOP/build/$preset" \
        -j "${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}" "$@" >&2 ||
        die "the build failed" "the first message above that says 'error' or 'FAILED' is the one to read"
}
