// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/settings_place.h"
#include "shared/base/result.h"

#include <QCoreApplication>
#include <QMap>
#include <QSettings>

#include <memory>
#include <optional>

namespace pressboard::client {

/// The settings as texts: a station's own file, below one that was rolled out, if any. What the
/// latter says is also noted in the own file, so that it still holds on a day when it cannot be
/// read. Written through at once; what the disk does not take is kept until it does, or until the
/// program ends.
class SettingsFile
{
    Q_DECLARE_TR_FUNCTIONS(SettingsFile)
public:
    /// A file of its own that cannot be understood is kept beside as "<path>.broken".
    explicit SettingsFile(const SettingsPlace &place);

    const SettingsPlace &place() const { return m_place; }
    QVariant value(QLatin1StringView key) const;
    QString text(QLatin1StringView key) const;
    bool isRolledOut(QLatin1StringView key) const;
    /// Whether it says something else now. Never true for what is rolled out.
    bool set(QLatin1StringView key, const QVariant &value);
    void remove(QLatin1StringView key); ///< from the own file

    /// What is wrong with the files, in sentences for the user.
    std::optional<Error> problem() const { return m_problem; }

private:
    void open();
    void setAsideBrokenFile();
    void readRolledOut();
    void write();
    void complainOfMistakes(const QString &path);
    void complain(const QString &sentence);
    void complainOfWriting(bool hasRoom);

    SettingsPlace m_place;
    std::unique_ptr<QSettings> m_own;
    QMap<QString, QVariant> m_waiting; ///< for room on the disk, by key; invalid: to be removed
    std::unique_ptr<QSettings> m_rolledOut; ///< null: none
    std::optional<Error> m_problem;
    bool m_saysUnwritable = false;
};

} // namespace pressboard::client
