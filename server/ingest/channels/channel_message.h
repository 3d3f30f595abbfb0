// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/channels/fernet.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace pressboard::server {

/// How channels_redis wrote a message down: see docs/redis.md, "Django's channel layer".
enum class WireForm {
    List, ///< 2.x: MessagePack alone
    SortedSet, ///< 3.x and 4.x: 12 random bytes, then MessagePack or JSON
    Published, ///< the pub/sub layer: MessagePack alone, without the names of channels
};

/// What Django's group_send() was given.
struct ChannelMessage
{
    /// Larger ones are refused before they are looked at: `data` may have 64 KiB as JSON, and
    /// numbers are longer here than there.
    static constexpr qsizetype maxBytes = 256 * 1024;
    static constexpr qsizetype headBytes = 4 * 1024; ///< what is kept of one that is refused
    static constexpr qsizetype randomBytes = 12;

    QString type;
    QJsonObject data;
    QStringList channels; ///< those of ours it was sent to: "pressboard.data!notifications"

    /// `data` is the field of that name; where there is none, all that is beside `type`, as many
    /// Django projects write it. `keys`: one of them opens it, if it is encrypted.
    static Result<ChannelMessage> read(const QByteArray &bytes, WireForm form,
                                       const QList<Fernet> &keys = {});
    /// What is wrong with a message of so many bytes; nothing with most of them.
    static std::optional<Error> checkSize(qint64 bytes);
    /// A Fernet token: the layer has symmetric_encryption_keys.
    static bool isEncrypted(const QByteArray &bytes, WireForm form);
    /// What is wrong with a layer that sends such ones which no key of ours opens, in a sentence
    /// that says what to do. Nothing tells of Django's keys before the first message.
    static QString encryptedSentence();
};

} // namespace pressboard::server
