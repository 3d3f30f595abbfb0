// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/shortcut_sheet.h"

#include "client/widgets/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>

namespace pressboard::client {

namespace {

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutSheet::ShortcutSheet(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("shortcuts"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16));
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(8));
    const QString dash = QStringLiteral(" – ");
    add(*grid, native(Qt::CTRL | Qt::Key_1) + dash + native(Qt::Key_3), tr("Board, orders, charts"));
    add(*grid, tr("Letters, digits, scanner"), tr("Search, wherever you are"));
    add(*grid, native(QKeySequence::Find), tr("Go to the search"));
    add(*grid, native(Qt::CTRL | Qt::Key_N) + QStringLiteral("  ") + native(Qt::CTRL | Qt::Key_D),
        tr("Notices, activity"));
    add(*grid, native(Qt::CTRL | Qt::SHIFT | Qt::Key_N), tr("Send notice"));
    add(*grid, native(Qt::Key_Return), tr("Open the order"));
    add(*grid, native(Qt::Key_Escape), tr("Clear the search, close what is open"));
    add(*grid, native(Qt::Key_Tab), tr("To the next list or button"));
    add(*grid, QStringLiteral("↑ ↓"), tr("To the next row"));
    add(*grid, QStringLiteral("← →"), tr("To the next tab"));
    add(*grid, native(Qt::Key_Space), tr("Fold or unfold, filter a list"));
    add(*grid, native(QKeySequence::Copy), tr("Copy the order as a sentence"));
    add(*grid, native(Qt::Key_Menu), tr("What can be done with the order"));
    add(*grid, native(Qt::Key_F10), tr("Menu: notices, settings and all else"));
    add(*grid, native(Qt::CTRL | Qt::Key_Plus) + QStringLiteral("  ") + native(Qt::CTRL | Qt::Key_Minus)
            + QStringLiteral("  ") + native(Qt::CTRL | Qt::Key_0),
        tr("Larger, smaller, usual text"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    grid->addWidget(buttons, grid->rowCount(), 0, 1, 2);
}

void ShortcutSheet::add(QGridLayout &grid, const QString &keys, const QString &what)
{
    auto *key = new QLabel(keys);
    key->setFont(m_theme.font(14, Theme::Weight::Bold));
    auto *does = new QLabel(what);
    does->setFont(m_theme.font(14));
    const int row = grid.rowCount();
    grid.addWidget(key, row, 0);
    grid.addWidget(does, row, 1);
}

} // namespace pressboard::client
