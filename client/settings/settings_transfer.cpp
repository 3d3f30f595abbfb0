// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings_transfer.h"

#include "client/settings/setting_keys.h"
#include "client/settings/settings_check.h"
#include "shared/base/whole_file.h"

#include <QDir>
#include <QFile>
#include <QSettings>

namespace pressboard::client {

namespace {

constexpr qint64 roomForSettings = 64 * 1024; ///< bytes; many times what they ever take

} // namespace

std::optional<Error> SettingsTransfer::save(const QString &path, const Values &values,
                                            const QString &code)
{
    // Its rights first: a code must not be open to others for the blink of an eye.
    QFile::remove(path);
    QFile file(path);
    const auto owners = QFile::ReadOwner | QFile::WriteOwner;
    const auto rights = code.isEmpty() ? owners | QFile::ReadGroup | QFile::ReadOther : owners;
    if (!file.open(QFile::WriteOnly, rights))
        return Error{tr("The settings could not be saved as %1: %2. Choose another folder.")
                         .arg(QDir::toNativeSeparators(path), file.errorString())};
    file.close();
    const Error full{tr("The settings could not be written to %1. Is the disk full?")
                         .arg(QDir::toNativeSeparators(path))};
    if (!hasRoomBeside(path, roomForSettings))
        return full;
    QSettings out(path, QSettings::IniFormat);
    for (auto value = values.begin(); value != values.end(); ++value)
        out.setValue(value.key(), value.value());
    if (!code.isEmpty())
        out.setValue(key::token, code);
    out.sync();
    if (out.status() == QSettings::NoError)
        return std::nullopt;
    return full;
}

Result<SettingsTransfer::Cargo> SettingsTransfer::load(const QString &path)
{
    if (const QString problem = SettingsCheck::problemOf(path); !problem.isEmpty())
        return Error{tr("Nothing was taken over.") + u' ' + problem};
    const QSettings in(path, QSettings::IniFormat);
    Cargo cargo;
    cargo.code = in.value(key::token).toString().trimmed();
    for (const QString &name : in.allKeys()) {
        const SettingKey *key = SettingKey::find(name);
        // Another PC's name is not this one's.
        if (key != nullptr && key->travels)
            cargo.values.insert(name, in.value(name));
    }
    if (cargo.values.isEmpty() && cargo.code.isEmpty())
        return Error{tr("There are no settings in %1.").arg(QDir::toNativeSeparators(path))};
    return cargo;
}

} // namespace pressboard::client
