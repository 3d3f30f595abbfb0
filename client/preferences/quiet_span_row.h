// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/week_hours.h"

#include <QWidget>

class QPushButton;
class QTimeEdit;

namespace pressboard::client {

class Theme;

/// One span of 静音时段: weekdays, from, to.
class QuietSpanRow final : public QWidget
{
    Q_OBJECT
public:
    explicit QuietSpanRow(const Theme &theme, QWidget *parent = nullptr);

    void show(const WeekHours::Span &span);
    WeekHours::Span span() const;
    void retranslate();

Q_SIGNALS:
    void changed();
    void removed();

private:
    std::array<QPushButton *, 7> m_days{};
    QTimeEdit *m_begin;
    QTimeEdit *m_end;
    QPushButton *m_remove;
};

} // namespace pressboard::client
