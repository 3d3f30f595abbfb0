// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include <array>

namespace pressboard::test {

namespace {

constexpr qsizetype maxBytes = 8 * 1024;

/// Where formats begin and lengths turn over.
constexpr std::array<quint8, 16> edges{0x00, 0x01, 0x7f, 0x80, 0x81, 0x8f, 0x90, 0xa0,
                                       0xc1, 0xc4, 0xc9, 0xd9, 0xdb, 0xdd, 0xdf, 0xff};

} // namespace

Mutator::Mutator(QList<QByteArray> corpus, quint32 seed)
    : m_corpus(std::move(corpus))
    , m_random(seed)
{
}

QByteArray Mutator::next()
{
    QByteArray bytes = m_corpus[m_random.bounded(m_corpus.size())];
    for (int changes = m_random.bounded(1, 9); changes > 0; --changes)
        change(bytes);
    return bytes.left(maxBytes);
}

qsizetype Mutator::place(const QByteArray &bytes)
{
    return m_random.bounded(bytes.size() + 1);
}

QByteArray Mutator::piece()
{
    const QByteArray &from = m_corpus[m_random.bounded(m_corpus.size())];
    return from.mid(place(from), m_random.bounded(1, 32));
}

void Mutator::change(QByteArray &bytes)
{
    const qsizetype at = place(bytes);
    const int kind = m_random.bounded(7);
    if (kind == 0 && at < bytes.size())
        bytes[at] = char(bytes[at] ^ (1 << m_random.bounded(8)));
    else if (kind == 1 && at < bytes.size())
        bytes[at] = char(edges[std::size_t(m_random.bounded(int(edges.size())))]);
    else if (kind == 2)
        bytes.insert(at, char(m_random.bounded(256)));
    else if (kind == 3)
        bytes.remove(at, m_random.bounded(1, 16));
    else if (kind == 4)
        bytes.insert(at, piece());
    else if (kind == 5)
        bytes.insert(at, bytes.mid(at, 4).repeated(m_random.bounded(1, 40)));
    else if (kind == 6 && m_random.bounded(4) == 0)
        bytes.truncate(at);
}

} // namespace pressboard::test
