// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSslConfiguration>

namespace pressboard::client {

class Settings;

/// Who vouches for the server's certificate, beside those whom this PC's system believes: a shop's
/// own certificate authority. Read from the file that the settings name. What was read last is kept
/// beside the own settings, so that a share that is away leaves nobody without a board.
class ServerAuthorities
{
    Q_DECLARE_TR_FUNCTIONS(ServerAuthorities)
public:
    /// `settings` must outlive it.
    explicit ServerAuthorities(Settings &settings);

    /// For a new connection. The file is read each time: an admin replaces it while desks run.
    QSslConfiguration tls();
    /// Whether somebody may be believed here; else the file that was rolled out decides.
    bool mayTrust() const;
    /// From now on. Returns what went wrong, in a sentence; empty: nothing.
    QString trust(const QSslCertificate &authority);

private:
    QString ownFile() const;
    QList<QSslCertificate> own() const;

    Settings &m_settings;
    QList<QSslCertificate> m_systems; ///< read once, when it is first needed: some hundred files
};

} // namespace pressboard::client
