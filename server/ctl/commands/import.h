// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/ctl/cli/input.h"
#include "server/ctl/cli/progress.h"
#include "server/ctl/import/import_file.h"
#include "server/ctl/import/import_plan.h"
#include "server/ctl/log/book_reader.h"
#include "server/writer/redis_publisher.h"

#include <QTimer>

#include <optional>

namespace pressboard::server::ctl {

/// `import FILE`: the orders a CRM already has, one a line with its steps. All lines are checked
/// before the first is written, then the book is read and, with --as-of, what the log had since:
/// all of that, or nothing is written. Then batch after batch is written as long as nobody else
/// wrote since the book was read; else that is read first, and judged anew.
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
        bool strict = false;
    };

    Import(const Tools &tools, Options options);

    void readPiece(const QByteArray &piece);
    void finishFile();
    void note(const Event &event);
    void readSince(const Book &book);
    void askHowFarTheLogReaches();
    void handleLogState(const redis::Reply &reply);
    void plan();
    void writeNext();
    void handleStored(const ImportPlan::Batch &batch, const Result<QList<Event>> &stored);
    void accept(const ImportPlan::Batch &batch);
    void report();
    void reportOddities();
    void failWith(const QString &sentence);
    void explainFailure(const Error &error);

    Options m_options;
    Input m_input;
    ImportFile m_file;
    qint64 m_bytes = 0; ///< of the input so far
    LogReader m_since; ///< from --as-of on: what was deleted
    QList<Event> m_deletions;
    BookReader m_book;
    RedisPublisher m_publisher;
    std::optional<ImportPlan> m_plan;
    QTimer m_nextBatch;
    Progress m_progress;
};

} // namespace pressboard::server::ctl
