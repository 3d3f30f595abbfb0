// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/startup/autostart.h"

#include <QCoreApplication>
#include <QSettings>

namespace pressboard::client {

/// Windows: a value under the user's Run key in the registry.
class RunKey final : public Autostart
{
    Q_DECLARE_TR_FUNCTIONS(RunKey)
public:
    /// Where the values are, as QSettings names it.
    struct Place
    {
        QString path;
        QSettings::Format format;
    };
    static Place ofUser();

    RunKey(const Place &place, const QStringList &command);

    bool isOn() const override;
    std::optional<Error> set(bool on) override;

private:
    QString line() const;

    QSettings m_values;
    QStringList m_command;
};

} // namespace pressboard::client
