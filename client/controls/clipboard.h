// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

/// The system's clipboard, which another program may hold at the moment: each says whether it took
/// what was put there.
namespace pressboard::client::clipboard {

bool putText(const QString &text);
/// A table: as text with tabs, and for programs that take it as HTML.
bool putTable(const QString &text, const QString &html);
bool putImage(const QImage &image);

/// What is said when it did not.
QString failureText();

} // namespace pressboard::client::clipboard
