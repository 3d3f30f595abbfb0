#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes pressboard-server, pressboard and pressboard-doc as .deb, for the Debian this runs on, in
# build/release/packages/.
#
#   installer/package.sh [--version V]
#
# The version is the tag's, v0.1.0, where a tag stands. After it, and before the next one, it says how
# many commits after (0.1.0+12.g2f8f8e6c), and before the first tag, how many in all
# (0.1.0~830.g2f8f8e6c): so every later package is an upgrade. The same commit gives the same bytes, on
# the same Debian: times in the packages are SOURCE_DATE_EPOCH, else the commit's.
set -euo pipefail
cd "$(dirname "$0")/.."

version=
while [ $# -gt 0 ]; do
    case $1 in
    --version)
        version=${2:?"--version needs one"}
        shift
        ;;
    *)
        echo "usage: installer/package.sh [--version V]" >&2
        exit 2
        ;;
    esac
    shift
done

source_version() { sed -n 's/^project(Pressboard VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt; }

version_by_git() {
    local described commits commit changed=
    commit=$(git rev-parse --short=8 HEAD)
    git diff --quiet HEAD -- || changed=.changed
    if described=$(git describe --tags --match 'v[0-9]*' --long 2>/dev/null); then
        commits=${described%-g*}
        commits=${commits##*-}
        described=${described#v}
        described=${described%%-*}
        [ "$commits$changed" = 0 ] || described+="+$commits.g$commit$changed"
        echo "$described"
    else
        commits=$(git rev-list --count HEAD)
        echo "$(source_version)~$commits.g$commit$changed"
    fi
}

if [ -z "$version" ]; then
    version=$(version_by_git 2>/dev/null || source_version)
fi
# A release is what the source and the changelog say it is.
if [[ $version =~ ^[0-9.]+$ ]]; then
    [ "$version" = "$(source_version)" ] || {
        echo "package.sh: the tag says $version, CMakeLists.txt $(source_version): they must agree" >&2
        exit 1
    }
    grep -q "^## $version " CHANGELOG.md || {
        echo "package.sh: CHANGELOG.md has no chapter \"## $version – DATE\"" >&2
        exit 1
    }
fi

if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
fi
export SOURCE_DATE_EPOCH

./installer/dependencies.sh build package

launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
cmake --preset release "${launcher[@]}" -DPRESSBOARD_PACKAGE_VERSION="$version" \
    -DPRESSBOARD_PACKAGE_DATE="$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" >/dev/null
cmake --build --preset release 
./installer/check_hardening.sh build/release/bin/pressboard-server build/release/bin/pressboardctl \
    build/release/bin/pressboard

# The shell's own umask would stand in the packages.
umask 022
rm -rf build/release/packages
(cd build/release && cpack -G DEB >packages.log 2>&1) || {
    cat build/release/packages.log >&2
    exit 1
}
rm -rf build/release/packages/_CPack_Packages build/release/packages.log
lintian --fail-on error --tag-display-limit 0 --allow-root build/release/packages/*.deb
ls build/release/packages/*.deb
