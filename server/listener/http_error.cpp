// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/http_error.h"

#include "shared/base/json_writer.h"

#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace pressboard::server {

QLatin1StringView errorCode(int status)
{
    static constexpr struct
    {
        int status;
        QLatin1StringView code;
    } codes[] = {
        {400, QLatin1StringView("invalid")},
        {401, QLatin1StringView("unauthorized")},
        {403, QLatin1StringView("forbidden")},
        {404, QLatin1StringView("not_found")},
        {405, QLatin1StringView("not_allowed")},
        {408, QLatin1StringView("too_late")},
        {409, QLatin1StringView("busy")},
        {411, QLatin1StringView("no_length")},
        {413, QLatin1StringView("too_large")},
        {415, QLatin1StringView("wrong_type")},
        {417, QLatin1StringView("wrong_expectation")},
        {422, QLatin1StringView("conflict")},
        {429, QLatin1StringView("too_many")},
    };
    const auto found = std::find_if(std::begin(codes), std::end(codes),
                                    [status](const auto &one) { return one.status == status; });
    return found == std::end(codes) ? QLatin1StringView("unavailable") : found->code;
}

HttpAnswer httpError(int status, const QString &message, const QString &field,
                     const QByteArrayList &headers)
{
    QJsonObject error{{QLatin1StringView("code"), errorCode(status)},
                      {QLatin1StringView("message"), message}};
    if (!field.isEmpty())
        error.insert(QLatin1StringView("field"), field);
    return {status, toText(error), headers, "application/json"};
}

HttpAnswer asHttpError(const HttpAnswer &plain)
{
    HttpAnswer error =
        httpError(plain.status, QString::fromUtf8(plain.body).trimmed(), {}, plain.headers);
    error.forTheLog = plain.forTheLog;
    return error;
}

} // namespace pressboard::server
