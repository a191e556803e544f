# Configures and builds a preset; used by every verb that needs programs.
# shellcheck shell=bash

# forget_other_compiler TREE: what another compiler has made goes first, and is made anew. ninja does not see that
# the compiler is another, and a compiler takes no precompiled headers of another build of itself. The package g++
# keeps its version where g++-14 gets another, so the compiler is asked.
forget_other_compiler() {
    local tree=$1 compiler now before
    compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$tree/CMakeCache.txt" 2>/dev/null || true)
    [ -n "$compiler" ] || return 0
    now=$("$compiler" --version 2>/dev/null | sed -n 1p || true)
    before=$(cat "$tree/.compiler" 2>/dev/null || true)
    if [ -n "$before" ] && [ "$before" != "$now" ]; then
        say "the compiler has changed, so ${tree##*/} is built anew: $before → ${now:-none}"
        rm -rf --one-file-system "$tree"
    elif [ -z "$before" ]; then
        echo "$now" >"$tree/.compiler"
    fi
}

# configure PRESET: only when there is no build tree yet, or the presets or the tool chain changed.
configure() {
    local preset=$1 tree=$CHENGYUN_TOP/build/$1 stamp anew=()
    forget_other_compiler "$tree"
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
    forget_other_compiler "$tree" # from now on it is known
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
