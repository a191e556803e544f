# Chooses where the tool chain stands, prepares it, and enters it.
# CHENGYUN_SETUP=native|engine|chroot decides instead of looking.
# shellcheck shell=bash

setup_way() {
    if [ -n "${CHENGYUN_INSIDE:-}" ]; then
        echo inside
    elif [ -n "${CHENGYUN_SETUP:-}" ]; then
        case $CHENGYUN_SETUP in
        native | engine | chroot) echo "$CHENGYUN_SETUP" ;;
        *) die "CHENGYUN_SETUP is '$CHENGYUN_SETUP'" "it may be native, engine or chroot" ;;
        esac
    elif native_possible; then
        echo native
    elif [ -d "$(chroot_root)" ]; then
        echo chroot
    elif engine_program >/dev/null; then
        echo engine
    else
        echo chroot
    fi
}

setup() {
    CHENGYUN_WAY=$(setup_way)
    [ "$CHENGYUN_WAY" = inside ] || {
        cache_prepare
        "${CHENGYUN_WAY}_setup"
    }
}

setup_describe() {
    case $CHENGYUN_WAY in
    inside) echo "already inside" ;;
    native) echo "packages of this system" ;;
    engine) echo "image $(engine_image "$CHENGYUN_NEED")" ;;
    chroot) echo "Debian 13 root $(chroot_root)" ;;
    esac
}

# enter COMMAND…: becomes the command, where the tool chain is.
enter() {
    if [ "$CHENGYUN_WAY" = inside ]; then
        exec "$@"
    fi
    "${CHENGYUN_WAY}_enter" "$@"
}
