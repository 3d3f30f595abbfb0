// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRect>
#include <QString>

class QPainter;

namespace pressboard::client {

class Theme;

/// The names of colours at the left, a note at the right; below each other where it is narrow.
struct LegendLine
{
    struct Entry
    {
        QString name;
        QColor color;
        bool isLine = false;
    };
    QList<Entry> entries;
    QString note;

    int height(const Theme &theme, int width) const;
    void paint(QPainter &painter, const QRect &box, const Theme &theme) const;

private:
    int entriesWidth(const Theme &theme) const;
    int noteWidth(const Theme &theme) const;
    bool isTwoLines(const Theme &theme, int width) const;
    void paintEntries(QPainter &painter, QRect line, const Theme &theme) const;
};

} // namespace pressboard::client
