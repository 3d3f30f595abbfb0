// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/socket.h"
#include "shared/base/time.h"

#include <QQueue>
#include <QTimer>

#include <optional>

namespace pressboard::client {

/// Another socket, whose frames are handed on in their order, but only so many in one turn of the
/// loop that the window stays responsive: a whole board, or all that happened while we were away,
/// arrives in one piece and takes a second to be read.
///
/// Where single frames stream in, they are gathered: each turn costs the same few checks of every
/// list and page, however little it brings.
///
/// What has to wait is kept here. A server sends no more than its ring, or a snapshot, at once; one
/// that goes on and on is left.
class PacedSocket final : public Socket
{
    Q_OBJECT
public:
    /// What frames may cost in one turn of the loop: those behind wait for the next turn.
    static constexpr std::chrono::milliseconds share{8};
    /// The mean time between two turns that hand on frames.
    static constexpr std::chrono::milliseconds rhythm{50};
    /// How many turns may come before their time, after a pause: a single frame never waits.
    static constexpr int ahead = 10;

    /// `clock` must outlive this.
    PacedSocket(std::unique_ptr<Socket> socket, const Clock &clock, QObject *parent = nullptr);

    void open(const QUrl &url, const Headers &headers, const QString &subprotocol) override;
    void sendText(const QByteArray &utf8) override;
    void close(quint16 code, const QString &reason) override;
    void abort() override;

private:
    struct Frame
    {
        QByteArray bytes;
        bool isText;
    };

    void receive(const Frame &frame);
    void keep(const Frame &frame);
    Frame takeWaiting();
    void handOn(const Frame &frame);
    void handOnSome();
    void end(const Ending &ending);
    void forget();
    void beginTurn();
    std::chrono::milliseconds toWait() const;
    bool mayGoOn() const { return m_clock.monotonic() - m_turnBegan < share; }

    const std::unique_ptr<Socket> m_socket;
    const Clock &m_clock;
    QQueue<Frame> m_waiting;
    qsizetype m_waitingBytes = 0;
    std::optional<Ending> m_ending; ///< comes last, behind what waits
    QTimer m_nextTurn; ///< runs from the first frame of a turn on, or while frames are gathered
    std::chrono::milliseconds m_turnBegan{0};
    std::chrono::milliseconds m_nextDue{-ahead * rhythm}; ///< monotonic; the next turn, all counted
};

} // namespace pressboard::client
