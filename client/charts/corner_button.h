// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/icon.h"

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// 复制图片 or 打印, in the corner of a chart.
class CornerButton final : public QAbstractButton
{
    Q_OBJECT
public:
    CornerButton(const Theme &theme, const Icon &icon, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// What became of a click, for as long as a tooltip stands.
    void say(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Icon m_icon;
};

} // namespace pressboard::client
