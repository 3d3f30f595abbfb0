// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/status/status_report.h"

#include "server/follower/redis_requirements.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace pressboard::server::ctl {

namespace {

using namespace std::chrono_literals;

/// A checkpoint is written every five seconds: a busy shop does not make so many entries in it.
constexpr qint64 tooFarBehind = 10'000;
/// A reject older than this was looked at, or never will be.
constexpr auto rejectsMatter = 24h;
/// A server reports every three seconds.
constexpr auto readsWithin = 10s;
/// So long a loss is told.
constexpr auto lossMatters = 24h;

QString valueOf(const QByteArray &info, const QByteArray &name)
{
    for (const QByteArray &line : info.split('\n')) {
        if (line.startsWith(name + ':'))
            return QString::fromUtf8(line.mid(name.size() + 1).trimmed());
    }
    return {};
}

QString counted(qint64 count, const QString &one, const QString &many)
{
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

QString unlessItRuns(const StatusFacts &facts, const QString &words)
{
    return facts.serverRuns() ? QString() : words;
}

/// Two machines may both listen on 0.0.0.0:5173.
QString nameOf(const PresenceReport &server)
{
    return server.host.isEmpty() ? server.address
                                 : QStringLiteral("%1 (%2)").arg(server.host, server.address);
}

int clientsOf(const QList<PresenceReport> &servers)
{
    int clients = 0;
    for (const PresenceReport &server : servers)
        clients += server.clients;
    return clients;
}

} // namespace

StatusReport::StatusReport(const StatusFacts &facts, QTimeZone shopZone)
    : m_zone(std::move(shopZone))
{
    reportRedis(facts);
    reportReadiness(facts);
    reportWrites(facts);
    reportKeys(facts);
    reportOtherLogs(facts);
    if (facts.logState.canSee()) {
        reportLog(facts);
        reportCheckpoint(facts);
    }
    // What it holds may be old; and where no server can report, nobody knows of any.
    if (isReplica(facts.info) || !facts.writesObstacle.isEmpty())
        return;
    reportWriter(facts);
    reportServers(facts);
    if (!facts.logState.isOverwritten(OverwrittenKey::Part::Users))
        reportUsers(facts);
    reportRejects(facts);
}

void StatusReport::reportRedis(const StatusFacts &facts)
{
    QStringList parts{facts.endpoint};
    if (!facts.info.isEmpty()) {
        parts << QStringLiteral("version ") + valueOf(facts.info, "redis_version")
              << valueOf(facts.info, "used_memory_human") + QStringLiteral(" in use")
              << QStringLiteral("maxmemory-policy ") + valueOf(facts.info, "maxmemory_policy")
              << (valueOf(facts.info, "aof_enabled") == QLatin1StringView("1")
                      ? QStringLiteral("append-only file on")
                      : QStringLiteral("append-only file off"));
    }
    add(QStringLiteral("Redis"), parts.join(QStringLiteral(", ")));
    for (const Problem &problem : problemsOfRedis(facts.info, facts.isWatched))
        advise(problem.text);
    if (!countsEntries(facts.info)) {
        note(QStringLiteral("This version does not count what was added: nobody sees it when a "
                            "publisher's MAXLEN trims entries away before they are read. Redis 7.0 "
                            "and newer do."));
    }
}

/// Only when there is something to say that no report says.
void StatusReport::reportReadiness(const StatusFacts &facts)
{
    if (!facts.ops || facts.ops->ready || !facts.ops->isOf(facts.endpoint, facts.prefix))
        return;
    QStringList reasons = facts.ops->reasons;
    for (const PresenceReport &server : facts.servers) {
        for (const QString &problem : server.problems)
            reasons.removeAll(problem);
    }
    if (reasons.isEmpty() && !facts.ops->reasons.isEmpty())
        return;
    add(QStringLiteral("Not ready"),
        QStringLiteral("the pressboard-server that answers at %1 says so").arg(facts.ops->address));
    for (const QString &reason : std::as_const(reasons))
        advise(reason);
}

/// Only when there is something to say.
void StatusReport::reportWrites(const StatusFacts &facts)
{
    if (facts.writesObstacle.isEmpty())
        return;
    add(QStringLiteral("Writes"), QStringLiteral("refused"));
    advise(facts.writesObstacle);
}

/// Only when there is something to say. What cannot be seen has no line of its own then.
void StatusReport::reportKeys(const StatusFacts &facts)
{
    if (facts.logState.overwritten.isEmpty())
        return;
    add(QStringLiteral("Keys"),
        QStringLiteral("%1 written over").arg(facts.logState.overwritten.size()));
    for (const OverwrittenKey &key : facts.logState.overwritten)
        advise(key.sentence());
}

/// Only when there is something to say.
void StatusReport::reportOtherLogs(const StatusFacts &facts)
{
    if (!facts.otherLog.isEmpty()) {
        add(QStringLiteral("Second log"), QStringLiteral("in the Redis at %1").arg(facts.otherLog));
        advise(QStringLiteral("Somebody publishes there, and no board shows it: the servers read "
                              "%1. Publish with pressboardctl, which finds the right one; then "
                              "delete %2events there.")
                   .arg(facts.endpoint, facts.prefix));
    }
    if (!facts.dataDir.isEmpty()) {
        add(QStringLiteral("Old log"), QStringLiteral("in %1").arg(facts.dataDir));
        note(
            QStringLiteral("The private Redis kept a log there, and redis leads elsewhere now. Its "
                           "orders come over with pressboardctl backup, made while it still ran, "
                           "and restore; when nobody needs them, remove that folder's "
                           "appendonlydir."));
    }
    if (facts.isRestoring) {
        add(QStringLiteral("Restore"), QStringLiteral("under way, or broken off"));
        note(QStringLiteral("Nothing of it counts until it is done. If none is running, run "
                            "pressboardctl restore again."));
    }
}

void StatusReport::reportLog(const StatusFacts &facts)
{
    const StreamId last = facts.logState.lastGenerated;
    add(QStringLiteral("Log"),
        last.isNull()
            ? QStringLiteral("empty")
            : QStringLiteral("%1, position %2 (%3)")
                  .arg(counted(facts.entries, QStringLiteral("entry"), QStringLiteral("entries")),
                       last.toString(), timeOf(last)));
    if (const auto &loss = facts.logState.loss;
        loss && facts.logState.time - loss->to < lossMatters) {
        note(QStringLiteral("Redis came back without all that it had: changes from %1 to %2 may be "
                            "missing. Save those orders in the CRM once more, or import them.")
                 .arg(timeOf(loss->from), timeOf(loss->to)));
    }
    if (facts.logState.isPoisoned()) {
        advise(QStringLiteral("The last entry is from the future, and every later one must be "
                              "younger still. Mend the clock of who wrote it, then run "
                              "\"pressboardctl new-log\"."));
    }
}

void StatusReport::reportCheckpoint(const StatusFacts &facts)
{
    const QString subject = QStringLiteral("Checkpoint");
    const auto &book = facts.logState.book;
    if (!book) {
        add(subject, QStringLiteral("none yet"));
        // A writer that has just begun is about to.
        if (facts.entries > (facts.leaseMs > 0 ? tooFarBehind : 0))
            advise(facts.serverRuns() || !facts.writesObstacle.isEmpty()
                       ? QStringLiteral("pressboard-server has not written one: it does within "
                                        "seconds once it is ready and may write.")
                       : QStringLiteral("Start pressboard-server: it reads the log and writes "
                                        "one."));
        return;
    }
    add(subject,
        QStringLiteral("position %1, %2 behind")
            .arg(book->position.toString(),
                 counted(facts.behind, QStringLiteral("entry"), QStringLiteral("entries"))));
    if (!facts.logState.bookStands()) {
        advise(QStringLiteral("It belongs to another log than this one. A running "
                              "pressboard-server mends that by itself%1.")
                   .arg(unlessItRuns(facts, QStringLiteral("; start one"))));
    } else if (facts.behind >= tooFarBehind) {
        advise(QStringLiteral("It should be written every few seconds. Look into the log of "
                              "pressboard-server, or restart it."));
    }
}

void StatusReport::reportWriter(const StatusFacts &facts)
{
    const QString subject = QStringLiteral("Writer");
    if (facts.leaseMs == StatusFacts::leaseWithoutEnd) {
        add(subject, QStringLiteral("a lease that never ends: no server wrote it"));
        advise(QStringLiteral("Nothing is checkpointed or trimmed. A running pressboard-server "
                              "lets it run out within seconds%1, or delete the key.")
                   .arg(unlessItRuns(facts, QStringLiteral("; start one"))));
    } else if (facts.leaseMs > 0) {
        add(subject, QStringLiteral("a server holds the lease"));
    } else {
        add(subject, QStringLiteral("nobody holds the lease"));
        advise(facts.serverRuns()
                   ? QStringLiteral("Nothing is checkpointed or trimmed. A pressboard-server that "
                                    "is ready takes it within seconds: look into its log.")
                   : QStringLiteral("Nothing is checkpointed or trimmed: start "
                                    "pressboard-server."));
    }
}

void StatusReport::reportServers(const StatusFacts &facts)
{
    if (facts.servers.isEmpty())
        reportNoServer(facts);
    for (const PresenceReport &server : facts.servers) {
        add(QStringLiteral("Server"),
            QStringLiteral("%1, version %2, position %3, %4")
                .arg(nameOf(server), server.version, server.position.toString(),
                     counted(server.clients, QStringLiteral("client"), QStringLiteral("clients"))));
        for (const QString &problem : server.problems)
            advise(problem);
        for (const QString &sentence : server.sources)
            note(sentence);
        for (const QString &sentence : server.remarks)
            remark(sentence);
        if (server.isOlderThan(facts.question)) {
            advise(QStringLiteral("It does not answer, and what stands here is what it said last. "
                                  "Look into its log, or restart it."));
        }
        const StreamId last = facts.logState.lastGenerated;
        const auto age = facts.logState.time - Moment(std::chrono::milliseconds(last.ms));
        if (server.position < last && age > readsWithin) {
            advise(QStringLiteral("It does not read the log to its end. Look into its log, or "
                                  "restart it."));
        }
    }
    add(QStringLiteral("Clients"), QString::number(clientsOf(facts.servers)));
}

void StatusReport::reportNoServer(const StatusFacts &facts)
{
    if (facts.serverRuns()) {
        add(QStringLiteral("Servers"), QStringLiteral("one runs, and none is heard of in Redis"));
        advise(QStringLiteral("The pressboard-server at %1 has no connection to this Redis at the "
                              "moment, or has just begun: run this again, and look into its log.")
                   .arg(facts.ops->address));
        return;
    }
    add(QStringLiteral("Servers"), QStringLiteral("none"));
    advise(QStringLiteral("No board is served: start pressboard-server on this Redis.")
           + (facts.ops ? QStringLiteral(" (The one that answers at %1 works with %2 and the "
                                         "prefix \"%3\".)")
                              .arg(facts.ops->address, facts.ops->redis, facts.ops->prefix)
                        : QString()));
}

void StatusReport::reportUsers(const StatusFacts &facts)
{
    add(QStringLiteral("Users"), QString::number(facts.users));
    if (facts.users == 0) {
        advise(QStringLiteral("Nobody can come in: \"pressboardctl user add NAME --role admin\"%1.")
                   .arg(unlessItRuns(facts,
                                     QStringLiteral(", or, for a new shop, start "
                                                    "pressboard-server, which adds the first "
                                                    "admin"))));
    }
}

void StatusReport::reportRejects(const StatusFacts &facts)
{
    const auto &latest = facts.latestReject;
    QString state = QString::number(facts.rejects);
    if (latest) {
        state += QStringLiteral(", the latest %1 (%2): %3")
                     .arg(latest->id.toString(), timeOf(latest->id), latest->reason);
    }
    add(QStringLiteral("Rejects"), state);
    if (latest
        && facts.logState.time - Moment(std::chrono::milliseconds(latest->id.ms)) < rejectsMatter) {
        advise(QStringLiteral("Somebody publishes what cannot be read, and nobody sees it. The "
                              "reason names the field: have the publisher mended."));
    }
}

void StatusReport::add(const QString &subject, const QString &state)
{
    m_subjects.append({subject, state, {}, {}, {}});
}

void StatusReport::advise(const QString &sentence)
{
    m_subjects.last().advice.append(sentence);
    m_well = false;
}

void StatusReport::note(const QString &sentence)
{
    m_subjects.last().notes.append(sentence);
}

void StatusReport::remark(const QString &sentence)
{
    m_subjects.last().remarks.append(sentence);
}

QString StatusReport::timeOf(StreamId id) const
{
    return timeOf(momentOf(id));
}

QString StatusReport::timeOf(Moment moment) const
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), m_zone)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QStringList StatusReport::lines() const
{
    QStringList lines;
    for (const Subject &subject : m_subjects) {
        lines.append((subject.advice.isEmpty() ? QStringLiteral("ok  ") : QStringLiteral("!!  "))
                     + subject.name.leftJustified(12) + subject.state);
        for (const QString &sentence : subject.advice)
            lines.append(QStringLiteral("      → ") + sentence);
        for (const QString &sentence : subject.notes)
            lines.append(QStringLiteral("      · ") + sentence);
        if (!subject.remarks.isEmpty())
            lines.append(QStringLiteral("      Since its start:"));
        for (const QString &sentence : subject.remarks)
            lines.append(QStringLiteral("      · ") + sentence);
    }
    lines.append(m_well ? QStringLiteral("All is well.")
                        : QStringLiteral("Not all is well: see the lines with !!."));
    return lines;
}

QJsonObject StatusReport::toJson() const
{
    QJsonArray subjects;
    for (const Subject &subject : m_subjects) {
        subjects.append(QJsonObject{
            {QStringLiteral("name"), subject.name},
            {QStringLiteral("state"), subject.state},
            {QStringLiteral("ok"), subject.advice.isEmpty()},
            {QStringLiteral("advice"), QJsonArray::fromStringList(subject.advice)},
            {QStringLiteral("notes"), QJsonArray::fromStringList(subject.notes)},
            {QStringLiteral("since_start"), QJsonArray::fromStringList(subject.remarks)}});
    }
    return {{QStringLiteral("well"), m_well}, {QStringLiteral("subjects"), subjects}};
}

} // namespace pressboard::server::ctl
