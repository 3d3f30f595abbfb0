// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/transfer_fields.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/secrets/server_access.h"
#include "client/settings/settings.h"
#include "client/settings/settings_transfer.h"
#include "client/text/breakable.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace pressboard::client {

TransferFields::TransferFields(const Theme &theme, Settings &settings, ServerAccess &access)
    : m_settings(settings)
    , m_access(access)
    , m_export(new QPushButton)
    , m_import(new QPushButton)
    , m_withCode(new CheckLine)
{
    auto *form = new FormColumn(theme);
    setLayout(form);
    m_title = form->addHint();
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_export, m_import}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    form->addLayout(row);
    form->addGap(4);
    form->addWidget(m_withCode);
    m_result = form->addHint();
    m_result->setObjectName(QStringLiteral("transferResult"));
    m_result->hide();
    connect(m_export, &QPushButton::clicked, this, &TransferFields::askWhereTo);
    connect(m_import, &QPushButton::clicked, this, &TransferFields::askWhich);
    retranslate();
}

void TransferFields::retranslate()
{
    m_title->setText(tr("Settings as a file"));
    m_export->setText(tr("Export…"));
    m_import->setText(tr("Import…"));
    m_withCode->setText(tr("Export the access code, too: whoever has the file has your rights"));
}

QString TransferFields::result() const
{
    return m_said;
}

void TransferFields::askWhereTo()
{
    auto *dialog =
        new QFileDialog(this, tr("Export settings"), QDir::homePath(), tr("Settings (*.ini)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("ini"));
    dialog->selectFile(QStringLiteral("pressboard.ini"));
    connect(dialog, &QFileDialog::fileSelected, this, &TransferFields::save);
    dialog->open();
}

void TransferFields::askWhich()
{
    auto *dialog =
        new QFileDialog(this, tr("Import settings"), QDir::homePath(), tr("Settings (*.ini)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TransferFields::load);
    dialog->open();
}

void TransferFields::save(const QString &path)
{
    const QString code = m_withCode->isChecked() ? m_access.code() : QString();
    const std::optional<Error> error = SettingsTransfer::save(path, m_settings.travelling(), code);
    say(error
            ? error->message
            : tr("Saved as %1. This PC's name is not in it.").arg(QDir::toNativeSeparators(path)));
}

void TransferFields::load(const QString &path)
{
    const auto cargo = SettingsTransfer::load(path);
    if (cargo) {
        m_settings.adopt(cargo->values);
        if (!cargo->code.isEmpty())
            m_access.use(m_settings.server(), cargo->code);
    }
    say(cargo ? tr("The settings of %1 are in use.").arg(QDir::toNativeSeparators(path))
              : cargo.error().message);
}

void TransferFields::say(const QString &sentence)
{
    m_said = sentence;
    m_result->setText(breakable(sentence));
    m_result->show();
}

void TransferFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
