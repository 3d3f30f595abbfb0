// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/object_reader.h"
#include "shared/state/snapshot.h"

#include <QJsonArray>

namespace pressboard {
namespace {

using Need = ObjectReader::Need;

constexpr QLatin1StringView formatKey("format");
constexpr QLatin1StringView epochKey("epoch");
constexpr QLatin1StringView positionKey("position");
constexpr QLatin1StringView completeKey("complete");
constexpr QLatin1StringView publishedKey("published");
constexpr QLatin1StringView dayKey("day");
constexpr QLatin1StringView dateKey("date");
constexpr QLatin1StringView statsKey("stats");
constexpr QLatin1StringView retiredKey("retired");
constexpr QLatin1StringView totalKey("total");
constexpr QLatin1StringView completedKey("completed");
constexpr QLatin1StringView deletedKey("deleted");
constexpr QLatin1StringView noticesKey("notices");

QJsonArray deletedToJson(const Book &book)
{
    QJsonArray ids;
    for (const CrmId &orderId : book.deletedOrders())
        ids.append(orderId.toJson());
    return ids;
}

QJsonArray noticesToJson(const Book &book)
{
    QJsonArray notices;
    for (const Notice &notice : book.notices)
        notices.append(toJson(notice));
    return notices;
}

Error readDay(const QJsonObject &object, Book &book)
{
    ObjectReader reader(object);
    book.day.date = reader.date(dateKey);
    book.day.stats = statsFromJson(reader.object(statsKey));
    return reader.error();
}

Error readRetired(const QJsonObject &object, Book &book)
{
    ObjectReader reader(object);
    book.retired.total = reader.integer(totalKey);
    book.retired.completed = reader.integer(completedKey);
    return reader.error();
}

Error readDeleted(const QJsonArray &ids, Book &book)
{
    for (const QJsonValue id : ids) {
        const CrmId orderId = CrmId::fromJson(id);
        if (orderId.isNull())
            return Error{QStringLiteral("each of \"deleted\" must be an ID")};
        book.rememberDeleted(orderId);
    }
    return {};
}

Error readNotices(const QJsonArray &notices, Book &book)
{
    for (const QJsonValue value : notices) {
        Result<Notice> notice = noticeFromJson(value.toObject());
        if (!notice)
            return notice.error();
        book.addNotice(std::move(notice.value()));
    }
    return {};
}

} // namespace

QJsonObject metaToJson(const Book &book)
{
    QJsonObject meta{
        {formatKey, snapshotFormat},
        {epochKey, book.epoch},
        {positionKey, book.position.toString()},
        {completeKey, book.complete},
        {publishedKey, book.publishedNumbers},
        {retiredKey,
         QJsonObject{{totalKey, book.retired.total}, {completedKey, book.retired.completed}}},
        {deletedKey, deletedToJson(book)},
        {noticesKey, noticesToJson(book)},
    };
    if (book.day.date.isValid())
        meta.insert(dayKey,
                    QJsonObject{{dateKey, book.day.date.toString(Qt::ISODate)},
                                {statsKey, toJson(book.day.stats)}});
    return meta;
}

Result<Book> bookFromMeta(const QJsonObject &meta)
{
    ObjectReader reader(meta);
    if (const int format = reader.count(formatKey); reader.ok() && format != snapshotFormat)
        return Error{QStringLiteral("the book was written in format %1, this program reads %2")
                         .arg(format)
                         .arg(snapshotFormat)};
    Book book;
    book.epoch = reader.text(epochKey);
    book.position = reader.streamId(positionKey);
    book.complete = reader.flag(completeKey);
    book.publishedNumbers = reader.object(publishedKey, Need::Optional);
    if (!reader.ok())
        return reader.error();

    Error error;
    if (!reader.isAbsent(dayKey))
        error = readDay(reader.object(dayKey), book);
    if (error.message.isEmpty() && !reader.isAbsent(retiredKey))
        error = readRetired(reader.object(retiredKey), book);
    if (error.message.isEmpty())
        error = readDeleted(reader.array(deletedKey, Need::Optional), book);
    if (error.message.isEmpty())
        error = readNotices(reader.array(noticesKey, Need::Optional), book);
    if (!error.message.isEmpty() || !reader.ok())
        return error.message.isEmpty() ? reader.error() : error;
    return book;
}

} // namespace pressboard
