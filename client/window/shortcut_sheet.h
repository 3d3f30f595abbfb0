// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QGridLayout;

namespace pressboard::client {

class Theme;

/// F1: everything the keyboard can do, on one sheet.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(const Theme &theme, QWidget *parent = nullptr);

private:
    void add(QGridLayout &grid, const QString &keys, const QString &what);

    const Theme &m_theme;
};

} // namespace pressboard::client
