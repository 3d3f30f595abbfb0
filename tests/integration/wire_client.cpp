// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/wire_client.h"

#include "shared/base/limits.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/deflate.h"

#include <QFile>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QTest>
#include <QWebSocketHandshakeOptions>

namespace pressboard::test {

WireClient::WireClient(Speaks speaks, QObject *parent)
    : QObject(parent)
    , m_speaks(speaks)
{
}

WireClient::~WireClient()
{
    const QString path = qEnvironmentVariable("PRESSBOARD_FRAMES");
    QFile file(path);
    if (m_speaks == Speaks::Classic || path.isEmpty() || !file.open(QIODevice::Append))
        return;
    for (const QJsonObject &frame : m_frames)
        file.write(QJsonDocument(frame).toJson(QJsonDocument::Compact) + '\n');
}

void WireClient::setStation(const QString &id, const QString &kind, const QString &run)
{
    m_hello.stationId = id;
    m_hello.station = QStringLiteral("name of ") + id;
    m_hello.kind = kind;
    m_hello.run = run;
}

void WireClient::open(const QUrl &url)
{
    m_socket = std::make_unique<QWebSocket>();
    m_synced = m_greeted = false;
    m_closeCode = 0;
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &WireClient::received);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) {
                if (const auto text = protocol::inflated(bytes, limits::inflatedBytes))
                    received(QString::fromUtf8(*text));
            });
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        m_synced = m_greeted = false;
        m_closeCode = m_socket->closeCode();
    });
    QWebSocketHandshakeOptions options;
    if (m_speaks == Speaks::V1)
        options.setSubprotocols({protocol::subprotocol.toString()});
    QNetworkRequest request(url);
    for (auto header = m_headers.cbegin(); header != m_headers.cend(); ++header)
        request.setRawHeader(header.key(), header.value());
    m_socket->open(request, options);
}

bool WireClient::openAndWait(const QUrl &url)
{
    open(url);
    return waitFor([this] { return m_speaks == Speaks::V1 ? m_synced : m_greeted; });
}

void WireClient::disconnect()
{
    m_socket->abort();
    m_synced = m_greeted = false;
}

bool WireClient::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

void WireClient::publish(const QString &ref, const QString &type, const QJsonObject &data,
                         const QStringList &groups)
{
    send(protocol::encode(protocol::Publish{ref, type, data, Audience(groups)}));
}

QJsonObject WireClient::lastOf(const QString &type) const
{
    for (auto it = m_frames.crbegin(); it != m_frames.crend(); ++it) {
        if (it->value(QLatin1StringView("type")).toString() == type)
            return *it;
    }
    return {};
}

bool WireClient::waitFor(const std::function<bool()> &condition, int ms)
{
    return QTest::qWaitFor(condition, ms);
}

/// Classic clients are told no IDs.
bool WireClient::isEvent(const QJsonObject &frame) const
{
    // Numbers of receipts name a notice, and move nothing.
    if (m_speaks != Speaks::Classic)
        return frame.contains(QLatin1StringView("id"))
            && frame.value(QLatin1StringView("type")) != QLatin1StringView("receipts");
    return frame.value(QLatin1StringView("type"))
        .toString()
        .endsWith(QLatin1StringView("_notification"));
}

void WireClient::received(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    m_frames.append(object);
    if (isEvent(object))
        m_events.append(object);
    m_greeted = true;
    if (m_speaks == Speaks::Classic)
        return;
    const auto message = protocol::decodeServer(bytes);
    if (!message)
        return;
    std::visit([this](const auto &m) { handle(m); }, *message);
}

void WireClient::handle(const protocol::ConnectionEstablished &message)
{
    m_sourceLive = message.source.state == protocol::SourceState::Live;
    protocol::Hello hello = m_hello;
    m_fields = message.shop.fields;
    if (!m_book.epoch.isEmpty() && m_book.customFields() == m_fields)
        hello.resume = protocol::Hello::Resume{m_book.epoch, m_book.position};
    hello.features = m_features;
    hello.clientVersion = QStringLiteral("test");
    send(protocol::encode(hello));
}

void WireClient::handle(const protocol::Sync &message)
{
    m_synced = false;
    m_mode = message.mode;
    m_incoming = message.mode == protocol::Sync::Mode::Resume ? m_book : Book();
    m_incoming.setCustomFields(m_fields);
}

void WireClient::handle(const protocol::SnapshotPart &message)
{
    for (const Order &order : message.orders)
        m_incoming.putOrder(order);
    m_incoming.notices += message.notices;
}

void WireClient::handle(const protocol::Synced &message)
{
    m_book = m_incoming;
    m_book.epoch = message.epoch;
    m_book.position = std::max(m_book.position, message.position);
    m_synced = true;
}

void WireClient::handle(const protocol::EventMessage &message)
{
    Book &book = m_synced ? m_book : m_incoming;
    if (message.id <= book.position)
        ++m_outOfOrder;
    apply(book,
          Event{message.id,
                message.type,
                message.data,
                {},
                message.imported ? QStringLiteral("import") : QString(),
                {},
                {},
                message.publisher});
}

void WireClient::handle(const protocol::OrderSight &message)
{
    Book &book = m_synced ? m_book : m_incoming;
    if (message.gone)
        applyGone(book, message.id, message.orderId);
    else
        applyOrder(book, message.id, message.order);
}

void WireClient::handle(const protocol::Settled &message)
{
    const Change change = apply(m_synced ? m_book : m_incoming, protocol::eventOf(message));
    m_outOfOrder += !change.advanced;
}

void WireClient::handle(const protocol::SourceChanged &message)
{
    m_sourceLive = message.source.state == protocol::SourceState::Live;
}

void WireClient::handle(const protocol::Ack &message)
{
    m_acknowledged.append(message.ref);
}

void WireClient::handle(const protocol::Refusal &message)
{
    m_refused.insert(message.ref, message.code);
}

} // namespace pressboard::test
