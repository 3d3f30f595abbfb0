// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/message_pack.h"

#include "server/ingest/channels/json_builder.h"

#define MSGPACK_NO_BOOST
#include <msgpack.hpp>

#include <limits>

namespace pressboard::server {

namespace {

/// The library's parser calls it step by step: nothing is built that is beyond the bounds.
class Visitor : public msgpack::null_visitor
{
public:
    Visitor(qsizetype size, int maxDepth)
        : m_size(size)
        , m_builder(maxDepth)
    {
    }

    bool visit_nil() { return m_builder.value(QJsonValue::Null); }
    bool visit_boolean(bool value) { return m_builder.value(value); }
    bool visit_negative_integer(int64_t value) { return m_builder.value(qint64(value)); }
    bool visit_float32(float value) { return m_builder.number(double(value)); }
    bool visit_float64(double value) { return m_builder.number(value); }
    bool visit_positive_integer(uint64_t value)
    {
        return value > uint64_t(std::numeric_limits<qint64>::max())
            ? m_builder.number(double(value))
            : m_builder.value(qint64(value));
    }
    bool visit_str(const char *text, uint32_t size)
    {
        return m_builder.text(QByteArray(text, qsizetype(size)));
    }
    bool visit_bin(const char *bytes, uint32_t size)
    {
        return m_builder.value(QString::fromLatin1(QByteArray(bytes, qsizetype(size)).toBase64()));
    }
    bool visit_ext(const char *, uint32_t)
    {
        return m_builder.fail(QStringLiteral("it holds an extension type"));
    }
    bool start_array(uint32_t items) { return m_builder.beginArray(items, m_size); }
    bool end_array() { return m_builder.end(); }
    bool start_map(uint32_t fields) { return m_builder.beginObject(fields); }
    bool end_map() { return m_builder.end(); }
    void parse_error(size_t, size_t at)
    {
        m_builder.fail(QStringLiteral("byte %1 begins no value").arg(at));
    }
    void insufficient_bytes(size_t, size_t)
    {
        m_builder.fail(QStringLiteral("it ends in the middle"));
    }

    const JsonBuilder &builder() const { return m_builder; }

private:
    qsizetype m_size;
    JsonBuilder m_builder;
};

Error notMessagePack(const QString &why)
{
    return Error{QStringLiteral("not valid MessagePack: ") + why};
}

} // namespace

Result<QJsonObject> fromMessagePack(const QByteArray &bytes, int maxDepth)
{
    if (bytes.isEmpty())
        return notMessagePack(QStringLiteral("it is empty"));
    Visitor visitor(bytes.size(), maxDepth);
    std::size_t end = 0;
    msgpack::parse(bytes.constData(), std::size_t(bytes.size()), end, visitor);
    if (!visitor.builder().error().isEmpty())
        return notMessagePack(visitor.builder().error());
    if (!visitor.builder().result().isObject())
        return notMessagePack(QStringLiteral("it is not a map of fields"));
    if (end < std::size_t(bytes.size()))
        return notMessagePack(QStringLiteral("more bytes follow behind its end"));
    return visitor.builder().result().toObject();
}

} // namespace pressboard::server
