// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace pressboard::test {

/// A run of text as it was painted, in the coordinates of its widget.
struct PaintedText
{
    QString text;
    QRectF box; ///< from its first to its last letter, one line high
    QRectF ink; ///< what of it is really dark
};

/// What one widget paints itself, without what is in it. Runs that continue each other are one.
QList<PaintedText> paintedTexts(QWidget &widget);

/// What is wrong with the texts of a window, as sentences: one that leaves its widget, one that
/// lies over another, one that was cut although it is none of `mayBeCut`. What lies wholly under
/// something else is not seen.
QStringList textFaults(QWidget &window, const QStringList &mayBeCut);

} // namespace pressboard::test
