// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"

#include "shared/base/json_writer.h"
#include "shared/protocol/client_row.h"
#include "shared/state/snapshot.h"

#include <QJsonArray>

namespace pressboard::protocol {
namespace {

/// Of most events. Small enough for the list of free blocks that malloc finds at once.
constexpr qsizetype usualBytes = 960;

QByteArray frame(QLatin1StringView type, QJsonObject object = {})
{
    object.insert(QLatin1StringView("type"), type);
    return toText(object);
}

QJsonArray array(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonObject toJson(const Source &source)
{
    const bool isLive = source.state == SourceState::Live;
    QJsonObject object{{QLatin1StringView("state"), QLatin1StringView(isLive ? "live" : "lost")},
                       {QLatin1StringView("since"), toWire(source.since)}};
    if (!source.writes) {
        object.insert(QLatin1StringView("writes"), false);
        object.insert(QLatin1StringView("cause"), source.cause);
    }
    if (source.loss) {
        object.insert(QLatin1StringView("loss"),
                      QJsonObject{{QLatin1StringView("from"), toWire(source.loss->from)},
                                  {QLatin1StringView("to"), toWire(source.loss->to)}});
    }
    return object;
}

QJsonObject toJson(const Shop::Step &step)
{
    QJsonObject object{{QLatin1StringView("name"), step.name}};
    if (!step.category.isEmpty())
        object.insert(QLatin1StringView("category"), step.category);
    return object;
}

QJsonObject toJson(const Shop::Call &call)
{
    return {{QLatin1StringView("name"), call.name},
            {QLatin1StringView("title"), call.title},
            {QLatin1StringView("level"), levelName(call.level)},
            {QLatin1StringView("groups"), array(call.groups)},
            {QLatin1StringView("alarm"), call.isAlarm}};
}

void append(QJsonArray &array, QLatin1StringView of, const QList<CustomField> &fields)
{
    for (const CustomField &field : fields) {
        QJsonObject object{{QLatin1StringView("name"), field.name},
                           {QLatin1StringView("title"), field.title},
                           {QLatin1StringView("of"), of},
                           {QLatin1StringView("type"), nameOf(field.type)}};
        if (!field.schemes.isEmpty())
            object.insert(QLatin1StringView("schemes"), QJsonArray::fromStringList(field.schemes));
        array.append(object);
    }
}

QJsonArray toJson(const CustomFields &fields)
{
    QJsonArray array;
    append(array, QLatin1StringView("order"), fields.ofOrders);
    append(array, QLatin1StringView("step"), fields.ofSteps);
    return array;
}

template<typename Row> QJsonArray rows(const QList<Row> &all)
{
    QJsonArray array;
    for (const Row &row : all)
        array.append(toJson(row));
    return array;
}

QJsonObject toJson(const QMap<QString, QString> &texts)
{
    QJsonObject object;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        object.insert(text.key(), text.value());
    return object;
}

QJsonObject toJson(const Shop &shop)
{
    return {{QLatin1StringView("departments"), toJson(shop.departments)},
            {QLatin1StringView("steps"), rows(shop.steps)},
            {QLatin1StringView("calls"), rows(shop.calls)},
            {QLatin1StringView("fields"), toJson(shop.fields)},
            {QLatin1StringView("shifts"), array(shop.shifts)},
            {QLatin1StringView("name"), shop.name},
            {QLatin1StringView("timezone"), shop.timezone},
            {QLatin1StringView("day_start"), shop.dayStart},
            {QLatin1StringView("work_hours"), shop.workHours},
            {QLatin1StringView("quiet_after_s"), shop.quietAfterSeconds},
            {QLatin1StringView("join_steps"), array(shop.joinSteps)},
            {QLatin1StringView("order_url"), shop.orderUrl}};
}

QJsonObject publishedEvent(const Publish &message)
{
    QJsonObject event{{QLatin1StringView("type"), message.type},
                      {QLatin1StringView("data"), message.data}};
    if (!message.groups.isEveryone())
        event.insert(QLatin1StringView("groups"), message.groups.toJson());
    return event;
}

} // namespace

QByteArray encode(const ConnectionEstablished &message)
{
    const QJsonObject server{{QLatin1StringView("version"), message.serverVersion},
                             {QLatin1StringView("instance"), message.instance}};
    return frame(QLatin1StringView("connection_established"),
                 {{QLatin1StringView("message"), message.message},
                  {QLatin1StringView("user"), message.user},
                  {QLatin1StringView("display"), message.display},
                  {QLatin1StringView("protocol"), message.protocol},
                  {QLatin1StringView("features"), array(message.features)},
                  {QLatin1StringView("server"), server},
                  {QLatin1StringView("epoch"), message.epoch},
                  {QLatin1StringView("position"), message.position.toString()},
                  {QLatin1StringView("heartbeat_s"), message.heartbeatSeconds},
                  {QLatin1StringView("time"), toWire(message.time)},
                  {QLatin1StringView("source"), toJson(message.source)},
                  {QLatin1StringView("permissions"), array(message.permissions)},
                  {QLatin1StringView("groups"), array(message.groups)},
                  {QLatin1StringView("shop"), toJson(message.shop)}});
}

QByteArray encodeClassic(const ConnectionEstablished &message)
{
    return frame(QLatin1StringView("connection_established"),
                 {{QLatin1StringView("message"), message.message},
                  {QLatin1StringView("user"), message.user}});
}

QByteArray encode(const Hello &message)
{
    QJsonValue resume(QJsonValue::Null);
    if (message.resume)
        resume = QJsonObject{{QLatin1StringView("epoch"), message.resume->epoch},
                             {QLatin1StringView("position"), message.resume->position.toString()}};
    QJsonObject client{{QLatin1StringView("version"), message.clientVersion},
                       {QLatin1StringView("station"), message.station},
                       {QLatin1StringView("language"), message.language}};
    if (!message.stationId.isEmpty()) {
        client.insert(QLatin1StringView("id"), message.stationId);
        client.insert(QLatin1StringView("kind"), message.kind);
        client.insert(QLatin1StringView("run"), message.run);
        client.insert(QLatin1StringView("system"), message.system);
    }
    return frame(QLatin1StringView("hello"),
                 {{QLatin1StringView("resume"), resume},
                  {QLatin1StringView("features"), array(message.features)},
                  {QLatin1StringView("client"), client}});
}

QByteArray encode(const Sync &message)
{
    const bool isResume = message.mode == Sync::Mode::Resume;
    return frame(QLatin1StringView("sync"),
                 {{QLatin1StringView("mode"), QLatin1StringView(isResume ? "resume" : "snapshot")},
                  {QLatin1StringView("reason"), message.reason}});
}

QByteArray encode(const Synced &message)
{
    QJsonObject object{{QLatin1StringView("epoch"), message.epoch},
                       {QLatin1StringView("position"), message.position.toString()},
                       {QLatin1StringView("stats"), message.stats},
                       {QLatin1StringView("source"), toJson(message.source)}};
    if (message.dayStart.isValid())
        object.insert(
            QLatin1StringView("day"),
            QJsonObject{{QLatin1StringView("start"), message.dayStart.toString(Qt::ISODate)},
                        {QLatin1StringView("stats"), message.dayStats}});
    return frame(QLatin1StringView("synced"), object);
}

QByteArray encode(const EventMessage &message)
{
    // Member by member: every event of the log comes by here.
    JsonWriter writer(usualBytes);
    writer.beginObject();
    writer.member(QLatin1StringView("data"), message.data);
    writer.member(QLatin1StringView("id"), message.id);
    if (!message.publisher.isEmpty())
        writer.member(QLatin1StringView("publisher"), message.publisher);
    if (message.imported)
        writer.member(QLatin1StringView("src"), QLatin1StringView("import"));
    writer.member(QLatin1StringView("type"), message.type);
    writer.endObject();
    return writer.take();
}

QByteArray encodeClassic(const QString &type, const QJsonObject &data)
{
    JsonWriter writer(1024);
    writer.beginObject();
    writer.member(QLatin1StringView("data"), data);
    writer.member(QLatin1StringView("type"), type);
    writer.endObject();
    return writer.take();
}

QByteArray encode(const Numbers &message)
{
    return frame(QLatin1StringView("dashboard_update"),
                 {{QLatin1StringView("data"), message.stats}});
}

QByteArray encode(const OrderSight &message)
{
    JsonWriter writer;
    writer.beginObject();
    if (message.gone) {
        writer.member(QLatin1StringView("order_id"), message.orderId);
        writer.member(QLatin1StringView("gone"), true);
    } else {
        writeMembers(writer, clientRow(message.order));
    }
    writer.member(QLatin1StringView("id"), message.id);
    if (message.imported)
        writer.member(QLatin1StringView("src"), QLatin1StringView("import"));
    writer.member(QLatin1StringView("type"), QLatin1StringView("order"));
    writer.endObject();
    return writer.take();
}

QByteArray encode(const SourceChanged &message)
{
    return frame(QLatin1StringView("source"), toJson(message.source));
}

QByteArray encode(const Goodbye &message)
{
    return frame(QLatin1StringView("goodbye"),
                 {{QLatin1StringView("reason"), message.reason},
                  {QLatin1StringView("retry_after_ms"), message.retryAfterMs}});
}

QByteArray encode(const Ping &)
{
    return QByteArrayLiteral("{\"type\":\"ping\"}");
}

QByteArray encode(const Pong &message)
{
    // As text: thousands of clients ask for it all day.
    return "{\"message\":\"pong\",\"position\":\"" + message.position.toString().toLatin1()
        + "\",\"time\":\"" + toWire(message.time).toLatin1() + "\",\"type\":\"pong\"}";
}

QByteArray encodeClassic(const Pong &)
{
    return QByteArrayLiteral("{\"type\":\"pong\",\"message\":\"pong\"}");
}

QByteArray encode(const Publish &message)
{
    return frame(QLatin1StringView("publish"),
                 {{QLatin1StringView("ref"), message.ref},
                  {QLatin1StringView("event"), publishedEvent(message)}});
}

QByteArray encode(const Token &message)
{
    return frame(
        QLatin1StringView("token"),
        {{QLatin1StringView("ref"), message.ref}, {QLatin1StringView("token"), message.token}});
}

QByteArray encode(const Ack &message)
{
    QJsonObject object{{QLatin1StringView("ref"), message.ref}};
    if (!message.id.isNull() || !message.echo.isEmpty() || message.online > 0)
        object.insert(QLatin1StringView("online"), message.online);
    if (!message.id.isNull())
        object.insert(QLatin1StringView("id"), message.id.toString());
    if (!message.echo.isEmpty())
        object.insert(QLatin1StringView("echo"), message.echo);
    if (!message.leftOut.isEmpty())
        object.insert(QLatin1StringView("left_out"), QJsonArray::fromStringList(message.leftOut));
    return frame(QLatin1StringView("ack"), object);
}

QByteArray encode(const Refusal &message)
{
    QJsonObject object{{QLatin1StringView("message"), message.message}};
    if (!message.ref.isEmpty())
        object.insert(QLatin1StringView("ref"), message.ref);
    if (!message.code.isEmpty())
        object.insert(QLatin1StringView("code"), message.code);
    return frame(QLatin1StringView("error"), object);
}

QByteArray encode(const Unread &message)
{
    QJsonArray kinds;
    for (const Unread::Kind &kind : message.kinds) {
        kinds.append(QJsonObject{{QLatin1StringView("type"), kind.type},
                                 {QLatin1StringView("member"), kind.member},
                                 {QLatin1StringView("fate"), kind.fate},
                                 {QLatin1StringView("count"), kind.count},
                                 {QLatin1StringView("latest"), kind.latest}});
    }
    return frame(
        QLatin1StringView("unread"),
        {{QLatin1StringView("messages"), message.messages}, {QLatin1StringView("kinds"), kinds}});
}

QByteArray classicBadJson()
{
    return QByteArrayLiteral("{\"type\":\"error\",\"message\":\"无效的JSON格式\"}");
}

} // namespace pressboard::protocol
