// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_message.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace pressboard::server;

/// Must not crash, hang or read beyond its bytes; what it takes is JSON, what it does not take has
/// a reason.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    for (const WireForm form : {WireForm::List, WireForm::SortedSet, WireForm::Published}) {
        const auto message = ChannelMessage::read(input, form);
        if (!message && message.error().message.isEmpty())
            std::abort();
        if (!message)
            continue;
        const QByteArray json = QJsonDocument(message->data).toJson(QJsonDocument::Compact);
        if (QJsonDocument::fromJson(json).isNull())
            std::abort();
    }
    return 0;
}
