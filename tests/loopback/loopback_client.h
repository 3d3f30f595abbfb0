// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/connection.h"
#include "client/store/store.h"
#include "server/push/viewer.h"
#include "tests/loopback/loopback_server.h"

#include <QObject>

#include <memory>

namespace pressboard::test {

/// One desk: the real store and connection, and a memory of what it was shown, so that it can
/// complain of an event that came twice, out of order, or never.
class LoopbackClient : public QObject
{
    Q_OBJECT
public:
    LoopbackClient(LoopbackServer &server, const QString &name, client::Random random);
    ~LoopbackClient() override;

    const client::Store &store() const { return m_store; }
    LoopbackConnection &link() { return *m_link; }
    const QString &name() const { return m_name; }
    const QString &complaint() const { return m_complaint; }
    bool isLive() const;
    /// Complains of what it should have been shown by now.
    void expectNothingLeft();
    void expect(bool right, const QString &what);

    void publish(const QString &message);
    const QStringList &acknowledged() const { return m_acknowledged; }

    int resumes = 0;
    int snapshots = 0;

private:
    std::unique_ptr<client::Socket> makeSocket();
    void noteEvent(const Event &event);
    void noteSynced(bool replayed);
    std::optional<StreamId> nextExpected() const;

    LoopbackServer &m_server;
    QString m_name;
    client::Store m_store;
    std::shared_ptr<LoopbackConnection> m_link;
    server::Viewer m_viewer; ///< as whom it was let in last
    StreamId m_shown; ///< up to here all was shown, or was in the snapshot
    QString m_complaint;
    QStringList m_acknowledged;
    client::Connection m_connection;
};

} // namespace pressboard::test
