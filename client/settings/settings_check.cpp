// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings_check.h"

#include "client/settings/setting_keys.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <numeric>

namespace pressboard::client {

namespace {

constexpr int mostSentences = 5; ///< who has more mistakes begins with these
constexpr int likelySlip = 2; ///< letters that may be wrong in a name that was meant

/// How many letters have to be changed, added or left out to make one of the other.
int letterDistance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (int i = 0; i < a.size(); ++i) {
        int corner = std::exchange(row[0], i + 1);
        for (int j = 0; j < b.size(); ++j) {
            const int changed = corner + (a.at(i) == b.at(j) ? 0 : 1);
            corner = row.at(j + 1);
            row[j + 1] = std::min({changed, row.at(j) + 1, corner + 1});
        }
    }
    return row.last();
}

QString unquoted(QString value)
{
    value = value.trimmed();
    const bool quoted = value.size() > 1 && value.startsWith(u'"') && value.endsWith(u'"');
    return quoted ? value.mid(1, value.size() - 2) : value;
}

} // namespace

QString SettingsCheck::unknownKey(const QString &section, const QString &name)
{
    const QString whole = section.isEmpty() ? name : section + u'/' + name;
    for (const SettingKey &key : SettingKey::all()) {
        const QString known = key.name;
        if (letterDistance(whole.toLower(), known) <= likelySlip)
            return tr("There is no setting “%1”. “%2” may be meant.").arg(whole, known);
    }
    return tr("There is no setting “%1”. Take the line out, or see the list of settings in the "
              "documentation.")
        .arg(whole);
}

QString SettingsCheck::wrongNumber(const SettingKey &key, int least, int most, const QString &value)
{
    return tr("“%1” is a number from %2 to %3, not “%4”.")
        .arg(key.name)
        .arg(least)
        .arg(most)
        .arg(value);
}

QString SettingsCheck::wrongValue(const SettingKey &key, const QString &value)
{
    switch (key.kind) {
    case SettingKey::Kind::Switch:
        return tr("“%1” is true or false, not “%2”.").arg(key.name, value);
    case SettingKey::Kind::Percent:
        return wrongNumber(key, leastTextScale, mostTextScale, value);
    case SettingKey::Kind::Volume:
        return wrongNumber(key, 0, mostVolume, value);
    case SettingKey::Kind::Hours:
        return tr("“%1” is written like 22:00-06:00, not “%2”.").arg(key.name, value);
    case SettingKey::Kind::WeekHours:
        return tr("“%1” is written like 1-5 22:00-06:00 with Monday as 1, not “%2”.")
            .arg(key.name, value);
    default:
        //: 1: a setting, 2: what was found, 3: words with commas between
        return tr("“%1” cannot be “%2”. It is one of: %3.")
            .arg(key.name, value, key.choices.join(QStringLiteral(", ")));
    }
}

QString SettingsCheck::problemOfLine(const QString &line, QString &section)
{
    if (line.isEmpty() || line.startsWith(u';') || line.startsWith(u'#'))
        return {};
    if (line.startsWith(u'[') && line.endsWith(u']')) {
        section = line.mid(1, line.size() - 2).trimmed();
        return {};
    }
    const auto equals = line.indexOf(u'=');
    if (equals < 1)
        return tr("“%1” is neither a [section] nor a name = value.").arg(line.left(40));
    const QString name = line.left(equals).trimmed();
    const SettingKey *key = SettingKey::find(section + u'/' + name);
    if (key == nullptr)
        return unknownKey(section, name);
    const QString value = unquoted(line.mid(equals + 1));
    return key->accepts(value) ? QString() : wrongValue(*key, value);
}

QStringList SettingsCheck::problemsOf(const QByteArray &text)
{
    QStringList problems;
    QString section;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        QStringDecoder decoder(QStringDecoder::Utf8); // forgets a mark at the file's beginning
        const QString line = QString(decoder(raw)).trimmed();
        const QString problem = decoder.hasError()
            ? tr("This is not UTF-8. Save the file as UTF-8.")
            : problemOfLine(line, section);
        if (!problem.isEmpty())
            //: 1: a number, 2: a sentence
            problems.append(tr("Line %1: %2").arg(number).arg(problem));
    }
    return problems;
}

QString SettingsCheck::problemOf(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return tr("%1 could not be read: %2.").arg(name, file.errorString());
    QStringList problems = problemsOf(file.readAll());
    if (problems.isEmpty())
        return {};
    const int more = int(problems.size()) - mostSentences;
    problems = problems.first(std::min(problems.size(), qsizetype(mostSentences)));
    if (more > 0)
        problems.append(tr("And %n more line(s).", nullptr, more));
    return name + u'\n' + problems.join(u'\n');
}

} // namespace pressboard::client
