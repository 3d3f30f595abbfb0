// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/today/due_sentence.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int textPx = 16;
constexpr int lineHeight = 26;

QFont fontOf(const Theme &theme)
{
    return theme.font(textPx, Theme::Weight::Bold);
}

} // namespace

void DueSentence::show(const DueSums &today, const DueSums &tomorrow)
{
    m_parts.clear();
    if (today.all() == 0)
        m_parts.append({tr("Nothing must go out today"), false, {}});
    else
        addDay(DueWork::Day::Today, tr("%n order(s) must go out today", nullptr, today.all()),
               today);
    if (tomorrow.all() > 0) {
        //: between two sentences
        m_parts.append({tr(".  ", "between what must go out today and tomorrow"), false, {}});
        addDay(DueWork::Day::Tomorrow, tr("Tomorrow %n order(s)", nullptr, tomorrow.all()),
               tomorrow);
    }
    updateGeometry();
    itemsChanged();
}

/// What nobody can judge is a clause of its own.
void DueSentence::addDay(DueWork::Day day, const QString &words, const DueSums &sums)
{
    m_parts.append({words, true, {day, DueVerdict::None}});
    const std::pair<DueVerdict, int> counts[] = {{DueVerdict::InTime, sums.inTime},
                                                 {DueVerdict::AtRisk, sums.atRisk},
                                                 {DueVerdict::TooLate, sums.tooLate},
                                                 {DueVerdict::Unknown, sums.unknown}};
    bool isFirst = true;
    for (const auto &[verdict, count] : counts) {
        if (count == 0)
            continue;
        const bool isOwn = verdict == DueVerdict::Unknown;
        m_parts.append({isFirst ? tr(": ") : isOwn ? tr("; ") : tr(", "), false, {}});
        //: 1: in time, at risk, too late; 2: how many
        const QString counted =
            tr("%1 %2").arg(format::verdict(verdict).toLower(), format::number(count));
        m_parts.append({counted, true, {day, verdict}});
        isFirst = false;
    }
}

QString DueSentence::text() const
{
    QString text;
    for (const Part &part : m_parts)
        text += part.text;
    return text;
}

int DueSentence::itemCount() const
{
    return int(std::count_if(m_parts.begin(), m_parts.end(),
                             [](const Part &part) { return part.isDoor; }));
}

int DueSentence::partOf(int item) const
{
    for (int part = 0; part < m_parts.size(); ++part) {
        if (m_parts.at(part).isDoor && item-- == 0)
            return part;
    }
    return 0;
}

int DueSentence::widthOf(const Part &part) const
{
    return QFontMetrics(fontOf(theme())).horizontalAdvance(part.text);
}

int DueSentence::widthOfOneLine() const
{
    int width = 0;
    for (const Part &part : m_parts)
        width += widthOf(part);
    return width;
}

QList<QRect> DueSentence::placesIn(int width) const
{
    const int tall = theme().px(lineHeight);
    QList<QRect> places;
    int left = 0;
    int top = 0;
    for (const Part &part : m_parts) {
        const int wide = widthOf(part);
        if (part.isDoor && left > 0 && left + wide > width) {
            left = 0;
            top += tall;
        }
        places.append(QRect(left, top, wide, tall));
        left += wide;
    }
    return places;
}

QRect DueSentence::itemRect(int item) const
{
    return placesIn(width()).value(partOf(item));
}

int DueSentence::heightNeeded(int width) const
{
    const QList<QRect> places = placesIn(width);
    return places.isEmpty() ? theme().px(lineHeight) : places.last().bottom() + 1;
}

/// A sentence that counts nothing has no items, and is read all the same.
void DueSentence::paintEvent(QPaintEvent *event)
{
    if (itemCount() > 0)
        return ChartItems::paintEvent(event);
    QPainter painter(this);
    paintItems(painter);
}

void DueSentence::paintItems(QPainter &painter)
{
    const QList<QRect> places = placesIn(width());
    for (int part = 0; part < m_parts.size(); ++part)
        TextLine{m_parts.at(part).text, fontOf(theme()), theme().tokens().text}.paint(
            painter, places.at(part).adjusted(0, 0, 1, 0));
}

} // namespace pressboard::client
