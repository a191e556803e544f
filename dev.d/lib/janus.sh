# Janus, the media server of consultations (docs/consult.md): fetched once into the cache, run on loopback.
# Debian 13 has no Janus, so it is Debian 12's, with what it needs that Debian 13 has in other versions. It is
# unpacked, not installed. Needs say.sh, chroot.sh (which knows the archive's address) and hall.sh.
# shellcheck shell=bash disable=SC2034

# Checksum and place in the archive, a file a line.
janus_files() {
    cat <<'EOF'
bfbdd18ed39f3806b65f0cee53e37b89a34eec4db4a0aaf92bbebccf96ff316f main/j/janus/janus_1.1.2-1_amd64.deb
3e41fa915bacbedfc3ac1550a2ccd2f1675b37e76d727faefa2b083e7ae53f54 main/libc/libconfig/libconfig9_1.5-0.4_amd64.deb
bc48c3d32cfb9b188e3bdd080554143ec6253ea68dc2d7f239aa32d27a6aa792 main/libm/libmicrohttpd/libmicrohttpd12_0.9.75-6_amd64.deb
dd84ffd446c99dfabc0413464257cd65aaec6e853e07b0965bd13c15ab16184c main/libu/libusrsctp/libusrsctp2_0.9.5.0-2_amd64.deb
05aee1f168ab131b37f03a4e1060fb4d17263dad6e74ab2e9ecb052d35881916 main/libw/libwebsockets/libwebsockets17_4.1.6-3_amd64.deb
EOF
}

janus_folder() { echo "$CHENGYUN_CACHE/janus-$(janus_files | sha256sum | cut -c1-12)"; }

# janus_install: makes the folder. Otherwise it has said why, and fails: with 2 where there is none for this machine, with
# 1 where it could not be fetched.
janus_install() {
    local folder fresh archive sum place proxy=()
    folder=$(janus_folder)
    [ ! -d "$folder" ] || return 0
    [ "$(dpkg --print-architecture)" = amd64 ] || {
        say "no Janus for this processor: the hall works without consultations"
        return 2
    }
    archive=$(chroot_mirror)
    [ -n "$archive" ] && [ -x /usr/lib/apt/apt-helper ] || {
        say "no Janus: apt knows no Debian archive here; the hall works without consultations"
        return 2
    }
    if [ "${CHENGYUN_APT_PROXY:-DIRECT}" != DIRECT ]; then
        proxy=(-o "Acquire::http::Proxy=$CHENGYUN_APT_PROXY")
    fi
    exec 7>"$CHENGYUN_CACHE/janus.lock"
    flock 7
    [ ! -d "$folder" ] || return 0
    say "fetching Janus, the media server of consultations (2 MB, once)"
    fresh=$(mktemp -d "$CHENGYUN_CACHE/new-janus.XXXXXX")
    while read -r sum place; do
        if ! /usr/lib/apt/apt-helper -q "${proxy[@]}" -o Acquire::Retries=1 -o Acquire::http::Timeout=10 -o APT::Sandbox::User= \
            download-file "$archive/pool/$place" "$fresh/package.deb" "SHA256:$sum" >"$fresh/log" 2>&1 ||
            ! dpkg-deb -x "$fresh/package.deb" "$fresh/root"; then
            tail -n 3 "$fresh/log" >&2
            rm -rf "$fresh"
            say "no Janus: ${place##*/} could not be fetched; the hall works without consultations"
            return 1
        fi
    done < <(janus_files)
    janus_choose "$fresh/root"
    mv -T "$fresh/root" "$folder"
    rm -rf "$fresh"
    exec 7>&-
}

# janus_choose ROOT: only what is used is loaded. The others need more libraries, and are more to attack.
janus_choose() {
    local from
    from=$(echo "$1"/usr/lib/*/janus)
    mkdir "$1/plugins" "$1/transports" "$1/none"
    cp -L "$from"/plugins/libjanus_{videoroom,audiobridge}.so "$1/plugins/"
    cp -L "$from"/transports/libjanus_{http,websockets}.so "$1/transports/"
    rm -rf "$from" "${1:?}/usr/share" "${1:?}/etc" "${1:?}/lib"
}

# janus_configure FOLDER WS-PORT ADMIN-PORT: its configuration and a new secret, for the owner alone.
janus_configure() {
    local to=$1 from secret
    from=$(janus_folder)
    rm -rf "$to"
    mkdir -m 700 "$to"
    secret=$(head -c 32 /dev/urandom | sha256sum | cut -c1-64)
    (
        umask 077
        echo "$secret" >"$to/secret"
        cat >"$to/janus.jcfg" <<EOF
general: {
    configs_folder = "$to"
    plugins_folder = "$from/plugins"
    transports_folder = "$from/transports"
    events_folder = "$from/none"
    loggers_folder = "$from/none"
    debug_level = 3
    debug_colors = false
    debug_timestamps = true
    token_auth = true
    admin_secret = "$secret"
    session_timeout = 30
    hide_dependencies = true
}
certificates: { }
media: { }
nat: { nice_debug = false }
EOF
        cat >"$to/janus.transport.http.jcfg" <<EOF
general: { json = "compact" http = false https = false }
admin: { admin_base_path = "/admin" admin_http = true admin_port = $3 admin_ip = "127.0.0.1" admin_https = false admin_acl = "127." }
EOF
        cat >"$to/janus.transport.websockets.jcfg" <<EOF
general: { json = "compact" ws = true ws_port = $2 ws_ip = "127.0.0.1" wss = false pingpong_trigger = 5 pingpong_timeout = 5 }
admin: { admin_ws = false admin_wss = false }
EOF
        printf 'general: { admin_key = "%s" lock_rtp_forward = true string_ids = true }\n' "$secret" \
            >"$to/janus.plugin.videoroom.jcfg"
        printf 'general: { admin_key = "%s" lock_rtp_forward = true string_ids = true }\n' "$secret" \
            >"$to/janus.plugin.audiobridge.jcfg"
    )
}

# janus_keep FOLDER: runs it as configured there, and again when it has died, until this is told to end.
janus_keep() {
    local child='' from
    from=$(janus_folder)
    trap 'trap - TERM INT; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null; wait; exit 0' TERM INT
    while :; do
        LD_LIBRARY_PATH=$(echo "$from"/usr/lib/*-linux-gnu) "$from/usr/bin/janus" -F "$1" -C "$1/janus.jcfg" &
        child=$!
        wait "$child" || true
        echo "janus ended: again in a second"
        sleep 1 &
        child=$!
        wait "$child" || true
    done
}

# hall_janus STATE WS-PORT ADMIN-PORT: starts it for a hall; HALL_JANUS is then what the hub is told.
HALL_JANUS=()
hall_janus() {
    janus_install || return 0
    janus_configure "$1/janus" "$2" "$3"
    (janus_keep "$1/janus") >"$1/janus.log" 2>&1 &
    HALL_PIDS+=($!)
    HALL_JANUS=(--consult.janus "http://127.0.0.1:$3/admin" --consult.janus_secret_file "$1/janus/secret"
        --consult.media_url "ws://127.0.0.1:$2")
}
