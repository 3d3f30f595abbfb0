#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the packages in clean Debian roots with a booted systemd, as an admin would, and tries what
# docs/install.md and docs/upgrade.md say. As root, with mmdebstrap and systemd-nspawn; ten minutes.
#
#   tests/installer/packages.sh [FOLDER_OF_PACKAGES]     without one, installer/package.sh makes them
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || {
    echo "packages.sh: only root can boot a root; try sudo" >&2
    exit 77
}
# shellcheck source=tests/installer/root.sh disable=SC2016
. tests/installer/root.sh
trap clean_up EXIT
trap 'exit 130' INT TERM

[ $# -gt 0 ] || ./installer/package.sh >&2
packages=${1:-build/release/packages}

# The same package with another version, in place of one of an earlier commit: what changes hands at
# an upgrade is the data and the connections.
with_version() { # PACKAGE_FILE VERSION → a file
    local unpacked=$roots/repack-$2 file
    dpkg-deb -R "$1" "$unpacked"
    sed -i "s/^Version: .*/Version: $2/" "$unpacked/DEBIAN/control"
    file=$roots/pressboard-server_$2.deb
    dpkg-deb --root-owner-group -b "$unpacked" "$file" >/dev/null
    rm -rf "$unpacked"
    echo "$file"
}

server() { inside server "$@"; }
install() { server apt-get install -y -qq --allow-downgrades "$@" >"$roots/said" 2>&1; }
redis() { server redis-cli -s /var/lib/pressboard/redis.sock "$@"; }
is_well() {
    server systemctl is-active --quiet pressboard-server || die "$1: the service is not active"
    server pressboardctl status >"$roots/status" || die "$1: $(cat "$roots/status")"
}
# In the checkpoint, which follows the log within seconds.
orders() { redis --raw HKEYS pressboard:book | grep -c ^order:; }

# What a CRM with an outbox does: 200 events a second, each said until it is stored, and stored once.
publish_for_a_while() {
    local batch
    for batch in $(seq 30); do
        seq $((batch * 200)) $((batch * 200 + 199)) | sed 's/.*/{"ref":"upgrade-&","type":"order_notification","data":{"order_id":&,"status":2,"quantity":&}}/' \
            >"$roots/batch"
        for _ in $(seq 100); do
            server pressboardctl publish - <"$roots/batch" >"$roots/publish" 2>&1 && break
            sleep 0.3
        done
        grep -c '"id"' "$roots/publish" | grep -qx 200 || return 1
        sleep 0.8
    done
}

new=$(echo "$packages"/pressboard-server_*.deb)
old=$(with_version "$new" 0.0.1)
new_root server "$old" "$new"
boot server

say "install"
install "/root/$(basename "$old")" || die "apt: $(cat "$roots/said")"
is_well "after the installation"
[ "$(server systemctl is-enabled pressboard-server)" = enabled ] || die "not enabled for the next boot"
server sh -c '! systemctl cat redis-server' >/dev/null 2>&1 || die "Debian's redis-server came along"
server pressboardctl --version | grep -q pressboardctl || die "no version"
server sh -c 'test $(stat -c %a /var/lib/private/pressboard/admin.token) = 600' || die "who may read admin.token?"
server bash -c '. /usr/share/bash-completion/completions/pressboardctl
    COMP_WORDS=(pressboardctl us) COMP_CWORD=1; _pressboardctl; [ "${COMPREPLY[*]}" = user ] || exit 1
    COMP_WORDS=(pressboardctl user add --) COMP_CWORD=3; _pressboardctl
    [[ "${COMPREPLY[*]}" == *--preset* ]]' || die "bash completes nothing"

say "upgrade under 200 events a second and 50 desks"
token=$(server cat /var/lib/pressboard/admin.token)
ip netns exec "$network" python3 tests/installer/follow.py ws://127.0.0.1:5173/ws/notifications/ \
    "$token" 50 "$roots/desks.json" >"$roots/follow" 2>&1 &
desks=$!
for _ in $(seq 300); do
    grep -q "all in" "$roots/follow" && break
    sleep 0.2
done
grep -q "all in" "$roots/follow" || die "the desks do not come in: $(cat "$roots/follow")"
publish_for_a_while &
shop=$!
sleep 5
install "/root/$(basename "$new")" || die "apt: $(cat "$roots/said")"
wait $shop || die "the CRM gave up: $(cat "$roots/publish")"
is_well "after the upgrade"
sleep 2 # the last events' way to the desks
kill $desks
wait $desks || die "the desks: $(cat "$roots/follow")"
redis --raw XRANGE pressboard:events - + | grep -E '^[0-9]+-[0-9]+$' >"$roots/log"
python3 tests/installer/judge.py "$roots/desks.json" "$roots/log" >&2 || die "events were lost"
before=$(orders)

say "a typo in the settings"
server sh -c 'echo "lisen = 1" >>/etc/pressboard/pressboard.toml'
server systemctl restart pressboard-server 2>/dev/null && die "a restart with a typo succeeded"
# The first time that systemd tries it names the mistake; "status" shows only what came after.
server journalctl -u pressboard-server -n 20 --no-pager >"$roots/said"
grep -q "did you mean listen" "$roots/said" || die "the typo is not named: $(cat "$roots/said")"
server sed -i '/^lisen/d' /etc/pressboard/pressboard.toml
server sh -c 'systemctl reset-failed pressboard-server; systemctl restart pressboard-server'
is_well "after the typo"

say "an upgrade with a typo leaves the server that runs"
server sh -c 'echo "lisen = 1" >>/etc/pressboard/pressboard.toml'
pid=$(server systemctl show -P MainPID pressboard-server)
server apt-get install -y -qq --reinstall -o Dpkg::Options::=--force-confold \
    "/root/$(basename "$new")" >"$roots/said" 2>&1 || die "apt: $(cat "$roots/said")"
grep -q "goes on" "$roots/said" || die "the upgrade says nothing of the typo: $(cat "$roots/said")"
[ "$(server systemctl show -P MainPID pressboard-server)" = "$pid" ] || die "another server runs"
server sed -i '/^lisen/d' /etc/pressboard/pressboard.toml

say "a port below 1024"
server sh -c 'mkdir -p /etc/systemd/system/pressboard-server.service.d
    printf "[Service]\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nEnvironment=PRESSBOARD_LISTEN=127.0.0.1:443\n" \
        >/etc/systemd/system/pressboard-server.service.d/port.conf
    systemctl daemon-reload && systemctl restart pressboard-server'
is_well "on port 443"
server sh -c 'rm -r /etc/systemd/system/pressboard-server.service.d
    systemctl daemon-reload && systemctl restart pressboard-server'

say "downgrade"
install "/root/$(basename "$old")" || die "apt: $(cat "$roots/said")"
is_well "after the downgrade"
[ "$(orders)" = "$before" ] || die "the downgrade has $(orders) rows, there were $before"

# Each page as somebody who has read nothing else: a clean system, and the old version beside the new.
type_page() { # PAGE WHERE [FOLDER_OF_PACKAGES]: the blocks of a page, in the server's root
    local commands
    commands=$(python3 -B tests/docs/typed.py print "$1" "$2")
    [ -n "$commands" ] || return 0
    server bash -euo pipefail -c "cd ${3:-/root/old} && $commands" </dev/null >"$roots/said" 2>&1 ||
        die "$1, typed in a clean Debian: $(tail -5 "$roots/said")
in:
$commands"
}

forget_everything() {
    server sh -c 'apt-get purge -y -qq pressboard-server; rm -rf /var/lib/private/pressboard /var/lib/pressboard
        rm -f /root/*.ini /root/*.tar.gz' >"$roots/said" 2>&1 || die "purge: $(cat "$roots/said")"
}

server sh -c 'echo "APT::Get::Assume-Yes true;" >/etc/apt/apt.conf.d/yes
    mkdir /root/old /root/new && mv /root/*_0.0.1.deb /root/old && mv /root/*.deb /root/new
    apt-get install -qq curl openssl' >"$roots/said" 2>&1 || die "apt: $(cat "$roots/said")"
for language in "" .zh_CN; do
    say "what README$language.md and docs/*$language.md say"
    forget_everything
    type_page README$language.md server
    forget_everything
    type_page docs/install$language.md server
    # It goes on until Ctrl-C, and takes its orders with it.
    server timeout -s INT 5 bash -c \
        "$(python3 -B tests/docs/typed.py print docs/install$language.md "server, until interrupted" | sed 's/^/exec /')" \
        >/dev/null 2>&1 || [ $? = 124 ] || die "simulate does not end"
    for page in users tls monitoring troubleshooting privacy; do
        server pressboardctl user revoke lina >/dev/null 2>&1 || true
        type_page docs/$page$language.md server
        type_page docs/$page$language.md anywhere /tmp
    done
    type_page docs/upgrade$language.md server
    type_page docs/upgrade$language.md "server, upgrade" /root/new
    type_page docs/upgrade$language.md "server, downgrade"
    server sh -c 'rm -rf /var/lib/private/pressboard.newer'
    is_well "after docs/upgrade$language.md"
    type_page docs/install$language.md "server, at the end"
done
forget_everything
install "/root/old/$(basename "$old")" || die "apt: $(cat "$roots/said")"
is_well "after all these pages"
server pressboardctl publish order_notification '{"order_id":1,"status":2}' >/dev/null
for _ in $(seq 100); do
    before=$(orders) && break
    sleep 0.2
done
token=$(server cat /var/lib/pressboard/admin.token)

say "a PC"
desktop=$(echo "$packages"/pressboard_*.deb)
new_root desk "$desktop"
# In the roots' network, whose abstract socket is how the root reaches it.
ip netns exec "$network" Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$roots/display" 2>/dev/null &
booted[screen]=$!
boot desk
inside desk sh -c 'echo "APT::Get::Assume-Yes true;" >/etc/apt/apt.conf.d/yes'
for page in README README.zh_CN docs/install docs/install.zh_CN docs/upgrade docs/upgrade.zh_CN; do
    inside desk bash -ec "cd /root && $(python3 -B tests/docs/typed.py print $page.md desk)" \
        >"$roots/said" 2>&1 || die "$page.md: $(cat "$roots/said")"
done
inside desk env DISPLAY=":$(cat "$roots/display")" pressboard --server ws://127.0.0.1:5173 --token "$token" \
    --report /root/report.json --screenshot /root/board.png --after 6000 >"$roots/said" 2>&1 ||
    die "the desktop: $(cat "$roots/said")"
inside desk grep -q '"state": *"Live"' /root/report.json ||
    die "the desktop is not live: $(inside desk head -c 600 /root/report.json)"
mkdir -p build/roots
cp "$roots/desk/root/board.png" build/roots/board.png

say "remove, and install again"
server apt-get remove -y -qq pressboard-server >"$roots/said" 2>&1 || die "apt: $(cat "$roots/said")"
server systemctl is-active --quiet pressboard-server && die "removed, and still running"
install "/root/new/$(basename "$new")" || die "apt: $(cat "$roots/said")"
is_well "installed again"
[ "$(orders)" = "$before" ] || die "installed again with $(orders) rows, there were $before"

say "purge"
server apt-get purge -y -qq pressboard-server >"$roots/said" 2>&1 || die "apt: $(cat "$roots/said")"
grep -q "rm -rf /var/lib/private/pressboard" "$roots/said" || die "purge does not say what it leaves"
left=$(server find / -xdev -iname '*pressboard*' -not -path '/root/*' -not -path '/proc/*' | sort)
[ "$left" = "/var/lib/pressboard
/var/lib/private/pressboard" ] || die "purge leaves more than it says: $left"
say "all is as documented"
