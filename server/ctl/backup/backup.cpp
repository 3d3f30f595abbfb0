// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/backup/backup.h"

#include "server/redis/reply_parser.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

namespace pressboard::server::ctl {

namespace {

/// Without stations as earlier versions wrote it, and read it.
const QByteArray firstLine = QByteArrayLiteral("Pressboard backup 1\n");
const QByteArray firstLineWithStations = QByteArrayLiteral("Pressboard backup 2\n");
const QByteArray anyFirstLine = QByteArrayLiteral("Pressboard backup ");
const QByteArray sumBegins = QByteArrayLiteral("sha256 ");
constexpr qsizetype sumBytes = 7 + 64 + 1;
const QByteArray metaField = QByteArrayLiteral("meta");

QByteArray sumLine(const QByteArray &bytes)
{
    return sumBegins + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + '\n';
}

// Each record is an array of RESP, which holds any bytes: the part it belongs to, then what it has.

QByteArray records(const char *part, const Backup::Fields &fields)
{
    QByteArray all;
    for (const auto &[field, value] : fields)
        all += redis::encodeCommand({part, field, value});
    return all;
}

QByteArray records(const char *part, const QList<redis::StreamEntry> &entries)
{
    QByteArray all;
    for (const redis::StreamEntry &entry : entries) {
        QByteArrayList record{part, entry.id.toString().toLatin1()};
        for (const auto &[field, value] : entry.fields)
            record << field << value;
        all += redis::encodeCommand(record);
    }
    return all;
}

std::optional<redis::StreamEntry> entryOf(const QByteArrayList &record)
{
    const auto id = StreamId::parse(QByteArrayView(record.value(1)));
    if (!id || record.size() % 2 != 0)
        return std::nullopt;
    redis::StreamEntry entry{*id, {}};
    for (qsizetype i = 2; i + 1 < record.size(); i += 2)
        entry.fields.append({record[i], record[i + 1]});
    return entry;
}

bool takeEntry(QList<redis::StreamEntry> &entries, const QByteArrayList &record)
{
    const auto entry = entryOf(record);
    if (!entry || (!entries.isEmpty() && entry->id <= entries.last().id))
        return false;
    entries.append(*entry);
    return true;
}

bool takeField(Backup::Fields &fields, const QByteArrayList &record)
{
    if (record.size() != 3)
        return false;
    fields.append({record[1], record[2]});
    return true;
}

bool takeReceipt(Backup &backup, const QByteArrayList &record)
{
    if (record.size() != 4)
        return false;
    if (backup.receipts.isEmpty() || backup.receipts.last().first != record[1])
        backup.receipts.append({record[1], {}});
    backup.receipts.last().second.append({record[2], record[3]});
    return true;
}

bool takeLog(Backup &backup, const QByteArrayList &record)
{
    const auto last = StreamId::parse(QByteArrayView(record.value(1)));
    if (!last || record.size() != 4)
        return false;
    backup.last = *last;
    if (!record[2].isEmpty())
        backup.added = record[2].toLongLong();
    backup.maxDeleted = record[3];
    return true;
}

/// What nobody knows is a mistake: it would be missing after a restore.
bool take(Backup &backup, const QByteArrayList &record)
{
    const QByteArray part = record.value(0);
    if (part == "event")
        return takeEntry(backup.events, record);
    if (part == "rejected")
        return takeEntry(backup.rejected, record);
    if (part == "book")
        return takeField(backup.book, record);
    if (part == "user")
        return takeField(backup.users, record);
    if (part == "station")
        return takeField(backup.stations, record);
    if (part == "receipt")
        return takeReceipt(backup, record);
    if (part == "log")
        return takeLog(backup, record);
    if (record.size() != 2)
        return false;
    if (part == "epoch")
        backup.epoch = record[1];
    else if (part == "first-admin")
        backup.firstAdmin = record[1];
    else if (part == "revoked")
        backup.revoked.append(record[1]);
    else
        return false;
    return true;
}

QByteArrayList textsOf(const redis::Reply &reply)
{
    QByteArrayList texts;
    for (const redis::Reply &item : reply.items)
        texts.append(item.text);
    return texts;
}

Error damaged()
{
    return {QStringLiteral("it is not whole: it was cut off, or changed since it was made. Take "
                           "another one")};
}

} // namespace

QByteArray Backup::toBytes() const
{
    QByteArray all = redis::encodeCommand({"epoch", epoch});
    if (!firstAdmin.isEmpty())
        all += redis::encodeCommand({"first-admin", firstAdmin});
    all += redis::encodeCommand({"log", last.toString().toLatin1(),
                                 added ? QByteArray::number(*added) : QByteArray(), maxDeleted});
    all += records("book", book);
    all += records("user", users);
    for (const QByteArray &name : revoked)
        all += redis::encodeCommand({"revoked", name});
    all += records("event", events);
    all += records("rejected", rejected);
    all += records("station", stations);
    for (const auto &[notice, fields] : receipts) {
        for (const auto &[field, value] : fields)
            all += redis::encodeCommand({"receipt", notice, field, value});
    }
    const bool isAsBefore = stations.isEmpty() && receipts.isEmpty();
    const QByteArray head = (isAsBefore ? firstLine : firstLineWithStations)
        + QJsonDocument(about).toJson(QJsonDocument::Compact) + '\n';
    const QByteArray bytes = head + qCompress(all);
    return bytes + sumLine(bytes);
}

Result<Backup> Backup::fromBytes(const QByteArray &bytes)
{
    if (!bytes.startsWith(anyFirstLine))
        return Error{QStringLiteral("it is no backup of Pressboard")};
    if (!bytes.startsWith(firstLine) && !bytes.startsWith(firstLineWithStations))
        return Error{QStringLiteral("it was made by a newer pressboardctl: use that one")};
    const QByteArray summed = bytes.chopped(std::min(bytes.size(), sumBytes));
    const qsizetype aboutEnd = summed.indexOf('\n', firstLine.size());
    if (aboutEnd < 0 || bytes.last(bytes.size() - summed.size()) != sumLine(summed))
        return damaged();
    Backup backup;
    backup.about =
        QJsonDocument::fromJson(summed.sliced(firstLine.size(), aboutEnd - firstLine.size()))
            .object();
    redis::ReplyParser parser;
    parser.feed(qUncompress(summed.sliced(aboutEnd + 1)));
    while (const auto record = parser.next()) {
        if (!take(backup, textsOf(*record)))
            return damaged();
    }
    if (parser.isBroken())
        return damaged();
    if (const auto flaw = backup.flaw())
        return *flaw;
    return backup;
}

Result<Backup> Backup::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("%1: %2").arg(path, file.errorString())};
    auto backup = fromBytes(file.readAll());
    if (!backup)
        return Error{QStringLiteral("%1: %2.").arg(path, backup.error().message)};
    return backup;
}

QJsonObject Backup::meta() const
{
    for (const auto &[field, value] : book) {
        if (field == metaField)
            return QJsonDocument::fromJson(value).object();
    }
    return {};
}

StreamId Backup::position() const
{
    return StreamId::parse(meta().value(QLatin1StringView("position")).toString())
        .value_or(StreamId());
}

void Backup::setEpoch(const QByteArray &changed)
{
    epoch = changed;
    QJsonObject object = meta();
    object.insert(QLatin1StringView("epoch"), QString::fromLatin1(changed));
    for (auto &[field, value] : book) {
        if (field == metaField)
            value = QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
}

QString Backup::summary() const
{
    return QStringLiteral("%1 %2, %3 %4, position %5")
        .arg(orders())
        .arg(orders() == 1 ? QStringLiteral("order") : QStringLiteral("orders"))
        .arg(users.size())
        .arg(users.size() == 1 ? QStringLiteral("user") : QStringLiteral("users"))
        .arg(last.toString());
}

std::optional<Error> Backup::flaw() const
{
    const QJsonObject checkpoint = meta();
    if (epoch.isEmpty() || checkpoint.isEmpty())
        return Error{QStringLiteral("there is no checkpoint in it")};
    if (checkpoint.value(QLatin1StringView("epoch")).toString().toLatin1() != epoch)
        return Error{QStringLiteral("its checkpoint belongs to another log")};
    const StreamId stands = position();
    if (!stands.isNull() && (events.isEmpty() || events.first().id != stands))
        return Error{QStringLiteral("the log in it does not hold its checkpoint's entry")};
    if (!events.isEmpty() && last < events.last().id)
        return Error{QStringLiteral("its log ends before its last entry")};
    return std::nullopt;
}

} // namespace pressboard::server::ctl
