// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace pressboard::client {

/// What a dialog consists of: as large as it wants to be, and scrolled where the screen has less
/// room, so that large type never puts a button out of reach.
class DialogBody final : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes the contents.
    explicit DialogBody(QWidget *contents, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// As large as the dialog wants to be, or as its screen allows.
    static void fit(QWidget &dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace pressboard::client
