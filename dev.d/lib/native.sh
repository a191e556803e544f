# The tool chain on this very system: Debian 13 or newer, or a relative of it whose archive has
# Qt 6.8 and Qt Location.
# shellcheck shell=bash

native_candidate() { apt-cache policy "$1" 2>/dev/null | awk '/Candidate:/ { print $2 }'; }

native_possible() {
    have apt-get && have dpkg-query || return 1
    local id version qt location
    id=$(. /etc/os-release 2>/dev/null && echo "${ID:-}")
    version=$(. /etc/os-release 2>/dev/null && echo "${VERSION_ID:-}")
    if [ "$id" = debian ] && [ -n "$version" ]; then
        [ "${version%%.*}" -ge 13 ]
        return
    fi
    qt=$(native_candidate qt6-base-dev)
    location=$(native_candidate qt6-location-dev)
    [ -n "$qt" ] && [ "$qt" != "(none)" ] && dpkg --compare-versions "$qt" ge 6.8 &&
        [ -n "$location" ] && [ "$location" != "(none)" ]
}

native_missing() {
    local package
    build_depends | while read -r package; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            echo "$package"
    done
}

native_setup() {
    local missing
    mapfile -t missing < <(native_missing)
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing ${#missing[@]} packages from this system's archive"
    as_root apt-get update -q ||
        die "apt-get update failed" "check the network and /etc/apt/sources.list*, then ./dev setup again"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        -o Acquire::Retries=3 "${missing[@]}" ||
        die "apt-get could not install what packaging/debian/control asks for" \
            "read apt's message above; after mending it, ./dev setup goes on where it stopped"
}

native_enter() {
    local variables
    mapfile -d '' -t variables < <(clean_environment)
    exec env -i "${variables[@]}" "$@"
}
