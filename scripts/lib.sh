# shellcheck shell=bash
# Shared by the scripts beside it: source it first. Sets `root`, goes there, and sets what builds and tests need.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit

say()
{
    printf '%s\n' "$*" >&2
}

fail()
{
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Prints a log's last lines without the addresses in it.
show_log()
{
    tail -n 20 "$1" | sed -E 's#[a-z+]+://[^ ]*#(address)#g' >&2
}

# Builds preset $1: configures when it never was or when the presets have changed since.
build_preset()
{
    local folder=build/$1
    if [ ! -f "$folder/build.ninja" ] || [ ! -f "$folder/.configured" ] || [ CMakePresets.json -nt "$folder/.configured" ]; then
        cmake --preset "$1" >&2 || return
        touch "$folder/.configured"
    fi
    cmake --build "$folder" --parallel "$jobs" >&2
}

jobs=${CHARTWRIGHT_JOBS:-$(nproc)}

# Qt and the tests keep sockets there; it must belong to the user alone.
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    export XDG_RUNTIME_DIR=$root/build/runtime
    mkdir -p build
    [ -d "$XDG_RUNTIME_DIR" ] || mkdir -m 700 "$XDG_RUNTIME_DIR"
fi

# Without these ccache never hits a source that uses a precompiled header.
export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros}
