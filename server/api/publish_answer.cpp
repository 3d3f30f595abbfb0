// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/publish_answer.h"

#include "server/listener/http_error.h"
#include "shared/base/json_writer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace pressboard::server {

namespace {

QJsonObject toJson(const protocol::Ack &ack)
{
    QJsonObject object{{QLatin1StringView("online"), ack.online}};
    if (!ack.id.isNull())
        object.insert(QLatin1StringView("id"), ack.id.toString());
    if (!ack.echo.isEmpty())
        object.insert(QLatin1StringView("echo"), ack.echo);
    if (!ack.leftOut.isEmpty())
        object.insert(QLatin1StringView("left_out"), QJsonArray::fromStringList(ack.leftOut));
    return object;
}

/// An echo is stored nowhere, so nothing was made.
bool isNew(const Published &published)
{
    return !published.isAgain && !published.acks.first().id.isNull();
}

HttpAnswer answerTo(const PublishRequest &request, const Published &published)
{
    QJsonObject body = toJson(published.acks.first());
    if (request.isList) {
        QJsonArray events;
        for (const protocol::Ack &ack : published.acks)
            events.append(toJson(ack));
        body = {{QLatin1StringView("events"), events}};
    }
    return {isNew(published) ? 201 : 200, toText(body), {}, "application/json"};
}

int statusOf(const QString &code)
{
    if (code == QLatin1StringView("invalid"))
        return 400;
    if (code == QLatin1StringView("forbidden"))
        return 403;
    if (code == QLatin1StringView("conflict"))
        return 422;
    return code == QLatin1StringView("too_many") ? 429 : 503;
}

/// Members of `data` are named by themselves.
QString fieldIn(const PublishRequest &request, const PublishRefusal &refusal)
{
    QString field = refusal.isUnreadable() ? fieldNamedIn(refusal.message) : QString();
    static const QStringList envelope{QStringLiteral("type"), QStringLiteral("data"),
                                      QStringLiteral("groups"), QStringLiteral("ref")};
    if (!field.isEmpty() && !request.isNotice && !envelope.contains(field))
        field.prepend(QLatin1StringView("data."));
    return request.isList ? joined(placeOf(refusal.at), field) : field;
}

HttpAnswer answerTo(const PublishRequest &request, const PublishRefusal &refusal)
{
    const int status = statusOf(refusal.code);
    QByteArrayList headers;
    if (status == 429 || status == 503)
        headers.append(status == 429 ? "Retry-After: 1" : "Retry-After: 2");
    return httpError(status, refusal.message, fieldIn(request, refusal), headers);
}

} // namespace

HttpAnswer answerTo(const PublishRequest &request, const PublishOutcome &outcome)
{
    return std::visit([&request](const auto &known) { return answerTo(request, known); }, outcome);
}

QString fieldNamedIn(const QString &sentence)
{
    static const QRegularExpression form(
        QStringLiteral(R"x(^(?:"([a-z_]+)" must be |([A-Za-z_][A-Za-z0-9_.\[\]]*): ))x"));
    const auto match = form.match(sentence);
    return match.captured(1) + match.captured(2);
}

QString placeOf(qsizetype index)
{
    return QStringLiteral("[%1]").arg(index);
}

QString joined(const QString &place, const QString &field)
{
    return place.isEmpty() || field.isEmpty() ? place + field : place + u'.' + field;
}

} // namespace pressboard::server
