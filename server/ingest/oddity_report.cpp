// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/oddity_report.h"

#include "server/logging/logging.h"
#include "shared/base/cut_text.h"

#include <algorithm>

namespace pressboard::server {

OddityReport::OddityReport(std::chrono::milliseconds pace, QObject *parent)
    : QObject(parent)
{
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &OddityReport::tell);
}

void OddityReport::take(const QString &type, const QList<Oddity> &oddities)
{
    if (oddities.isEmpty())
        return;
    m_tally.count(type, oddities);
    ++m_messages;
    QStringList parts{type, oddities.last().member, oddities.last().reason};
    parts.removeAll(QString());
    m_latest = parts.join(QStringLiteral(": "));
    if (!m_pace.isActive())
        tell();
    Q_EMIT counted();
}

protocol::Unread OddityReport::unread() const
{
    constexpr qsizetype longestReason = 200; // it may hold what was published
    protocol::Unread message;
    message.messages = m_messages;
    const QList<OddityTally::Line> lines = m_tally.lines();
    for (const OddityTally::Line &line :
         lines.first(std::min(lines.size(), protocol::Unread::kindsTold))) {
        message.kinds.append({line.type, line.member, OddityTally::nameOf(line.fate),
                              int(line.count), cutToUnits(line.latest, longestReason)});
    }
    return message;
}

void OddityReport::takeRefused(const QString &type, const QString &reason)
{
    ++m_refused;
    take(type, {{{}, Oddity::Fate::Refused, reason}});
}

void OddityReport::tell()
{
    const quint64 news = m_tally.total() - std::exchange(m_told, m_tally.total());
    if (news == 0) {
        m_pace.stop();
        return;
    }
    m_pace.start();
    qCWarning(lcIngest).noquote() << "Not all of what was published can be read:" << news
                                  << "more, the latest" << m_latest;
}

} // namespace pressboard::server
