// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings_file.h"

#include "client/settings/setting_keys.h"
#include "client/settings/settings_check.h"
#include "shared/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pressboard::client {

namespace {

/// Bytes beside what the file has: more than any one change adds.
constexpr qint64 roomToGrow = 64 * 1024;

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
    if (place.isGiven && QFileInfo::exists(place.own))
        complainOfMistakes(place.own);
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
    complainOfMistakes(m_place.rolledOut);
    m_rolledOut = std::make_unique<QSettings>(m_place.rolledOut, QSettings::IniFormat);
    m_rolledOut->setFallbacksEnabled(false);
    for (const SettingKey &key : SettingKey::all()) {
        // The access code goes where access codes are kept.
        if (isRolledOut(key.name) && key.name != key::token)
            m_waiting.insert(key.name, m_rolledOut->value(key.name));
    }
    write();
}

void SettingsFile::complainOfMistakes(const QString &path)
{
    if (const QString problem = SettingsCheck::problemOf(path); !problem.isEmpty())
        complain(problem);
}

void SettingsFile::complain(const QString &sentence)
{
    m_problem = Error{m_problem ? m_problem->message + u'\n' + sentence : sentence};
}

QVariant SettingsFile::value(QLatin1StringView key) const
{
    if (isRolledOut(key))
        return m_rolledOut->value(key);
    const auto waiting = m_waiting.constFind(key);
    return waiting == m_waiting.constEnd() ? m_own->value(key) : *waiting;
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
    const QVariant before = this->value(key);
    const bool isNew = !before.isValid() || (before != value && textOf(before) != textOf(value));
    m_waiting.insert(key, value);
    write();
    return isNew;
}

void SettingsFile::remove(QLatin1StringView key)
{
    m_waiting.insert(key, {});
    write();
}

/// QSettings has the fault of QSaveFile, on which it is built: on a full disk it would put an empty
/// file in place of the settings, at the latest when the program ends. So it gets nothing to write
/// until there is room.
void SettingsFile::write()
{
    const bool hasRoom = hasRoomBeside(m_place.own, QFileInfo(m_place.own).size() + roomToGrow);
    if (hasRoom) {
        for (auto value = m_waiting.cbegin(); value != m_waiting.cend(); ++value)
            value->isValid() ? m_own->setValue(value.key(), *value) : m_own->remove(value.key());
        m_waiting.clear();
        m_own->sync();
    }
    const bool isWritten = hasRoom && m_own->status() != QSettings::AccessError;
    if (!isWritten && !m_saysUnwritable)
        complainOfWriting(hasRoom);
}

void SettingsFile::complainOfWriting(bool hasRoom)
{
    m_saysUnwritable = true;
    const QString sentence = hasRoom
        ? tr(
            "The settings could not be written to %1. Make that file writable for this user. Until "
            "then they hold while the program runs.")
        : tr(
            "The settings could not be written to %1: the disk is full. Make room. Until then they "
            "hold while the program runs.");
    complain(sentence.arg(QDir::toNativeSeparators(m_place.own)));
    m_problem->transient = true;
}

} // namespace pressboard::client
