// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/import/import_file.h"

#include "server/ctl/cli/line_groups.h"
#include "server/ctl/cli/odd_sentence.h"
#include "server/ingest/validate.h"
#include "shared/base/json_text.h"
#include "shared/base/limits.h"

#include <QJsonArray>

namespace pressboard::server::ctl {

namespace {

/// What people hand over instead, and what makes JSON lines of it.
struct OtherFormat
{
    QByteArrayView begin;
    const char *advice;
};

constexpr OtherFormat otherFormats[] = {
    {{"\xFF\xFE"}, "this is UTF-16: save it as UTF-8"},
    {{"\xFE\xFF"}, "this is UTF-16: save it as UTF-8"},
    {{"\x1F\x8B"}, "this is compressed: gunzip -c FILE | pressboardctl import -"},
    {{"["},
     "this is a JSON array, expected is one order a line: jq -c '.[]' FILE | pressboardctl "
     "import -"},
};

Result<Event> orderOf(const QByteArray &line, const ReadingRules &rules)
{
    const auto object = parseObject(line, limits::jsonDepth);
    if (!object)
        return object.error();
    QJsonObject order = *object;
    const auto groups = takeGroups(order);
    if (!groups)
        return groups.error();
    auto event = validated(event_type::order, order, *groups, rules);
    if (event)
        event.value().source = importSource();
    return event;
}

} // namespace

ImportFile::ImportFile(QString name, ReadingRules rules, Reading reading)
    : m_name(std::move(name))
    , m_rules(std::move(rules))
    , m_reading(reading)
{
}

void ImportFile::feed(const QByteArray &bytes)
{
    m_lines.take(bytes);
    readLines();
}

void ImportFile::finish()
{
    m_lines.finish();
    readLines();
    // With --complete an empty file would empty every board; an export that failed looks so.
    if (m_orders.isEmpty() && m_problems.isEmpty())
        m_problems.append(QStringLiteral("%1 has no orders").arg(m_name));
}

void ImportFile::readLines()
{
    while (!isHopeless()) {
        const auto line = m_lines.next();
        if (!line)
            return;
        ++m_line;
        if (line->isTooLong)
            addProblem(QStringLiteral("the line is longer than %1 bytes; one order with its steps "
                                      "is a line, and at most %2")
                           .arg(LineCutter::lineBytes)
                           .arg(limits::dataBytes));
        else if (!line->text.isEmpty())
            readLine(line->text);
    }
}

/// Only the first line that says something can tell.
void ImportFile::checkFormat(const QByteArray &line)
{
    m_started = true;
    for (const OtherFormat &format : otherFormats) {
        if (!line.startsWith(format.begin))
            continue;
        m_problems.append(QStringLiteral("%1: %2").arg(m_name, QLatin1StringView(format.advice)));
        m_hopeless = true;
    }
}

void ImportFile::readLine(const QByteArray &line)
{
    if (!m_started)
        checkFormat(line);
    if (m_hopeless)
        return;
    auto order = orderOf(line, m_rules);
    if (const auto problem = order ? check(*order) : order.error()) {
        addProblem(problem->message);
        return;
    }
    noteOddities(*order);
    m_orders.append(std::move(order).value());
}

std::optional<Error> ImportFile::check(const Event &order)
{
    if (m_reading == Reading::Strict && !order.oddities.isEmpty()) {
        const Oddity &first = order.oddities.first();
        return Error{first.member + QStringLiteral(": ") + first.reason};
    }
    return checkOnce(order);
}

/// The same order twice: nobody knows which one is meant.
std::optional<Error> ImportFile::checkOnce(const Event &order)
{
    const CrmId id = order.orderId();
    if (const int before = m_lineOfOrder.value(id))
        return Error{QStringLiteral("order_id: %1 was in line %2 already")
                         .arg(id.toString(), QString::number(before))};
    m_lineOfOrder.insert(id, m_line);
    return checkSteps(order, id);
}

std::optional<Error> ImportFile::checkSteps(const Event &order, const CrmId &orderId)
{
    const QJsonArray steps = order.data.value(QLatin1StringView("steps")).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QJsonObject step = steps[i].toObject();
        const CrmId home = CrmId::fromJson(step.value(QLatin1StringView("order_id")));
        if (!home.isNull() && home != orderId) {
            return Error{QStringLiteral("steps[%1].order_id: found %2, but this line is order %3")
                             .arg(QString::number(i), home.toString(), orderId.toString())};
        }
        const CrmId id = CrmId::fromJson(step.value(QLatin1StringView("progress_id")));
        if (const int before = m_lineOfStep.value(id)) {
            return Error{QStringLiteral("steps[%1].progress_id: %2 was in line %3 already")
                             .arg(QString::number(i), id.toString(), QString::number(before))};
        }
        m_lineOfStep.insert(id, m_line);
    }
    return std::nullopt;
}

void ImportFile::noteOddities(const Event &order)
{
    m_oddityCount += order.oddities.size();
    for (const Oddity &odd : order.oddities) {
        if (m_oddities.size() < problemsShown)
            m_oddities.append(located(sentenceOf(odd)));
    }
}

QString ImportFile::located(const QString &sentence) const
{
    return QStringLiteral("%1:%2: %3").arg(m_name).arg(m_line).arg(sentence);
}

void ImportFile::addProblem(const QString &sentence)
{
    m_problems.append(located(sentence));
}

} // namespace pressboard::server::ctl
