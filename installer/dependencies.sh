#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing on a Debian 12, by name and nothing more. The reason for each package
# stands in docs/building.md.
#
#   installer/dependencies.sh [build] [run] [headless] [package] [test] [long] [desk] [bench] [pictures]
#
# No words: all but package, what installer/package.sh needs, long, what only tests/run.sh --long
# tries, desk, the screen tests/bench/client.sh measures on, bench, the servers tests/bench/run.sh
# compares with, and pictures, what installer/pictures.sh needs.
set -euo pipefail

build=(g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-websockets-dev qt6-svg-dev qt6-charts-dev libqt6opengl6-dev libcanberra-dev
    qt6-tools-dev qt6-l10n-tools qt6-translations-l10n libgl-dev
    libhiredis-dev libmsgpack-cxx-dev libtomlplusplus-dev zlib1g-dev libssl-dev libcjose-dev libsystemd-dev
    qtkeychain-qt6-dev libxkbcommon-dev libxkbcommon-x11-dev libxcb-screensaver0-dev)
run=(redis-server fonts-noto-cjk)
headless=(xvfb xauth curl jq)
package=(dpkg-dev lintian)
test=(xvfb xauth curl jq openssl dbus openbox desktop-file-utils appstream clang-format lua-check python3 python3-jsonschema
    zbar-tools poppler-utils
    libxtst-dev libicu-dev fcitx5 fcitx5-pinyin fcitx5-frontend-qt6 iproute2
    php-cli php-redis php-sqlite3
    python3-django python3-django-channels python3-channels-redis daphne nginx chromium prometheus)
long=(nodejs node-redis clang clang-tidy mmdebstrap systemd-container dpkg-dev lintian
    faketime iptables python3-redis python3-websockets)
desk=(xvfb dbus libxtst6 python3)
bench=(python3 wrk nginx libnginx-mod-nchan nodejs node-ws
    daphne python3-django-channels python3-channels-redis redis-server)
pictures=(xvfb curl pngquant)

wanted=()
for group in "$@"; do
    case $group in
    build) wanted+=("${build[@]}") ;;
    run) wanted+=("${run[@]}") ;;
    headless) wanted+=("${headless[@]}") ;;
    package) wanted+=("${package[@]}") ;;
    test) wanted+=("${test[@]}") ;;
    long) wanted+=("${long[@]}") ;;
    desk) wanted+=("${desk[@]}") ;;
    bench) wanted+=("${bench[@]}") ;;
    pictures) wanted+=("${pictures[@]}") ;;
    *)
        echo "dependencies.sh: unknown group '$group' (build, run, headless, package, test, long, desk, bench, pictures)" >&2
        exit 2
        ;;
    esac
done
[ $# -gt 0 ] || wanted=("${build[@]}" "${run[@]}" "${headless[@]}" "${test[@]}")

missing=()
for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "dependencies.sh: this is not a Debian; please install what these packages hold: ${missing[*]}" >&2
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "dependencies.sh: please run as root: apt-get install ${missing[*]}" >&2
        exit 1
    }
    as_root=(sudo)
fi

echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
# Debian's packages start their own redis-server and nginx, and enable them for the next boot; ours
# are private, so a machine that had none keeps none running, then neither.
policy=/usr/sbin/policy-rc.d
made_policy=
if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee $policy >/dev/null
    "${as_root[@]}" chmod 755 $policy
    made_policy=yes
fi
trap '[ -z "$made_policy" ] || "${as_root[@]}" rm -f $policy' EXIT
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
if command -v systemctl >/dev/null; then
    for package in "${missing[@]}"; do
        case $package in
        redis-server | nginx | prometheus | prometheus-node-exporter) "${as_root[@]}" systemctl --quiet disable "$package" 2>/dev/null || true ;;
        esac
    done
fi
