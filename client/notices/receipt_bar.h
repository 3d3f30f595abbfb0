// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// How far a notice got, over all who were addressed: confirmed, only seen, only delivered, and
/// not delivered as an empty outline. The parts do not overlap.
class ReceiptBar final : public QWidget
{
    Q_OBJECT
public:
    /// `theme` must outlive it.
    explicit ReceiptBar(const Theme &theme, QWidget *parent = nullptr);

    void show(const protocol::ReceiptCounts &counts, bool asksToConfirm);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<int> m_parts{0, 0, 0, 0}; ///< stations
};

} // namespace pressboard::client
