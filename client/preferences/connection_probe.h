// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/connection_test.h"
#include "client/preferences/server_probe.h"

namespace pressboard::client {

class ServerAuthorities;

/// Joins the dialogs' wish to try a server to the network, and puts what came of it into a
/// sentence that says what to do.
class ConnectionProbe final : public ServerProbe
{
    Q_OBJECT
public:
    /// All but `sockets` must outlive the probe.
    ConnectionProbe(Scheduler &scheduler, const Clock &clock, SocketFactory sockets,
                    ServerAuthorities &authorities, QObject *parent = nullptr);

    void run(const QString &server, const QString &token) override;
    QString trust(const QSslCertificate &authority) override;

private:
    ProbeResult resultOf(const TestOutcome &outcome) const;
    static QString sentenceOf(const TestOutcome &outcome);
    static QString certificateWords(const CertificateProblem &problem);
    static QString whatWorks(const TestOutcome &outcome);
    static QString whatMayBeDone(const QStringList &permissions);
    static QString clockWords(std::chrono::milliseconds ahead);

    ServerAuthorities &m_authorities;
    ConnectionTest m_test;
};

} // namespace pressboard::client
