// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/reply_parser.h"

#include <hiredis/hiredis.h>

#include <algorithm>
#include <vector>

namespace pressboard::server::redis {

namespace {

/// Where the value that hiredis reads belongs. It reads from left to right and to the end of each
/// list, so the place is always behind what its list has, and what it began stays where it is.
Reply *place(const redisReadTask *task, Reply::Kind kind)
{
    Reply *reply =
        task->parent ? &static_cast<Reply *>(task->parent->obj)->items.emplaceBack() : new Reply;
    reply->kind = kind;
    return reply;
}

void *createString(const redisReadTask *task, char *text, size_t length)
{
    const auto kind = task->type == REDIS_REPLY_STATUS ? Reply::Kind::Status
        : task->type == REDIS_REPLY_ERROR              ? Reply::Kind::Error
                                                       : Reply::Kind::String;
    Reply *reply = place(task, kind);
    reply->text = QByteArray(text, qsizetype(length));
    return reply;
}

/// An `int` or, since hiredis 1.0, a `size_t`; how many it says there are is not believed.
template<typename Count> void *createArray(const redisReadTask *task, Count count)
{
    constexpr Count believed = 2000;
    Reply *reply = place(task, Reply::Kind::Array);
    reply->items.reserve(qsizetype(std::min(count, believed)));
    return reply;
}

void *createInteger(const redisReadTask *task, long long number)
{
    Reply *reply = place(task, Reply::Kind::Integer);
    reply->integer = number;
    return reply;
}

void *createNil(const redisReadTask *task)
{
    return place(task, Reply::Kind::Nil);
}

/// Only ever of a whole reply.
void discard(void *reply)
{
    delete static_cast<Reply *>(reply);
}

/// Replies are made as ours at once: hiredis' own would be as many allocations again, and the log
/// is read a thousand entries at a time.
redisReplyObjectFunctions *makers()
{
    static redisReplyObjectFunctions functions = [] {
        redisReplyObjectFunctions all{};
        all.createString = &createString;
        all.createArray = &createArray;
        all.createInteger = &createInteger;
        all.createNil = &createNil;
        all.freeObject = &discard;
        return all;
    }();
    return &functions;
}

} // namespace

void ReplyParser::FreeReader::operator()(redisReader *reader) const
{
    redisReaderFree(reader);
}

ReplyParser::ReplyParser()
    : m_reader(redisReaderCreateWithFunctions(makers()))
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
    const std::unique_ptr<Reply> reply(static_cast<Reply *>(raw));
    return std::move(*reply);
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
    const int length =
        redisFormatCommandArgv(&command, int(texts.size()), texts.data(), lengths.data());
    const QByteArray bytes = length > 0 ? QByteArray(command, length) : QByteArray();
    redisFreeCommand(command);
    return bytes;
}

} // namespace pressboard::server::redis
