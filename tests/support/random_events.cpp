// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_events.h"

#include "shared/base/time.h"

#include <QDebug>
#include <QJsonArray>

namespace pressboard::test {
namespace {

constexpr int orderCount = 30;
constexpr int stepCount = 120;

QString key(const char16_t *name)
{
    return QString::fromUtf16(name);
}

/// Of the order or the step of that number, always the same: some CRMs count, others do not.
QJsonValue crmId(int number)
{
    switch (number % 6) {
    case 0:
        return QStringLiteral("c0ffee00-0000-4000-8000-%1").arg(number, 12, 10, QChar(u'0'));
    case 1:
        return QStringLiteral("单-%1").arg(number);
    case 2:
        return -number;
    default:
        return number;
    }
}

QString typeName(QLatin1StringView type)
{
    return QString(type);
}

} // namespace

quint64 randomSeed()
{
    bool given = false;
    quint64 seed = qEnvironmentVariable("PRESSBOARD_SEED").toULongLong(&given);
    if (!given)
        seed = std::random_device()();
    qInfo("PRESSBOARD_SEED=%llu", static_cast<unsigned long long>(seed));
    return seed;
}

RandomEvents::RandomEvents(quint64 seed)
    : m_random(seed)
{
}

QStringList RandomEvents::groups()
{
    return {QStringLiteral("dept_1"), QStringLiteral("dept_2"), QStringLiteral("role_operator")};
}

CustomFields RandomEvents::customFields()
{
    using Type = CustomField::Type;
    const CustomField paper{key(u"paper"), key(u"纸张"), Type::Text};
    const CustomField weight{key(u"weight"), key(u"克重"), Type::Number};
    return {{paper, weight, {key(u"proof_date"), key(u"看样"), Type::Date}},
            {paper, weight, {key(u"plate"), key(u"印版"), Type::Link}}};
}

int RandomEvents::below(int bound)
{
    // Not std::uniform_int_distribution: its numbers differ between standard libraries.
    return int(m_random() % quint64(bound));
}

Event RandomEvents::next()
{
    const int kind = below(100);
    Event event = kind < 30 ? order(1 + below(orderCount))
        : kind < 35         ? importedOrder()
        : kind < 80         ? step()
        : kind < 86         ? notice()
        : kind < 88         ? settlement()
        : kind < 91         ? numbers()
        : kind < 95         ? logEntry()
                            : unknown();
    event.id = advance();
    if (event.type == event_type::notice)
        m_notices.append(event.id);
    return event;
}

QList<Event> RandomEvents::next(int count)
{
    QList<Event> events;
    for (int i = 0; i < count; ++i)
        events.append(next());
    return events;
}

Event RandomEvents::order(int number)
{
    Event event{{}, typeName(event_type::order), orderFields(), audience(), {}};
    event.data.insert(key(u"order_id"), crmId(number));
    setAction(event.data);
    if (chance(20))
        event.source = QStringLiteral("channels:core");
    return event;
}

Event RandomEvents::importedOrder()
{
    const int number = 1 + below(orderCount);
    Event event = order(number);
    event.source = QStringLiteral("import");
    // A step belongs to one order here, because an import never moves one.
    if (chance(60)) {
        QJsonArray steps;
        for (int i = below(4); i > 0; --i) {
            QJsonObject data = stepFields();
            data.insert(key(u"progress_id"), crmId(1000 * number + below(6)));
            steps.append(data);
        }
        event.data.insert(key(u"steps"), steps);
    }
    if (chance(60))
        event.data.insert(key(u"as_of"),
                          StreamId{m_last.ms - quint64(below(100'000'000)), 0}.toString());
    return event;
}

Event RandomEvents::step()
{
    Event event{{}, typeName(event_type::progress), stepFields(), audience(), {}};
    const int progressId = 1 + below(stepCount);
    const int usualOrder = 1 + progressId % orderCount;
    event.data.insert(key(u"progress_id"), crmId(progressId));
    event.data.insert(key(u"order_id"), crmId(chance(5) ? 1 + below(orderCount) : usualOrder));
    setAction(event.data);
    if (chance(5))
        event.source = QStringLiteral("import");
    return event;
}

Event RandomEvents::notice()
{
    Event event{{}, typeName(event_type::notice), {}, audience(), {}};
    event.data.insert(key(u"message"), chance(85) ? text() : QString());
    event.data.insert(key(u"type"), QStringList{key(u"info"), key(u"warning")}[below(2)]);
    if (chance(10))
        event.data.insert(key(u"test"), true);
    if (chance(40))
        event.data.insert(key(u"order_id"), crmId(1 + below(orderCount)));
    if (!m_notices.isEmpty() && chance(25))
        event.data.insert(key(u"replaces"), earlierNotice());
    if (chance(30))
        event.data.insert(key(u"key"), QStringLiteral("key-%1").arg(below(3)));
    if (chance(30))
        event.data.insert(key(u"alarm"), alarm());
    if (!m_notices.isEmpty() && chance(10))
        event.data.insert(key(u"escalates"), earlierNotice());
    event.publisher = chance(50) ? publisherOfSource({}) : publisherOfUser(key(u"wang"));
    return event;
}

QJsonObject RandomEvents::alarm()
{
    return {{key(u"repeat_s"), 60},
            {key(u"for_s"), chance(50) ? 3600 : 60},
            {key(u"ack"), chance(80) ? key(u"any") : key(u"each")}};
}

Event RandomEvents::settlement()
{
    QJsonObject data{{key(u"by"), text()}, {key(u"station"), text()}};
    data.insert(key(u"notice"), m_notices.isEmpty() ? moment() : earlierNotice());
    return {{}, typeName(event_type::settle), data, {}, {}};
}

QString RandomEvents::earlierNotice()
{
    return m_notices[below(int(m_notices.size()))].toString();
}

Event RandomEvents::numbers()
{
    Event event{{}, typeName(event_type::numbers), {}, chance(70) ? Audience() : audience(), {}};
    maybe(event.data, u"total_orders", below(1000));
    maybe(event.data, u"urgent_orders_count", chance(20) ? QJsonValue() : QJsonValue(below(50)));
    return event;
}

Event RandomEvents::logEntry()
{
    switch (below(3)) {
    case 0:
        return {{}, typeName(event_type::day), {{key(u"date"), moment().left(10)}}, {}, {}};
    case 1:
        return {{},
                typeName(event_type::retire),
                {{key(u"order_ids"), QJsonArray{crmId(1 + below(orderCount))}}},
                {},
                {}};
    default:
        return {{}, typeName(event_type::import), {{key(u"complete"), chance(50)}}, {}, {}};
    }
}

Event RandomEvents::unknown()
{
    return {{}, QStringLiteral("machine_alarm"), {{key(u"text"), text()}}, audience(), {}};
}

QJsonObject RandomEvents::orderFields()
{
    QJsonObject data;
    maybe(data, u"order_no", QStringLiteral("PO%1").arg(below(1000)));
    maybe(data, u"customer_name", text());
    maybe(data, u"product_name", text());
    maybe(data, u"status", chance(5) ? QJsonValue() : QJsonValue(1 + below(4)));
    if (chance(20))
        data.insert(key(u"status_display"), text());
    maybe(data, u"print_type",
          QStringList{key(u"cover"), key(u"content"), key(u"cover_content"), QString()}[below(4)]);
    maybe(data, u"quantity", chance(10) ? QJsonValue() : QJsonValue(below(100'000)));
    maybe(data, u"order_date", moment());
    maybe(data, u"delivery_date", chance(10) ? QJsonValue(QString()) : moment().left(10));
    maybe(data, u"timestamp", moment());
    maybe(data, u"note", text());
    addCustom(data);
    if (chance(30))
        data.insert(key(u"proof_date"), chance(20) ? QJsonValue() : moment().left(10));
    return data;
}

QJsonObject RandomEvents::stepFields()
{
    QJsonObject data;
    maybe(data, u"step_name",
          QStringList{key(u"覆膜"), key(u"印刷"), key(u"胶包"), key(u"打包")}[below(4)]);
    maybe(data, u"step_order", below(6));
    maybe(data, u"step_category", QStringList{key(u"cover"), key(u"content")}[below(2)]);
    maybe(data, u"status", 1 + below(4));
    maybe(data, u"operator", chance(20) ? QString() : text());
    maybe(data, u"start_time", chance(20) ? QJsonValue() : QJsonValue(moment()));
    maybe(data, u"end_time", chance(40) ? QJsonValue() : QJsonValue(moment()));
    maybe(data, u"timestamp", moment());
    addCustom(data);
    if (chance(30)) // long, so that there are more than a row holds
        data.insert(key(u"plate"),
                    QStringLiteral("http://crm/plate/") + QString(1 + below(480), u'7'));
    return data;
}

/// Also what is none of its type.
void RandomEvents::addCustom(QJsonObject &data)
{
    if (chance(30))
        data.insert(key(u"paper"), chance(20) ? QJsonValue(QString()) : QJsonValue(text()));
    if (chance(30))
        data.insert(key(u"weight"), chance(10) ? QJsonValue(text()) : QJsonValue(below(900) / 4.0));
}

void RandomEvents::setAction(QJsonObject &data)
{
    const QString actions[] = {key(u"created"), key(u"updated"), key(u"deleted")};
    const int choice = below(100);
    const QString action = actions[choice < 40 ? 0 : choice < 90 ? 1 : 2];
    data.insert(key(u"action"), action);
    maybe(data, u"created", action == actions[0]);
}

void RandomEvents::maybe(QJsonObject &data, const char16_t *name, const QJsonValue &value)
{
    if (chance(60))
        data.insert(key(name), value);
}

Audience RandomEvents::audience()
{
    QStringList named;
    for (const QString &group : groups()) {
        if (chance(20))
            named.append(group);
    }
    return Audience(named);
}

QString RandomEvents::moment()
{
    const std::chrono::seconds drift(below(14 * 86'400) - 7 * 86'400);
    return toWire(momentOf(m_last) + drift);
}

QString RandomEvents::text()
{
    const QString texts[] = {key(u"新华书店"), key(u"画册 \"A4\"\n加急"), key(u"😀 <b>x</b>"),
                             key(u"王芳"), key(u"a\\b\u0001c")};
    return texts[below(5)];
}

StreamId RandomEvents::advance()
{
    if (chance(20))
        m_last.seq += 1;
    else
        m_last = {m_last.ms + 1 + quint64(below(3'600'000)), 0};
    return m_last;
}

} // namespace pressboard::test
