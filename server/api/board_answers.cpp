// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/board_answers.h"

#include "server/listener/http_error.h"
#include "shared/base/json_writer.h"
#include "shared/protocol/client_row.h"
#include "shared/state/snapshot.h"

#include <QJsonObject>

namespace pressboard::server {

static HttpAnswer notAllowed()
{
    return httpError(403, QStringLiteral("This user may not view orders."));
}

BoardAnswers::BoardAnswers(const EventLog &log, const protocol::Source &source,
                           const Identity &identity)
    : m_log(log)
    , m_source(source)
    , m_identity(identity)
{
}

HttpAnswer BoardAnswers::stats(QDate today) const
{
    return mayAsk() ? found("stats", toText(m_log.effectiveStats(today))) : notAllowed();
}

HttpAnswer BoardAnswers::order(const QString &id) const
{
    if (!mayAsk())
        return notAllowed();
    const Order *order = m_log.book().order(CrmId::fromText(id));
    // What one may not see is not told from what is not there.
    if (!order || !sees(*order))
        return httpError(404, QStringLiteral("There is no order of this ID on this user's board."));
    return found("order", toText(protocol::clientRow(*order)));
}

HttpAnswer BoardAnswers::ordersOf(const QString &no) const
{
    if (!mayAsk())
        return notAllowed();
    if (no.isEmpty())
        return httpError(400, QStringLiteral("Say which: /api/v1/orders?no=PO20231201001."),
                         QStringLiteral("no"));
    QByteArrayList orders;
    for (const Order &order : m_log.book().orders()) {
        if (order.orderNo == no && sees(order) && orders.size() < ordersAtOnce)
            orders.append(toText(protocol::clientRow(order)));
    }
    return found("orders", '[' + orders.join(',') + ']');
}

bool BoardAnswers::sees(const Order &order) const
{
    return order.audience.admits(m_identity.groups());
}

HttpAnswer BoardAnswers::found(QByteArrayView name, const QByteArray &json) const
{
    const bool isLive = m_source.state == protocol::SourceState::Live;
    const QJsonObject place{
        {QLatin1StringView("epoch"), m_log.book().epoch},
        {QLatin1StringView("position"), m_log.position().toString()},
        {QLatin1StringView("source"),
         QJsonObject{{QLatin1StringView("state"), QLatin1StringView(isLive ? "live" : "lost")},
                     {QLatin1StringView("since"), toWire(m_source.since)}}}};
    const QByteArray rest = toText(place);
    return {200,
            "{\"" + name.toByteArray() + "\":" + json + ',' + rest.sliced(1),
            {"Cache-Control: no-store"},
            "application/json"};
}

} // namespace pressboard::server
