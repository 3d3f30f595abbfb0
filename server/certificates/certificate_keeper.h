// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/certificates/certificate_pair.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>

namespace pressboard::server {

/// Keeps the server's certificate: looks at its files once a minute, and takes up what was renewed.
/// A pair that does not fit, such as one of which only half is written yet, changes nothing but
/// what is told.
class CertificateKeeper : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds interval{60'000};
    /// So many days before its end it is worth a remark.
    static constexpr int remarkDays = 14;

    /// Reads them at once. Without files it does nothing. `clock` is the machine's, and outlives
    /// it.
    CertificateKeeper(CertificateFiles files, const Clock &clock,
                      std::chrono::milliseconds lookEach = interval, QObject *parent = nullptr);

    /// What to show to clients; nullopt without files, and when there was never one that fits.
    std::optional<QSslConfiguration> configuration() const;
    /// Looks now.
    void look();

    /// Why clients do not get in, or will not after the next start; sentences.
    QStringList problems() const;
    QStringList remarks() const; ///< it ends soon
    OptionalMoment ends() const; ///< none without a certificate
    /// {"ends", "days_left"}; empty without a certificate.
    QJsonObject facts() const;

Q_SIGNALS:
    void renewed(const QSslConfiguration &tls);

private:
    void take(const Result<CertificatePair> &read);

    CertificateFiles m_files;
    const Clock &m_clock;
    std::optional<CertificatePair> m_pair;
    QString m_mistake; ///< of what stands in the files now; empty: that is the pair
    QTimer m_timer;
};

} // namespace pressboard::server
