// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace pressboard::client {

/// One sentence and a button, for a program that has nothing else to show yet.
class SentenceDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SentenceDialog(const QString &sentence);
};

} // namespace pressboard::client
