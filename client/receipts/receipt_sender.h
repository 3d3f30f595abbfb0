// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/connection.h"
#include "client/receipts/receipt_file.h"

#include <QObject>

namespace pressboard::client {

/// Tells the server what became of its notices at this station: as often as it takes until it
/// answers, over cuts, restarts of the server and of this program.
class ReceiptSender final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds gathers{200}; ///< what comes at once goes as one
    static constexpr std::chrono::milliseconds retriesAfter{10'000};

    /// All must outlive the sender.
    ReceiptSender(Connection &connection, const Store &store, Scheduler &scheduler,
                  const ReceiptFile &file);

    /// Another server, or another access code.
    void setFile(const ReceiptFile &file);
    /// As a station that told nothing yet.
    void forget();
    /// A wall has nobody before it: what it shows was seen by nobody.
    void setWatched(bool watched) { m_isWatched = watched; }

    void see(const QStringList &noticeIds);
    void confirm(StreamId notice);
    const ReceiptBook &book() const { return m_book; }

Q_SIGNALS:
    /// What was confirmed at this station is more, or known now.
    void confirmedChanged();

private:
    void noteDelivered();
    void note(StreamId notice, ReceiptBook::State state);
    void adopt(const protocol::OwnReceipts &receipts);
    void send();
    void send(ReceiptBook::State state);
    void settle(const QList<StreamId> &notices, ReceiptBook::State state,
                const PublishOutcome &outcome);
    bool mayTell() const;

    Connection &m_connection;
    const Store &m_store;
    ReceiptFile m_file;
    ReceiptBook m_book;
    bool m_isWatched = true;
    bool m_couldTell = false; ///< when last looked
    QSet<StreamId> m_onTheWay; ///< told, and not answered yet
    Alarm m_gathering;
    Alarm m_again;
};

} // namespace pressboard::client
