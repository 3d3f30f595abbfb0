// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages.h"

#include <QByteArray>

/// The one codec of the wire: JSON text in UTF-8, compact. A snapshot is written by
/// SnapshotEncoder.
namespace pressboard::protocol {

QByteArray encode(const ConnectionEstablished &message);
QByteArray encodeClassic(const ConnectionEstablished &message);
QByteArray encode(const Hello &message);
QByteArray encode(const Sync &message);
QByteArray encode(const Synced &message);
QByteArray encode(const EventMessage &message);
/// An event as the seed sends it: type and data.
QByteArray encodeClassic(const QString &type, const QJsonObject &data);
QByteArray encode(const Numbers &message);
QByteArray encode(const OrderSight &message);
QByteArray encode(const SourceChanged &message);
QByteArray encode(const Goodbye &message);
QByteArray encode(const Ping &message);
QByteArray encode(const Pong &message);
QByteArray encodeClassic(const Pong &message);
QByteArray encode(const Publish &message);
QByteArray encode(const Ack &message);
QByteArray encode(const Refusal &message);
QByteArray encode(const Unread &message);
QByteArray encode(const Receipt &message);
QByteArray encode(const OwnReceipts &message);
QByteArray encode(const AskReceipts &message);
QByteArray encode(const Receipts &message);
QByteArray encode(const Settle &message);
QByteArray encode(const Settled &message);
QByteArray encode(const AskSent &message);
QByteArray encode(const Sent &message);
QByteArray encode(const Remind &message);
QByteArray encode(const Reminder &message);
QByteArray encode(const AskStations &message);
QByteArray encode(const Stations &message);
QByteArray encode(const ChangeStation &message);
/// {"type":"error","message":"无效的JSON格式"}, bit for bit the seed's.
QByteArray classicBadJson();

/// Strict on types, kind to unknown members and unknown types, bounded in size and depth; whatever
/// the bytes are, the answer is a message or an error that names what is wrong.
Result<ServerMessage> decodeServer(const QByteArray &frame);
/// A binary frame: a part of a snapshot as a zlib stream, and nothing else.
Result<ServerMessage> decodeServerBinary(const QByteArray &frame);
Result<ClientMessage> decodeClient(const QByteArray &frame);
/// A type that decodeClient() knows.
bool isClientType(QByteArrayView type);

} // namespace pressboard::protocol
