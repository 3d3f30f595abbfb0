// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/plain_line.h"

#include "shared/base/cut_text.h"

namespace pressboard::server {

static bool isHidden(QChar unit)
{
    constexpr QChar joinerOfEmoji = u'\u200d';
    const QChar::Category category = unit.category();
    return category == QChar::Other_Control
        || (category == QChar::Other_Format && unit != joinerOfEmoji);
}

QString plainLine(const QString &text, qsizetype units)
{
    // Whatever is far beyond the bound need not be looked at.
    QString line;
    for (const QChar unit : QStringView(text).left(units * 4)) {
        if (unit.isSpace())
            line.append(u' ');
        else if (!isHidden(unit))
            line.append(unit);
    }
    return cutToUnits(line.simplified(), units);
}

QString withoutCalls(QString text)
{
    return text.replace(u'@', u'＠').replace(u'<', u'＜').replace(u'>', u'＞');
}

} // namespace pressboard::server
