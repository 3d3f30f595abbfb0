// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/oddity_tally.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace pressboard::server {

namespace {

using Fate = Oddity::Fate;

/// steps[17].quantity and steps[18].quantity are one mistake.
QString withoutPlaces(QString member)
{
    static const QRegularExpression places(QStringLiteral("\\[[0-9]+\\]"));
    return member.replace(places, QStringLiteral("[]"));
}

/// "order_id: found …", perhaps behind where it came from.
Oddity named(const Oddity &odd)
{
    if (odd.fate != Fate::Refused || !odd.member.isEmpty())
        return odd;
    static const QRegularExpression form(
        QStringLiteral("^(?:[^:]{0,40}: )?([a-z][a-z0-9_.\\[\\]]*): (.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(odd.reason);
    return match.hasMatch() ? Oddity{match.captured(1), odd.fate, match.captured(2)} : odd;
}

/// %1: the type, %2: the member.
QString formOf(Fate fate)
{
    switch (fate) {
    case Fate::LeftOut:
        return QStringLiteral("%1: %2 could not be read and was left out");
    case Fate::Cut:
        return QStringLiteral("%1: %2 was too long and was cut");
    case Fate::OtherStatus:
        return QStringLiteral(
            "%1: %2 is none of ours and is shown as it came (status-words can say "
            "what it means)");
    case Fate::Refused:
        break;
    }
    return QStringLiteral("%1: refused for its %2");
}

} // namespace

QString OddityTally::nameOf(Fate fate)
{
    switch (fate) {
    case Fate::LeftOut:
        return QStringLiteral("left_out");
    case Fate::Cut:
        return QStringLiteral("cut");
    case Fate::OtherStatus:
        return QStringLiteral("other_status");
    case Fate::Refused:
        break;
    }
    return QStringLiteral("refused");
}

QString OddityTally::Line::sentence() const
{
    const QString times =
        count == 1 ? QStringLiteral("once") : QStringLiteral("%1 times").arg(count);
    const QString what = formOf(fate).arg(type.isEmpty() ? QStringLiteral("an event") : type,
                                          member.isEmpty() ? QStringLiteral("content") : member);
    return QStringLiteral("%1, %2; the latest: %3.").arg(what, times, latest);
}

void OddityTally::count(const QString &type, const QList<Oddity> &oddities)
{
    for (const Oddity &odd : oddities)
        add(type, named(odd));
}

void OddityTally::add(const QString &type, const Oddity &odd)
{
    ++m_total;
    Key key{type, withoutPlaces(odd.member), odd.fate};
    if (m_lines.size() >= linesKept && !m_lines.contains(key))
        key = Key{QString(), QString(), odd.fate};
    Line &line = m_lines[key];
    std::tie(line.type, line.member, line.fate) = key;
    line.count += 1;
    line.latest = odd.reason;
}

QList<OddityTally::Line> OddityTally::lines() const
{
    QList<Line> all = m_lines.values();
    std::stable_sort(all.begin(), all.end(),
                     [](const Line &a, const Line &b) { return a.count > b.count; });
    return all;
}

QStringList OddityTally::sentences() const
{
    QStringList told;
    const QList<Line> all = lines();
    for (const Line &line : all.first(std::min(all.size(), sentencesTold)))
        told.append(line.sentence());
    if (all.size() > sentencesTold)
        told.append(QStringLiteral("%1 other kinds of what could not be read: see /readyz.")
                        .arg(all.size() - sentencesTold));
    return told;
}

QJsonArray OddityTally::toJson() const
{
    QJsonArray all;
    for (const Line &line : lines()) {
        all.append(QJsonObject{{QLatin1StringView("type"), line.type},
                               {QLatin1StringView("member"), line.member},
                               {QLatin1StringView("fate"), nameOf(line.fate)},
                               {QLatin1StringView("count"), qint64(line.count)},
                               {QLatin1StringView("latest"), line.latest}});
    }
    return all;
}

} // namespace pressboard::server
