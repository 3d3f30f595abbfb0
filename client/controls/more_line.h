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
    /// Where it stands. It says nothing where there is too little room for its words.
    void place(const QRect &box);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    bool fits() const;

    const Theme &m_theme;
    int m_rows = 0;
};

} // namespace pressboard::client
