// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/connection_probe.h"

#include "client/models/status_words.h"
#include "client/secrets/server_authorities.h"

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds clockTolerance = 2min; ///< the header's, too

/// What may be typed to reach who has it.
QStringList namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    constexpr qsizetype most = 5; // a hoster's has a hundred
    return names.mid(0, most);
}

} // namespace

ConnectionProbe::ConnectionProbe(Scheduler &scheduler, const Clock &clock, SocketFactory sockets,
                                 ServerAuthorities &authorities, QObject *parent)
    : ServerProbe(parent)
    , m_authorities(authorities)
    , m_test(scheduler, clock, std::move(sockets))
{
    connect(&m_test, &ConnectionTest::finished, this,
            [this](const TestOutcome &outcome) { Q_EMIT finished(resultOf(outcome)); });
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

QString ConnectionProbe::whatMayBeDone(const QStringList &permissions)
{
    const auto may = [&permissions](const char *what) {
        return permissions.contains(QLatin1StringView(what));
    };
    if (!may("view_orders"))
        return tr("This access code shows notices only, no orders.");
    QStringList acts{tr("see the orders")};
    if (may("notify"))
        acts.append(tr("send notices"));
    if (may("publish"))
        acts.append(tr("report events"));
    if (may("manage"))
        acts.append(tr("manage users"));
    //: 1: what one may do, with commas between
    return tr("This access code may: %1.").arg(acts.join(tr(", ")));
}

QString ConnectionProbe::clockWords(std::chrono::milliseconds ahead)
{
    const int minutes = int(std::chrono::round<std::chrono::minutes>(ahead).count());
    if (std::chrono::abs(ahead) <= clockTolerance)
        return tr("This PC's clock is right.");
    return minutes > 0
        ? tr("This PC's clock is %n minute(s) fast: set it right.", nullptr, minutes)
        : tr("This PC's clock is %n minute(s) slow: set it right.", nullptr, -minutes);
}

QString ConnectionProbe::whatWorks(const TestOutcome &outcome)
{
    const QString reached = outcome.shopName.isEmpty()
        ? tr("It works: server %1.").arg(outcome.serverVersion)
        //: 1: a shop's name, 2: a version
        : tr("It works: %1, server %2.").arg(outcome.shopName, outcome.serverVersion);
    const bool named = !outcome.user.isEmpty() && outcome.user != u"anonymous";
    const QString who =
        named ? tr("You are %1 there.").arg(outcome.user) : tr("Signed in anonymously.");
    return QStringList{reached, who, whatMayBeDone(outcome.permissions),
                       clockWords(outcome.clockAhead)}
        .join(u'\n');
}

ProbeResult ConnectionProbe::resultOf(const TestOutcome &outcome) const
{
    ProbeResult result{outcome.verdict == TestOutcome::Verdict::Works, sentenceOf(outcome)};
    const std::optional<CertificateProblem> &problem = outcome.certificate;
    result.asksToTrust = problem && problem->kind == CertificateProblem::Kind::UnknownAuthority
        && m_authorities.mayTrust();
    if (result.asksToTrust)
        result.authority = problem->authority;
    return result;
}

QString ConnectionProbe::certificateWords(const CertificateProblem &problem)
{
    using Kind = CertificateProblem::Kind;
    const QSslCertificate &certificate = problem.certificate;
    switch (problem.kind) {
    case Kind::UnknownAuthority:
        return tr("This PC does not know who vouches for the server's certificate. Ask your admin");
    case Kind::NotYetValid:
        //: 1: a day
        return tr("The server's certificate begins on %1 only. Is this PC's clock right?")
            .arg(certificate.effectiveDate().date().toString(Qt::ISODate));
    case Kind::Expired:
        //: 1: a day
        return tr("The server's certificate ended on %1. Is this PC's clock right? Else your "
                  "admin has to renew it")
            .arg(certificate.expiryDate().date().toString(Qt::ISODate));
    case Kind::OtherName:
        //: 1: names and addresses, with commas between
        return tr("The server's certificate is for %1, and for no other address. Type it, or ask "
                  "your admin")
            .arg(namesOf(certificate).join(tr(", ")));
    case Kind::Other:
        break;
    }
    return tr("The server's certificate is not accepted. Ask your admin");
}

QString ConnectionProbe::trust(const QSslCertificate &authority)
{
    return m_authorities.trust(authority);
}

QString ConnectionProbe::sentenceOf(const TestOutcome &outcome)
{
    using Verdict = TestOutcome::Verdict;
    switch (outcome.verdict) {
    case Verdict::Works:
        return whatWorks(outcome);
    case Verdict::HostNotFound:
        return StatusWords::reachText(Trouble::HostNotFound);
    case Verdict::NobodyListens:
        return StatusWords::reachText(Trouble::NobodyListens);
    case Verdict::NoAnswer:
        return StatusWords::reachText(Trouble::NoAnswer);
    case Verdict::TlsFailed:
        return outcome.certificate
            ? certificateWords(*outcome.certificate)
            : tr("No secure connection: nothing there speaks TLS. Is the port right? Ask your "
                 "admin");
    case Verdict::NotPressboard:
        return tr("Something answers there, but it is no Pressboard server");
    case Verdict::OtherVersion:
        //: 1 and 2: versions
        return tr("Server (%1) and program (%2) do not fit together. Update the older one")
            .arg(outcome.serverVersion, QStringLiteral(PRESSBOARD_VERSION));
    case Verdict::Unauthorized:
        return tr("The access code is wrong or was revoked. Ask your admin");
    case Verdict::Forbidden:
        return tr("This access code may not connect from here. Ask your admin");
    case Verdict::TooMany:
        return tr("The server takes no more connections. Try again later");
    case Verdict::NotReady:
        break;
    }
    return tr("The server is starting, or its data is not there yet. Try again in a moment");
}

} // namespace pressboard::client
