// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/icon.h"

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// A quiet button in a panel's title line: an icon, words, or both. Filled while what it stands
/// for is on.
class TitleButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TitleButton(const Theme &theme, QWidget *parent = nullptr);

    void setMark(const Icon &mark);
    void setOn(bool on);
    bool isOn() const { return m_on; }
    /// Words give way when the line is too narrow for them.
    QSize sizeHint() const override;
    int narrowWidth() const; ///< without its words; 0 when it has nothing else

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icon m_mark;
    bool m_on = false;
};

} // namespace pressboard::client
