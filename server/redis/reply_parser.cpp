// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/reply_parser.h"

#include <hiredis/hiredis.h>

#include <vector>

namespace pressboard::server::redis {

namespace {

Reply::Kind kindOf(int type)
{
    switch (type) {
    case REDIS_REPLY_STRING:
        return Reply::Kind::String;
    case REDIS_REPLY_ARRAY:
        return Reply::Kind::Array;
    case REDIS_REPLY_INTEGER:
        return Reply::Kind::Integer;
    case REDIS_REPLY_STATUS:
        return Reply::Kind::Status;
    case REDIS_REPLY_ERROR:
        return Reply::Kind::Error;
    default:
        return Reply::Kind::Nil;
    }
}

// Its depth is bounded by hiredis' own nesting limit of 7.
Reply converted(const redisReply &raw)
{
    Reply reply;
    reply.kind = kindOf(raw.type);
    reply.integer = raw.integer;
    if (raw.str)
        reply.text = QByteArray(raw.str, qsizetype(raw.len));
    if (reply.kind != Reply::Kind::Array)
        return reply;
    reply.items.reserve(qsizetype(raw.elements));
    for (size_t i = 0; i < raw.elements; ++i)
        reply.items.append(converted(*raw.element[i]));
    return reply;
}

} // namespace

void ReplyParser::FreeReader::operator()(redisReader *reader) const
{
    redisReaderFree(reader);
}

ReplyParser::ReplyParser()
    : m_reader(redisReaderCreate())
{
    // 0: keep the buffer. By default it is freed and allocated anew around every larger reply.
    m_reader->maxbuf = 0;
}

void ReplyParser::feed(const QByteArray &bytes)
{
    if (redisReaderFeed(m_reader.get(), bytes.constData(), size_t(bytes.size())) != REDIS_OK)
        m_broken = true;
}

std::optional<Reply> ReplyParser::next()
{
    void *raw = nullptr;
    if (m_broken || redisReaderGetReply(m_reader.get(), &raw) != REDIS_OK) {
        m_broken = true;
        return std::nullopt;
    }
    if (!raw)
        return std::nullopt;
    const Reply reply = converted(*static_cast<redisReply *>(raw));
    freeReplyObject(raw);
    return reply;
}

QByteArray encodeCommand(const QByteArrayList &arguments)
{
    std::vector<const char *> texts;
    std::vector<size_t> lengths;
    for (const QByteArray &argument : arguments) {
        texts.push_back(argument.constData());
        lengths.push_back(size_t(argument.size()));
    }
    char *command = nullptr;
    const int length = redisFormatCommandArgv(&command, int(texts.size()), texts.data(),
                                              lengths.data());
    const QByteArray bytes = length > 0 ? QByteArray(command, length) : QByteArray();
    redisFreeCommand(command);
    return bytes;
}

} // namespace pressboard::server::redis
