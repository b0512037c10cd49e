#!/bin/sh
# Makes the virtual environment: make_venv.sh PYTHON FOLDER. Says in one sentence what is missing.
set -eu
python=$1
folder=$2

command -v "$python" >/dev/null 2>&1 || {
    echo "Clozeline needs Python 3.11 or newer, and there is no $python here." >&2
    exit 1
}
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Clozeline needs Python 3.11 or newer; $python is $version. Name a newer one: make PYTHON=python3.12 ..." >&2
    exit 1
}

# Debian splits venv and ensurepip off; both are asked for, as venv alone imports without them.
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    package=python$version-venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $package"
        log=$(mktemp)
        { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package"; } >"$log" 2>&1 || {
            cat "$log" >&2
            exit 1
        }
        rm -f "$log"
    else
        echo "Python's venv module is missing. Type: sudo apt-get install -y $package" >&2
        exit 1
    fi
fi

# What is there and sound is kept; a half-made or moved one is made anew.
if "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
"$python" -m venv --clear "$folder"
