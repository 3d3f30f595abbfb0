// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/rename_dialog.h"

#include "client/controls/form_column.h"

#include <QLineEdit>
#include <QPushButton>

namespace pressboard::client {

namespace {

constexpr int longestName = 40; ///< the header has no room for more

} // namespace

RenameDialog::RenameDialog(const Theme &theme, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(name))
{
    setWindowTitle(tr("Rename station"));
    auto *form = new FormColumn(theme, this);
    m_name->setMaxLength(longestName);
    form->addField(m_name)->setText(tr("Name (empty: the one it gives itself)"));
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Cancel"));
    auto *rename = new QPushButton(tr("Rename"));
    close->setAutoDefault(false);
    rename->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(rename);
    form->addGap(12);
    form->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(rename, &QPushButton::clicked, this, &QDialog::accept);
    m_name->selectAll();
}

QString RenameDialog::name() const
{
    return m_name->text().trimmed();
}

} // namespace pressboard::client
