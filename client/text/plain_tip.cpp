// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/plain_tip.h"

#include <QTextDocument>
#include <QToolTip>
#include <QWidget>

namespace pressboard::client {

QString plainTip(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return QStringLiteral("<qt>%1</qt>")
        .arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

QString withoutMarkup(QString text)
{
    return text.replace(u'<', QChar(0x2039)).replace(u'&', QChar(0xff06));
}

void setPlainTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(plainTip(text));
}

void showPlainTip(const QPoint &place, const QString &text, QWidget *widget, const QRect &area)
{
    QToolTip::showText(place, plainTip(text), widget, area);
}

} // namespace pressboard::client
