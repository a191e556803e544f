# The list of packages a build needs: Build-Depends of packaging/debian/control, nowhere else.
# shellcheck shell=bash

# One package name a line; versions, architectures, profiles and second choices are left out.
build_depends() {
    awk '
        /^#/ { next }
        /^[^ \t]/ { on = /^Build-Depends:/; sub(/^[^:]*:/, "") }
        on { print }
    ' "$CHENGYUN_TOP/packaging/debian/control" |
        tr ',' '\n' |
        sed -e 's/|.*//' -e 's/([^)]*)//g' -e 's/\[[^]]*\]//g' -e 's/<[^>]*>//g' -e 's/[[:space:]]//g' \
            -e 's/^debhelper-compat$/debhelper/' |
        grep -v '^$' | sort -u
}

# Names the set: a root made from another list is another root.
build_depends_hash() {
    { echo "trixie root, layout 1"; build_depends; } | sha256sum | cut -c1-12
}
