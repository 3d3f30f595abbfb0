// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/push/replica.h"
#include "tests/server/wire/peer.h"

#include <memory>

namespace pressboard::test {

/// A desk that comes and goes over real sockets, reads and sleeps, and keeps a book if it speaks
/// v1.
class ReplicaClient
{
public:
    enum class Speech { Classic, V1, Zlib };

    ReplicaClient(server::UserRecord user, Speech speech, bool isEncrypted);

    bool isHere() const { return m_peer && !m_peer->isGone() && !m_peer->closeCode(); }
    void come(const ListenerFixture &fixture);
    /// The connection is gone, or will be now: what has come counts, what is in the air does not.
    void leave();
    /// Says so, as WebSockets do, and nothing more; leave() when the server has answered.
    void hangUp();
    bool isHangingUp() const { return m_isHangingUp; }
    /// Reads, and answers what asks for it.
    void hear();
    /// By a ping of the protocol, one at a time; a classic client cannot.
    void askForPosition();
    Peer &peer() { return *m_peer; } ///< while it is here

    const server::UserRecord &user() const { return m_user; }
    bool isV1() const { return m_speech != Speech::Classic; }
    const Replica &replica() const { return m_replica; } ///< of v1
    /// What a classic client heard on each of its connections, without greetings, pongs and
    /// numbers.
    const QList<QByteArrayList> &heard() const { return m_heard; }
    /// The first thing that was wrong, on the wire or in what was said; else empty.
    const QString &complaint() const { return m_complaint; }

    // What happened to it.
    int torn = 0; ///< connections that ended inside a frame
    int closedTooSlow = 0;
    qsizetype pongs = 0;
    int streams = 0;

private:
    void complain(const QString &what);
    void count();

    server::UserRecord m_user;
    Speech m_speech;
    bool m_isEncrypted;
    std::unique_ptr<Peer> m_peer;
    bool m_isGreeted = false;
    bool m_isHangingUp = false;
    int m_pongsAwaited = 0; ///< that the replica will have heard when our question is answered
    Replica m_replica;
    QList<QByteArrayList> m_heard;
    QString m_complaint;
};

} // namespace pressboard::test
