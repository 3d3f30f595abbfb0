// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/desktop_entry.h"

#include "shared/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pressboard::client {

namespace {

/// The Exec line has rules of its own: quotes around each word, and before each of these signs a
/// stroke, which the file's own rules want doubled. A percent sign would begin a field code.
QString quoted(const QString &word)
{
    QString result;
    for (const QChar sign : word) {
        if (sign == u'\\')
            result += QStringLiteral("\\\\\\\\");
        else if (sign == u'"' || sign == u'`' || sign == u'$')
            result += QStringLiteral("\\\\") + sign;
        else if (sign == u'%')
            result += QStringLiteral("%%");
        else
            result += sign;
    }
    return u'"' + result + u'"';
}

} // namespace

DesktopEntry::DesktopEntry(const QString &folder, const QStringList &command)
    : m_path(folder + QStringLiteral("/pressboard.desktop"))
    , m_command(command)
{
}

QByteArray DesktopEntry::text() const
{
    QStringList words;
    for (const QString &word : m_command)
        words.append(quoted(word));
    return QStringLiteral("[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name=Pressboard\n"
                          "Name[zh_CN]=印务看板\n"
                          "Exec=%1\n"
                          "Icon=pressboard\n"
                          "Terminal=false\n"
                          "X-GNOME-Autostart-enabled=true\n")
        .arg(words.join(u' '))
        .toUtf8();
}

/// Desktops switch an entry off without removing it: with Hidden, or in GNOME's own words.
bool DesktopEntry::isOn() const
{
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly))
        return false;
    const QByteArray lines = '\n' + file.readAll().toLower();
    return !lines.contains("\nhidden=true") && !lines.contains("\nx-gnome-autostart-enabled=false");
}

std::optional<Error> DesktopEntry::set(bool on)
{
    if (!on) {
        if (!QFile::exists(m_path) || QFile::remove(m_path))
            return std::nullopt;
        return Error{tr("%1 could not be removed. Remove it by hand.")
                         .arg(QDir::toNativeSeparators(m_path))};
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const QString problem = replaceFile(m_path, text());
    if (problem.isEmpty())
        return std::nullopt;
    return Error{tr("%1 could not be written: %2. Make its folder writable for this user.")
                     .arg(QDir::toNativeSeparators(m_path), problem)};
}

} // namespace pressboard::client
