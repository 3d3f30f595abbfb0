// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swarm/driver.h"

#include <QJsonDocument>

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace pressboard::bench {

namespace {

constexpr double forever = 1e9; // seconds
constexpr std::int64_t lookEveryNs = nsPerSecond / 100; // at each client: have all arrived?

double secondsSince(std::int64_t ns)
{
    return double(nowNs() - ns) / double(nsPerSecond);
}

void answer(const QJsonObject &object)
{
    std::cout << QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() << std::endl;
}

/// The least and the most over clients of what `of` says, where it says more than 0.
template<typename Of> QJsonObject range(const Swarm &swarm, Of &&of)
{
    qint64 least = 0;
    qint64 most = 0;
    for (const auto &client : swarm.clients()) {
        const qint64 value = qint64(of(*client));
        if (value > 0)
            least = least == 0 ? value : std::min(least, value);
        most = std::max(most, value);
    }
    return {{QStringLiteral("least"), least}, {QStringLiteral("most"), most}};
}

} // namespace

Driver::Driver(Target target, Publisher::MakeSink makeSink)
    : m_publisher(std::move(makeSink))
{
    m_swarm.shared().target = std::move(target);
    m_swarm.watchInput(STDIN_FILENO);
}

void Driver::run()
{
    std::string line;
    for (;;) {
        m_swarm.run(forever, [this] { return m_swarm.hasInput(); });
        if (!std::getline(std::cin, line) || line == "quit")
            return;
        answer(execute(Command::parse(line)));
        m_swarm.run(0, [] { return false; });
    }
}

QJsonObject Driver::execute(const Command &command)
{
    if (command.name == "connect")
        return connectClients(command);
    if (command.name == "reconnect")
        return reconnect(command);
    if (command.name == "away")
        return awaitAway(command);
    if (command.name == "load")
        return load(command);
    if (command.name == "arrived")
        return arrived(command);
    if (command.name == "rest")
        return rest(command);
    if (command.name == "churn")
        return churn(command);
    return {{QStringLiteral("error"), QStringLiteral("unknown command")}};
}

void Driver::startCounting()
{
    m_swarm.shared().tally = {};
    m_swarm.shared().slowTally = {};
}

QJsonObject Driver::connectClients(const Command &command)
{
    startCounting();
    m_swarm.shared().target.takesZlib = command.count("zlib", 0) > 0;
    m_swarm.setConnectsAtOnce(command.count("at_once", 256));
    m_swarm.add(command.count("count", 0), command.count("slow", 0), m_nextSequence);
    return awaitLive(command.number("timeout", 60));
}

QJsonObject Driver::reconnect(const Command &command)
{
    startCounting();
    m_swarm.setConnectsAtOnce(command.count("at_once", 256));
    m_swarm.bringBack();
    return awaitLive(command.number("timeout", 60));
}

QJsonObject Driver::awaitLive(double seconds)
{
    const std::int64_t start = nowNs();
    m_swarm.run(seconds, [this] { return m_swarm.areAllLive(); });
    QJsonObject report = m_swarm.shared().tally.toJson();
    report.insert(QStringLiteral("seconds"), secondsSince(start));
    report.insert(QStringLiteral("clients"), qint64(m_swarm.clients().size()));
    report.insert(QStringLiteral("live"), m_swarm.shared().live);
    report.insert(QStringLiteral("snapshot_bytes_per_client"),
                  range(m_swarm, [](const SwarmClient &c) { return c.snapshotBytes(); }));
    report.insert(QStringLiteral("orders_in_sample"),
                  range(m_swarm, [](const SwarmClient &c) { return c.orders(); }));
    return report;
}

/// Until the server has gone.
QJsonObject Driver::awaitAway(const Command &command)
{
    const bool gone =
        m_swarm.run(command.number("timeout", 30), [this] { return m_swarm.shared().live == 0; });
    return {{QStringLiteral("away"), gone}};
}

QJsonObject Driver::load(const Command &command)
{
    startCounting();
    // Whoever said hello would be in this habit already, the clients of the other peers would not.
    for (const auto &client : m_swarm.clients())
        client->delayReceipts();
    const Load load{m_nextSequence, command.count("count", 1), command.number("rate", 0)};
    const auto clients = std::size_t(m_swarm.shared().live);
    m_nextSequence += load.count;
    m_publisher.start(load);
    std::int64_t nextLook = 0;
    const bool inTime = m_swarm.run(command.number("timeout", 60), [&] {
        if (!m_publisher.isFinished() || nowNs() < nextLook)
            return false;
        nextLook = nowNs() + lookEveryNs;
        return !m_publisher.error().empty() || command.count("wait", 1) == 0
            || m_swarm.haveAll(m_nextSequence - 1);
    });
    return loadReport(inTime, clients, load);
}

/// How many have everything that was published so far.
std::ptrdiff_t Driver::countComplete()
{
    return std::count_if(m_swarm.clients().begin(), m_swarm.clients().end(),
                         [this](const auto &client) {
                             return !client->isSlow() && client->check().next() == m_nextSequence;
                         });
}

QJsonObject Driver::loadReport(bool inTime, std::size_t clients, const Load &load)
{
    const Tally &tally = m_swarm.shared().tally;
    const auto slow = std::count_if(m_swarm.clients().begin(), m_swarm.clients().end(),
                                    [](const auto &client) { return client->isSlow(); });
    QJsonObject report = tally.toJson();
    report.insert(QStringLiteral("in_time"), inTime);
    report.insert(QStringLiteral("error"), QString::fromStdString(m_publisher.error()));
    report.insert(QStringLiteral("clients"), qint64(clients));
    report.insert(QStringLiteral("slow_clients"), qint64(slow));
    report.insert(QStringLiteral("complete"), qint64(countComplete()));
    report.insert(QStringLiteral("published"), qint64(load.count));
    report.insert(QStringLiteral("publish_seconds"),
                  double(m_publisher.lastNs() - m_publisher.firstNs()) / double(nsPerSecond));
    report.insert(QStringLiteral("delivery_seconds"),
                  double(tally.lastDeliveryNs - m_publisher.firstNs()) / double(nsPerSecond));
    report.insert(QStringLiteral("slow"), m_swarm.shared().slowTally.toJson());
    return report;
}

/// Until every client has the events up to `last`, which somebody else published; with all that
/// came since the command before.
QJsonObject Driver::arrived(const Command &command)
{
    const std::uint64_t last = command.count("last", 1);
    m_nextSequence = last + 1;
    m_swarm.run(command.number("timeout", 60), [&] { return m_swarm.haveAll(last); });
    QJsonObject report = m_swarm.shared().tally.toJson();
    report.insert(QStringLiteral("complete"), qint64(countComplete()));
    return report;
}

QJsonObject Driver::rest(const Command &command)
{
    startCounting();
    m_swarm.setPings(command.number("app_s", 0), command.number("ws_s", 0));
    m_swarm.run(command.number("seconds", 1), [] { return false; });
    QJsonObject report = m_swarm.shared().tally.toJson();
    report.insert(QStringLiteral("live"), m_swarm.shared().live);
    return report;
}

/// Clients leave and come back, half with a close frame, half without, a few hundred at a time.
QJsonObject Driver::churn(const Command &command)
{
    startCounting();
    const std::int64_t start = nowNs();
    const std::size_t wanted = command.count("count", 1000);
    const std::size_t atOnce = std::min(command.count("at_once", 250), m_swarm.clients().size());
    bool inTime = true;
    for (std::size_t done = 0; done < wanted && inTime; done += atOnce) {
        for (std::size_t i = 0; i < atOnce; ++i, ++m_nextToLeave) {
            SwarmClient &client = *m_swarm.clients()[m_nextToLeave % m_swarm.clients().size()];
            if (m_nextToLeave % 2 == 0)
                client.leave();
            else
                client.cut();
        }
        m_swarm.bringBack();
        inTime =
            m_swarm.run(command.number("timeout", 60), [this] { return m_swarm.areAllLive(); });
    }
    QJsonObject report = m_swarm.shared().tally.toJson();
    report.insert(QStringLiteral("in_time"), inTime);
    report.insert(QStringLiteral("connects"), qint64(wanted));
    report.insert(QStringLiteral("seconds"), secondsSince(start));
    return report;
}

} // namespace pressboard::bench
