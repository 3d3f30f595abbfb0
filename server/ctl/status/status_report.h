// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/status/status_facts.h"

#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

namespace pressboard::server::ctl {

/// What an admin wants to know: is it well, and what is to be done when not? Pure.
class StatusReport
{
public:
    StatusReport(const StatusFacts &facts, QTimeZone shopZone);

    bool isWell() const { return m_well; }
    /// One line a subject; under one that is not well, what to do;
    /// under a server, whom it turned away. Ends with a verdict.
    QStringList lines() const;
    /// {"well", "subjects": [{"name","state","ok","advice","notes","since_start"}…]}
    QJsonObject toJson() const;

private:
    void reportRedis(const StatusFacts &facts);
    void reportReadiness(const StatusFacts &facts);
    void reportWrites(const StatusFacts &facts);
    void reportKeys(const StatusFacts &facts);
    void reportOtherLogs(const StatusFacts &facts);
    void reportLog(const StatusFacts &facts);
    void reportCheckpoint(const StatusFacts &facts);
    void reportWriter(const StatusFacts &facts);
    void reportServers(const StatusFacts &facts);
    void reportNoServer(const StatusFacts &facts);
    void reportUsers(const StatusFacts &facts);
    void reportRejects(const StatusFacts &facts);

    void add(const QString &subject, const QString &state);
    void advise(const QString &sentence); ///< about the subject added last: it is not well
    void note(const QString &sentence); ///< about the same, as it is at the moment
    void remark(const QString &sentence); ///< about the same; it may be well
    QString timeOf(StreamId id) const;
    QString timeOf(Moment moment) const;

    struct Subject
    {
        QString name;
        QString state;
        QStringList advice;
        QStringList notes;
        QStringList remarks;
    };
    QTimeZone m_zone;
    QList<Subject> m_subjects;
    bool m_well = true;
};

} // namespace pressboard::server::ctl
