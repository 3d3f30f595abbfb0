// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/table_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace pressboard::client::table_text {
namespace {

QString oneLine(const TableCell &cell)
{
    const QString line = cell.text.simplified();
    const bool isText = cell.kind == TableCell::Kind::Text;
    return isText && startsFormula(line) ? u'\'' + line : line;
}

QString htmlCell(const TableCell &cell)
{
    // What Excel, WPS and LibreOffice read as "this is a text".
    const QString format = cell.kind == TableCell::Kind::Text
        ? QStringLiteral(" style=\"mso-number-format:'\\@'\"")
        : QString();
    return QStringLiteral("<td%1>%2</td>").arg(format, cell.text.simplified().toHtmlEscaped());
}

} // namespace

bool startsFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(text.front());
}

bool isReckonedWith(const QString &text)
{
    // Leading zeros; more than 11 digits; 12E5; 3/9, 11-28 and 8:30.
    static const QRegularExpression number(QStringLiteral(
        "^\\s*(0\\d+|\\d{12,}|\\d+(\\.\\d*)?[eE]\\d+|\\d{1,4}([-/.:]\\d{1,4}){1,2})\\s*$"));
    return number.match(text).hasMatch();
}

QString tabSeparated(const Table &table)
{
    QString text;
    for (const TableRow &row : table) {
        QStringList fields;
        for (const TableCell &cell : row)
            fields.append(oneLine(cell));
        text += fields.join(u'\t') + u'\n';
    }
    return text;
}

QString html(const Table &table)
{
    QString text = QStringLiteral("<meta charset=\"utf-8\"><table>");
    for (const TableRow &row : table) {
        text += QStringLiteral("<tr>");
        for (const TableCell &cell : row)
            text += htmlCell(cell);
        text += QStringLiteral("</tr>");
    }
    return text + QStringLiteral("</table>");
}

} // namespace pressboard::client::table_text
