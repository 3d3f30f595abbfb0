// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/limits.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace pressboard::server {

/// The head of an HTTP request, read from the bytes that came so far.
class RequestHead
{
public:
    enum class Kind { Incomplete, TooLarge, Malformed, Complete };

    /// Parses the bytes from the request's beginning; what follows the head is ignored.
    /// `most`: bytes that the head may have, its empty line included.
    static Kind parse(QByteArrayView bytes, RequestHead &head,
                      qsizetype most = qsizetype(limits::requestHeadBytes));

    qsizetype size() const { return m_size; } ///< bytes, its empty line included
    const QByteArray &method() const { return m_method; }
    const QByteArray &path() const { return m_path; } ///< without the query
    bool isHttp11() const { return m_http11; }
    /// Values of headers sent more than once are joined by ", "; `name` in lower case; null when
    /// absent.
    QByteArray header(QByteArrayView name) const;
    /// Does a comma-separated header have this element, in whatever case?
    bool headerHas(QByteArrayView name, QByteArrayView element) const;
    /// Percent-decoded; null when absent.
    QByteArray query(QByteArrayView key) const;

private:
    bool readRequestLine(QByteArrayView line);
    bool readHeader(QByteArrayView line);

    qsizetype m_size = 0;
    QByteArray m_method;
    QByteArray m_path;
    QByteArray m_query;
    bool m_http11 = false;
    QHash<QByteArray, QByteArray> m_headers;
};

} // namespace pressboard::server
