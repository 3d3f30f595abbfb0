// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/line_cutter.h"
#include "server/ingest/reading_rules.h"
#include "shared/base/result.h"
#include "shared/state/event.h"

#include <optional>
#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace pressboard::server::ctl {

/// What marks an imported event in the log.
inline QString importSource()
{
    return QStringLiteral("import");
}

/// A file of JSON lines, each an order as order_notification has it, with "steps": [{…}] and, for
/// orders that not everybody may see, "groups": ["dept_3"]. Takes the bytes in pieces, as they
/// come; empty lines, CRLF and a byte order mark do no harm.
class ImportFile
{
public:
    /// Whoever has more mistakes than this has made one mistake many times.
    static constexpr qsizetype problemsShown = 20;

    enum class Reading {
        Kind, ///< what cannot be read of an order is left out, and told
        Strict, ///< it is a problem
    };

    /// `name` stands before each problem.
    ImportFile(QString name, ReadingRules rules, Reading reading = Reading::Kind);

    void feed(const QByteArray &bytes);
    void finish(); ///< the last line may have no end

    /// Nothing more needs to be taken: it is refused already.
    bool isHopeless() const { return m_hopeless || m_problems.size() >= problemsShown; }
    /// Valid, each with its own order_id and steps that no other has, in the file's order.
    const QList<Event> &orders() const { return m_orders; }
    /// "orders.jsonl:17: order_id: found nothing, expected …"
    const QStringList &problems() const { return m_problems; }
    /// What was not taken as it is written, with its line: the first of it, and how much in all.
    const QStringList &oddities() const { return m_oddities; }
    qsizetype oddityCount() const { return m_oddityCount; }

private:
    void readLines();
    void readLine(const QByteArray &line);
    void checkFormat(const QByteArray &line);
    std::optional<Error> check(const Event &order);
    std::optional<Error> checkOnce(const Event &order);
    std::optional<Error> checkSteps(const Event &order, const CrmId &orderId);
    void noteOddities(const Event &order);
    QString located(const QString &sentence) const;
    void addProblem(const QString &sentence);

    QString m_name;
    ReadingRules m_rules;
    Reading m_reading;
    LineCutter m_lines;
    bool m_started = false;
    bool m_hopeless = false;
    int m_line = 0; ///< of the line that is read, from 1
    QHash<CrmId, int> m_lineOfOrder;
    QHash<CrmId, int> m_lineOfStep;
    QList<Event> m_orders;
    QStringList m_problems;
    QStringList m_oddities;
    qsizetype m_oddityCount = 0;
};

} // namespace pressboard::server::ctl
