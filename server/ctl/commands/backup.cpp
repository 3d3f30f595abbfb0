// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/backup.h"

#include "server/ctl/backup/backup_file.h"
#include "server/follower/stored_book.h"

#include <QFileInfo>
#include <QTimer>

namespace pressboard::server::ctl {

namespace {

constexpr int page = 1000;
constexpr std::chrono::milliseconds again{500};
constexpr std::chrono::seconds wholeBookTime{60};

Backup::Fields fieldsOf(const redis::Reply &hash)
{
    Backup::Fields fields;
    for (qsizetype i = 0; i + 1 < hash.items.size(); i += 2)
        fields.append({hash.items[i].text, hash.items[i + 1].text});
    return fields;
}

redis::Reply valueOf(const redis::Reply &pairs, const char *name)
{
    for (qsizetype i = 0; i + 1 < pairs.items.size(); i += 2) {
        if (pairs.items[i].text == name)
            return pairs.items[i + 1];
    }
    return {};
}

} // namespace

MadeCommand MakeBackup::make(const Arguments &arguments, const Tools &tools)
{
    return std::unique_ptr<Command>(new MakeBackup(arguments.plain().first(), tools));
}

MakeBackup::MakeBackup(QString path, const Tools &tools)
    : Command(tools)
    , m_path(std::move(path))
{
}

void MakeBackup::start()
{
    // Better now than after minutes of reading.
    if (!QFileInfo(QFileInfo(m_path).absolutePath()).isDir())
        return fail(QStringLiteral("Cannot write %1: its folder is not there.").arg(m_path));
    readState();
}

void MakeBackup::readState()
{
    const redis::Keys &keys = m_tools.keys;
    const auto queued = [](const redis::Reply &) {};
    ask({"MULTI"}, queued);
    for (const QByteArrayList &command : {QByteArrayList{"GET", keys.epoch()},
                                          {"HGETALL", keys.book()},
                                          {"HGETALL", keys.users()},
                                          {"SMEMBERS", keys.revoked()},
                                          {"GET", keys.firstAdmin()},
                                          {"XRANGE", keys.rejected(), "-", "+"},
                                          {"XINFO", "STREAM", keys.events()}})
        ask(command, queued);
    ask(
        {"EXEC"},
        [this](const redis::Reply &reply) {
            if (takeState(reply.items))
                readLog();
        },
        wholeBookTime);
}

bool MakeBackup::takeState(const QList<redis::Reply> &parts)
{
    constexpr qsizetype info = 6; // an error where there is no log yet: nothing was ever published
    if (parts.size() != info + 1) {
        fail(QStringLiteral("Redis did not answer all that it was asked."));
        return false;
    }
    for (const redis::Reply &part : parts.first(info)) {
        if (part.failed()) {
            fail(sentenceOf(part));
            return false;
        }
    }
    m_backup.epoch = parts[0].text;
    m_backup.book = fieldsOf(parts[1]);
    m_backup.users = fieldsOf(parts[2]);
    for (const redis::Reply &name : parts[3].items)
        m_backup.revoked.append(name.text);
    m_backup.firstAdmin = parts[4].text;
    m_backup.rejected = redis::entriesFromReply(parts[5]);
    m_backup.last = StreamId::parse(QByteArrayView(valueOf(parts[info], "last-generated-id").text))
                        .value_or(StreamId());
    if (const redis::Reply added = valueOf(parts[info], "entries-added"); !added.isNil())
        m_backup.added = added.integer;
    m_backup.maxDeleted = valueOf(parts[info], "max-deleted-entry-id").text;
    if (m_backup.book.isEmpty() && m_backup.last.isNull() && !m_backup.epoch.isEmpty()) {
        Book empty; // of a shop to which nothing was published yet
        empty.epoch = QString::fromLatin1(m_backup.epoch);
        m_backup.book = {{"meta", StoredBook::metaValue(empty, {})}};
    }
    if (!m_backup.meta().isEmpty())
        return true;
    if (--m_triesLeft > 0) {
        QTimer::singleShot(again, this, &MakeBackup::readState);
        return false;
    }
    fail(QStringLiteral("There is no checkpoint yet. A running pressboard-server writes one within "
                        "seconds: start one, then try again."));
    return false;
}

void MakeBackup::readLog()
{
    const StreamId from = m_backup.events.isEmpty() ? m_backup.position() : StreamId();
    if (m_backup.last.isNull())
        return look();
    const QByteArray begin = m_backup.events.isEmpty()
        ? from.toString().toLatin1()
        : '(' + m_backup.events.last().id.toString().toLatin1();
    ask({"XRANGE", m_tools.keys.events(), begin, m_backup.last.toString().toLatin1(), "COUNT",
         QByteArray::number(page)},
        [this](const redis::Reply &reply) { takePage(reply); });
}

void MakeBackup::takePage(const redis::Reply &reply)
{
    m_backup.events += redis::entriesFromReply(reply);
    if (reply.items.size() == page && m_backup.events.last().id < m_backup.last)
        readLog();
    else
        look();
}

/// Whether what was read is still the beginning of what is there: the oldest is trimmed first.
void MakeBackup::look()
{
    if (const auto flaw = m_backup.flaw()) {
        return fail(QStringLiteral("No backup was made: %1. Try again; pressboardctl status says "
                                   "more.")
                        .arg(flaw->message));
    }
    const QByteArray first = m_backup.position().toString().toLatin1();
    ask({"GET", m_tools.keys.epoch()}, [this](const redis::Reply &epoch) {
        if (epoch.text != m_backup.epoch)
            fail(QStringLiteral("No backup was made: the log was replaced meanwhile. Try again."));
    });
    ask({"XRANGE", m_tools.keys.events(), first, first}, [this](const redis::Reply &reply) {
        if (reply.items.isEmpty() && !m_backup.position().isNull())
            fail(QStringLiteral("No backup was made: the log was trimmed faster than it could be "
                                "read. Try again, or raise retain-events."));
        else
            readStations();
    });
}

/// They belong to no moment of the log: what is told meanwhile is told.
void MakeBackup::readStations()
{
    ask({"HGETALL", m_tools.keys.stations()},
        [this](const redis::Reply &reply) { m_backup.stations = fieldsOf(reply); });
    ask({"ZRANGE", m_tools.keys.receipts(), "0", "-1"}, [this](const redis::Reply &reply) {
        QByteArrayList notices;
        for (const redis::Reply &notice : reply.items)
            notices.append(notice.text);
        readReceipts(notices);
    });
}

void MakeBackup::readReceipts(const QByteArrayList &notices)
{
    for (const QByteArray &notice : notices) {
        ask({"HGETALL", m_tools.keys.receipts(notice)}, [this, notice](const redis::Reply &reply) {
            if (!reply.items.isEmpty()) // else it was too old by then
                m_backup.receipts.append({notice, fieldsOf(reply)});
        });
    }
    ask({"PING"}, [this](const redis::Reply &) { write(); }); // behind all of them
}

void MakeBackup::write()
{
    if (isOver())
        return; // the epoch was another one
    m_backup.about = {{QStringLiteral("made"), toWire(m_tools.clock.now())},
                      {QStringLiteral("version"), QStringLiteral(PRESSBOARD_VERSION)},
                      {QStringLiteral("redis"), m_tools.redis.endpoint().toDisplay()},
                      {QStringLiteral("prefix"), m_tools.config.prefix},
                      {QStringLiteral("orders"), qint64(m_backup.orders())},
                      {QStringLiteral("users"), qint64(m_backup.users.size())},
                      {QStringLiteral("position"), m_backup.last.toString()}};
    if (const auto error = writeWhole(m_path, m_backup.toBytes()))
        return fail(error->message);
    say(QStringLiteral("%1: %2.").arg(m_path, m_backup.summary()));
    succeed();
}

} // namespace pressboard::server::ctl
