// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/status_words.h"
#include "client/text/text_line.h"

#include <QWidget>

namespace pressboard::client {

class Actions;
class OutlineButton;
class Theme;

/// What stands in the header while the board is not live. It lies over the items of the header,
/// so it pushes nothing at the worst moment. Red means cut; on the way (connecting, syncing) it
/// is plain.
class Banner final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    Banner(const Theme &theme, const Actions &actions, QWidget *parent = nullptr);

    void show(const BannerWords &words);
    const BannerWords &words() const { return m_words; }
    /// Room for all its words.
    int wantedWidth() const;
    /// Room for that the board is old, since when, and what to do about it.
    int leastWidth() const;
    /// All of it as one sentence, for people who listen.
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void act();
    void placeButton();
    bool showsProgress() const;
    /// Where one line is too short for all, what to do stands in a second one.
    bool hasTwoLines() const;
    int titleWidth() const;
    int oneLineWidth() const;
    int twoLinesWidth() const;
    int textLeft() const;
    void paintOneLine(QPainter &painter, int right) const;
    void paintTwoLines(QPainter &painter, int right) const;
    bool hasButton() const { return m_words.act != BannerWords::Act::None; }
    TextLine line(const QString &text, int designPx, bool bold) const;
    QColor fill() const;
    QColor ink() const;

    const Theme &m_theme;
    const Actions &m_actions;
    BannerWords m_words;
    OutlineButton *m_button;
};

} // namespace pressboard::client
