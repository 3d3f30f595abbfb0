// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QObject>
#include <QStringList>

class QWidget;

namespace pressboard::client {

/// Asks where to, writes the table there, and says in a sentence what became of it.
class CsvExport final : public QObject
{
    Q_OBJECT
public:
    /// The dialog belongs to `window`.
    explicit CsvExport(QWidget *window);

    /// `rows`: titles first. They are what is saved, however long the user thinks about a name.
    void ask(const QList<QStringList> &rows, QDate today);
    /// Without asking.
    void save(const QString &path, const QList<QStringList> &rows);

Q_SIGNALS:
    void finished(const QString &sentence);

private:
    QWidget *m_window;
    QString m_folder; ///< where the last one went
};

} // namespace pressboard::client
