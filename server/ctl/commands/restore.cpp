// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/restore.h"

#include "server/auth/user_store.h"
#include "server/ctl/backup/restore_keys.h"
#include "server/follower/epoch_writer.h"
#include "server/scripts/scripts.h"
#include "shared/base/limits.h"
#include "shared/base/random_id.h"

namespace pressboard::server::ctl {

namespace {

constexpr qsizetype sliceCommands = 500; // sent at once, each with a few kilobytes
constexpr qsizetype fieldsAtOnce = 20;
constexpr std::chrono::seconds takeOverTime{60};

} // namespace

MadeCommand Restore::make(const Arguments &arguments, const Tools &tools)
{
    if (!arguments.has("yes")) {
        return Error{QStringLiteral("This puts the orders, the log and the users of that file in "
                                    "place of those that are there. Say --yes if that is what you "
                                    "want.")};
    }
    return std::unique_ptr<Command>(
        new Restore(arguments.plain().first(), arguments.has("replace"), tools));
}

Restore::Restore(QString path, bool replace, const Tools &tools)
    : Command(tools)
    , m_path(std::move(path))
    , m_replace(replace)
    , m_token(randomId())
{
}

void Restore::start()
{
    auto backup = Backup::read(m_path);
    if (!backup)
        return fail(backup.error().message);
    m_backup = std::move(backup).value();
    m_backup.setEpoch(randomId());
    ask({"GET", restoringKey(m_tools.keys)},
        [this](const redis::Reply &before) { look(before.text); });
}

void Restore::look(const QByteArray &before)
{
    m_tools.redis.script(scripts::holdsLog(), {m_tools.keys.events(), m_tools.keys.book()}, {},
                         this, [this, before](const redis::Reply &reply) {
                             if (reply.failed())
                                 fail(sentenceOf(reply));
                             else if (reply.integer == 1 && !m_replace)
                                 fail(
                                     QStringLiteral("There is a log with orders in it already, and "
                                                    "nothing was changed. With --replace it goes, "
                                                    "for good: make a backup of it first."));
                             else
                                 begin(before);
                         });
}

/// What an earlier restore left that was broken off goes first.
void Restore::begin(const QByteArray &before)
{
    if (!before.isEmpty()) {
        warn(QStringLiteral("An earlier restore was broken off; nothing of it counts."));
        QByteArrayList leftovers{"UNLINK"};
        for (const QByteArray &name : stagedNames())
            leftovers << stagedKey(m_tools.keys, before, name);
        m_commands.append(leftovers);
    }
    m_commands.append({"SET", restoringKey(m_tools.keys), m_token});
    stage();
    sendSlice();
}

QByteArray Restore::staged(const QByteArray &name) const
{
    return stagedKey(m_tools.keys, m_token, name);
}

void Restore::stage()
{
    stageFields(staged("book"), m_backup.book);
    stageFields(staged("users"), m_backup.users);
    for (const QByteArray &name : std::as_const(m_backup.revoked))
        m_commands.append({"SADD", staged("revoked"), name});
    stageStations();
    stageEntries(staged("rejected"), m_backup.rejected);
    stageEntries(staged("events"), m_backup.events);
    if (!m_backup.last.isNull())
        stageEndOfLog();
}

void Restore::stageFields(const QByteArray &key, const Backup::Fields &fields)
{
    for (qsizetype first = 0; first < fields.size(); first += fieldsAtOnce) {
        QByteArrayList command{"HSET", key};
        for (const auto &[field, value] : fields.mid(first, fieldsAtOnce))
            command << field << value;
        m_commands.append(command);
    }
}

void Restore::stageEntries(const QByteArray &key, const QList<redis::StreamEntry> &entries)
{
    for (const redis::StreamEntry &entry : entries) {
        QByteArrayList command{"XADD", key, entry.id.toString().toLatin1()};
        for (const auto &[field, value] : entry.fields)
            command << field << value;
        m_commands.append(command);
    }
}

/// Receipts are of notices of this log or of none: each is the same wherever it is from.
void Restore::stageStations()
{
    stageFields(staged("stations"), m_backup.stations);
    const auto seconds = std::chrono::seconds(std::chrono::days(limits::receiptDays)).count();
    for (const auto &[notice, fields] : std::as_const(m_backup.receipts)) {
        const QByteArray key = m_tools.keys.receipts(notice);
        const auto id = StreamId::parse(QByteArrayView(notice));
        if (!id)
            continue;
        stageFields(key, fields);
        m_commands.append({"EXPIRE", key, QByteArray::number(qint64(seconds))});
        m_commands.append({"ZADD", m_tools.keys.receipts(), QByteArray::number(id->ms), notice});
    }
}

/// So that nothing older can follow, and the counts are those of the log that it was.
void Restore::stageEndOfLog()
{
    const QByteArray key = staged("events");
    if (m_backup.events.isEmpty()) { // a stream without entries is made by its group alone
        m_commands.append({"XGROUP", "CREATE", key, "made", "$", "MKSTREAM"});
        m_commands.append({"XGROUP", "DESTROY", key, "made"});
    }
    QByteArrayList end{"XSETID", key, m_backup.last.toString().toLatin1()};
    m_commands.append(end); // all that Redis before 7.0 takes
    if (m_backup.added && !m_backup.maxDeleted.isEmpty()) {
        m_commands.append(end << "ENTRIESADDED" << QByteArray::number(*m_backup.added)
                              << "MAXDELETEDID" << m_backup.maxDeleted);
    }
}

void Restore::sendSlice()
{
    if (m_sent == m_commands.size())
        return takeOver();
    const qsizetype end = std::min(m_sent + sliceCommands, m_commands.size());
    m_unanswered = end - m_sent;
    while (m_sent < end) {
        const QByteArrayList &command = m_commands.at(m_sent++);
        const bool mayBeUnknown = command.contains("ENTRIESADDED");
        m_tools.redis.command(command, this, [this, mayBeUnknown](const redis::Reply &reply) {
            if (reply.isLost() || (reply.isError() && !mayBeUnknown))
                return fail(QStringLiteral("Nothing was changed. ") + sentenceOf(reply));
            if (--m_unanswered == 0 && !isOver())
                sendSlice();
        });
    }
}

QByteArrayList Restore::finalKeys() const
{
    const redis::Keys &keys = m_tools.keys;
    return {keys.events(),   keys.book(),    keys.users(),
            keys.rejected(), keys.revoked(), keys.stations()};
}

void Restore::takeOver()
{
    QByteArrayList keys = finalKeys();
    for (const QByteArray &name : stagedNames())
        keys << staged(name);
    keys << m_tools.keys.epoch() << m_tools.keys.rights() << m_tools.keys.firstAdmin()
         << restoringKey(m_tools.keys);
    const QByteArrayList arguments{m_token,
                                   m_replace ? QByteArray("replace") : QByteArray(),
                                   m_backup.epoch,
                                   m_backup.firstAdmin,
                                   m_tools.keys.controlChannel(),
                                   newLogMessage.toByteArray(),
                                   UserStore::changedMessage.toByteArray()};
    m_tools.redis.script(
        scripts::takeOver(), keys, arguments, this,
        [this](const redis::Reply &reply) { handleTakenOver(reply); }, takeOverTime);
}

void Restore::handleTakenOver(const redis::Reply &reply)
{
    if (reply.isLost())
        return fail(QStringLiteral("Nobody knows whether it was done: Redis went away. Look with "
                                   "pressboardctl status, and run it again with --replace."));
    if (reply.isError())
        return fail(QStringLiteral("Nothing was changed. ") + sentenceOf(reply));
    if (reply.items.size() != 2)
        return fail(QStringLiteral("Nothing was changed: somebody else began another restore, or "
                                   "published meanwhile."));
    say(QStringLiteral("Restored: %1, as of %2. Servers that run show it at once.")
            .arg(m_backup.summary(), m_backup.about.value(QLatin1StringView("made")).toString()));
    if (reply.items[1].integer > 0) {
        say(QStringLiteral("%1 of its users stay out: they were revoked since.")
                .arg(reply.items[1].integer));
    }
    succeed();
}

} // namespace pressboard::server::ctl
