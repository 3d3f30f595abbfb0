// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/x/pinyin_method.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace pressboard::test {

namespace {

const QByteArray profile = "[Groups/0]\n"
                           "Name=Default\n"
                           "Default Layout=us\n"
                           "DefaultIM=pinyin\n"
                           "[Groups/0/Items/0]\n"
                           "Name=keyboard-us\n"
                           "[Groups/0/Items/1]\n"
                           "Name=pinyin\n"
                           "[GroupOrder]\n"
                           "0=Default\n";

bool hasPinyin()
{
    return !QStandardPaths::locate(QStandardPaths::GenericDataLocation,
                                   QStringLiteral("fcitx5/addon/pinyin.conf"))
                .isEmpty();
}

bool hasQtPlugin()
{
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath)
                       + QStringLiteral("/platforminputcontexts"));
    return !plugins.entryList({QStringLiteral("*fcitx5*")}, QDir::Files).isEmpty();
}

} // namespace

QString PinyinMethod::missing()
{
    const bool hasProgram = !QStandardPaths::findExecutable(QStringLiteral("fcitx5")).isEmpty();
    if (hasProgram && hasPinyin() && hasQtPlugin())
        return {};
    return QStringLiteral("no pinyin here: install fcitx5, fcitx5-pinyin and fcitx5-frontend-qt6");
}

PinyinMethod::~PinyinMethod()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool PinyinMethod::start(bool on)
{
    const QByteArray behavior =
        "[Behavior]\nShareInputState=All\nActiveByDefault=" + QByteArray(on ? "True\n" : "False\n");
    if (!write(QStringLiteral("config"), behavior) || !write(QStringLiteral("profile"), profile))
        return false;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.path());
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral("fcitx5"), {QStringLiteral("--replace")});
    return m_process.waitForStarted();
}

bool PinyinMethod::write(const QString &name, const QByteArray &text)
{
    const QDir folder(m_home.path());
    QFile file(folder.filePath(QStringLiteral("fcitx5/") + name));
    return folder.mkpath(QStringLiteral("fcitx5")) && file.open(QFile::WriteOnly)
        && file.write(text) == text.size();
}

} // namespace pressboard::test
