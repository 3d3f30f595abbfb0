#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Clean Debian roots with a booted systemd, for packages.sh, which reads this. Roots that share a
# network namespace of their own, so that no port of this machine is touched; packages come through the
# machine's own apt before the boot.

roots=$(mktemp -d /var/tmp/pressboard-roots.XXXXXX)
network=pressboard-test-$$
declare -A booted=()

say() { echo "--- $*" >&2; }
die() {
    echo "packages.sh: $*" >&2
    exit 1
}

base_root() { # the root that others are copies of, kept for the next time
    local tar=build/roots/bookworm-minbase.tar
    if [ ! -e $tar ]; then
        mkdir -p build/roots
        mmdebstrap --quiet --variant=minbase --include=systemd,systemd-sysv,dbus bookworm $tar.new
        mv $tar.new $tar
    fi
    echo $tar
}

# new_root NAME PACKAGE_FILES …: with what those need in apt's cache, and curl and openssl, of which
# some pages make use; nothing installed.
new_root() {
    local name=$1
    shift
    say "a root: $name"
    mkdir "$roots/$name"
    tar -C "$roots/$name" -xf "$(base_root)"
    rm -rf "$roots/$name/etc/apt" "$roots/$name/etc/machine-id"
    cp -a /etc/apt "$roots/$name/etc/apt"
    rm -f "$roots/$name"/etc/apt/apt.conf.d/docker-*
    cp -a /usr/share/keyrings/. "$roots/$name/usr/share/keyrings/"
    cp "$@" "$roots/$name/root/"
    # What an earlier run fetched need not be fetched again.
    mkdir -p build/roots/archives
    cp -n build/roots/archives/*.deb "$roots/$name/var/cache/apt/archives/" 2>/dev/null || true
    systemd-nspawn -q -D "$roots/$name" --register=no --keep-unit --pipe sh -c '
        apt-get update -qq && apt-get install -y -qq --download-only /root/*.deb curl openssl' >"$roots/$name.apt" 2>&1 ||
        { cat "$roots/$name.apt" >&2; die "apt finds not what the packages need"; }
    cp -n "$roots/$name"/var/cache/apt/archives/*.deb build/roots/archives/
}

boot() { # NAME …bind options
    local name=$1
    shift
    [ -e "/run/netns/$network" ] || {
        ip netns add "$network"
        ip netns exec "$network" ip link set lo up
    }
    systemd-nspawn -q -D "$roots/$name" -M "$name-$$" --register=no --keep-unit -b "$@" \
        --network-namespace-path="/run/netns/$network" >"$roots/$name.boot" 2>&1 </dev/null &
    booted[$name]=$!
    for _ in $(seq 100); do
        # "degraded" is booted, too: a unit of the bare root may fail.
        case $(inside "$name" systemctl is-system-running 2>/dev/null) in
        running | degraded) return ;;
        esac
        sleep 0.3
    done
    die "$name does not boot: $(tail -3 "$roots/$name.boot")"
}

leader() { cat "/proc/${booted[$1]}/task/${booted[$1]}/children"; }

inside() { # NAME COMMAND …
    local name=$1
    shift
    # shellcheck disable=SC2046 # one number
    nsenter -t $(leader "$name") -m -u -i -n -p -- \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

clean_up() {
    local pid
    for pid in "${booted[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${booted[@]}"; do wait "$pid" 2>/dev/null || true; done
    ip netns delete "$network" 2>/dev/null || true
    rm -rf "$roots"
}
