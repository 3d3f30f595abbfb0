// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/deflate.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

// zlib itself and not qUncompress: that takes its expected size for a hint, and doubles its buffer
// until everything fits, so that 300 KB of a bomb become 300 MB.

namespace pressboard::protocol {

namespace {

constexpr int fastest = 1; ///< a board shrinks to a tenth with it, and little further without
constexpr qsizetype usualRatio = 8; ///< of JSON rows; what shrank more costs a second buffer

/// Ends its stream whatever happens.
class Inflater
{
public:
    explicit Inflater(QByteArrayView stream)
    {
        // zlib never writes to its input; its C interface only cannot say so everywhere.
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
        m_zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(stream.data()));
        m_zlib.avail_in = uInt(stream.size());
        m_state = inflateInit(&m_zlib);
    }
    ~Inflater() { inflateEnd(&m_zlib); }
    Q_DISABLE_COPY_MOVE(Inflater)

    /// Fills `text` from `from` to its end, or as far as the stream goes. How far it got.
    qsizetype fill(QByteArray &text, qsizetype from)
    {
        if (m_state != Z_OK)
            return from;
        m_zlib.next_out = reinterpret_cast<Bytef *>(text.data() + from);
        m_zlib.avail_out = uInt(text.size() - from);
        m_state = inflate(&m_zlib, Z_SYNC_FLUSH);
        return text.size() - m_zlib.avail_out;
    }

    bool canGoOn() const { return m_state == Z_OK && m_zlib.avail_out == 0; }
    bool isWhole() const { return m_state == Z_STREAM_END && m_zlib.avail_in == 0; }

private:
    z_stream m_zlib{};
    int m_state = Z_OK;
};

} // namespace

QByteArray deflated(QByteArrayView text)
{
    uLongf size = compressBound(uLong(text.size()));
    QByteArray stream(qsizetype(size), Qt::Uninitialized);
    const int state =
        compress2(reinterpret_cast<Bytef *>(stream.data()), &size,
                  reinterpret_cast<const Bytef *>(text.data()), uLong(text.size()), fastest);
    if (state != Z_OK)
        qBadAlloc(); // the bound is never too small, so only memory can be missing
    stream.truncate(qsizetype(size));
    return stream;
}

Result<QByteArray> inflated(QByteArrayView stream, qsizetype maxBytes)
{
    constexpr qsizetype mostForZlib = std::numeric_limits<int>::max() / usualRatio;
    if (stream.size() > mostForZlib || maxBytes > mostForZlib)
        return Error{QStringLiteral("a zlib stream of %1 bytes is too large").arg(stream.size())};

    // One byte beyond the bound tells a text that just fits from one that does not.
    const qsizetype enough = maxBytes + 1;
    Inflater inflater(stream);
    QByteArray text(std::min(enough, stream.size() * usualRatio + 64), Qt::Uninitialized);
    qsizetype size = inflater.fill(text, 0);
    while (inflater.canGoOn() && size < enough) {
        text.resize(std::min(enough, size * 2));
        size = inflater.fill(text, size);
    }
    if (size > maxBytes)
        return Error{QStringLiteral("a zlib stream holds more than %1 bytes").arg(maxBytes)};
    if (!inflater.isWhole())
        return Error{QStringLiteral("not one whole zlib stream")};
    text.truncate(size);
    return text;
}

} // namespace pressboard::protocol
