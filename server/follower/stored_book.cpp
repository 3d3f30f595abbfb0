// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/stored_book.h"

#include "shared/state/snapshot.h"

#include <QJsonDocument>

namespace pressboard::server {

static constexpr QByteArrayView orderPrefix("order:");
static const QString steadyKey = QStringLiteral("steady_since");
static const QString entryKey = QStringLiteral("entry");
static const QString addedKey = QStringLiteral("added");
static const QString lossKey = QStringLiteral("loss");
static const QString fromKey = QStringLiteral("from");
static const QString toKey = QStringLiteral("to");

static QByteArray metaOf(const redis::Reply &reply)
{
    for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2) {
        if (reply.items[i].text == "meta")
            return reply.items[i + 1].text;
    }
    return {};
}

static LogPlace placeFromMeta(const QJsonObject &meta, StreamId position)
{
    const QJsonValue added = meta.value(addedKey);
    return {position, meta.value(entryKey).toString().toLatin1(),
            added.isDouble() ? std::optional(added.toInteger()) : std::nullopt};
}

/// Kindly: without it somebody is told less, and nothing else.
static std::optional<protocol::Loss> lossFromMeta(const QJsonObject &meta)
{
    const QJsonObject loss = meta.value(lossKey).toObject();
    const auto from = momentFromText(loss.value(fromKey).toString(), QTimeZone::utc());
    const auto to = momentFromText(loss.value(toKey).toString(), QTimeZone::utc());
    return from && to ? std::optional(protocol::Loss{*from, *to}) : std::nullopt;
}

static Result<StoredBook> bookFromMetaText(const QByteArray &text)
{
    const QJsonObject meta = QJsonDocument::fromJson(text).object();
    Result<Book> book = bookFromMeta(meta);
    if (!book)
        return book.error();
    StoredBook stored;
    stored.steadySince =
        StreamId::parse(QStringView(meta.value(steadyKey).toString())).value_or(book->position);
    stored.place = placeFromMeta(meta, book->position);
    stored.loss = lossFromMeta(meta);
    stored.book = std::move(book).value();
    return stored;
}

/// Written by another version, or by nobody who knows how.
static bool isOfOtherFormat(const QByteArray &meta)
{
    const QJsonValue format = QJsonDocument::fromJson(meta).object().value(u"format");
    return format.isDouble() && format.toInt() != snapshotFormat;
}

static qsizetype ordersIn(const redis::Reply &reply)
{
    qsizetype orders = 0;
    for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2)
        orders += reply.items[i].text.startsWith(orderPrefix);
    return orders;
}

static Error unreadableMeta(const redis::Reply &reply, const QString &why)
{
    if (isOfOtherFormat(metaOf(reply))) {
        return Error{QStringLiteral("The book kept in Redis cannot be read (%1). Start the version "
                                    "that wrote it, or give it up with \"pressboardctl reset\".")
                         .arg(why)};
    }
    return Error{QStringLiteral("The checkpoint's meta cannot be read (%1): nobody knows where in "
                                "the log its %2 orders stand. pressboard-server rebuilds them at "
                                "its start when the log still has its beginning. If it does not, "
                                "put a backup of Redis back; or begin anew with \"pressboardctl "
                                "reset --yes\", which loses those orders, all notices and the "
                                "log, and import the orders from the CRM.")
                     .arg(why)
                     .arg(ordersIn(reply))};
}

static void readOrder(StoredBook &stored, const redis::Reply &field, const redis::Reply &value)
{
    if (!field.text.startsWith(orderPrefix))
        return;
    Result<Order> order = orderFromJson(QJsonDocument::fromJson(value.text).object());
    // A row copied under another name would stand in for an order that it is not.
    if (order && StoredBook::orderField(order->orderId) == field.text)
        stored.book.putOrder(std::move(order).value());
    else
        stored.unreadable << QString::fromUtf8(field.text);
}

Result<std::optional<StoredBook>> StoredBook::fromReply(const redis::Reply &reply)
{
    if (reply.failed())
        return Error{QString::fromUtf8(reply.text), true};
    if (reply.items.isEmpty())
        return std::optional<StoredBook>();
    Result<StoredBook> stored = bookFromMetaText(metaOf(reply));
    if (!stored)
        return unreadableMeta(reply, stored.error().message);
    for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2)
        readOrder(stored.value(), reply.items[i], reply.items[i + 1]);
    return std::optional<StoredBook>(std::move(stored).value());
}

std::optional<StoredBook> StoredBook::rowsWithoutMeta(const redis::Reply &reply)
{
    if (reply.failed() || reply.items.isEmpty() || isOfOtherFormat(metaOf(reply)))
        return std::nullopt;
    StoredBook stored;
    for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2)
        readOrder(stored, reply.items[i], reply.items[i + 1]);
    stored.book = withoutPositions(stored.book);
    return stored;
}

QByteArray StoredBook::orderField(const CrmId &orderId)
{
    return orderPrefix.toByteArray() + orderId.toString().toUtf8();
}

QByteArray StoredBook::orderValue(const Order &order)
{
    return toText(order);
}

QByteArray StoredBook::metaValue(const Book &book, StreamId steadySince, const LogPlace &place,
                                 const std::optional<protocol::Loss> &loss)
{
    QJsonObject meta = metaToJson(book);
    meta.insert(steadyKey, steadySince.toString());
    if (!place.fingerprint.isEmpty())
        meta.insert(entryKey, QString::fromLatin1(place.fingerprint));
    if (place.added)
        meta.insert(addedKey, *place.added);
    if (loss) {
        meta.insert(lossKey, QJsonObject{{fromKey, toWire(loss->from)}, {toKey, toWire(loss->to)}});
    }
    return toText(meta);
}

QByteArrayList StoredBook::wholeFields(const Book &book, StreamId steadySince,
                                       const LogPlace &place,
                                       const std::optional<protocol::Loss> &loss)
{
    QByteArrayList fields{"meta", metaValue(book, steadySince, place, loss)};
    for (const Order &order : book.orders())
        fields << orderField(order.orderId) << orderValue(order);
    return fields;
}

Book withoutPositions(const Book &book)
{
    Book fresh = book;
    fresh.position = {};
    for (Order order : book.orders()) {
        order.touched = {};
        for (Step &step : order.steps)
            step.touched = {};
        fresh.putOrder(std::move(order));
    }
    return fresh;
}

} // namespace pressboard::server
