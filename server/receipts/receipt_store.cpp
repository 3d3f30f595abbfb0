// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/receipt_store.h"

#include "server/scripts/scripts.h"
#include "server/writer/redis_publisher.h"
#include "shared/base/limits.h"

#include <utility>

namespace pressboard::server {
namespace {

QByteArray seconds(std::chrono::seconds time)
{
    return QByteArray::number(qint64(time.count()));
}

constexpr std::chrono::seconds kept = std::chrono::days(limits::receiptDays);

protocol::OwnReceipts ownReceipts(const QList<StreamId> &notices, const redis::Reply &reply)
{
    protocol::OwnReceipts own;
    for (qsizetype i = 0; i < std::min(notices.size(), reply.items.size()); ++i) {
        redis::Reply one; // as HGETALL has a station
        one.items = {redis::Reply{redis::Reply::Kind::String, "me", 0, {}}, reply.items[i]};
        const auto rows = ReceiptRows::fromReply(one);
        const auto times =
            rows ? rows->stations.value(QStringLiteral("me")).times : protocol::ReceiptTimes();
        if (times.delivered)
            own.notices.append({notices[i], times});
    }
    return own;
}

} // namespace

ReceiptStore::ReceiptStore(redis::Connection &connection, redis::Keys keys)
    : m_connection(connection)
    , m_keys(std::move(keys))
{
    m_batchTimer.setSingleShot(true);
    m_batchTimer.callOnTimeout([this] { writeBatch(); });
}

void ReceiptStore::expect(const Notice &notice, const QList<StationRecord> &stations,
                          QObject *context)
{
    const QByteArray id = notice.id.toBytes();
    m_connection.script(scripts::expectReceipts(), {m_keys.receipts(id), m_keys.receipts()},
                        QByteArrayList{id, QByteArray::number(notice.id.ms), seconds(kept),
                                       QByteArray::number(noticesKept), m_keys.receipts({})}
                            + ReceiptRows::fieldsOf(notice, stations),
                        context, [](const redis::Reply &) {});
}

void ReceiptStore::note(ReceiptBatch::Receipt receipt)
{
    m_batch.add(std::move(receipt));
    if (m_batch.size() >= mostAtOnce)
        writeBatch();
    else if (!m_batchTimer.isActive())
        m_batchTimer.start(batchInterval);
}

void ReceiptStore::writeBatch()
{
    m_batchTimer.stop();
    const ReceiptBatch batch = std::exchange(m_batch, {});
    m_connection.script(scripts::noteReceipts(), batch.keys(m_keys), batch.arguments(),
                        &m_batchTimer, [batch](const redis::Reply &reply) { batch.answer(reply); });
}

void ReceiptStore::read(StreamId notice, QObject *context,
                        std::function<void(const std::optional<ReceiptRows> &)> done)
{
    m_connection.command({"HGETALL", m_keys.receipts(notice.toBytes())}, context,
                         [done = std::move(done)](const redis::Reply &reply) {
                             done(ReceiptRows::fromReply(reply));
                         });
}

void ReceiptStore::readOwn(const QList<StreamId> &notices, const QString &station, QObject *context,
                           std::function<void(const protocol::OwnReceipts &)> done)
{
    static const redis::Script eachOf(
        "local rows = {}\n"
        "for i, key in ipairs(KEYS) do rows[i] = redis.call('HGET', key, ARGV[1]) or '' end\n"
        "return rows");
    QByteArrayList keys;
    for (const StreamId notice : notices)
        keys.append(m_keys.receipts(notice.toBytes()));
    m_connection.script(eachOf, keys, {station.toUtf8()}, context,
                        [notices, done = std::move(done)](const redis::Reply &reply) {
                            done(ownReceipts(notices, reply));
                        });
}

void ReceiptStore::readSent(const QString &publisher, StreamId before, int most, QObject *context,
                            std::function<void(const QList<SentNotice> &)> done)
{
    const QByteArray from = before.isNull() ? QByteArray() : before.toBytes();
    const auto answered = [done = std::move(done)](const redis::Reply &reply) {
        QList<SentNotice> sent;
        for (const redis::Reply &each : reply.items) {
            const auto id = StreamId::parse(QByteArrayView(each.items.value(0).text));
            const auto rows = ReceiptRows::fromReply(each.items.value(1));
            if (id && rows)
                sent.append({*id, *rows});
        }
        done(sent);
    };
    m_connection.script(scripts::sentNotices(), {m_keys.receipts()},
                        {m_keys.receipts({}), publisher.toUtf8(), from, QByteArray::number(most)},
                        context, answered);
}

void ReceiptStore::settle(StreamId alarm, const QByteArrayList &eventFields, QObject *context,
                          std::function<void(const Result<StreamId> &)> done)
{
    m_connection.script(
        scripts::settleNotice(),
        {m_keys.events(), m_keys.ref("pressboard", "settle:" + alarm.toBytes())},
        QByteArrayList{seconds(std::chrono::days(limits::noticeDays))} + eventFields, context,
        [done = std::move(done)](const redis::Reply &reply) { done(storedId(reply)); });
}

} // namespace pressboard::server
