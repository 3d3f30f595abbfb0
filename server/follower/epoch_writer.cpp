// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/epoch_writer.h"

#include "server/scripts/scripts.h"

namespace pressboard::server {

/// A whole book of many thousand orders takes its time.
static constexpr std::chrono::seconds wholeBookTime{60};

EpochWriter::EpochWriter(redis::Connection &commands, redis::Keys keys, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_keys(std::move(keys))
{
}

void EpochWriter::writeWhole(const QString &seenEpoch, const StoredBook &stored)
{
    write(seenEpoch, stored, "whole", users(),
          StoredBook::wholeFields(stored.book, stored.steadySince, stored.place, stored.loss));
}

void EpochWriter::writeMeta(const QString &seenEpoch, const StoredBook &stored)
{
    write(seenEpoch, stored, "meta", users(),
          {"meta",
           StoredBook::metaValue(stored.book, stored.steadySince, stored.place, stored.loss)});
}

void EpochWriter::stop()
{
    m_generation.begin();
}

void EpochWriter::write(const QString &seenEpoch, const StoredBook &stored, const QByteArray &how,
                        const QByteArrayList &users, const QByteArrayList &fields)
{
    stop();
    const QByteArrayList arguments = QByteArrayList{seenEpoch.toUtf8(), stored.book.epoch.toUtf8()}
        + stored.place.toArguments()
        + QByteArrayList{how, m_keys.controlChannel(), newLogMessage.toByteArray(),
                         QByteArray::number(users.size())}
        + users + fields;
    const auto answered = m_generation.guard([this, stored](const redis::Reply &reply) {
        if (reply.failed())
            Q_EMIT failed(QString::fromUtf8(reply.text));
        else if (reply.integer == 1)
            Q_EMIT moved(stored);
        else
            Q_EMIT overtaken();
    });
    m_commands.script(
        scripts::moveEpoch(),
        {m_keys.epoch(), m_keys.events(), m_keys.book(), m_keys.users(), m_keys.revoked()},
        arguments, this, answered, wholeBookTime);
}

QByteArrayList EpochWriter::users() const
{
    QByteArrayList fields;
    if (!m_usersBackup)
        return fields;
    for (const auto &[name, record] : m_usersBackup())
        fields << name << record;
    return fields;
}

} // namespace pressboard::server
