// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/wire.h"
#include "tests/server/push/frames_taken.h"
#include "tests/server/push/ws_frames.h"

#include <optional>

namespace pressboard::test {

/// A wire without a network. Its far end takes bytes only while it reads; what the session wrote
/// waits here otherwise.
class MemoryWire final : public server::Wire
{
public:
    // The session's end.
    qsizetype send(const server::FrameRun &run) override
    {
        const qsizetype taken = framesTaken(run, takenAtOnce);
        write(run.bytes().first(run.endOf(taken - 1)));
        return taken;
    }
    void write(const QByteArray &frames) override
    {
        if (closeCode)
            return;
        m_pending += frames;
        setReady(false);
        ++writes;
        mostPending = std::max(mostPending, qint64(m_pending.size()));
        if (isReading)
            readPending();
    }
    qint64 bytesPending() const override { return m_pending.size(); }
    void ping() override { ++pings; }
    void close(CloseCode code, const QString &reason) override
    {
        closeCode = code;
        closeReason = reason;
        QMetaObject::invokeMethod(this, &Wire::closed, Qt::QueuedConnection);
    }
    void abort() override
    {
        isAborted = true;
        QMetaObject::invokeMethod(this, &Wire::closed, Qt::QueuedConnection);
    }
    QString peer() const override { return QStringLiteral("memory"); }

    // The far end.
    using Wire::handler; // to say what say() does not
    void say(const QByteArray &text) { handler().textReceived(text); }
    /// Reads all there is, as often as there is more.
    void readAll()
    {
        while (!m_pending.isEmpty()) {
            readPending();
            handler().drained();
        }
    }
    /// Reads what is pending, and says nothing of it.
    void readPending()
    {
        bytesRead += m_pending.size();
        texts += textsOf(std::exchange(m_pending, {}));
        setReady(true);
    }
    QByteArrayList takeTexts() { return std::exchange(texts, {}); }

    bool isReading = true;
    qsizetype takenAtOnce = 64 * 1024; ///< of one run; the rest is not kept
    bool isAborted = false;
    QByteArrayList texts;
    qsizetype bytesRead = 0;
    int writes = 0;
    int pings = 0;
    qint64 mostPending = 0;
    std::optional<CloseCode> closeCode;
    QString closeReason;

private:
    QByteArray m_pending;
};

} // namespace pressboard::test
