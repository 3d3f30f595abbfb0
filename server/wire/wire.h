// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/frame_run.h"
#include "shared/protocol/close_codes.h"

#include <QByteArray>
#include <QObject>

namespace pressboard::server {

/// Who hears what comes over a wire: its session. Plain calls: a connected signal takes 130 bytes
/// of each client, and what a ping costs is mostly signals.
class WireHandler
{
public:
    virtual void textReceived(const QByteArray &text) = 0;
    virtual void binaryReceived(qint64 bytes) = 0;
    /// A frame of a message that has more: it counts, also when nothing is in it.
    virtual void fragmentReceived() = 0;
    /// Anything at all arrived, a pong for instance: the peer lives.
    virtual void heard() = 0;
    /// Control frames arrived, with which the wire deals by itself: so many bytes, 2 an empty ping.
    virtual void controlHeard(qint64 bytes) = 0;
    /// Some of what is pending left: the peer reads.
    virtual void progressed() = 0;
    /// Nothing is pending any more: more can be sent.
    virtual void drained() = 0;

protected:
    WireHandler() = default;
    ~WireHandler() = default;
    Q_DISABLE_COPY_MOVE(WireHandler)
};

/// The transport under a session: a WebSocket, or memory in tests. It knows frames, not messages.
class Wire : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Must be there before the loop turns, and stay as long as the wire does.
    void setHandler(WireHandler &handler) { m_handler = &handler; }
    /// Nothing is pending: send() may be called. Asked for every client at every event, and so not
    /// behind a virtual call.
    bool isReady() const { return m_isReady; }
    /// Of a run that many sessions send, takes as many frames as go at once, and returns how many:
    /// at least one. Nothing is kept but the rest of the last frame it took. Only while isReady();
    /// takes all and does nothing once closing.
    virtual qsizetype send(const FrameRun &run) = 0;
    /// Writes whole frames, keeping what does not go at once. Does nothing once closing.
    virtual void write(const QByteArray &frames) = 0;
    /// Bytes kept that have not left this process yet. Nobody but the session bounds it.
    virtual qint64 bytesPending() const = 0;
    /// A ping of the WebSocket layer; whatever comes back is heard().
    virtual void ping() = 0;
    /// Sends the close frame behind what is pending, then drops the connection; a peer that does
    /// not read is cut after a deadline. closed() follows, never from within this call.
    virtual void close(CloseCode code, const QString &reason) = 0;
    /// Drops the connection with whatever is pending. closed() follows, never from within this
    /// call.
    virtual void abort() = 0;
    /// Who is at the other end, for the log: "192.168.1.20".
    virtual QString peer() const = 0;

Q_SIGNALS:
    /// The connection is gone, whoever ended it. Nothing is heard after that.
    void closed();

protected:
    void setReady(bool isReady) { m_isReady = isReady; }
    WireHandler &handler() const { return *m_handler; }

private:
    bool m_isReady = true;
    WireHandler *m_handler = nullptr;
};

} // namespace pressboard::server
