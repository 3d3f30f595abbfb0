// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/socket.h"
#include "shared/protocol/codec.h"
#include "tests/support/encoded_part.h"

#include <QList>
#include <QPointer>

#include <memory>
#include <utility>

namespace pressboard::test {

/// A socket whose other end is the test.
class FakeSocket final : public client::Socket
{
    Q_OBJECT
public:
    using Socket::Socket;

    void open(const QUrl &toUrl, const client::Headers &with, const QString &sub) override
    {
        url = toUrl;
        headers = with;
        subprotocol = sub;
    }
    void sendText(const QByteArray &utf8) override { sent.append(utf8); }
    void close(quint16 code, const QString &) override { closedWith = code; }
    void abort() override { closedWith = 1006; }

    template<typename Message> void receive(const Message &message)
    {
        Q_EMIT textReceived(protocol::encode(message));
    }
    void receive(const protocol::SnapshotPart &part) { Q_EMIT textReceived(encodedPart(part)); }
    void end(int closeCode, int httpStatus = 0)
    {
        client::Ending ending;
        ending.closeCode = closeCode;
        ending.httpStatus = httpStatus;
        ending.reason = QStringLiteral("the test ended it");
        Q_EMIT closed(ending);
    }
    /// What was sent and is a Message, oldest first.
    template<typename Message> QList<Message> sentOf() const
    {
        QList<Message> found;
        for (const QByteArray &frame : sent) {
            const auto message = protocol::decodeClient(frame);
            if (const auto *wanted = message ? std::get_if<Message>(&*message) : nullptr)
                found.append(*wanted);
        }
        return found;
    }

    QUrl url;
    client::Headers headers;
    QString subprotocol;
    QList<QByteArray> sent;
    int closedWith = 0;
};

/// Makes FakeSockets and remembers the last one.
struct FakeSockets
{
    int made = 0;
    QPointer<FakeSocket> last;

    client::SocketFactory factory()
    {
        return [this]() -> std::unique_ptr<client::Socket> {
            auto socket = std::make_unique<FakeSocket>();
            last = socket.get();
            ++made;
            return socket;
        };
    }
};

} // namespace pressboard::test
