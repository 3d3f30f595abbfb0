// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wire/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace pressboard::bench {

namespace {

constexpr int backlog = 4096;
constexpr unsigned sources = 50;

sockaddr_in loopback(std::uint16_t port, unsigned lastByte = 1)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK + lastByte - 1);
    return address;
}

template<typename Address> const sockaddr *generic(const Address &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

void set(int fd, int level, int option, int value)
{
    if (setsockopt(fd, level, option, &value, sizeof value) < 0)
        fail("setsockopt");
}

} // namespace

void fail(const char *what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

int listenOn(std::uint16_t port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        fail("socket");
    set(fd, SOL_SOCKET, SO_REUSEADDR, 1);
    const sockaddr_in address = loopback(port);
    if (bind(fd, generic(address), sizeof address) < 0)
        fail("bind");
    if (listen(fd, backlog) < 0)
        fail("listen");
    return fd;
}

int connectTo(std::uint16_t port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (fd < 0 || connect(fd, generic(address), sizeof address) < 0)
        fail("connect");
    set(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    return fd;
}

int connectTo(const std::string &path)
{
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (fd < 0 || connect(fd, generic(address), sizeof address) < 0)
        fail("connect to a Unix socket");
    return fd;
}

int startConnecting(std::uint16_t port, unsigned index, int receiveBuffer)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        fail("socket");
    set(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
    set(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    if (receiveBuffer > 0)
        set(fd, SOL_SOCKET, SO_RCVBUF, receiveBuffer);
    const sockaddr_in source = loopback(0, 1 + index % sources);
    if (bind(fd, generic(source), sizeof source) < 0)
        fail("bind");
    const sockaddr_in address = loopback(port);
    if (connect(fd, generic(address), sizeof address) < 0 && errno != EINPROGRESS)
        fail("connect");
    return fd;
}

void delayReceipts(int fd)
{
    const int no = 0;
    if (setsockopt(fd, IPPROTO_TCP, TCP_QUICKACK, &no, sizeof no) < 0)
        fail("TCP_QUICKACK");
}

void sendAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            fail("send");
        bytes.remove_prefix(std::size_t(std::max<ssize_t>(0, sent)));
    }
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0)
        fail("getrlimit");
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) < 0)
        fail("setrlimit");
}

} // namespace pressboard::bench
