# A screen for a machine that has none, and a way to see it in a browser on this machine.
# shellcheck shell=bash disable=SC2034

# screen_here: whether there is a screen that the console can be shown on. Where it is Wayland's alone that takes
# Qt's plugin for it, and Qt is told: where the session's type is not set it would look for X, find none, and end.
screen_here() {
    [ -z "${DISPLAY:-}" ] || return 0
    [ -n "${WAYLAND_DISPLAY:-}" ] || return 1
    if ! compgen -G "${SCREEN_PLUGINS:-/usr/lib/*/qt6/plugins/platforms}/libqwayland*" >/dev/null; then
        say "there is only Wayland here, and Qt's plugin for it (package qt6-wayland) is not where the tool chain is"
        return 1
    fi
    export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-wayland}
}

# screen_start SIZE WORK: an Xvfb with software OpenGL; sets DISPLAY and SCREEN_PID.
screen_start() {
    local number cookie
    mkfifo "$2/display"
    # Only who has the cookie may look at the seat or type into it.
    XAUTHORITY=$2/xauthority
    cookie=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
    (umask 077 && : >"$XAUTHORITY")
    xauth -q -f "$XAUTHORITY" add ":0" . "$cookie" >&2
    Xvfb -displayfd 3 -screen 0 "${1}x24" -nolisten tcp -noreset +extension GLX +render -auth "$XAUTHORITY" \
        3>"$2/display" >"$2/xvfb.log" 2>&1 &
    SCREEN_PID=$!
    HALL_PIDS+=("$SCREEN_PID")
    if ! read -r -t 30 number <"$2/display"; then
        cat "$2/xvfb.log" >&2
        die "Xvfb did not start" "its message stands above"
    fi
    rm -f "$2/display"
    xauth -q -f "$XAUTHORITY" add ":$number" . "$cookie" >&2
    export DISPLAY=:$number XAUTHORITY QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=llvmpipe
    unset WAYLAND_DISPLAY
}

# screen_offer WORK: VNC and noVNC on loopback, behind a password of this run; sets SCREEN_ADDRESS.
screen_offer() {
    local work=$1 password vnc web
    password=$(head -c 24 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | cut -c1-8)
    (umask 077 && printf '%s\n%s\ny\n' "$password" "$password" |
        x11vnc -storepasswd "$work/vnc-password" >/dev/null 2>&1)
    vnc=$(free_port 5900)
    x11vnc -display "$DISPLAY" -localhost -rfbport "$vnc" -rfbauth "$work/vnc-password" -forever -shared \
        -noxdamage -quiet -no6 >"$work/x11vnc.log" 2>&1 &
    HALL_PIDS+=($!)
    hall_wait "x11vnc" $! "$work/x11vnc.log" bash -c "exec 3<>/dev/tcp/127.0.0.1/$vnc"
    web=$(free_port 6080)
    websockify --web /usr/share/novnc "127.0.0.1:$web" "127.0.0.1:$vnc" >"$work/websockify.log" 2>&1 &
    HALL_PIDS+=($!)
    hall_wait "websockify" $! "$work/websockify.log" curl -fsS --noproxy "*" "http://127.0.0.1:$web/vnc.html"
    SCREEN_ADDRESS="http://127.0.0.1:$web/vnc.html#autoconnect=true&resize=scale&password=$password"
}
