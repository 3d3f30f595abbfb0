// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/notice_draft.h"
#include "client/notices/sent_notice.h"
#include "shared/base/crm_id.h"

#include <QObject>

#include <functional>

namespace pressboard {
struct Change;
}

namespace pressboard::client {

class Connection;
class Store;
struct PublishOutcome;

/// Sends what people write, and tests, through the server into the log; says what became of it,
/// and takes it back. Remembers what was sent since the program started.
class NoticeSender final : public QObject
{
    Q_OBJECT
public:
    /// A sentence, and whether the log has it.
    using Told = std::function<void(const QString &sentence, bool stored)>;

    /// Both must outlive the sender.
    NoticeSender(Connection &connection, const Store &store);

    NoticeRights rights() const;
    /// What is sent now is sent now.
    bool isConnected() const;
    const QList<SentNotice> &sent() const { return m_sent; } ///< oldest first
    /// The order somebody means by its number, or by the end of it if only one order ends so.
    CrmId orderBy(const QString &number) const;

    void send(const NoticeDraft &draft, const Told &told);
    void withdraw(StreamId id, const Told &told);
    /// To this user alone, through Redis and back. `told` only when it could not be sent: if it
    /// could, its own toast tells.
    void sendTest(const Told &told);

Q_SIGNALS:
    void connectedChanged();
    void sentChanged();

private:
    void remember(const NoticeDraft &draft, const PublishOutcome &outcome);
    void setState(StreamId id, SentNotice::State state);
    void noteWithdrawn(const Change &change);
    static QString sentenceOf(const PublishOutcome &outcome);
    static QString problemOf(const PublishOutcome &outcome);

    Connection &m_connection;
    const Store &m_store;
    QList<SentNotice> m_sent;
};

} // namespace pressboard::client
