// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/listener/listener_fixture.h"
#include "tests/server/wire/frame_reader.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace pressboard::test {

/// A WebSocket client that does only what it is told: it reads when the test says so, and every
/// byte it reads is judged.
class Peer
{
public:
    struct Manner
    {
        QString user = QStringLiteral("li");
        bool isV1 = true;
        bool isEncrypted = false;
        /// It takes no more than this from the kernel before read() is called; 0: all there is.
        qint64 readsAtOnce = 0;
        /// The kernel keeps only a few KiB for it.
        bool isNarrow = false;
    };

    explicit Peer(const ListenerFixture &fixture)
        : Peer(fixture, Manner{})
    {
    }
    Peer(const ListenerFixture &fixture, const Manner &manner);
    /// Without a word, and with a reset when there is something unread.
    ~Peer();
    Q_DISABLE_COPY_MOVE(Peer)

    // What it says.
    void say(const QByteArray &text) { write(clientFrame(text)); }
    void ping(const QByteArray &payload) { write(clientFrame(payload, 9)); }
    void write(const QByteArray &bytes) { m_socket->write(bytes); }
    void endSending(); ///< hangs up on one side
    void reset(); ///< vanishes: the server's kernel is told so in the rudest way

    // What it hears.
    /// What came; the kernel's next bytes come with the loop's next turn.
    void read();
    void setReadsAtOnce(qint64 bytes) { m_socket->setReadBufferSize(bytes); }
    bool isV1() const { return m_isV1; }
    bool isUpgraded() const { return m_isUpgraded; }
    bool isGone() const { return m_socket->state() == QAbstractSocket::UnconnectedState; }
    quint16 localPort() const { return m_socket->localPort(); }

    /// Whole messages since the last call, inflated where they were compressed.
    QByteArrayList takeTexts() { return std::exchange(m_texts, {}); }
    const QByteArrayList &texts() const { return m_texts; }
    const QByteArrayList &pongs() const { return m_pongs; } ///< their payloads
    std::optional<quint16> closeCode() const { return m_closeCode; }
    /// What the server did wrong; else empty.
    const QString &complaint() const { return m_reader.complaint(); }
    bool isWhole() const { return m_reader.isWhole(); }
    int streams() const { return m_streams; } ///< compressed messages so far

private:
    void feed(const QByteArray &bytes);
    QByteArray behindHead(const QByteArray &bytes);
    void sort(const FrameReader::Frame &frame);

    bool m_isV1;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_head; ///< of the answer to the handshake
    bool m_isUpgraded = false;
    FrameReader m_reader;
    QByteArrayList m_texts;
    QByteArrayList m_pongs;
    std::optional<quint16> m_closeCode;
    int m_streams = 0;
};

} // namespace pressboard::test
