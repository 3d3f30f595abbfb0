// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"
#include "shared/state/audience.h"
#include "shared/state/notice.h"
#include "shared/state/order.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

/// The messages of the wire as plain structs (PROTOCOL.md). S = server to client, C = client to
/// server. Encoding and decoding is codec.h's alone.
namespace pressboard::protocol {

inline constexpr int version = 1;
inline constexpr QLatin1StringView subprotocol{"pressboard.v1"};
inline constexpr QLatin1StringView path{"/ws/notifications/"};
/// Features this build speaks beyond the version; a peer's list says what it understands.
QStringList features();
/// Parts of a snapshot may be binary frames, each one zlib stream of its text.
inline constexpr QLatin1StringView zlibFeature{"zlib"};
/// IDs of orders and steps may be texts (text_ids.h).
inline constexpr QLatin1StringView textIdsFeature{"text-ids"};
/// Who may manage hears what could not be read of what was published (Unread).
inline constexpr QLatin1StringView unreadFeature{"unread"};

enum class SourceState { Live, Lost };

/// Why nothing can be stored in the log, and so nothing new can come. Others may follow.
namespace write_cause {
inline constexpr QLatin1StringView memory{"memory"}; ///< it is full
inline constexpr QLatin1StringView disk{"disk"}; ///< it cannot be written
inline constexpr QLatin1StringView replicas{"replicas"}; ///< too few are connected
inline constexpr QLatin1StringView rights{"rights"}; ///< the server's account may not
} // namespace write_cause

/// The log lost its past: what happened in that time may be missing, on every board.
struct Loss
{
    Moment from{};
    Moment to{};
    bool operator==(const Loss &) const = default;
};

struct Source
{
    SourceState state = SourceState::Live;
    Moment since{};
    bool writes = true; ///< the log takes what is published
    QString cause = {}; ///< why not
    std::optional<Loss> loss = {}; ///< the last one, told for a day
    bool operator==(const Source &) const = default;
};

/// What a client needs to know of the shop to show honest times and the ready view.
struct Shop
{
    QString name;
    QString timezone; ///< IANA, "Asia/Shanghai"
    QString dayStart; ///< "HH:mm", local
    QString workHours; ///< "HH:mm-HH:mm", several joined with ","
    int quietAfterSeconds = 0; ///< 0: never say that the CRM is silent
    QStringList joinSteps;
    QString orderUrl; ///< with {order_id} and {order_no}; empty: none
    bool operator==(const Shop &) const = default;
};

/// S: the first frame. Classic clients get type, message and user only.
struct ConnectionEstablished
{
    QString message = QStringLiteral("WebSocket连接成功"); ///< the seed's words
    QString user;
    int protocol = version; ///< 0 when a server speaks only the seed's messages
    QStringList features;
    QString serverVersion;
    QString instance;
    QString epoch;
    StreamId position;
    int heartbeatSeconds = 30;
    Moment time{};
    Source source;
    QStringList permissions; ///< view_orders, notify, publish, manage
    QStringList groups;
    Shop shop;
};

/// C: where the client stands.
struct Hello
{
    struct Resume
    {
        QString epoch;
        StreamId position;
    };
    std::optional<Resume> resume;
    QStringList features;
    QString clientVersion;
    QString station;
    QString language;
};

/// S
struct Sync
{
    enum class Mode { Resume, Snapshot } mode = Mode::Snapshot;
    QString reason;
};

/// S: part `part` (from 1) of `parts`. Notices come after the orders.
struct SnapshotPart
{
    int part = 1;
    int parts = 1;
    QList<Order> orders;
    QList<Notice> notices;
};

/// S
struct Synced
{
    QString epoch;
    StreamId position;
    QJsonObject stats; ///< empty without view_orders
    QDate dayStart; ///< null: no baseline yet
    QJsonObject dayStats;
    Source source;
};

/// S: one event of the log. `imported`: changes the book, never toasts or flashes.
struct EventMessage
{
    QString type;
    QJsonObject data;
    StreamId id;
    bool imported = false;
};

/// S: dashboard_update, without id.
struct Numbers
{
    QJsonObject stats;
};

/// S: an order this client gains sight of, whole; or loses (`gone`). `imported` as in EventMessage.
struct OrderSight
{
    StreamId id;
    CrmId orderId;
    bool gone = false;
    Order order; ///< unless gone
    bool imported = false;
};

/// S
struct SourceChanged
{
    Source source;
};

/// S: a planned stop follows.
struct Goodbye
{
    QString reason;
    int retryAfterMs = 0;
};

/// C
struct Ping
{
};

/// S: classic clients get type and message only.
struct Pong
{
    Moment time{};
    StreamId position;
};

/// C
struct Publish
{
    QString ref;
    QString type;
    QJsonObject data;
    Audience groups;
};

/// C: a newer code, before the one it came in with ends. Only of codes that somebody else signs.
struct Token
{
    QString ref; ///< comes back in the ack; may be empty
    QString token;
};

/// S: the event is in the log; or, with an echo, only here.
struct Ack
{
    QString ref;
    int online = 0; ///< sessions in its audience now, all servers
    StreamId id; ///< where it stands in the log; null with an echo
    QStringList leftOut = {}; ///< members of its data that could not be read
    QJsonObject echo = {}; ///< a test that went no further than the server, as others would get it
};

/// S: ref and code are empty for a classic client's bad frame.
struct Refusal
{
    QString ref;
    QString code; ///< invalid, forbidden, conflict, unavailable, too_many
    QString message;
};

/// S: what could not be taken as it was published, since the server's start.
struct Unread
{
    static constexpr qsizetype kindsTold = 20; ///< the most frequent ones

    struct Kind
    {
        QString type; ///< of the event; empty when nobody knows
        QString member; ///< "quantity", "steps[].quantity"; empty: the whole of it
        QString fate; ///< left_out, cut, other_status, refused; others may follow
        int count = 0;
        QString latest; ///< why, the last time
        bool operator==(const Kind &) const = default;
    };
    int messages = 0;
    QList<Kind> kinds = {};
    bool operator==(const Unread &) const = default;
};

/// S: a frame of a type this version does not know and without id: ignored by clients.
struct UnknownMessage
{
    QString type;
    QJsonObject object;
};

using ServerMessage =
    std::variant<ConnectionEstablished, Sync, SnapshotPart, Synced, EventMessage, Numbers,
                 OrderSight, SourceChanged, Goodbye, Pong, Ack, Refusal, Unread, UnknownMessage>;
using ClientMessage = std::variant<Hello, Ping, Publish, Token>;

/// Names that are frames of the wire, and therefore never an event's type.
bool isControlType(const QString &type);

} // namespace pressboard::protocol
