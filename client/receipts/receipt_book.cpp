// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/receipts/receipt_book.h"

#include <QJsonArray>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int states = 3;

int countOf(ReceiptBook::State state)
{
    return int(state) + 1;
}

} // namespace

bool ReceiptBook::note(StreamId notice, State state)
{
    Entry &entry = m_entries[notice];
    if (entry.here >= countOf(state))
        return false;
    entry.here = countOf(state);
    letGo();
    return true;
}

/// What the server knows of this station happened here, whatever this program remembers.
bool ReceiptBook::acknowledge(StreamId notice, State state)
{
    Entry &entry = m_entries[notice];
    if (entry.server >= countOf(state))
        return false;
    entry.server = countOf(state);
    entry.here = std::max(entry.here, entry.server);
    letGo();
    return true;
}

bool ReceiptBook::reached(StreamId notice, State state) const
{
    return m_entries.value(notice).here >= countOf(state);
}

QList<StreamId> ReceiptBook::unacknowledged(State state) const
{
    QList<StreamId> notices;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->here == countOf(state) && entry->server < entry->here)
            notices.append(entry.key());
    }
    return notices;
}

QSet<StreamId> ReceiptBook::confirmed() const
{
    QSet<StreamId> notices;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->here == states)
            notices.insert(entry.key());
    }
    return notices;
}

void ReceiptBook::letGo()
{
    while (m_entries.size() > most)
        m_entries.erase(m_entries.begin());
}

QJsonObject ReceiptBook::toJson() const
{
    QJsonObject object;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
        object.insert(entry.key().toString(), QJsonArray{entry->here, entry->server});
    return object;
}

ReceiptBook ReceiptBook::fromJson(const QJsonObject &object)
{
    ReceiptBook book;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto notice = StreamId::parse(QStringView(member.key()));
        const QJsonArray counts = member.value().toArray();
        const Entry entry{counts.at(0).toInt(), counts.at(1).toInt()};
        if (notice && entry.here >= 1 && entry.here <= states && entry.server >= 0
            && entry.server <= entry.here)
            book.m_entries.insert(*notice, entry);
    }
    book.letGo();
    return book;
}

} // namespace pressboard::client
