// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>
#include <QTest>

#include <array>
#include <functional>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

/// Two connected sockets that do not block: the test writes into `far`, notifiers watch `near`.
struct SocketPair
{
    SocketPair()
    {
        std::array<int, 2> ends = {-1, -1};
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data());
        near = ends[0];
        far = ends[1];
    }
    ~SocketPair()
    {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(SocketPair)

    void closeNear() { closeEnd(near); }
    void closeFar() { closeEnd(far); }
    void send() const { QCOMPARE(::write(far, "x", 1), ssize_t(1)); }
    /// How many bytes there were to read.
    int drain() const { return drainEnd(near); }
    int drainFar() const { return drainEnd(far); }
    /// Writes into `near` until the kernel takes no more.
    void fill() const
    {
        const std::array<char, 4096> bytes = {};
        while (::send(near, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0) { }
    }

    int near = -1;
    int far = -1;

private:
    static int drainEnd(int end)
    {
        std::array<char, 4096> bytes;
        int all = 0;
        for (ssize_t got = 0; (got = ::read(end, bytes.data(), bytes.size())) > 0;)
            all += int(got);
        return all;
    }
    static void closeEnd(int &end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
};

/// A notifier that counts, and does what the test wants when it is activated.
class CountingNotifier : public QSocketNotifier
{
public:
    explicit CountingNotifier(int descriptor, Type type = Read, std::function<void()> then = {})
        : QSocketNotifier(descriptor, type)
    {
        connect(this, &QSocketNotifier::activated, this, [this, then = std::move(then)] {
            ++heard;
            if (then)
                then(); // may be the end of this
        });
    }
    int heard = 0;
};
