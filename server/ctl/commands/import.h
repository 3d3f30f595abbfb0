// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/book_reader.h"
#include "server/ctl/bulk_append.h"
#include "server/ctl/command_table.h"

#include <QSet>

#include <optional>

namespace pressboard::server::ctl {

/// `import FILE`: the orders a CRM already has, one a line with its steps. All lines are checked
/// before the first is written; importing a file again changes nothing.
class Import final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    void start() override;

private:
    struct Options
    {
        QString file;
        std::optional<StreamId> asOf;
        bool complete = false;
    };

    Import(const Tools &tools, Options options);

    void write(const Book &book);
    QList<Event> removals(const Book &book, StreamId asOf) const;
    Event completion(StreamId asOf) const;
    void explainFailure(const Error &error, int stored);

    Options m_options;
    QList<Event> m_events;
    BookReader m_book;
    BulkAppend m_append;
};

} // namespace pressboard::server::ctl
