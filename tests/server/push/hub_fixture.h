// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/token.h"
#include "server/push/hub.h"
#include "tests/server/push/memory_wire.h"
#include "tests/support/manual_clock.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

namespace pressboard::test {

/// A log without Redis: keeps what was published until the test answers.
class FakePublisher final : public server::Publisher
{
public:
    struct Asked
    {
        QString user;
        QString ref;
        QByteArray hash;
        QList<Event> events;
        Event event; ///< the first of them; empty when there are none
        Stored answer;
        /// Answers that the first one is new, or why it is not there.
        void stored(const Result<StreamId> &id) const
        {
            answer(id ? Result<server::Storage>(server::Storage{{}, {*id}}) : id.error());
        }
    };
    void publish(const server::Submission &one, Stored stored) override
    {
        asked.append(
            {one.user, one.ref, one.hash, one.events, one.events.value(0), std::move(stored)});
    }
    QList<Asked> asked;
};

/// A hub with everything around it that a server has, and a clock that stands still.
struct HubFixture
{
    explicit HubFixture(qsizetype ringBytes = 1'000'000, server::HubOptions options = {})
        : log(ringBytes, defaultJoinSteps())
    {
        Book book;
        book.epoch = QStringLiteral("e1");
        log.reset(book);
        hub = std::make_unique<server::Hub>(log, publisher, users, clock, std::move(options));
    }

    static server::UserRecord record(const QString &name, server::Role role = server::Role::Viewer,
                                     const QStringList &departments = {})
    {
        server::UserRecord user;
        user.name = name;
        user.role = role;
        user.departments = departments;
        user.tokens = {{server::tokenHash(name.toUtf8()), std::nullopt}}; // the name is the token
        return user;
    }

    /// Connects; the far end of the wire.
    MemoryWire &connect(const server::UserRecord &user,
                        server::Viewer::Dialect dialect = server::Viewer::Dialect::V1)
    {
        auto wire = std::make_unique<MemoryWire>();
        MemoryWire &far = *wire;
        hub->welcome(std::move(wire),
                     {user.identity(), server::tokenHash(user.name.toUtf8()), dialect});
        return far;
    }
    MemoryWire &connectClassic(const QString &name = QStringLiteral("li"))
    {
        return connect(record(name), server::Viewer::Dialect::Classic);
    }
    /// Connected, greeted, synced, and nothing of that left in its texts.
    MemoryWire &connectLive(const server::UserRecord &user)
    {
        MemoryWire &far = connect(user);
        far.say(R"({"type":"hello","resume":null})");
        far.texts.clear();
        return far;
    }
    MemoryWire &connectLive(const QString &name = QStringLiteral("li"))
    {
        return connectLive(record(name));
    }

    StreamId append(const QString &type, const QJsonObject &data, const QStringList &groups = {},
                    const QString &source = {})
    {
        next.seq += 1;
        log.append(Event{next, type, data, Audience(groups), source});
        return next;
    }
    StreamId appendOrder(qint64 id, const QStringList &groups = {})
    {
        return append(event_type::order,
                      {{QStringLiteral("order_id"), id},
                       {QStringLiteral("order_no"), QStringLiteral("PO%1").arg(id)},
                       {QStringLiteral("status"), 1},
                       {QStringLiteral("created"), true},
                       {QStringLiteral("action"), QStringLiteral("created")}},
                      groups);
    }
    StreamId appendNotice(const QString &message, const QStringList &groups = {})
    {
        return append(event_type::notice,
                      {{QStringLiteral("message"), message},
                       {QStringLiteral("type"), QStringLiteral("info")}},
                      groups);
    }

    /// Lets the loop turn: what was appended goes out.
    static void turn()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }
    /// Moves the clock in steps the hub's own timer would make, and checks the deadlines.
    void pass(std::chrono::milliseconds time)
    {
        for (; time.count() > 0; time -= std::chrono::milliseconds(500)) {
            clock.advance(std::min(time, std::chrono::milliseconds(500)));
            hub->tick();
        }
        turn();
    }

    ManualClock clock;
    server::EventLog log;
    FakePublisher publisher;
    server::UserDirectory users;
    std::unique_ptr<server::Hub> hub;
    StreamId next{1'795'423'846'000, 0};
};

inline QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

inline QStringList typesOf(const QByteArrayList &texts)
{
    QStringList types;
    for (const QByteArray &text : texts)
        types << json(text).value(QLatin1StringView("type")).toString();
    return types;
}

/// Without the numbers, which come in a rhythm of their own.
inline QByteArrayList withoutNumbers(QByteArrayList texts)
{
    texts.removeIf([](const QByteArray &text) { return text.contains("dashboard_update"); });
    return texts;
}

} // namespace pressboard::test
