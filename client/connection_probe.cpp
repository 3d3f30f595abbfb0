// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection_probe.h"

namespace pressboard::client {

ConnectionProbe::ConnectionProbe(Scheduler &scheduler, SocketFactory sockets, QObject *parent)
    : ServerProbe(parent)
    , m_test(scheduler, std::move(sockets))
{
    connect(&m_test, &ConnectionTest::finished, this, [this](const TestOutcome &outcome) {
        Q_EMIT finished({outcome.verdict == TestOutcome::Verdict::Works, sentenceOf(outcome)});
    });
}

void ConnectionProbe::run(const QString &server, const QString &token)
{
    m_test.cancel();
    const Result<ServerAddress> address = ServerAddress::parse(server);
    if (address)
        m_test.run(address.value(), token);
    else
        Q_EMIT finished({false, address.error().message});
}

QString ConnectionProbe::whatWorks(const TestOutcome &outcome)
{
    QStringList names{outcome.shopName, outcome.user};
    names.removeAll(QString());
    const QString shown = names.join(QStringLiteral(", "));
    if (!outcome.permissions.contains(QStringLiteral("view_orders")))
        return tr("It works, but this access code shows notices only, no orders");
    return shown.isEmpty() ? tr("It works") : tr("It works: %1").arg(shown);
}

QString ConnectionProbe::sentenceOf(const TestOutcome &outcome)
{
    using Verdict = TestOutcome::Verdict;
    switch (outcome.verdict) {
    case Verdict::Works:
        return whatWorks(outcome);
    case Verdict::HostNotFound:
        return tr("No computer of this name. Check the spelling, or type its address");
    case Verdict::NobodyListens:
        return tr("The computer is there, but no server listens. Is it started, is the port right?");
    case Verdict::NoAnswer:
        return tr("No answer. Is it the right address, is a firewall in between?");
    case Verdict::TlsFailed:
        return tr("No secure connection. Try the address without https, or ask your admin");
    case Verdict::NotPressboard:
        return tr("Something answers there, but it is no Pressboard server");
    case Verdict::OtherVersion:
        return tr("Server and program do not fit together. Update the older one");
    case Verdict::Unauthorized:
        return tr("The access code is wrong or was revoked. Ask your admin");
    case Verdict::Forbidden:
        return tr("This access code may not connect from here. Ask your admin");
    case Verdict::TooMany:
        return tr("The server takes no more connections. Try again later");
    case Verdict::NotReady:
        break;
    }
    return tr("The server is starting or has lost its Redis. Try again in a moment");
}

} // namespace pressboard::client
