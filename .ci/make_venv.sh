#!/bin/sh
# Makes the virtual environment: make_venv.sh FOLDER [PYTHON]. Says in one sentence what is missing.
set -eu
folder=$1
asked=${2:-}

# Some systems keep python3 at an older version beside a newer one.
python=
for candidate in ${asked:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Clozeline needs Python 3.11 or newer, and ${asked:-python3} is not; name one with: make run PYTHON=..." >&2
    exit 1
fi
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')

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
