# Where downloads, roots and compiler results are kept: one folder of the user's.
# shellcheck shell=bash

if [ -z "${HOME:-}" ]; then
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
    export HOME
fi
CHENGYUN_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/chengyun
CHENGYUN_STATE=${XDG_STATE_HOME:-$HOME/.local/state}/chengyun
export CHENGYUN_CACHE CHENGYUN_STATE

cache_prepare() {
    mkdir -p "$CHENGYUN_CACHE/ccache" "$CHENGYUN_STATE" ||
        die "cannot make $CHENGYUN_CACHE and $CHENGYUN_STATE" \
            "set XDG_CACHE_HOME and XDG_STATE_HOME to folders you may write to"
}

# Runs as root: directly, or by sudo. Says so when neither is possible.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo; then
        say "needs root: sudo $*"
        sudo "$@"
    else
        die "this needs root and there is no sudo: $*" "run that line as root, then ./dev again"
    fi
}

# The environment a verb gets, as NAME=VALUE, each ended by a NUL. It is kept small so that a build
# does not depend on what a person happens to have exported.
clean_environment() {
    local name
    printf '%s\0' "HOME=$HOME" "LANG=C.UTF-8" "LC_ALL=C.UTF-8" \
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
        "USER=$(id -un)" "LOGNAME=$(id -un)" "TERM=${TERM:-dumb}" \
        "CCACHE_DIR=$CHENGYUN_CACHE/ccache" "CCACHE_MAXSIZE=5G" \
        "CCACHE_BASEDIR=$CHENGYUN_TOP" "CCACHE_NOHASHDIR=1" \
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" \
        "CHENGYUN_INSIDE=1" "CHENGYUN_TOP=$CHENGYUN_TOP" "CHENGYUN_CACHE=$CHENGYUN_CACHE" \
        "CHENGYUN_STATE=$CHENGYUN_STATE" "CHENGYUN_APT_PROXY=$(chroot_proxy)" "CHENGYUN_HOST_LANG=${LC_ALL:-${LANG:-}}"
    for name in DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_RUNTIME_DIR XDG_SESSION_TYPE XDG_CACHE_HOME \
        XDG_STATE_HOME XDG_CONFIG_HOME XDG_DATA_HOME DBUS_SESSION_BUS_ADDRESS PULSE_SERVER TZ CI \
        COLUMNS http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY \
        CTEST_PARALLEL_LEVEL CMAKE_BUILD_PARALLEL_LEVEL QT_SCALE_FACTOR QT_QPA_PLATFORM; do
        if [ -n "${!name:-}" ]; then
            printf '%s\0' "$name=${!name}"
        fi
    done
}
