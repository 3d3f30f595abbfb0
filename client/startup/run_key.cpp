// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/run_key.h"

#include <QDir>

namespace pressboard::client {

namespace {

QString valueName()
{
    return QStringLiteral("Pressboard");
}

} // namespace

RunKey::Place RunKey::ofUser()
{
    return {QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"),
            QSettings::NativeFormat};
}

RunKey::RunKey(const Place &place, const QStringList &command)
    : m_values(place.path, place.format)
    , m_command(command)
{
}

/// No name of a file holds a quotation mark on Windows.
QString RunKey::line() const
{
    QStringList words;
    for (const QString &word : m_command)
        words.append(u'"' + QDir::toNativeSeparators(word) + u'"');
    return words.join(u' ');
}

bool RunKey::isOn() const
{
    return m_values.contains(valueName());
}

std::optional<Error> RunKey::set(bool on)
{
    if (on)
        m_values.setValue(valueName(), line());
    else
        m_values.remove(valueName());
    m_values.sync();
    if (m_values.status() == QSettings::NoError)
        return std::nullopt;
    return Error{tr("The list of programs that start with Windows could not be changed. Ask your "
                    "administrator.")};
}

} // namespace pressboard::client
