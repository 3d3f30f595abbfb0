// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/line_cutter.h"
#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>
#include <QTimeZone>

#include <optional>

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

    /// `name` stands before each problem.
    ImportFile(QString name, QTimeZone shopZone);

    void feed(const QByteArray &bytes);
    void finish(); ///< the last line may have no end

    /// Nothing more needs to be taken: it is refused already.
    bool isHopeless() const { return m_hopeless || m_problems.size() >= problemsShown; }
    /// Valid, each with its own order_id and steps that no other has, in the file's order.
    const QList<Event> &orders() const { return m_orders; }
    const QStringList &problems() const
    {
        return m_problems;
    } ///< "orders.jsonl:17: steps[2].status: found 9, expected …"

private:
    void readLines();
    void readLine(const QByteArray &line);
    void checkFormat(const QByteArray &line);
    std::optional<Error> checkOnce(const Event &order);
    std::optional<Error> checkSteps(const Event &order, qint64 orderId);
    void addProblem(const QString &sentence);

    QString m_name;
    QTimeZone m_zone;
    LineCutter m_lines;
    bool m_started = false;
    bool m_hopeless = false;
    int m_line = 0; ///< of the line that is read, from 1
    QHash<qint64, int> m_lineOfOrder;
    QHash<qint64, int> m_lineOfStep;
    QList<Event> m_orders;
    QStringList m_problems;
};

} // namespace pressboard::server::ctl
