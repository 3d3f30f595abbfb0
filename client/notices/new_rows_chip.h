// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// "3 条新的": over the top of a list that somebody scrolled away from its newest rows.
class NewRowsChip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NewRowsChip(const Theme &theme, QWidget *parent = nullptr);

    void setCount(int count); ///< 0 hides it
    int count() const { return m_count; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    int m_count = 0;
};

} // namespace pressboard::client
