// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/request_head.h"

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr QByteArrayView lineEnd{"\r\n"};
constexpr QByteArrayView headEnd{"\r\n\r\n"};

/// Characters of a method or a header's name: RFC 9110, 5.6.2, in fewer words.
bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool hasControlCharacter(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (quint8(c) < 0x20 && c != '\t') || quint8(c) == 0x7f; });
}

/// A TLS hello or a shell's noise is not worth waiting for the head's end.
bool startsLikeRequest(QByteArrayView bytes)
{
    return bytes.isEmpty() || (bytes.front() >= 'A' && bytes.front() <= 'Z');
}

} // namespace

RequestHead::Kind RequestHead::parse(QByteArrayView bytes, RequestHead &head, qsizetype most)
{
    if (!startsLikeRequest(bytes))
        return Kind::Malformed;
    const qsizetype end = bytes.indexOf(headEnd);
    const qsizetype length = end < 0 ? bytes.size() : end + headEnd.size();
    if (length > most)
        return Kind::TooLarge;
    if (end < 0)
        return Kind::Incomplete;

    head = RequestHead();
    head.m_size = length;
    QByteArrayView rest = bytes.first(end);
    for (bool first = true; first || !rest.isEmpty(); first = false) {
        const qsizetype cut = rest.indexOf(lineEnd);
        const QByteArrayView line = cut < 0 ? rest : rest.first(cut);
        rest = cut < 0 ? QByteArrayView() : rest.sliced(cut + lineEnd.size());
        if (!(first ? head.readRequestLine(line) : head.readHeader(line)))
            return Kind::Malformed;
    }
    return Kind::Complete;
}

bool RequestHead::readRequestLine(QByteArrayView line)
{
    const qsizetype one = line.indexOf(' ');
    const qsizetype two = line.lastIndexOf(' ');
    if (one <= 0 || two <= one + 1 || hasControlCharacter(line))
        return false;
    const QByteArrayView target = line.sliced(one + 1, two - one - 1);
    const QByteArrayView version = line.sliced(two + 1);
    if (!isToken(line.first(one)) || target.front() != '/' || target.contains(' ')
        || !version.startsWith("HTTP/1."))
        return false;
    const qsizetype question = target.indexOf('?');
    m_method = line.first(one).toByteArray();
    m_path = (question < 0 ? target : target.first(question)).toByteArray();
    m_query = question < 0 ? QByteArray() : target.sliced(question + 1).toByteArray();
    m_http11 = version != QByteArrayView("HTTP/1.0");
    return true;
}

bool RequestHead::readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)) || hasControlCharacter(line))
        return false;
    const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    QByteArray &kept = m_headers[line.first(colon).toByteArray().toLower()];
    kept = kept.isNull() ? QByteArray("").append(value) : kept + ", " + value;
    return true;
}

QByteArray RequestHead::header(QByteArrayView name) const
{
    return m_headers.value(name.toByteArray());
}

bool RequestHead::headerHas(QByteArrayView name, QByteArrayView element) const
{
    const auto elements = header(name).split(',');
    return std::any_of(elements.begin(), elements.end(), [element](const QByteArray &one) {
        return one.trimmed().compare(element, Qt::CaseInsensitive) == 0;
    });
}

QByteArray RequestHead::query(QByteArrayView key) const
{
    for (const QByteArray &pair : m_query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.first(equals);
        if (QByteArray::fromPercentEncoding(name) == key)
            return equals < 0 ? QByteArray("")
                              : QByteArray::fromPercentEncoding(pair.sliced(equals + 1));
    }
    return {};
}

} // namespace pressboard::server
