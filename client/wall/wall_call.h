// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"

#include <QWidget>

namespace pressboard::client {

class WallStyle;

/// The call of WallAlerts: two lines over header and numbers, for those who must walk now.
class WallCall final : public QWidget
{
    Q_OBJECT
public:
    explicit WallCall(const WallStyle &style, QWidget *parent = nullptr);

    /// Hidden while there is nothing to say.
    void show(const std::optional<Toast> &toast);
    const QString &title() const { return m_title; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const WallStyle &m_style;
    QString m_title;
    QString m_text;
    bool m_alarm = false;
};

} // namespace pressboard::client
