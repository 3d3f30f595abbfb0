// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace pressboard::client {

/// A check box whose words wrap: a whole sentence has room in a narrow window and in large type.
class CheckLine final : public QCheckBox
{
    Q_OBJECT
public:
    explicit CheckLine(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool hitButton(const QPoint &at) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    int indent() const; ///< where the words begin
    QRect wordsIn(int width) const;
};

} // namespace pressboard::client
