// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/sent_notice.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// Who has not seen a notice, or not confirmed it: first those who are offline, whom one has to
/// telephone. Those who are done are one line.
class ReceiptRows final : public QWidget
{
    Q_OBJECT
public:
    /// `theme` must outlive it.
    explicit ReceiptRows(const Theme &theme, QWidget *parent = nullptr);

    void show(const SentNotice &notice);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QString name;
        QString user;
        QString state;
        bool isOnline = false;
    };

    const Theme &m_theme;
    QList<Row> m_rows;
    QString m_done; ///< 已确认 (12); 全部已看
};

} // namespace pressboard::client
