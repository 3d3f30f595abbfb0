// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wire/handshake.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace pressboard::bench {

namespace {

constexpr std::string_view blankLine = "\r\n\r\n";
constexpr std::string_view keyHeader = "sec-websocket-key:";

/// RFC 6455, section 4.2.2.
std::string acceptKey(std::string_view key)
{
    QByteArray text(key.data(), qsizetype(key.size()));
    text += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toBase64().toStdString();
}

/// Empty when it is not there.
std::string header(std::string_view head, std::string_view lowerCaseName)
{
    const QByteArray all(head.data(), qsizetype(head.size()));
    const QByteArray name(lowerCaseName.data(), qsizetype(lowerCaseName.size()));
    const qsizetype at = all.toLower().indexOf("\r\n" + name);
    if (at < 0)
        return {};
    const qsizetype start = at + 2 + name.size();
    return all.mid(start, all.indexOf("\r\n", start) - start).trimmed().toStdString();
}

} // namespace

std::optional<std::size_t> headEnd(std::string_view bytes)
{
    const std::size_t at = bytes.find(blankLine);
    return at == std::string_view::npos ? std::nullopt : std::optional(at + blankLine.size());
}

std::string upgradeRequest(std::string_view host, std::string_view path,
                           std::string_view subprotocol, std::string_view token)
{
    std::string head = "GET " + std::string(path) + " HTTP/1.1\r\nHost: " + std::string(host)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: cHJlc3Nib2FyZC1iZW5jaA==\r\n";
    if (!subprotocol.empty())
        head += "Sec-WebSocket-Protocol: " + std::string(subprotocol) + "\r\n";
    if (!token.empty())
        head += "Authorization: Bearer " + std::string(token) + "\r\n";
    return head + "\r\n";
}

std::optional<std::string> upgradeAnswer(std::string_view head)
{
    const std::string key = header(head, keyHeader);
    if (key.empty())
        return std::nullopt;
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
        + acceptKey(key) + "\r\n\r\n";
}

} // namespace pressboard::bench
