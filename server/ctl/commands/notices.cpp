// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/notices.h"

#include "server/ctl/commands/stations.h"

namespace pressboard::server::ctl {

MadeCommand Notices::make(const Arguments &, const Tools &tools)
{
    return std::unique_ptr<Command>(new Notices({}, tools));
}

MadeCommand Notices::makeReceipts(const Arguments &arguments, const Tools &tools)
{
    const auto id = StreamId::parse(QStringView(arguments.plain().first()));
    if (!id || id->isNull())
        return Error{QStringLiteral("\"%1\" is no id of a notice: \"pressboardctl notices\" lists "
                                    "them.")
                         .arg(arguments.plain().first())};
    return std::unique_ptr<Command>(new Notices(*id, tools));
}

Notices::Notices(StreamId notice, const Tools &tools)
    : Command(tools)
    , m_notice(notice)
    , m_store(tools.redis, tools.keys)
{
}

void Notices::start()
{
    ask({"ZRANGE", m_tools.keys.servers(), "0", "-1"}, [this](const redis::Reply &servers) {
        for (const redis::Reply &server : servers.items)
            m_servers.insert(QString::fromUtf8(server.text));
    });
    readOnline();
}

void Notices::readOnline()
{
    ask({"HGETALL", m_tools.keys.stations()}, [this](const redis::Reply &reply) {
        for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2) {
            const auto station = StationRecord::fromJson(QString::fromUtf8(reply.items[i].text),
                                                         reply.items[i + 1].text);
            if (station && m_servers.contains(station->server))
                m_online.insert(station->id);
        }
        tell();
    });
}

void Notices::tell()
{
    if (m_notice.isNull())
        tellNotices();
    else
        tellReceipts();
}

ReceiptRows::IsOnline Notices::onlineAsked() const
{
    return [this](const QString &station) { return m_online.contains(station); };
}

void Notices::tellNotices()
{
    m_store.readSent({}, {}, shown, this, [this](const QList<ReceiptStore::SentNotice> &sent) {
        for (const ReceiptStore::SentNotice &each : sent) {
            say(QStringLiteral("%1  %2  %3  %4")
                    .arg(each.id.toString(), shownMoment(momentOf(each.id), m_tools.config),
                         numbersOf(each.rows), Notice{{}, {}, each.rows.data}.message()));
        }
        if (sent.isEmpty())
            warn(QStringLiteral("No notice yet of which anybody wants to know: an error, one to be "
                                "confirmed, or an alarm."));
        succeed();
    });
}

QString Notices::numbersOf(const ReceiptRows &rows) const
{
    const protocol::ReceiptCounts counts = rows.counts(onlineAsked());
    const int people = counts.expected - counts.walls;
    return QStringLiteral("delivered %1/%2, seen %3/%4, confirmed %5/%4")
        .arg(counts.delivered)
        .arg(counts.expected)
        .arg(counts.seen)
        .arg(people)
        .arg(counts.confirmed);
}

void Notices::tellReceipts()
{
    m_store.read(m_notice, this, [this](const std::optional<ReceiptRows> &rows) {
        if (!rows)
            return fail(QStringLiteral("Nobody tells of that notice: it is older than 30 days, or "
                                       "neither an error nor to be confirmed nor an alarm. "
                                       "\"pressboardctl notices\" lists those that are."));
        say(Notice{{}, {}, rows->data}.message());
        say(numbersOf(*rows));
        for (const protocol::Receipts::Row &row : rows->list(onlineAsked()))
            say(lineOf(row));
        succeed();
    });
}

QString Notices::lineOf(const protocol::Receipts::Row &row) const
{
    const auto told = [this](OptionalMoment moment) {
        return (moment ? shownMoment(*moment, m_tools.config) : QStringLiteral("-"))
            .leftJustified(16);
    };
    return QStringList{row.online ? QStringLiteral("on ") : QStringLiteral("off"),
                       row.kind.leftJustified(7),
                       row.name.leftJustified(16),
                       row.user.leftJustified(12),
                       told(row.times.delivered),
                       told(row.times.seen),
                       told(row.times.confirmed)}
        .join(u' ')
        .trimmed();
}

} // namespace pressboard::server::ctl
