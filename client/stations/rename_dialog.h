// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace pressboard::client {

class Theme;

/// Another name for a station; empty: the one it gives itself.
class RenameDialog final : public QDialog
{
    Q_OBJECT
public:
    RenameDialog(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    QString name() const;

private:
    QLineEdit *m_name;
};

} // namespace pressboard::client
