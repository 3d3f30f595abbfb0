// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/connection_test.h"

#include "client/connection/next_action.h"
#include "shared/protocol/codec.h"

#include <utility>

using namespace std::chrono_literals;

namespace pressboard::client {
namespace {

using Verdict = TestOutcome::Verdict;

constexpr std::chrono::milliseconds patience = 8s; ///< somebody sits and waits

Verdict verdictOn(Ending::Fault fault)
{
    switch (fault) {
    case Ending::Fault::HostNotFound:
        return Verdict::HostNotFound;
    case Ending::Fault::Refused:
        return Verdict::NobodyListens;
    case Ending::Fault::Tls:
        return Verdict::TlsFailed;
    case Ending::Fault::None:
    case Ending::Fault::TimedOut:
    case Ending::Fault::Other:
        break;
    }
    return Verdict::NoAnswer;
}

Verdict verdictOn(const Ending &ending)
{
    switch (nextAction(ending).trouble) {
    case Trouble::Unauthorized:
        return Verdict::Unauthorized;
    case Trouble::Forbidden:
        return Verdict::Forbidden;
    case Trouble::WrongAddress:
        return Verdict::NotPressboard;
    case Trouble::TooMany:
        return Verdict::TooMany;
    case Trouble::GoingAway:
        return Verdict::NotReady;
    case Trouble::ProtocolMismatch:
        return Verdict::OtherVersion;
    case Trouble::None:
    case Trouble::Cut:
    case Trouble::HostNotFound:
    case Trouble::NobodyListens:
    case Trouble::NoAnswer:
    case Trouble::Untrusted:
        break;
    }
    // A web server that redirects or fails is not us either.
    return ending.httpStatus != 0 ? Verdict::NotPressboard : verdictOn(ending.fault);
}

} // namespace

ConnectionTest::ConnectionTest(Scheduler &scheduler, const Clock &clock, SocketFactory sockets,
                               QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sockets(std::move(sockets))
    , m_patience(scheduler, [this] { finish({Verdict::NoAnswer}); })
{
}

ConnectionTest::~ConnectionTest()
{
    cancel();
}

void ConnectionTest::run(const ServerAddress &address, const QString &token)
{
    cancel();
    m_socket = m_sockets();
    connect(m_socket.get(), &Socket::textReceived, this, &ConnectionTest::receive);
    connect(m_socket.get(), &Socket::closed, this, &ConnectionTest::judgeEnding);
    m_patience.start(patience);
    Headers headers;
    if (const QByteArray plain = token.simplified().toUtf8(); !plain.isEmpty())
        headers.append({QByteArrayLiteral("Authorization"), "Bearer " + plain});
    m_socket->open(address.url(), headers, protocol::subprotocol);
}

void ConnectionTest::cancel()
{
    m_patience.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->close(1000, QStringLiteral("test done"));
    m_socket.release()->deleteLater(); // we may be inside one of its signals
}

void ConnectionTest::receive(const QByteArray &frame)
{
    const Result<protocol::ServerMessage> message = protocol::decodeServer(frame);
    const auto *greeting =
        message ? std::get_if<protocol::ConnectionEstablished>(&*message) : nullptr;
    if (greeting)
        judge(*greeting);
    else
        finish({Verdict::NotPressboard});
}

void ConnectionTest::judge(const protocol::ConnectionEstablished &greeting)
{
    const bool fits = !greeting.epoch.isEmpty() && greeting.protocol == protocol::version;
    TestOutcome outcome;
    outcome.verdict = fits ? Verdict::Works : Verdict::OtherVersion;
    outcome.serverVersion = greeting.serverVersion;
    outcome.user = greeting.user;
    outcome.shopName = greeting.shop.name;
    outcome.permissions = greeting.permissions;
    outcome.clockAhead = m_clock.now() - greeting.time;
    finish(outcome);
}

void ConnectionTest::judgeEnding(const Ending &ending)
{
    finish({verdictOn(ending), ending.certificate, ending.reason});
}

void ConnectionTest::finish(const TestOutcome &outcome)
{
    cancel();
    Q_EMIT finished(outcome);
}

} // namespace pressboard::client
