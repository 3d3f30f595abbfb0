// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// Rare things fold into one line with a count; a click unfolds them.
class FoldLine final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FoldLine(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace pressboard::client
