// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// 复制图片, in the corner of a chart.
class CopyButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CopyButton(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// Says that it is done, for as long as a tooltip stands.
    void confirm();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace pressboard::client
