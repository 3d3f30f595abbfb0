// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "client/connection/server_address.h"
#include "client/connection/socket.h"
#include "shared/base/time.h"
#include "shared/protocol/messages.h"

#include <QObject>

#include <functional>

namespace pressboard::client {

/// What one try at a server and an access code found.
struct TestOutcome
{
    enum class Verdict {
        Works,
        HostNotFound,
        NobodyListens, ///< connection refused: wrong port, or the server is not started
        NoAnswer, ///< timed out, cut: a firewall, the wrong machine
        TlsFailed,
        NotPressboard, ///< something answers there, but not this
        OtherVersion,
        Unauthorized,
        Forbidden,
        TooMany,
        NotReady, ///< the server is starting, or has lost its Redis
    };
    Verdict verdict = Verdict::NoAnswer;
    std::optional<CertificateProblem> certificate = {}; ///< with TlsFailed
    QString detail = {}; ///< technical; the sentence for people is the dialog's
    // When somebody answered as a Pressboard server does:
    QString serverVersion = {};
    QString user = {};
    QString shopName = {};
    QStringList permissions = {};
    std::chrono::milliseconds clockAhead{}; ///< this PC's before the server's
};

/// Tries a server and an access code once, for the dialog that asks for them: it accepts nothing
/// that was not seen to work.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    /// `scheduler` and `clock` must outlive this.
    ConnectionTest(Scheduler &scheduler, const Clock &clock, SocketFactory sockets,
                   QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// A run before that has not finished is forgotten. Anonymous when `token` is empty.
    void run(const ServerAddress &address, const QString &token);
    void cancel();

Q_SIGNALS:
    void finished(const pressboard::client::TestOutcome &outcome);

private:
    void receive(const QByteArray &frame);
    void judge(const protocol::ConnectionEstablished &greeting);
    void judgeEnding(const Ending &ending);
    void finish(const TestOutcome &outcome);

    const Clock &m_clock;
    SocketFactory m_sockets;
    std::unique_ptr<Socket> m_socket;
    Alarm m_patience;
};

} // namespace pressboard::client
