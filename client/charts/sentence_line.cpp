// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/sentence_line.h"

#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {

static constexpr int around = 2; ///< of a number, design px

void SentenceLine::tell(const Told &told)
{
    m_told = told;
    setFocusPolicy(told.doors.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    setAnswer(told.text, told.text);
    itemsChanged();
}

WrappedText SentenceLine::text() const
{
    return {m_told.text, theme().font(16, Theme::Weight::Bold), theme().tokens().text};
}

QRect SentenceLine::itemRect(int item) const
{
    const Told::Door &door = m_told.doors.at(item);
    const int more = theme().px(around);
    return text().placeOf(door.begin, door.length, rect()).adjusted(-more, 0, more, 0);
}

void SentenceLine::paintItems(QPainter &painter)
{
    text().paint(painter, rect());
}

/// Also a sentence without a number is read.
void SentenceLine::paintEvent(QPaintEvent *event)
{
    if (itemCount() > 0)
        return ChartItems::paintEvent(event);
    QPainter painter(this);
    paintItems(painter);
}

} // namespace pressboard::client
