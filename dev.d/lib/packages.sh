# The list of packages a verb needs: Build-Depends of packaging/debian/control, nowhere else.
# shellcheck shell=bash

# Build-Depends as it stands, an entry a line.
build_depends_entries() {
    awk '
        /^#/ { next }
        /^[^ \t]/ { on = /^Build-Depends:/; sub(/^[^:]*:/, "") }
        on { print }
    ' "$CHENGYUN_TOP/packaging/debian/control" | tr ',' '\n' | grep '[^[:space:]]'
}

# What $CHENGYUN_NEED asks for: `hall`, to build and run one, or `all`, with what only tests and lint
# need. One package name a line; versions, architectures, profiles and second choices are left out.
build_depends() {
    build_depends_entries |
        if [ "$CHENGYUN_NEED" = hall ]; then grep -v '<!nocheck>'; else cat; fi |
        sed -e 's/|.*//' -e 's/([^)]*)//g' -e 's/\[[^]]*\]//g' -e 's/<[^>]*>//g' -e 's/[[:space:]]//g' \
            -e 's/^debhelper-compat$/debhelper/' | sort -u
}

# Names the set: a root made from another list is another root.
build_depends_hash() {
    { echo "trixie root, layout 2"; build_depends_entries; } | sha256sum | cut -c1-12
}
