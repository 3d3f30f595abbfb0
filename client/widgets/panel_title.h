// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/column_table.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// A list's name, its count, and the names of its columns in one line: no second header row.
class PanelTitle final : public QWidget
{
    Q_OBJECT
public:
    PanelTitle(const Theme &theme, ListKind kind, QWidget *parent = nullptr);

    /// `aside` stands at the right where no column is named: 今天 14.
    void show(const QString &title, const QString &count, const QString &aside = {});
    const QString &title() const { return m_title; }
    const QString &count() const { return m_count; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ColumnTable m_columns;
    QString m_title;
    QString m_count;
    QString m_aside;
};

} // namespace pressboard::client
