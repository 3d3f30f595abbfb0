// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/maintenance.h"

#include "server/follower/epoch_writer.h"
#include "server/follower/stored_book.h"
#include "server/redis/reply_error.h"
#include "server/redis/stream_entry.h"
#include "server/scripts/scripts.h"
#include "shared/base/random_id.h"
#include "shared/state/apply.h"

namespace pressboard::server {

static constexpr int page = 1000;
static constexpr std::chrono::seconds wholeBookTime{60};

void resetLog(redis::Connection &connection, const redis::Keys &keys, QObject *context,
              std::function<void(const Result<QString> &)> done)
{
    Book empty;
    empty.epoch = QString::fromLatin1(randomId());
    const auto answered = [done = std::move(done), epoch = empty.epoch](const redis::Reply &reply) {
        if (reply.failed())
            done(errorOf(reply));
        else
            done(epoch);
    };
    connection.script(scripts::resetLog(),
                      {keys.events(), keys.book(), keys.rejected(), keys.epoch()},
                      {empty.epoch.toLatin1(), StoredBook::metaValue(empty, {}),
                       keys.controlChannel(), newLogMessage.toByteArray()},
                      context, answered);
}

NewLog::NewLog(redis::Connection &connection, redis::Keys keys, const ReadingRules &rules,
               QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_reader(rules)
{
    m_book.setCustomFields(rules.customFields);
}

void NewLog::run(QDate today)
{
    m_today = today;
    m_connection.command(
        {"HGETALL", m_keys.book()}, this, [this](const redis::Reply &reply) { handleBook(reply); },
        wholeBookTime);
}

void NewLog::handleBook(const redis::Reply &reply)
{
    auto stored = StoredBook::fromReply(reply);
    if (!stored) {
        Q_EMIT failed(stored.error());
        return;
    }
    if (!stored.value())
        return checkBeginning();
    stored.value()->book.setCustomFields(m_book.customFields());
    m_book = std::move(stored.value()->book);
    m_loss = stored.value()->loss;
    readEpoch();
}

/// Without a book the log must tell everything, or orders would go with what was trimmed.
void NewLog::checkBeginning()
{
    m_connection.command(
        {"XINFO", "STREAM", m_keys.events()}, this, [this](const redis::Reply &reply) {
            qint64 added = 0; // before Redis 7.0 nobody counts
            qint64 length = 0;
            for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2) {
                if (reply.items[i].text == "entries-added")
                    added = reply.items[i + 1].integer;
                else if (reply.items[i].text == "length")
                    length = reply.items[i + 1].integer;
            }
            if (added > length)
                Q_EMIT failed(Error{QStringLiteral(
                    "Its checkpoint is missing, and it does not hold its beginning any more: the "
                    "orders would be lost. A server that runs writes the checkpoint again within "
                    "ten seconds.")});
            else
                readEpoch(); // a stream that is not there is as good as an empty one
        });
}

void NewLog::readEpoch()
{
    m_connection.command({"GET", m_keys.epoch()}, this, [this](const redis::Reply &reply) {
        if (hasFailed(reply))
            return;
        m_epoch = reply.text;
        readPage();
    });
}

void NewLog::readPage()
{
    m_connection.command(redis::rangeAfter(m_keys.events(), m_book.position, page), this,
                         [this](const redis::Reply &reply) {
                             if (!hasFailed(reply))
                                 handlePage(reply);
                         });
}

void NewLog::handlePage(const redis::Reply &reply)
{
    for (const redis::StreamEntry &entry : redis::entriesFromReply(reply)) {
        const auto read = m_reader.read(entry);
        if (const auto *event = std::get_if<Event>(&read))
            apply(m_book, *event);
        else
            m_book.advanceTo(entry.id);
    }
    if (reply.items.size() >= page)
        readPage();
    else
        write();
}

void NewLog::write()
{
    Book fresh = withoutPositions(m_book);
    fresh.epoch = QString::fromLatin1(randomId());
    const QByteArray archive = m_keys.events() + ':' + m_today.toString(Qt::ISODate).toLatin1();
    m_connection.script(
        scripts::newLog(), {m_keys.events(), archive, m_keys.book(), m_keys.epoch()},
        QByteArrayList{m_epoch, m_book.position.toBytes(), fresh.epoch.toLatin1(),
                       m_keys.controlChannel(), newLogMessage.toByteArray()}
            + StoredBook::wholeFields(fresh, {}, {}, m_loss), // what is missing still is
        this, [this](const redis::Reply &reply) { handleWritten(reply); }, wholeBookTime);
}

void NewLog::handleWritten(const redis::Reply &reply)
{
    if (hasFailed(reply))
        return;
    if (reply.isNil())
        readEpoch(); // somebody appended meanwhile: read that, too
    else
        Q_EMIT finished(QString::fromUtf8(reply.text));
}

bool NewLog::hasFailed(const redis::Reply &reply)
{
    if (reply.failed())
        Q_EMIT failed(errorOf(reply));
    return reply.failed();
}

} // namespace pressboard::server
