// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/import.h"

#include "server/follower/log_state.h"
#include "server/log/log_place.h"
#include "server/scripts/scripts.h"

namespace pressboard::server::ctl {

namespace {

QString orders(qsizetype count)
{
    return QString::number(count)
        + (count == 1 ? QStringLiteral(" order") : QStringLiteral(" orders"));
}

} // namespace

MadeCommand Import::make(const Arguments &arguments, const Tools &tools)
{
    Options options{arguments.plain().first(), std::nullopt, arguments.has("complete"),
                    arguments.has("strict")};
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
    , m_input(m_options.file)
    , m_file(m_input.name(), tools.reading,
             m_options.strict ? ImportFile::Reading::Strict : ImportFile::Reading::Kind)
    , m_since(tools.redis, tools.keys, tools.reading)
    , m_book(tools.redis, tools.keys, tools.reading)
    , m_publisher(tools.redis, tools.keys)
    , m_progress(tools.clock, tools.err, tools.errIsTerminal)
{
    connect(&m_input, &Input::arrived, this, &Import::readPiece);
    connect(&m_input, &Input::ended, this, &Import::finishFile);
    connect(&m_input, &Input::failed, this,
            [this](const Error &error) { failWith(error.message); });
    connect(&m_since, &LogReader::passed, this, [this](StreamId, const Event *event) {
        if (event)
            note(*event);
    });
    connect(&m_book, &BookReader::passed, this, &Import::note);
    connect(&m_book, &BookReader::read, this, &Import::readSince, Qt::SingleShotConnection);
    connect(&m_since, &LogReader::ended, this, &Import::askHowFarTheLogReaches);
    connect(&m_since, &LogReader::failed, this, &Import::explainFailure);
    connect(&m_book, &BookReader::failed, this, &Import::explainFailure);
    m_nextBatch.setSingleShot(true);
    connect(&m_nextBatch, &QTimer::timeout, this, &Import::writeNext);
}

void Import::start()
{
    m_input.start();
}

void Import::readPiece(const QByteArray &piece)
{
    m_file.feed(piece);
    m_bytes += piece.size();
    if (m_file.isHopeless()) {
        m_input.stop();
        finishFile();
    } else if (m_input.size() > 0) {
        m_progress.show(QStringLiteral("%1 read, %2 % of the file")
                            .arg(orders(m_file.orders().size()))
                            .arg(m_bytes * 100 / m_input.size()));
    } else {
        m_progress.show(QStringLiteral("%1 read").arg(orders(m_file.orders().size())));
    }
}

void Import::finishFile()
{
    m_file.finish();
    if (m_file.problems().isEmpty())
        return m_book.start();
    m_progress.clear();
    for (const QString &problem : m_file.problems())
        warn(problem);
    failWith(QStringLiteral("Nothing was written."));
}

/// What comes before there is a plan, it is told then; of that only deletions matter to it.
void Import::note(const Event &event)
{
    if (m_plan)
        m_plan->note(event);
    else if (event.data.value(QLatin1StringView("action")) == QLatin1StringView("deleted"))
        m_deletions.append(event);
}

/// After the book, so that no deletion falls between the two.
void Import::readSince(const Book &book)
{
    if (!m_options.asOf) {
        plan();
    } else if (*m_options.asOf > book.position) {
        failWith(
            QStringLiteral("--as-of %1 is ahead of the log, which ends at %2: it is a position "
                           "of another log. Nothing was written.")
                .arg(m_options.asOf->toString(), book.position.toString()));
    } else {
        m_since.start(*m_options.asOf);
    }
}

/// What was deleted since must not come back, and only the log tells it. Asked when it was read,
/// so that nothing can have been trimmed before that.
void Import::askHowFarTheLogReaches()
{
    m_tools.redis.script(scripts::logState(), stateKeys(m_tools.keys), LogPlace().toArguments(),
                         this, [this](const redis::Reply &reply) { handleLogState(reply); });
}

void Import::handleLogState(const redis::Reply &reply)
{
    const auto state = LogState::fromReply(reply);
    if (!state) {
        explainFailure(state.error());
    } else if (!state->hasAllSince(*m_options.asOf)) {
        failWith(QStringLiteral("--as-of %1 is older than what the log still has, so that nobody "
                                "knows what was deleted since. Nothing was written. Make the file "
                                "anew, and import that with its new position.")
                     .arg(m_options.asOf->toString()));
    } else {
        plan();
    }
}

/// Without --as-of the file is as new as this moment: what comes while it is written is newer.
void Import::plan()
{
    m_plan.emplace(m_file.orders(), m_options.asOf.value_or(m_book.book().position),
                   m_options.complete);
    for (const Event &deletion : std::as_const(m_deletions))
        m_plan->note(deletion);
    connect(&m_book, &BookReader::read, this, &Import::writeNext);
    writeNext();
}

void Import::writeNext()
{
    const ImportPlan::Batch batch = m_plan->nextBatch(m_book.book());
    if (batch.events.isEmpty())
        accept(batch);
    else
        m_publisher.appendAfter(
            m_book.book().position, batch.events,
            [this, batch](const Result<QList<Event>> &stored) { handleStored(batch, stored); });
}

void Import::handleStored(const ImportPlan::Batch &batch, const Result<QList<Event>> &stored)
{
    if (!stored) {
        explainFailure(stored.error());
        return;
    }
    if (stored->isEmpty()) {
        m_book.readOn(); // somebody was faster; read() writes on
        return;
    }
    for (const Event &event : *stored)
        m_book.append(event);
    accept(batch);
}

void Import::accept(const ImportPlan::Batch &batch)
{
    m_plan->accept(batch);
    m_progress.show(
        QStringLiteral("%1 of %2 done").arg(m_plan->judged()).arg(orders(m_plan->orders())));
    if (batch.isLast)
        report();
    else
        m_nextBatch.start(0); // by way of the loop, for Ctrl-C
}

void Import::report()
{
    m_progress.clear();
    const ImportPlan::Counts &counts = m_plan->counts();
    QString sentence = QStringLiteral("Imported: %1 new or changed, %2 as before")
                           .arg(orders(counts.written))
                           .arg(counts.unchanged);
    if (m_options.complete)
        sentence += QStringLiteral(", %1 removed").arg(counts.removed);
    say(sentence + u'.');
    reportOddities();
    if (counts.leftAlone > 0) {
        say(QStringLiteral("In %1 something is newer than %2 and was left alone. What nobody has "
                           "said of them since, a new file with its new position brings.")
                .arg(orders(counts.leftAlone), m_plan->asOf().toString()));
    }
    succeed();
}

void Import::reportOddities()
{
    const qsizetype count = m_file.oddityCount();
    if (count == 0)
        return;
    const qsizetype shown = m_file.oddities().size();
    say(QStringLiteral("Not taken as it is written: %1%2")
            .arg(count)
            .arg(count > shown ? QStringLiteral(", the first %1:").arg(shown)
                               : QStringLiteral(":")));
    for (const QString &oddity : m_file.oddities())
        say(oddity);
}

void Import::failWith(const QString &sentence)
{
    m_input.stop();
    m_progress.clear();
    fail(sentence);
}

void Import::explainFailure(const Error &error)
{
    failWith(QStringLiteral("%1 Run the import again: it goes on where it was, and nothing is "
                            "doubled.")
                 .arg(error.message));
}

} // namespace pressboard::server::ctl
