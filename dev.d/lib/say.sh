# What every script says, and how one gives up. Progress goes to standard error, so that a verb's
# own output (a bench's figures, a shell's command) stays clean.
# shellcheck shell=bash

say() {
    if [ -t 2 ]; then
        printf '\033[1;36m==>\033[0m %s\n' "$*" >&2
    else
        printf '==> %s\n' "$*" >&2
    fi
}

# die WHAT [WHAT-TO-DO…]: says what happened and, line by line, what to do about it.
die() {
    printf 'dev: %s\n' "$1" >&2
    shift
    if [ $# -gt 0 ]; then
        printf '     %s\n' "$@" >&2
    fi
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
