// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/notice_draft.h"
#include "client/notices/sent_notice.h"
#include "shared/base/crm_id.h"

#include <QObject>

#include <chrono>
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
    /// What was sent before, and what became of it; it comes with sentChanged().
    void askSent();
    /// Which stations exactly; it comes with sentChanged().
    void askStations(StreamId id);
    /// 再提醒: shows it again to those who have not seen it, or not confirmed.
    void remind(StreamId id, const Told &told);
    /// How long a test took to the server and back.
    using Echoed = std::function<void(std::chrono::milliseconds roundTrip)>;
    /// An admin's goes through Redis to every screen, and its own toast tells. Anybody else's goes
    /// to the server and back: then `echoed`. `failed` when it could not be sent.
    void sendTest(const Echoed &echoed, const Told &failed);

Q_SIGNALS:
    void connectedChanged();
    void sentChanged();

private:
    void remember(const NoticeDraft &draft, const PublishOutcome &outcome);
    void setState(StreamId id, SentNotice::State state);
    void adopt(const protocol::Sent &sent);
    void adopt(const protocol::Receipts &receipts);
    SentNotice *find(StreamId id);
    QString nameOf(const QStringList &groups) const;
    QString sentenceOf(const PublishOutcome &outcome, const QStringList &groups) const;
    void noteWithdrawn(const Change &change);
    static QString problemOf(const PublishOutcome &outcome);

    Connection &m_connection;
    const Store &m_store;
    QList<SentNotice> m_sent;
};

} // namespace pressboard::client
