// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/wire/replica_client.h"

namespace pressboard::test {

ReplicaClient::ReplicaClient(server::UserRecord user, Speech speech, bool isEncrypted)
    : m_user(std::move(user))
    , m_speech(speech)
    , m_isEncrypted(isEncrypted)
{
    if (speech == Speech::Zlib)
        m_replica.features = protocol::features();
}

void ReplicaClient::come(const ListenerFixture &fixture)
{
    m_peer = std::make_unique<Peer>(
        fixture, Peer::Manner{m_user.name, isV1(), m_isEncrypted, 0, !m_isEncrypted});
    m_isGreeted = false;
    m_isHangingUp = false;
    m_pongsAwaited = 0;
    m_heard.append(QByteArrayList());
}

void ReplicaClient::leave()
{
    if (!m_peer)
        return;
    hear();
    count();
    m_replica.lose();
    m_peer->reset();
    m_peer.reset();
}

void ReplicaClient::hangUp()
{
    m_isHangingUp = true;
    m_peer->write(clientFrame("\x03\xe8", 8)); // 1000
}

void ReplicaClient::askForPosition()
{
    if (!isHere() || !isV1() || m_replica.pongs < m_pongsAwaited)
        return;
    m_pongsAwaited = m_replica.pongs + 1;
    m_peer->say(R"({"type":"ping"})");
}

void ReplicaClient::hear()
{
    if (!m_peer)
        return;
    m_peer->read();
    complain(m_peer->complaint());
    QByteArrayList texts = m_peer->takeTexts();
    if (!m_isGreeted && !texts.isEmpty()) {
        m_isGreeted = true;
        texts.removeFirst();
        if (isV1() && !m_isHangingUp)
            m_peer->say(m_replica.hello());
    }
    if (isV1()) {
        m_replica.hear(texts);
        complain(m_replica.complaint());
    } else {
        texts.removeAll(protocol::encodeClassic(protocol::Pong{}));
        m_heard.last() += withoutNumbers(texts);
    }
}

void ReplicaClient::count()
{
    torn += !m_peer->isWhole();
    closedTooSlow += m_peer->closeCode() == quint16(CloseCode::TooSlow);
    pongs += m_peer->pongs().size();
    streams += m_peer->streams();
}

void ReplicaClient::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = what;
}

} // namespace pressboard::test
