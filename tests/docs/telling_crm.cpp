// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/telling_crm.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QtDebug>

namespace pressboard::test {

namespace {

bool works(const QString &program, const QStringList &arguments)
{
    return !QStandardPaths::findExecutable(program).isEmpty()
        && runTool(program, arguments).exitCode == 0;
}

} // namespace

TellingCrm::TellingCrm(quint16 redisPort)
    : m_port(redisPort)
{
    qputenv("NODE_PATH", "/usr/share/nodejs"); // where Debian puts modules
}

bool TellingCrm::can(const QString &recipe)
{
    if (recipe == u"django")
        return Site::isDjangoThere();
    if (recipe == u"node")
        return works(u"node"_qs, {u"-e"_qs, u"require('redis')"_qs});
    const auto needs = [](const char *code) {
        return works(u"php"_qs, {u"-r"_qs, QString::fromLatin1(code)});
    };
    if (recipe == u"php")
        return needs("new Redis(); new PDO('sqlite::memory:');");
    return recipe != u"php-socket" || needs("new PDO('sqlite::memory:');");
}

QString TellingCrm::recipe(const QString &name) const
{
    return m_page.recipe(name).replace(u"6379"_qs, QString::number(m_port));
}

Saved TellingCrm::save(const QString &recipe, const QStringList &flags)
{
    const Outcome outcome = recipe == u"django" ? saveByDjango(flags)
        : recipe == u"node"                     ? run(u"node"_qs, recipe, u".js"_qs, flags)
        : recipe == u"shell"                    ? run(u"sh"_qs, recipe, u".sh"_qs, flags)
                                                : run(u"php"_qs, recipe, u".php"_qs, flags);
    const QJsonObject said = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    if (outcome.exitCode != 0 || said.isEmpty()) {
        qWarning().noquote() << recipe << outcome.exitCode << outcome.out << outcome.err;
        return {};
    }
    return {said.value(u"saved").toInt(), said.value(u"seconds").toDouble(), outcome.err};
}

bool TellingCrm::makeSite()
{
    if (!m_isSiteMade) {
        m_isSiteMade = m_site.make() && m_site.tellBy(recipe(u"django"_qs))
            && m_site.put(u"crm/management/commands/save_orders.py"_qs,
                          Page::program(u"save_orders.py"_qs));
    }
    return m_isSiteMade;
}

void TellingCrm::replaceDjango(const QString &module)
{
    if (!makeSite() || !m_site.put(u"crm/pressboard.py"_qs, module))
        qWarning("The recipe was not replaced.");
}

Outcome TellingCrm::saveByDjango(const QStringList &flags)
{
    const bool done = makeSite() && m_site.manage(QStringList{u"save_orders"_qs} + flags);
    return {done ? 0 : 1, QString::fromUtf8(m_site.out()), QString::fromUtf8(m_site.err())};
}

Outcome TellingCrm::run(const QString &program, const QString &recipe, const QString &suffix,
                        const QStringList &flags)
{
    const QString saves = u"save_orders"_qs + suffix;
    const QStringList arguments{write(saves, Page::program(saves)),
                                write(recipe + suffix, this->recipe(recipe))};
    return runTool(program, arguments + flags);
}

QString TellingCrm::write(const QString &name, const QString &text) const
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) <= 0)
        qWarning().noquote() << file.fileName() << file.errorString();
    return file.fileName();
}

} // namespace pressboard::test
