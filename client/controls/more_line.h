// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// "3 more rows" under a list that goes on below; a click turns to them.
class MoreLine final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit MoreLine(const Theme &theme, QWidget *parent = nullptr);

    /// None: it says nothing.
    void setRows(int below);
    /// Where it may stand: at the right of it, as wide as its words. It says nothing where there is
    /// too little room for them.
    void place(const QRect &room);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fit();

    const Theme &m_theme;
    QRect m_room;
    int m_rows = 0;
};

} // namespace pressboard::client
