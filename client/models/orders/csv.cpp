// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/csv.h"

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

/// The wide forms, too: Excel takes them for the narrow ones where East Asian text is usual.
bool startsFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(text.front());
}

bool needsQuotes(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar letter) {
        return letter == u',' || letter == u'"' || letter == u'\r' || letter == u'\n';
    });
}

} // namespace

QString field(const QString &text)
{
    QString written = startsFormula(text) ? u'\'' + text : text;
    if (!needsQuotes(written))
        return written;
    written.replace(u'"', QStringLiteral("\"\""));
    return u'"' + written + u'"';
}

QByteArray document(const QList<QStringList> &rows)
{
    QByteArray bytes("\xEF\xBB\xBF");
    for (const QStringList &row : rows) {
        QStringList fields;
        for (const QString &text : row)
            fields.append(field(text));
        bytes += fields.join(u',').toUtf8() + "\r\n";
    }
    return bytes;
}

std::optional<Error> save(const QString &path, const QList<QStringList> &rows)
{
    const QString problem = replaceFile(path, document(rows));
    if (problem.isEmpty())
        return std::nullopt;
    return Error{Words::tr("%1 could not be written: %2. Close it in other programs, or save it "
                           "somewhere else.")
                     .arg(QDir::toNativeSeparators(path), problem),
                 true};
}

} // namespace pressboard::client::csv
