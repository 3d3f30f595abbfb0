// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings_file.h"

#include "client/settings/setting_keys.h"
#include "client/settings/settings_check.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pressboard::client {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// QSettings replaces the file by one with the same rights, so it must have them first.
void makePrivate(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.exists())
        file.setPermissions(ownerOnly);
    else if (file.open(QFile::WriteOnly, ownerOnly))
        file.close();
}

/// A comma in a hand-written value makes QSettings see a list.
QString textOf(const QVariant &value)
{
    const bool isList = value.typeId() == QMetaType::QStringList;
    return (isList ? value.toStringList().join(u',') : value.toString()).trimmed();
}

} // namespace

SettingsFile::SettingsFile(const SettingsPlace &place)
    : m_place(place)
{
    if (!place.problem.isEmpty())
        complain(place.problem);
    open();
    if (m_own->status() == QSettings::FormatError)
        setAsideBrokenFile();
    if (!place.rolledOut.isEmpty())
        readRolledOut();
}

void SettingsFile::open()
{
    makePrivate(m_place.own);
    m_own = std::make_unique<QSettings>(m_place.own, QSettings::IniFormat);
    m_own->setFallbacksEnabled(false);
    m_own->setAtomicSyncRequired(false); // a link to a file elsewhere stays a link
    m_own->sync();
}

void SettingsFile::setAsideBrokenFile()
{
    const QString kept = m_place.own + QStringLiteral(".broken");
    m_own.reset();
    QFile::remove(kept);
    QFile::rename(m_place.own, kept);
    open();
    complain(tr("The settings file could not be understood. It is kept as %1; please set the "
                "server and the station again.")
                 .arg(QDir::toNativeSeparators(kept)));
}

void SettingsFile::readRolledOut()
{
    if (const QString problem = SettingsCheck::problemOf(m_place.rolledOut); !problem.isEmpty())
        complain(problem);
    m_rolledOut = std::make_unique<QSettings>(m_place.rolledOut, QSettings::IniFormat);
    m_rolledOut->setFallbacksEnabled(false);
    for (const SettingKey &key : SettingKey::all()) {
        // The access code goes where access codes are kept.
        if (isRolledOut(key.name) && key.name != key::token)
            m_own->setValue(key.name, m_rolledOut->value(key.name));
    }
}

void SettingsFile::complain(const QString &sentence)
{
    m_problem = Error{m_problem ? m_problem->message + u'\n' + sentence : sentence};
}

QVariant SettingsFile::value(QLatin1StringView key) const
{
    return isRolledOut(key) ? m_rolledOut->value(key) : m_own->value(key);
}

QString SettingsFile::text(QLatin1StringView key) const
{
    return textOf(value(key));
}

bool SettingsFile::isRolledOut(QLatin1StringView key) const
{
    return m_rolledOut && m_rolledOut->contains(key);
}

bool SettingsFile::set(QLatin1StringView key, const QVariant &value)
{
    if (isRolledOut(key))
        return false;
    const QVariant before = m_own->value(key);
    const bool isNew =
        !m_own->contains(key) || (before != value && textOf(before) != textOf(value));
    m_own->setValue(key, value);
    write();
    return isNew;
}

void SettingsFile::remove(QLatin1StringView key)
{
    m_own->remove(key);
    write();
}

void SettingsFile::write()
{
    m_own->sync();
    if (m_own->status() == QSettings::AccessError && !m_saysUnwritable) {
        m_saysUnwritable = true;
        complain(tr("The settings could not be written to %1. Make that file writable for this "
                    "user. Until then they hold while the program runs.")
                     .arg(QDir::toNativeSeparators(m_place.own)));
        m_problem->transient = true;
    }
}

} // namespace pressboard::client
