// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/icon.h"

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// One item at the right of the header: a mark, a few words, a hairline before it. Things that
/// only inform take neither focus nor clicks.
class HeaderButton final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { Info, Action };
    enum class Tone {
        Normal,
        Amber, ///< orange text: the CRM is silent, this clock is wrong
    };

    HeaderButton(const Theme &theme, Kind kind, QWidget *parent = nullptr);

    void setMark(const Icon &icon);
    /// The 8-px connection dot in place of an icon; green only when live, amber with the words.
    void setDot(bool shown, bool live);
    void setWords(const QString &words, Tone tone = Tone::Normal);
    /// Leaves only the mark when the header gets narrow; the words stay in the tooltip.
    void setCompact(bool compact);
    /// What it opens is open.
    void setOn(bool on);
    /// No hairline before the first of a row.
    void setFirst(bool first);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int markWidth() const;
    void paintMark(QPainter &painter, int left) const;

    const Theme &m_theme;
    Kind m_kind;
    Tone m_tone = Tone::Normal;
    Icon m_icon;
    bool m_dotShown = false;
    bool m_dotLive = false;
    bool m_compact = false;
    bool m_on = false;
    bool m_first = false;
};

} // namespace pressboard::client
