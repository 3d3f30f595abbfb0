// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/startup/autostart.h"

#include <QCoreApplication>

namespace pressboard::client {

/// macOS: a property list in the user's LaunchAgents.
class LaunchAgent final : public Autostart
{
    Q_DECLARE_TR_FUNCTIONS(LaunchAgent)
public:
    /// `folder` need not exist.
    LaunchAgent(const QString &folder, const QStringList &command);

    bool isOn() const override;
    std::optional<Error> set(bool on) override;

    QString path() const { return m_path; }

private:
    QByteArray text() const;

    QString m_path;
    QStringList m_command;
};

} // namespace pressboard::client
