// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/oddity_tally.h"
#include "shared/protocol/messages.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace pressboard::server {

/// Counts what could not be read since the start, and says so in the log: the first at once, then
/// what came since, one line a minute, however many there are.
class OddityReport : public QObject
{
    Q_OBJECT
public:
    explicit OddityReport(std::chrono::milliseconds pace = std::chrono::minutes(1),
                          QObject *parent = nullptr);

    void take(const QString &type, const QList<Oddity> &oddities);
    /// As much of the type as was said.
    void takeRefused(const QString &type, const QString &reason);

    /// As those are told who may manage.
    protocol::Unread unread() const;
    const OddityTally &tally() const { return m_tally; }
    quint64 refused() const { return m_refused; } ///< whole entries and messages; in the tally, too

Q_SIGNALS:
    void counted(); ///< unread() says more

private:
    void tell();

    OddityTally m_tally;
    int m_messages = 0; ///< of which anything could not be read
    quint64 m_refused = 0;
    quint64 m_told = 0; ///< of the tally's total
    QString m_latest;
    QTimer m_pace;
};

} // namespace pressboard::server
