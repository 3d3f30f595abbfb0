// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/import.h"

#include "server/ctl/import_file.h"

#include <QSet>

namespace pressboard::server::ctl {

MadeCommand Import::make(const Arguments &arguments, const Tools &tools)
{
    Options options{arguments.plain().first(), std::nullopt, arguments.has("complete")};
    if (arguments.has("as-of")) {
        options.asOf = StreamId::parse(QStringView(arguments.value("as-of")));
        if (!options.asOf) {
            return Error{
                QStringLiteral("--as-of: found \"%1\", expected a position of the log such "
                               "as 1795423846000-0 (\"pressboardctl status\" tells it)")
                    .arg(arguments.value("as-of"))};
        }
    }
    return std::unique_ptr<Command>(new Import(tools, options));
}

Import::Import(const Tools &tools, Options options)
    : Command(tools)
    , m_options(std::move(options))
    , m_book(tools.redis, tools.keys, tools.config.timezone)
    , m_append(tools.redis, tools.keys)
{
    connect(&m_book, &BookReader::read, this, &Import::write);
    connect(&m_book, &BookReader::failed, this,
            [this](const Error &error) { explainFailure(error, 0); });
    connect(&m_append, &BulkAppend::failed, this, &Import::explainFailure);
    connect(&m_append, &BulkAppend::progressed, this, [this](int stored, int of) {
        m_tools.err << stored << " of " << of << " written" << Qt::endl;
    });
    connect(&m_append, &BulkAppend::finished, this, [this] {
        say(QStringLiteral("Imported: %1 entries are in the log.").arg(m_events.size()));
        succeed();
    });
}

void Import::start()
{
    const ImportFile file = ImportFile::read(m_options.file, m_tools.config.timezone);
    if (!file.problems.isEmpty()) {
        fail(file.problems.join(u'\n') + QStringLiteral("\nNothing was written."));
        return;
    }
    m_tools.err << file.orders.size() << " orders read, none wrong." << Qt::endl;
    m_events = file.orders;
    m_book.start();
}

void Import::write(const Book &book)
{
    if (m_options.asOf && *m_options.asOf > book.position) {
        fail(QStringLiteral("--as-of %1 is ahead of the log, which ends at %2: it is a position of "
                            "another log. Nothing was written.")
                 .arg(m_options.asOf->toString(), book.position.toString()));
        return;
    }
    if (m_options.asOf) {
        for (Event &event : m_events)
            event.data.insert(QLatin1StringView("as_of"), m_options.asOf->toString());
    }
    if (m_options.complete) {
        const StreamId asOf = m_options.asOf.value_or(book.position);
        m_events += removals(book, asOf);
        m_events.append(completion(asOf));
    }
    m_append.start(m_events);
}

/// Of the orders that the file does not know: those touched after it was made are newer than it.
QList<Event> Import::removals(const Book &book, StreamId asOf) const
{
    QSet<qint64> kept;
    for (const Event &event : m_events)
        kept.insert(event.data.value(QLatin1StringView("order_id")).toInteger());
    QList<Event> removed;
    for (const Order &order : book.orders()) {
        if (kept.contains(order.orderId) || order.touched > asOf)
            continue;
        const QJsonObject data{{QLatin1StringView("order_id"), order.orderId},
                               {QLatin1StringView("action"), QStringLiteral("deleted")},
                               {QLatin1StringView("as_of"), asOf.toString()}};
        removed.append(Event{{}, event_type::order, data, order.audience, importSource()});
    }
    return removed;
}

Event Import::completion(StreamId asOf) const
{
    const QJsonObject data{{QLatin1StringView("as_of"), asOf.toString()},
                           {QLatin1StringView("complete"), true}};
    return Event{{}, event_type::import, data, {}, importSource()};
}

void Import::explainFailure(const Error &error, int stored)
{
    fail(QStringLiteral("%1 After %2 of %3 entries: run the import again, what was written already "
                        "is not doubled.")
             .arg(error.message)
             .arg(stored)
             .arg(m_events.size()));
}

} // namespace pressboard::server::ctl
