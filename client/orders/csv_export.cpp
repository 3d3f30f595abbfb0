// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/csv_export.h"

#include "client/models/orders/csv.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace pressboard::client {

CsvExport::CsvExport(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
}

void CsvExport::ask(const Table &table, QDate today)
{
    //: A file's name; 1: a date
    const QString name = tr("Orders %1.csv").arg(today.toString(Qt::ISODate));
    auto *dialog = new QFileDialog(m_window, tr("Export orders"), m_folder, tr("Tables (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, table](const QString &path) { save(path, table); });
    dialog->open();
}

void CsvExport::save(const QString &path, const Table &table)
{
    m_folder = QFileInfo(path).absolutePath();
    if (const std::optional<Error> error = csv::save(path, table))
        Q_EMIT finished(error->message);
    else
        Q_EMIT finished(tr("%n orders saved as %1", nullptr, int(table.size()) - 1)
                            .arg(QDir::toNativeSeparators(path)));
}

} // namespace pressboard::client
