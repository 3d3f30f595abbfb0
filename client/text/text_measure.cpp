// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/text_measure.h"

#include <QFontMetrics>

namespace pressboard::client {

template<typename Value, typename Make>
Value TextMeasure::remembered(QHash<Key, Value> &known, const Key &key, Make make)
{
    const auto found = known.constFind(key);
    if (found != known.constEnd())
        return *found;
    if (known.size() >= mostRemembered)
        known.clear();
    return *known.insert(key, make());
}

int TextMeasure::width(const QString &text, const QFont &font)
{
    return remembered(m_widths, {text, font, -1},
                      [&] { return QFontMetrics(font).horizontalAdvance(text); });
}

QString TextMeasure::elided(const QString &text, const QFont &font, int room)
{
    return remembered(m_elided, {text, font, room},
                      [&] { return QFontMetrics(font).elidedText(text, Qt::ElideRight, room); });
}

} // namespace pressboard::client
