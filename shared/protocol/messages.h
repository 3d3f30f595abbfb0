// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"
#include "shared/state/audience.h"
#include "shared/state/custom_fields.h"
#include "shared/state/event.h"
#include "shared/state/notice.h"
#include "shared/state/order.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>
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
/// Stations tell what became of a notice, and its sender hears of it (Receipt, Receipts, Remind).
inline constexpr QLatin1StringView receiptsFeature{"receipts"};
/// Alarms can be taken, and who took one is told (Settle, Settled).
inline constexpr QLatin1StringView alarmsFeature{"alarms"};
/// Who may manage sees which stations there are (AskStations, Stations, ChangeStation).
inline constexpr QLatin1StringView stationsFeature{"stations"};

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

    /// A step the shop has, in the order of its work.
    struct Step
    {
        QString name;
        QString category; ///< cover, content; empty: either
        bool operator==(const Step &) const = default;
    };
    /// What a station can call for help with; it is sent as `call` of a notice.
    struct Call
    {
        QString name; ///< [A-Za-z0-9_.-], of the configuration: "paper"
        QString title; ///< "缺纸"
        NoticeLevel level = NoticeLevel::Error;
        QStringList groups; ///< who is called; empty: everyone
        bool isAlarm = true;
        bool operator==(const Call &) const = default;
    };
    QMap<QString, QString> departments = {}; ///< ID ("3") → name ("印刷")
    QList<Step> steps = {};
    QList<Call> calls = {}; ///< none: nobody can be called
    CustomFields fields = {}; ///< what its rows have besides
    QStringList shifts = {}; ///< "夜班 20:00-08:00", see shared/base/shifts.h
    bool operator==(const Shop &) const = default;
};

/// S: the first frame. Classic clients get type, message and user only.
struct ConnectionEstablished
{
    QString message = QStringLiteral("WebSocket连接成功"); ///< the seed's words
    QString user;
    QString display = {}; ///< as others see the user; empty: as `user`
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
    QString station; ///< its name
    QString language;

    /// What makes it a station: without an ID it is none, and tells no receipts.
    QString stationId = {}; ///< made once, kept for ever: [A-Za-z0-9_-]{1,64}
    QString kind = {}; ///< station_kind
    QString run = {}; ///< random, of this start of the program: another one is another program
    QString system = {}; ///< "Windows 10 22H2"
};

namespace station_kind {
inline constexpr QLatin1StringView desk{"desk"};
inline constexpr QLatin1StringView station{"station"};
inline constexpr QLatin1StringView wall{"wall"}; ///< nobody sits at it: it only shows
} // namespace station_kind

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
    QString publisher = {}; ///< Event::publisher; told of notices with a key alone
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

/// S: the event is in the log; or, with an echo, only here. Of anything but a publish: it is done.
struct Ack
{
    QString ref;
    int online = 0; ///< sessions in its audience now, all servers; of a Remind: stations reminded
    StreamId id = {}; ///< where it stands in the log; null with an echo, or when nothing does
    QStringList leftOut = {}; ///< members of its data that could not be read
    QJsonObject echo = {}; ///< a test that went no further than the server, as others would get it
};

/// S: ref and code are empty for a classic client's bad frame.
struct Refusal
{
    QString ref;
    QString code; ///< invalid, forbidden, conflict, unavailable, too_many, station_taken
    QString message;
};

/// What a station did with a notice; each includes those before it.
enum class ReceiptState {
    Delivered, ///< the program has it
    Seen, ///< a person could see it
    Confirmed, ///< somebody pressed the button
};

/// C: sent again until its Ack comes. For the session's own user and station alone.
struct Receipt
{
    QString ref;
    ReceiptState state = ReceiptState::Delivered;
    QList<StreamId> ids; ///< 1 to limits::receiptIds notices
};

/// When each happened; none: not yet.
struct ReceiptTimes
{
    OptionalMoment delivered;
    OptionalMoment seen;
    OptionalMoment confirmed;
    bool operator==(const ReceiptTimes &) const = default;
};

/// S, type "receipt": what this station told already, of notices that are in a snapshot. Behind it.
struct OwnReceipts
{
    struct Row
    {
        StreamId id;
        ReceiptTimes times;
        bool operator==(const Row &) const = default;
    };
    QList<Row> notices;
};

/// Of the stations that were expected to get a notice when it was sent.
struct ReceiptCounts
{
    int expected = 0;
    int walls = 0; ///< of the expected: nobody sees or confirms anything there
    int delivered = 0;
    int seen = 0;
    int confirmed = 0;
    int offline = 0; ///< of the expected: not online, and it has not got it
    bool operator==(const ReceiptCounts &) const = default;
};

/// C, type "receipts": who exactly? For the notice's sender, and `manage`.
struct AskReceipts
{
    StreamId id;
};

/// S, to the notice's sender and `manage`: when a number changed, and as the answer to AskReceipts.
struct Receipts
{
    struct Row
    {
        QString id; ///< of the station
        QString name;
        QString user; ///< display name
        QString kind;
        bool online = false;
        bool expected = true; ///< false: it came later, and is in no number
        ReceiptTimes times;
        bool operator==(const Row &) const = default;
    };
    StreamId id;
    ReceiptCounts counts;
    /// In an answer: those who did least come first, at most limits::receiptRows.
    std::optional<QList<Row>> stations = {};
};

/// C: "I see to it", of an alarm that rings.
struct Settle
{
    QString ref;
    StreamId id; ///< of the notice
};

/// S: somebody took an alarm. It is an entry of the log: `id` moves the position.
struct Settled
{
    StreamId id;
    StreamId notice; ///< the alarm; its further steps (Notice::escalates) are settled with it
    Settlement settlement;
};

/// C: what I sent, and what became of it, newest first; who may manage: what anybody sent.
struct AskSent
{
    StreamId before = {}; ///< only older ones; null: from the newest
};

/// S: the answer, and nothing else has this type. Only notices that want receipts.
struct Sent
{
    static constexpr qsizetype most = 50;

    struct Row
    {
        StreamId id;
        QJsonObject data;
        QStringList groups; ///< it was sent to; empty: everyone
        ReceiptCounts counts;
        std::optional<Settlement> settled = {};
    };
    QList<Row> notices;
    bool more = false; ///< there are older ones
};

/// C: shows the notice once more to those who have not seen it, or not confirmed it where that was
/// asked for, and are online. Its Ack says how many.
struct Remind
{
    QString ref;
    StreamId id;
};

/// S, type "remind": show that notice again.
struct Reminder
{
    StreamId id;
};

/// C, type "stations": all of them, and from then on what changes; false: no more.
struct AskStations
{
    bool follow = true;
};

/// S: stations that there are (in `parts` messages), or that changed (part 0).
struct Stations
{
    struct Row
    {
        QString id;
        QString name; ///< the label somebody gave it, else the name it gives itself
        QString ownName;
        QString user;
        QString display; ///< the user's
        QString version;
        QString system;
        QString kind;
        QString language;
        Moment firstSeen{};
        Moment lastSeen{}; ///< now, while it is online
        bool online = false;
        Moment onlineSince{}; ///< 1970: it is not online, or its server does not say
        bool operator==(const Row &) const = default;
    };
    int part = 0; ///< from 1 of `parts`; 0: changes
    int parts = 0;
    QList<Row> stations = {};
    QStringList forgotten = {}; ///< IDs that are no more
};

/// C, type "station": gives it another name, or forgets it. One that is online is back at once.
struct ChangeStation
{
    QString ref;
    QString id;
    QString name = {}; ///< empty: the one it gives itself
    bool forget = false;
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
                 OrderSight, SourceChanged, Goodbye, Pong, Ack, Refusal, Unread, OwnReceipts,
                 Receipts, Settled, Sent, Reminder, Stations, UnknownMessage>;
using ClientMessage = std::variant<Hello, Ping, Publish, Token, Receipt, AskReceipts, Settle,
                                   AskSent, Remind, AskStations, ChangeStation>;

/// delivered, seen, confirmed.
QLatin1StringView nameOf(ReceiptState state);
std::optional<ReceiptState> receiptState(QStringView name);
/// What may be the lasting ID of a station: [A-Za-z0-9_-]{1,64}.
bool isStationId(QStringView text);
/// An event as it is sent: who published it is told of notices with a key alone.
EventMessage eventMessage(const Event &event);
/// The log's entry as the server sends it, and the event it is: for apply(). nullopt: it names
/// none.
std::optional<Settled> settledBy(const Event &event);
Event eventOf(const Settled &settled);

/// Names that are frames of the wire, and therefore never an event's type.
bool isControlType(const QString &type);

} // namespace pressboard::protocol
