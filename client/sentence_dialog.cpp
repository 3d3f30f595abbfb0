// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sentence_dialog.h"

#include "client/text/plain_label.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace pressboard::client {

SentenceDialog::SentenceDialog(const QString &sentence)
{
    setWindowTitle(QStringLiteral("Pressboard"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(new PlainLabel(sentence));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace pressboard::client
