// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/feed_row.h"
#include "client/text/wrapped_text.h"

#include <QList>

class QPainter;

namespace pressboard::client {

class Theme;

/// Where the words of one row stand at a width: as many lines as they need, nothing is cut. Asked
/// for the height and for the picture, so the two cannot differ.
class FeedRowLayout
{
public:
    FeedRowLayout(const FeedRow &row, const Theme &theme, int width);

    int height() const { return m_height; }
    QRect act() const { return m_act; } ///< its button; null: it has none
    /// With its upper left corner at 0, 0.
    void paint(QPainter &painter) const;

private:
    struct Block
    {
        WrappedText words;
        QRect box;
    };
    void placeItem();
    void placeLink();
    void placeAct();
    void placeLine();
    /// Below what is there, `indent` from the right kept free; nothing for no words.
    void append(const WrappedText &words, int indent = 0);
    WrappedText title() const;
    WrappedText words(const QString &text, int px, const QColor &color) const;
    void paintMark(QPainter &painter) const;
    void paintUnread(QPainter &painter) const;
    void paintAct(QPainter &painter) const;

    const FeedRow &m_row;
    const Theme &m_theme;
    int m_width;
    int m_left = 0; ///< of the words
    int m_height = 0;
    QList<Block> m_blocks;
    QRect m_time;
    QRect m_link; ///< behind the order's number
    QRect m_act;
};

} // namespace pressboard::client
