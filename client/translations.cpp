// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace pressboard::client {

namespace {

QString systemLanguage()
{
    const bool chinese = QLocale::system().language() == QLocale::Chinese;
    return chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

} // namespace

Translations::Translations() = default;
Translations::~Translations() = default;

void Translations::use(const QString &language)
{
    const QString wanted = language.isEmpty() ? systemLanguage() : language;
    if (wanted == m_language)
        return;
    m_language = wanted;
    QLocale::setDefault(QLocale(wanted));
    m_translators.clear(); // each takes itself out
    load(QStringLiteral("qtbase_") + wanted, QStringLiteral(":/i18n"));
    load(QStringLiteral("core_") + wanted, QStringLiteral(":/i18n"));
    load(QStringLiteral("app_") + wanted, QStringLiteral(":/i18n"));
}

void Translations::load(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    // English has no file of Qt's words: they are in its source.
    if (!translator->load(name, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace pressboard::client
