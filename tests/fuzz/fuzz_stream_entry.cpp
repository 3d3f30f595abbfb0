// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/entry_reader.h"
#include "server/log/frames.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace pressboard;
using namespace pressboard::server;

namespace {

/// A line is an entry: its type, its groups and its data, with tabs between.
redis::StreamEntry entryOf(const QByteArray &line, StreamId id)
{
    const qsizetype first = line.indexOf('\t');
    const qsizetype second = line.indexOf('\t', first + 1);
    redis::StreamEntry entry;
    entry.id = id;
    entry.fields.append({"type", line.left(first)});
    if (first >= 0 && second > first + 1)
        entry.fields.append({"groups", line.mid(first + 1, second - first - 1)});
    entry.fields.append({"data", line.mid(second + 1)});
    return entry;
}

void checkJson(const QByteArray &text)
{
    if (!text.isEmpty() && !QJsonDocument::fromJson(text).isObject())
        std::abort();
}

void check(const RingEntry &entry)
{
    for (const QByteArray &text : {entry.text, entry.gained, entry.lost, entry.classic})
        checkJson(text);
}

} // namespace

/// Entries of the log, as anybody may have written them, up to the frames that clients get.

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    using Type = CustomField::Type;
    static const CustomFields fields{{{QStringLiteral("paper"), QStringLiteral("p"), Type::Text},
                                      {QStringLiteral("page"), QStringLiteral("l"), Type::Link}},
                                     {{QStringLiteral("plates"), QStringLiteral("n"), Type::Number},
                                      {QStringLiteral("proof"), QStringLiteral("d"), Type::Date}}};
    static const EntryReader reader(ReadingRules(QTimeZone("Asia/Shanghai"), {}, fields));
    Book book;
    book.setCustomFields(fields);
    StreamId id{1'795'423'846'000, 0};
    for (const QByteArray &line : input.split('\n')) {
        ++id.seq;
        const auto read = reader.read(entryOf(line, id));
        const auto *event = std::get_if<Event>(&read);
        if (event == nullptr) {
            if (std::get<Rejected>(read).reason.isEmpty())
                std::abort();
            continue;
        }
        const Change change = apply(book, *event);
        check(liveEntry(*event, change, book));
        checkJson(classicTextOf(*event));
    }
    return 0;
}
