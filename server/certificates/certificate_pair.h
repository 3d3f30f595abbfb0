// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/certificates/certificate_files.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <optional>

namespace pressboard::server {

/// A certificate chain and the private key that belongs to it: one that can be shown to others.
class CertificatePair
{
public:
    /// The error names the setting, and says what is wrong with its file. One that counts no more
    /// is no error here: doubt() tells it.
    static Result<CertificatePair> read(const CertificateFiles &files);

    /// For a server: what needs no forward secrecy is off, so that a key which is stolen one day
    /// opens nothing of what was recorded before.
    QSslConfiguration forServer() const;
    /// The same for who shows it as a client; what else is set stays.
    void addTo(QSslConfiguration &tls) const;

    /// The first of its chain to end.
    Moment ends() const { return m_ends; }
    /// Whole days; below 0 once it has ended.
    int daysLeft(Moment now) const;
    /// Why nobody believes it at that moment, in a sentence; empty: it counts.
    QString doubt(Moment now) const;

    bool operator==(const CertificatePair &other) const { return m_pem == other.m_pem; }

private:
    CertificateFiles m_files;
    QByteArray m_pem; ///< of both files, to know another one by
    QList<QSslCertificate> m_chain;
    QSslKey m_key;
    Moment m_begins;
    Moment m_ends;
};

} // namespace pressboard::server
