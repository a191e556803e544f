# The tool chain in a Debian 13 root of our own: made by mmdebstrap, entered by unshare and chroot.
# Nothing is ever installed into the user's system but mmdebstrap itself.
# shellcheck shell=bash

chroot_root() { echo "$CHENGYUN_CACHE/root-$(build_depends_hash)"; }

# A folder, or the folder of a file, that the command line names is seen inside as well.
CHENGYUN_NAMED=()
remember_named() {
    local word
    for word in "$@"; do
        word=${word#--*=}
        case $word in
        -* | '' | /usr/* | /bin/* | /etc/*) continue ;; # options, and what the root has of its own
        esac
        if [ -d "$word" ]; then
            CHENGYUN_NAMED+=("$word")
        elif [[ $word == */* && -d $(dirname "$word") ]]; then
            CHENGYUN_NAMED+=("$(dirname "$word")")
        fi
    done
}

# In a linked worktree .git is a file that names a folder elsewhere: git inside needs that one too.
worktree_origin() {
    [ ! -f "$CHENGYUN_TOP/.git" ] || sed -n 's|^gitdir: \(.*\)/worktrees/[^/]*$|\1|p' "$CHENGYUN_TOP/.git"
}

# Folders seen at the same path inside, outermost first, none inside another.
shared_folders() {
    local path known kept=()
    for path in /tmp "$HOME" "$CHENGYUN_CACHE" "$CHENGYUN_STATE" "${XDG_RUNTIME_DIR:-}" \
        "$CHENGYUN_TOP" "$(worktree_origin)" "$(dirname "$CHENGYUN_TOP")/shared" "$PWD" "${CHENGYUN_NAMED[@]}"; do
        [ -n "$path" ] && [ "$path" != / ] && [ -d "$path" ] || continue
        path=$(cd "$path" && pwd -P) || continue
        for known in "${kept[@]}"; do
            case $path/ in "$known"/*) continue 2 ;; esac
        done
        kept+=("$path")
    done
    printf '%s\n' "${kept[@]}"
}

# The archive this machine already uses when it is a Debian one, else mmdebstrap's own default.
chroot_mirror() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        if [ -r "$file" ]; then
            cat "$file"
        fi
    done | awk '
        /^[[:space:]]*#/ || found { next }
        { for (i = 1; i <= NF; i++) if ($i ~ /^https?:.*\/debian\/?$/) { print $i; found = 1; next } }'
}

chroot_need_mmdebstrap() {
    if ! have mmdebstrap; then
        have apt-get || die "a Debian 13 root is needed, and there is neither a container engine nor mmdebstrap" \
            "start docker or podman, or install mmdebstrap and the Debian archive keyring, then ./dev again"
        say "installing mmdebstrap"
        as_root apt-get update -q >&2 || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            mmdebstrap uidmap debian-archive-keyring >&2 ||
            die "could not install mmdebstrap" "install it by hand, or start docker or podman, then ./dev again"
    fi
    if [ "$(id -u)" -ne 0 ]; then
        have newuidmap || as_root apt-get install -q -y --no-install-recommends uidmap >&2 ||
            die "newuidmap is missing" "install the package uidmap, then ./dev again"
        (chroot_as_root true) 2>/dev/null ||
            die "this account cannot make a namespace with subordinate ids, which making a root takes" \
                "are there a line of yours in /etc/subuid and one in /etc/subgid? if not, as root:" \
                "usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)" \
                "is unshare from util-linux 2.38 or newer? if not: run ./dev as root, or start docker or podman"
    fi
}

# Can this user make the namespaces that entering takes?
chroot_check_namespaces() {
    if [ "$(id -u)" -eq 0 ]; then
        unshare --mount true 2>/dev/null ||
            die "root may not make a mount namespace here (a container without that right?)" \
                "run ./dev on the host, in a privileged container, or in a debian:13 container, where it needs no root"
    else
        unshare --user --map-current-user --keep-caps --mount true 2>/dev/null ||
            die "ordinary users may not make user namespaces on this machine" \
                "one of: run ./dev as root · start docker or podman · as root: sysctl -w kernel.unprivileged_userns_clone=1" \
                "(on Ubuntu 24.04: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0)"
    fi
}

chroot_setup() {
    local root
    root=$(chroot_root)
    if [ -d "$root" ] && [ -z "$(chroot_missing "$root")" ]; then
        return 0
    fi
    chroot_check_namespaces
    chroot_need_mmdebstrap
    exec 9>"$CHENGYUN_CACHE/lock"
    if ! flock -n 9; then
        say "another ./dev is making the root; waiting for it"
        flock 9
    fi
    [ -d "$root" ] || chroot_make "$root"
    chroot_complete "$root"
    exec 9>&-
}

# Becomes the command, as root, in a mount namespace. An ordinary user's root is a namespace's: it is
# the user outside, and the others (_apt, say) are the user's subordinate ids.
chroot_as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        exec unshare --mount "$@"
    fi
    exec unshare --user --map-root-user --map-auto --mount "$@"
}

# In the end every file is the user's own, to be removed like any other.
chroot_own() {
    [ "$(id -u)" -eq 0 ] || (chroot_as_root chown -hR 0:0 "$1")
}

# What is needed and not installed in the root.
chroot_missing() {
    comm -23 <(build_depends) <(awk '
        /^Package: / { name = $2 }
        /^Status: install ok installed/ { print name }' "$1/var/lib/dpkg/status" | sort -u)
}

# The proxy apt uses on this machine now, or DIRECT.
chroot_proxy() {
    local proxy
    proxy=$(apt-config dump --format '%v%n' Acquire::http::Proxy 2>/dev/null || true)
    echo "${proxy:-DIRECT}"
}

# Adds what the root was not made for: it is made for a hall, and tests and lint come later. What was
# interrupted goes on the next time: dpkg --configure alone fails where a dependency is not there yet.
chroot_complete() {
    local root=$1 missing variables added=0
    mapfile -t missing < <(chroot_missing "$root")
    [ ${#missing[@]} -gt 0 ] || return 0
    free_space "$CHENGYUN_CACHE" 1
    say "adding ${#missing[@]} packages for tests and lint to $root (about 200 MB to download, once)"
    mapfile -d '' -t variables < <(clean_environment && printf '%s\0' DEBIAN_FRONTEND=noninteractive)
    # shellcheck disable=SC2016
    (chroot_as_root bash "$CHENGYUN_TOP/dev.d/lib/enter-chroot" "$root" / 0 \
        "${#variables[@]}" "${variables[@]}" \
        bash -c 'apt=(apt-get -q -y -o Acquire::http::Proxy="$1"); shift
            dpkg --configure -a || true
            "${apt[@]}" update && "${apt[@]}" -f install && "${apt[@]}" install "$@" && apt-get clean' \
        bash "$(chroot_proxy)" "${missing[@]}") >&2 || added=$?
    chroot_own "$root"
    [ "$added" -eq 0 ] || die "could not add packages to the Debian 13 root" \
        "most often the network: read the message above, then ./dev setup goes on where it stopped"
}

# A broken download leaves no half root: it is made under another name and renamed when complete.
chroot_make() {
    local root=$1 fresh options mirror began=$SECONDS
    free_space "$CHENGYUN_CACHE" 4
    chroot_remove "$CHENGYUN_CACHE"/new-root.*
    fresh=$(mktemp -d "$CHENGYUN_CACHE/new-root.XXXXXX")
    chmod 755 "$fresh"
    options=(--mode=root --format=directory --variant=apt --components=main
        --include="$(build_depends | paste -sd,)"
        --aptopt='Acquire::Retries "3"' --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"'
        --dpkgopt='force-unsafe-io' --dpkgopt='path-exclude=/usr/share/man/*')
    options+=(--aptopt="Acquire::http::Proxy \"$(chroot_proxy)\"")
    mirror=$(chroot_mirror)
    say "making a Debian 13 root in $root (600 to 800 MB to download, once)"
    # The trap of the interrupted: what was begun is removed, whoever ended us.
    trap 'chroot_remove "$fresh"; exit 130' INT TERM
    if (chroot_as_root mmdebstrap "${options[@]}" trixie "$fresh" ${mirror:+"$mirror"}) >&2 && chroot_own "$fresh"; then
        mv "$fresh" "$root"
        trap - INT TERM
        # Roots of older package lists, once nobody has entered them for two weeks.
        find "$CHENGYUN_CACHE" -maxdepth 1 -name 'root-*' -mtime +14 | while read -r fresh; do
            chroot_remove "$fresh"
        done
        say "the root is made: $((SECONDS - began)) s, $(du -sh "$root" 2>/dev/null | cut -f1)"
    else
        trap - INT TERM
        chroot_remove "$fresh"
        die "mmdebstrap could not make the Debian 13 root" \
            "most often the network: read its message above, then ./dev setup tries again from the start" \
            "an unknown key means an old keyring: update the package debian-archive-keyring"
    fi
}

chroot_remove() {
    local path
    for path in "$@"; do
        if [ -d "$path" ]; then
            # What was interrupted has files of subordinate ids still.
            chroot_own "$path" 2>/dev/null || true
            chmod -R u+w "$path" 2>/dev/null || true
            rm -rf --one-file-system "$path"
        fi
    done
}

# free_space FOLDER GIGABYTES
free_space() {
    local free
    free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1048576) }')
    [ "$free" -ge "$2" ] || die "$1 has $free GB free; the root and its making take $2 GB" \
        "make room, or set XDG_CACHE_HOME to a folder with more"
}

chroot_enter() {
    local root variables folders namespaces
    root=$(chroot_root)
    chroot_check_namespaces
    touch "$root" # its age is when it was last used
    mapfile -d '' -t variables < <(clean_environment)
    mapfile -t folders < <(shared_folders)
    namespaces=(--mount)
    if [ "$(id -u)" -ne 0 ]; then
        namespaces+=(--user --map-current-user --keep-caps)
    fi
    exec unshare "${namespaces[@]}" bash "$CHENGYUN_TOP/dev.d/lib/enter-chroot" "$root" "$PWD" \
        "${#folders[@]}" "${folders[@]}" "${#variables[@]}" "${variables[@]}" "$@"
}
