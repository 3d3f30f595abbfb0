// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/csv.h"

#include "client/models/orders/table_text.h"
#include "shared/base/whole_file.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace pressboard::client::csv {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::csv)
};

bool needsQuotes(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar letter) { return QStringView(u",\"\t\r\n").contains(letter); });
}

} // namespace

QString field(const TableCell &cell)
{
    QString written = cell.text;
    if (cell.kind == TableCell::Kind::Text && table_text::startsFormula(cell.text))
        written.prepend(u'\'');
    else if (cell.kind == TableCell::Kind::Text && table_text::isReckonedWith(cell.text))
        written.prepend(u'\t');
    if (!needsQuotes(written))
        return written;
    written.replace(u'"', QStringLiteral("\"\""));
    return u'"' + written + u'"';
}

QByteArray document(const Table &table)
{
    QByteArray bytes("\xEF\xBB\xBF");
    for (const TableRow &row : table) {
        QStringList fields;
        for (const TableCell &cell : row)
            fields.append(field(cell));
        bytes += fields.join(u',').toUtf8() + "\r\n";
    }
    return bytes;
}

std::optional<Error> save(const QString &path, const Table &table)
{
    const QString problem = replaceFile(path, document(table));
    if (problem.isEmpty())
        return std::nullopt;
    return Error{Words::tr("%1 could not be written: %2. Close it in other programs, or save it "
                           "somewhere else.")
                     .arg(QDir::toNativeSeparators(path), problem),
                 true};
}

} // namespace pressboard::client::csv
