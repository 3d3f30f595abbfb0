// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"
#include "shared/state/apply.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QUrl>
#include <QWebSocket>

#include <functional>
#include <memory>

namespace pressboard::test {

/// A WebSocket client as a stranger would write one from PROTOCOL.md: it keeps every frame, and
/// as a v1 client a book of its own.
class WireClient : public QObject
{
    Q_OBJECT
public:
    enum class Speaks { Classic, V1 };

    explicit WireClient(Speaks speaks, QObject *parent = nullptr);
    /// Leaves what it heard for frames_test.py, where PRESSBOARD_FRAMES says.
    ~WireClient() override;

    /// Sent with the request when it is opened, as a browser's cookies are.
    void setHeader(const QByteArray &name, const QByteArray &value) { m_headers[name] = value; }
    /// From the next connection on it is that station; `features` as it lists them.
    void setStation(const QString &id, const QString &kind, const QString &run);
    void setFeatures(const QStringList &features) { m_features = features; }
    void open(const QUrl &url);
    /// Opens and waits: for the greeting (classic), for `synced` (v1).
    bool openAndWait(const QUrl &url);
    void disconnect();
    bool isOpen() const;
    int closeCode() const { return m_closeCode; }

    /// Sends a publish with this ref; true once it was acknowledged.
    void publish(const QString &ref, const QString &type, const QJsonObject &data,
                 const QStringList &groups = {});
    void send(const QByteArray &text) { m_socket->sendTextMessage(QString::fromUtf8(text)); }

    const QList<QJsonObject> &frames() const { return m_frames; }
    /// Frames with an id, in the order they came since the object was made.
    const QList<QJsonObject> &events() const { return m_events; }
    QJsonObject lastOf(const QString &type) const;
    const QList<QString> &acknowledged() const { return m_acknowledged; }
    const QHash<QString, QString> &refused() const { return m_refused; }

    bool isSynced() const { return m_synced; }
    /// The mode of the last `sync`.
    protocol::Sync::Mode syncMode() const { return m_mode; }
    const Book &book() const { return m_book; }
    bool sourceLive() const { return m_sourceLive; }
    /// Events that came although their position was not newer than what we had: must stay 0.
    int outOfOrder() const { return m_outOfOrder; }

    bool waitFor(const std::function<bool()> &condition, int ms = 20'000);

private:
    bool isEvent(const QJsonObject &frame) const;
    void received(const QString &text);
    void handle(const protocol::ConnectionEstablished &message);
    void handle(const protocol::Sync &message);
    void handle(const protocol::SnapshotPart &message);
    void handle(const protocol::Synced &message);
    void handle(const protocol::EventMessage &message);
    void handle(const protocol::OrderSight &message);
    void handle(const protocol::Settled &message);
    void handle(const protocol::SourceChanged &message);
    void handle(const protocol::Ack &message);
    void handle(const protocol::Refusal &message);
    template<typename T> void handle(const T &) { }

    Speaks m_speaks;
    QHash<QByteArray, QByteArray> m_headers;
    QStringList m_features = protocol::features();
    protocol::Hello m_hello; ///< what of it does not change
    std::unique_ptr<QWebSocket> m_socket;
    QList<QJsonObject> m_frames;
    QList<QJsonObject> m_events;
    QList<QString> m_acknowledged;
    QHash<QString, QString> m_refused;
    CustomFields m_fields; ///< of the last greeting
    Book m_book;
    Book m_incoming;
    bool m_synced = false;
    bool m_sourceLive = true;
    bool m_greeted = false;
    protocol::Sync::Mode m_mode = protocol::Sync::Mode::Snapshot;
    int m_closeCode = 0;
    int m_outOfOrder = 0;
};

} // namespace pressboard::test
