// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/certificates/certificate_keeper.h"

#include "server/logging/logging.h"

#include <utility>

namespace pressboard::server {

CertificateKeeper::CertificateKeeper(CertificateFiles files, const Clock &clock,
                                     std::chrono::milliseconds lookEach, QObject *parent)
    : QObject(parent)
    , m_files(std::move(files))
    , m_clock(clock)
{
    if (m_files.isEmpty())
        return;
    connect(&m_timer, &QTimer::timeout, this, &CertificateKeeper::look);
    m_timer.start(lookEach);
    look();
}

std::optional<QSslConfiguration> CertificateKeeper::configuration() const
{
    return m_pair ? std::optional(m_pair->forServer()) : std::nullopt;
}

void CertificateKeeper::look()
{
    if (!m_files.isEmpty())
        take(CertificatePair::read(m_files));
}

void CertificateKeeper::take(const Result<CertificatePair> &read)
{
    const QString mistake = read ? QString() : read.error().message;
    if (mistake != std::exchange(m_mistake, mistake) && !mistake.isEmpty())
        qCWarning(lcPush).noquote() << mistake;
    if (!read || m_pair == *read)
        return;
    const bool isFirst = !m_pair;
    m_pair = *read;
    if (const QString doubt = m_pair->doubt(m_clock.now()); !doubt.isEmpty())
        qCWarning(lcPush).noquote() << doubt;
    if (isFirst)
        return;
    qCInfo(lcPush).noquote() << "The certificate was renewed; it ends" << toWire(m_pair->ends());
    Q_EMIT renewed(m_pair->forServer());
}

QStringList CertificateKeeper::problems() const
{
    QStringList all;
    const QString doubt = m_pair ? m_pair->doubt(m_clock.now()) : QString();
    for (const QString &sentence : {m_mistake, doubt}) {
        if (!sentence.isEmpty())
            all.append(sentence + u'.');
    }
    return all;
}

QStringList CertificateKeeper::remarks() const
{
    const Moment now = m_clock.now();
    if (!m_pair || !m_pair->doubt(now).isEmpty() || m_pair->daysLeft(now) >= remarkDays)
        return {};
    return {QStringLiteral("The certificate in %1 ends in %2 days: renew it.")
                .arg(m_files.certificate)
                .arg(m_pair->daysLeft(now))};
}

OptionalMoment CertificateKeeper::ends() const
{
    return m_pair ? OptionalMoment(m_pair->ends()) : OptionalMoment();
}

QJsonObject CertificateKeeper::facts() const
{
    if (!m_pair)
        return {};
    return {{QLatin1StringView("ends"), toWire(m_pair->ends())},
            {QLatin1StringView("days_left"), m_pair->daysLeft(m_clock.now())}};
}

} // namespace pressboard::server
