// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QStringList>

namespace pressboard::client {

struct SettingKey;

/// Reads a settings file as a stranger wrote it and says what is wrong with it, line by line:
/// QSettings takes what it understands and is silent about the rest.
class SettingsCheck
{
    Q_DECLARE_TR_FUNCTIONS(SettingsCheck)
public:
    /// One sentence for each line that means nothing, with what would; empty: all is well.
    static QStringList problemsOf(const QByteArray &text);
    /// The same of a file, as one text that begins with its name. Empty: all is well.
    static QString problemOf(const QString &path);

private:
    static QString problemOfLine(const QString &line, QString &section);
    static QString unknownKey(const QString &section, const QString &name);
    static QString wrongNumber(const SettingKey &key, int least, int most, const QString &value);
    static QString wrongValue(const SettingKey &key, const QString &value);
};

} // namespace pressboard::client
