// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/table.h"

#include <QDate>
#include <QObject>

class QWidget;

namespace pressboard::client {

/// Asks where to, writes the table there, and says in a sentence what became of it.
class CsvExport final : public QObject
{
    Q_OBJECT
public:
    /// The dialog belongs to `window`.
    explicit CsvExport(QWidget *window);

    /// `table` is what is saved, however long the user thinks about a name.
    void ask(const Table &table, QDate today);
    /// Without asking.
    void save(const QString &path, const Table &table);

Q_SIGNALS:
    void finished(const QString &sentence);

private:
    QWidget *m_window;
    QString m_folder; ///< where the last one went
};

} // namespace pressboard::client
