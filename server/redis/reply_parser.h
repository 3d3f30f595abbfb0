// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/reply.h"

#include <QByteArrayList>

#include <memory>
#include <optional>

struct redisReader;

namespace pressboard::server::redis {

/// Bytes from a socket → replies, by hiredis' reader. Bytes may come cut anywhere.
class ReplyParser
{
public:
    ReplyParser();

    void feed(const QByteArray &bytes);
    /// The next whole reply, if there is one.
    std::optional<Reply> next();
    /// Not RESP: nothing more will come out of this parser.
    bool isBroken() const { return m_broken; }

private:
    struct FreeReader
    {
        void operator()(redisReader *reader) const;
    };
    std::unique_ptr<redisReader, FreeReader> m_reader;
    bool m_broken = false;
};

/// A command as the bytes Redis reads, by hiredis' formatter.
QByteArray encodeCommand(const QByteArrayList &arguments);

} // namespace pressboard::server::redis
