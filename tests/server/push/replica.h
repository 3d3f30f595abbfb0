// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "shared/state/apply.h"
#include "shared/state/book.h"

#include <QByteArrayList>

#include <optional>
#include <variant>

namespace pressboard::test {

/// A v1 client as a stranger would write one from PROTOCOL.md: a book, and where it stands.
/// Whatever breaks a rule of the protocol is kept as a complaint.
class Replica
{
public:
    Replica() { m_book.isReplica = true; }

    /// What to say after a greeting: where we stand, or nothing.
    QByteArray hello() const
    {
        protocol::Hello hello;
        hello.features = features;
        if (!m_book.epoch.isEmpty())
            hello.resume = protocol::Hello::Resume{m_book.epoch, m_book.position};
        return protocol::encode(hello);
    }
    void hear(const QByteArrayList &frames)
    {
        for (const QByteArray &frame : frames) {
            const auto message = protocol::decodeServer(frame);
            if (!message)
                complain(message.error().message);
            else
                std::visit([this](const auto &known) { handle(known); }, *message);
        }
    }
    /// The connection broke: a sync that was not finished never was.
    void lose()
    {
        m_incoming.reset();
        m_isSynced = false;
    }
    bool isSynced() const { return m_isSynced; }
    const Book &book() const { return m_book; }
    const QJsonObject &stats() const { return m_stats; }
    const QString &complaint() const { return m_complaint; }
    int resumes = 0;
    int snapshots = 0;
    int pongs = 0;
    QStringList features; ///< that it says to understand

private:
    void handle(const protocol::Sync &sync)
    {
        m_isSynced = false;
        const bool isSnapshot = sync.mode == protocol::Sync::Mode::Snapshot;
        isSnapshot ? ++snapshots : ++resumes;
        m_incoming.reset();
        if (isSnapshot)
            m_incoming.emplace().isReplica = true;
    }
    void handle(const protocol::SnapshotPart &part)
    {
        if (!m_incoming)
            return complain(QStringLiteral("a part without a snapshot"));
        for (const Order &order : part.orders)
            m_incoming->putOrder(order);
        for (const Notice &notice : part.notices)
            m_incoming->addNotice(notice);
    }
    void handle(const protocol::Synced &synced)
    {
        if (m_incoming)
            m_book = *std::exchange(m_incoming, std::nullopt);
        m_book.epoch = synced.epoch;
        m_book.advanceTo(synced.position);
        m_stats = synced.stats;
        m_isSynced = true;
    }
    void handle(const protocol::EventMessage &message)
    {
        if (m_incoming || message.id <= m_book.position)
            return complain(QStringLiteral("%1 is out of order").arg(message.id.toString()));
        apply(m_book,
              {message.id,
               message.type,
               message.data,
               {},
               message.imported ? QStringLiteral("import") : QString(),
               {},
               {},
               message.publisher});
    }
    void handle(const protocol::Settled &message)
    {
        if (m_incoming || message.id <= m_book.position)
            return complain(QStringLiteral("%1 is out of order").arg(message.id.toString()));
        apply(m_book, protocol::eventOf(message));
    }
    void handle(const protocol::OrderSight &sight)
    {
        if (m_incoming)
            complain(QStringLiteral("an order in the middle of a snapshot"));
        else if (sight.gone)
            applyGone(m_book, sight.id, sight.orderId);
        else
            applyOrder(m_book, sight.id, sight.order);
    }
    void handle(const protocol::Numbers &numbers)
    {
        if (m_isSynced)
            m_stats = numbers.stats;
        else
            complain(QStringLiteral("numbers in the middle of a sync"));
    }
    void handle(const protocol::Pong &pong)
    {
        ++pongs;
        if (m_isSynced)
            m_book.advanceTo(pong.position);
    }
    template<typename Other> void handle(const Other &) { }
    void complain(const QString &what)
    {
        if (m_complaint.isEmpty())
            m_complaint = what;
    }

    Book m_book;
    std::optional<Book> m_incoming;
    QJsonObject m_stats;
    QString m_complaint;
    bool m_isSynced = false;
};

} // namespace pressboard::test
