// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

namespace pressboard::client::clipboard {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::clipboard)
};

/// No system says whether it took it: what it holds then, does.
bool holds(const QString &text)
{
    return QGuiApplication::clipboard()->text() == text;
}

} // namespace

bool putText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    return holds(text);
}

bool putTable(const QString &text, const QString &html)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(QStringLiteral("text/html"), html.toUtf8()); // for others: none of ours shows it
    QGuiApplication::clipboard()->setMimeData(data);
    return holds(text);
}

bool putImage(const QImage &image)
{
    QGuiApplication::clipboard()->setImage(image);
    return QGuiApplication::clipboard()->image().size() == image.size();
}

QString failureText()
{
    return Words::tr("Not copied: another program holds the clipboard. Please try again.");
}

} // namespace pressboard::client::clipboard
