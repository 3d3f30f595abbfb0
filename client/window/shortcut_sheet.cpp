// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/shortcut_sheet.h"

#include "client/controls/dialog_body.h"
#include "client/text/plain_label.h"
#include "client/theme/theme.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

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
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16));
    whole->setSpacing(theme.px(16));
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(8));
    const QString dash = QStringLiteral(" – ");
    add(*grid, native(Qt::CTRL | Qt::Key_1) + dash + native(Qt::Key_3),
        tr("Board, orders, charts"));
    add(*grid, tr("Letters, digits, scanner"), tr("Search, wherever you are"));
    add(*grid, native(QKeySequence::Find), tr("Go to the search"));
    add(*grid, native(Qt::CTRL | Qt::Key_N) + QStringLiteral("  ") + native(Qt::CTRL | Qt::Key_D),
        tr("Notices, activity"));
    add(*grid, native(Qt::CTRL | Qt::SHIFT | Qt::Key_N), tr("Send notice"));
    add(*grid, native(Qt::CTRL | Qt::Key_H), tr("Call for help"));
    add(*grid,
        native(Qt::Key_F8) + QStringLiteral("  ") + native(Qt::SHIFT | Qt::Key_F8)
            + QStringLiteral("  ") + native(Qt::CTRL | Qt::Key_F8),
        tr("Toasts: got it, to the next, open"));
    add(*grid, tr("Enter"), tr("Open the order"));
    add(*grid, native(Qt::Key_Escape), tr("Clear the search, close what is open"));
    add(*grid, native(Qt::Key_Tab), tr("To the next list or button"));
    add(*grid, QStringLiteral("↑ ↓"), tr("To the next row"));
    add(*grid, QStringLiteral("← →"), tr("To the next tab"));
    add(*grid, tr("Space"), tr("Fold or unfold, filter a list"));
    add(*grid, native(QKeySequence::SelectAll), tr("Select all; several by Ctrl or Shift"));
    add(*grid, native(QKeySequence::Copy), tr("Copy orders for the customer"));
    add(*grid, native(Qt::CTRL | Qt::SHIFT | Qt::Key_C), tr("Copy orders as a table"));
    add(*grid, native(QKeySequence::Print), tr("Print orders"));
    add(*grid, tr("Menu key"), tr("What can be done with the order"));
    add(*grid, native(Qt::Key_F10), tr("Menu: notices, settings and all else"));
    add(*grid,
        native(Qt::CTRL | Qt::Key_Plus) + QStringLiteral("  ") + native(Qt::CTRL | Qt::Key_Minus)
            + QStringLiteral("  ") + native(Qt::CTRL | Qt::Key_0),
        tr("Larger, smaller, usual text"));
    whole->addWidget(new DialogBody(list));
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    whole->addWidget(close, 0, Qt::AlignRight);
    DialogBody::fit(*this);
}

void ShortcutSheet::add(QGridLayout &grid, const QString &keys, const QString &what)
{
    auto *key = new PlainLabel(keys);
    key->setFont(m_theme.font(14, Theme::Weight::Bold));
    auto *does = new PlainLabel(what);
    does->setFont(m_theme.font(14));
    does->setWordWrap(true);
    const int row = grid.rowCount();
    grid.addWidget(key, row, 0, Qt::AlignTop);
    grid.addWidget(does, row, 1);
}

} // namespace pressboard::client
