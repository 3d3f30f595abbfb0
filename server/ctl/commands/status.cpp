// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/status.h"

#include "server/ctl/backup/restore_keys.h"
#include "server/ctl/status/status_report.h"
#include "server/follower/write_probe.h"
#include "server/log/log_place.h"
#include "server/redis/append_only_files.h"
#include "server/redis/stream_entry.h"
#include "server/scripts/scripts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pressboard::server::ctl {

namespace {

QByteArray runIdOf(const QByteArray &info)
{
    const QByteArray name = "run_id:";
    const qsizetype at = info.indexOf(name);
    return at < 0 ? QByteArray() : info.mid(at + name.size(), 40);
}

QJsonObject toJson(const PresenceReport &server)
{
    return {{QStringLiteral("host"), server.host},
            {QStringLiteral("address"), server.address},
            {QStringLiteral("version"), server.version},
            {QStringLiteral("position"), server.position.toString()},
            {QStringLiteral("clients"), server.clients},
            {QStringLiteral("problems"), QJsonArray::fromStringList(server.problems)}};
}

QJsonObject toJson(const StatusFacts &facts)
{
    QJsonArray servers;
    for (const PresenceReport &server : facts.servers)
        servers.append(toJson(server));
    return {{QStringLiteral("redis"), facts.endpoint},
            {QStringLiteral("position"), facts.logState.lastGenerated.toString()},
            {QStringLiteral("entries"), facts.entries},
            {QStringLiteral("behind"), facts.behind},
            {QStringLiteral("users"), facts.users},
            {QStringLiteral("rejects"), facts.rejects},
            {QStringLiteral("servers"), servers}};
}

} // namespace

Status::Status(bool asJson, const Tools &tools)
    : Command(tools)
    , m_asJson(asJson)
    , m_ops(tools.config.ops, tools.config.opsToken)
    , m_servers(tools.redis, tools.keys)
    , m_other(tools.keys)
{
}

MadeCommand Status::make(const Arguments &arguments, const Tools &tools)
{
    return std::unique_ptr<Command>(new Status(arguments.has("json"), tools));
}

void Status::start()
{
    m_facts.endpoint = m_tools.redis.endpoint().toDisplay();
    m_facts.isWatched = m_tools.redis.endpoint().isSentinel();
    const redis::Keys &keys = m_tools.keys;
    // An account that may not ask INFO learns nothing of it; the rest must work.
    ++m_awaited;
    m_tools.redis.command({"INFO"}, this, [this](const redis::Reply &reply) {
        m_facts.info = reply.failed() ? QByteArray() : reply.text;
        answered();
    });
    ++m_awaited;
    m_tools.redis.command(WriteProbe::question(keys), this, [this](const redis::Reply &reply) {
        if (const auto refused = refusedWrites(reply))
            m_facts.writesObstacle = refused->sentence;
        answered();
    });
    gather({"XLEN", keys.events()}, [this](const auto &reply) { m_facts.entries = reply.integer; });
    gather({"PTTL", keys.writer()}, [this](const auto &reply) { m_facts.leaseMs = reply.integer; });
    gather({"HLEN", keys.users()}, [this](const auto &reply) { m_facts.users = reply.integer; });
    gather({"XLEN", keys.rejected()},
           [this](const auto &reply) { m_facts.rejects = reply.integer; });
    gather({"XREVRANGE", keys.rejected(), "+", "-", "COUNT", "1"}, [this](const auto &reply) {
        for (const redis::StreamEntry &entry : redis::entriesFromReply(reply)) {
            const QByteArray id = entry.field("id");
            m_facts.latestReject = {StreamId::parse(QByteArrayView(id)).value_or(entry.id),
                                    QString::fromUtf8(entry.field("reason"))};
        }
    });
    gather({"EXISTS", restoringKey(keys)},
           [this](const auto &reply) { m_facts.isRestoring = reply.integer == 1; });
    if (!m_tools.config.usesEmbeddedRedis()
        && redis::AppendOnlyFiles(m_tools.config.dataDir).exist())
        m_facts.dataDir = m_tools.config.dataDir;
    askServers();
    askOtherRedis();
    askForLogState();
}

void Status::askOtherRedis()
{
    ++m_awaited;
    connect(&m_other, &OtherRedis::answered, this, [this](const QByteArray &runId) {
        m_otherRunId = runId;
        answered();
    });
    m_other.ask();
}

/// Each in Redis, and the one on this machine directly: it may be cut off from Redis.
void Status::askServers()
{
    m_facts.prefix = m_tools.config.prefix;
    m_awaited += 2;
    connect(&m_ops, &OpsProbe::answered, this, [this](const auto &answer) {
        m_facts.ops = answer;
        answered();
    });
    connect(&m_servers, &ServerQuestion::answered, this, [this](const auto &reports) {
        m_facts.servers = reports;
        m_facts.question = m_servers.question();
        answered();
    });
    connect(&m_servers, &ServerQuestion::failed, this,
            [this](const redis::Reply &failure) { fail(sentenceOf(failure)); });
    m_ops.ask();
    m_servers.ask();
}

void Status::gather(const QByteArrayList &arguments, Answered read)
{
    ++m_awaited;
    m_tools.redis.command(arguments, this, [this, read = std::move(read)](const auto &reply) {
        // An overwritten key is what askForLogState() is for.
        const bool overwritten = reply.text.startsWith("WRONGTYPE");
        if (reply.failed() && !overwritten) {
            fail(sentenceOf(reply));
            return;
        }
        if (!overwritten)
            read(reply);
        answered();
    });
}

void Status::askForLogState()
{
    ++m_awaited;
    const auto handleLogState = [this](const redis::Reply &reply) {
        const auto state = LogState::fromReply(reply);
        if (!state) {
            fail(state.error().message);
            return;
        }
        m_facts.logState = *state;
        if (m_facts.logState.book) {
            gather(redis::rangeAfter(m_tools.keys.events(), m_facts.logState.book->position,
                                     StatusFacts::behindCounted),
                   [this](const redis::Reply &after) { m_facts.behind = after.items.size(); });
        }
        answered();
    };
    m_tools.redis.script(scripts::logState(), stateKeys(m_tools.keys), LogPlace().toArguments(),
                         this, handleLogState);
}

void Status::answered()
{
    if (--m_awaited == 0)
        report();
}

void Status::report()
{
    // Where this account may not ask which Redis it is, nobody can tell the two apart.
    const QByteArray ours = runIdOf(m_facts.info);
    if (!m_otherRunId.isEmpty() && !ours.isEmpty() && m_otherRunId != ours)
        m_facts.otherLog = m_other.address();
    const StatusReport report(m_facts, m_tools.config.timezone);
    if (m_asJson) {
        QJsonObject all = report.toJson();
        all.insert(QStringLiteral("facts"), toJson(m_facts));
        say(QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
    } else {
        for (const QString &line : report.lines())
            say(line);
    }
    end(report.isWell() ? Exit::Done : Exit::Failed);
}

} // namespace pressboard::server::ctl
