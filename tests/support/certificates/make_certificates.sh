#!/bin/sh
# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the certificates beside it, for tests only: an authority that is thrown away, a server and
# a client it vouches for, and some that vouch for themselves: rsa, with the key that TLS 1.2 without
# forward secrecy would need, weak, whose key nobody takes any more, and ended. All others count from
# 2020 on, for a century.
set -eu
cd "$(dirname "$0")"
ec() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }
rsa() { openssl genpkey -algorithm RSA -pkeyopt "rsa_keygen_bits:$1" -out "$2"; }

rm -rf ca && mkdir ca && : >ca/index.txt
cat >ca/ca.cnf <<'END'
[ca]
default_ca = tests
[tests]
database = ca/index.txt
new_certs_dir = ca
rand_serial = yes
unique_subject = no
default_md = sha256
default_startdate = 20200101000000Z
default_enddate = 21200101000000Z
policy = names
copy_extensions = copy
[names]
commonName = supplied
[authority]
basicConstraints = critical,CA:true
END
sign() { # name, subject, arguments of openssl ca …
    openssl req -new -key "$1.key" -subj "/CN=$2" -out ca/request \
        -addext "subjectAltName=IP:127.0.0.1,DNS:localhost"
    name=$1
    shift 2
    openssl ca -batch -notext -config ca/ca.cnf -in ca/request -out "$name.crt" "$@"
}

ec authority.key
sign authority "Pressboard test authority" -selfsign -keyfile authority.key -extensions authority
for name in server client; do
    ec $name.key
    sign $name $name -cert authority.crt -keyfile authority.key
done
rsa 2048 rsa.key
sign rsa localhost -selfsign -keyfile rsa.key
rsa 1024 weak.key
sign weak localhost -selfsign -keyfile weak.key
ec ended.key
sign ended localhost -selfsign -keyfile ended.key -enddate 20200201000000Z

rm -rf ca authority.key
chmod 644 ./*.key
