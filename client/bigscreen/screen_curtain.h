// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class BigStyle;

/// Covers a whole screen: with a sentence when there is no board to show, or with nothing while
/// the shop sleeps. Never a dialog: nobody stands there to answer one.
class ScreenCurtain final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind {
        Open, ///< the board is seen
        Sentence,
        Dark,
    };

    /// The sizes are those of its two sentences, in the design's pixels.
    ScreenCurtain(const BigStyle &style, int titleSize, int textSize, QWidget *parent = nullptr);

    /// `title` is large, `text` says what to do; a dark curtain says neither.
    void show(Kind kind, const QString &title = {}, const QString &text = {});
    Kind kind() const { return m_kind; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const BigStyle &m_style;
    const int m_titleSize;
    const int m_textSize;
    Kind m_kind = Kind::Open;
    QString m_title;
    QString m_text;
};

} // namespace pressboard::client
