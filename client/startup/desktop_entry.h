// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/startup/autostart.h"

#include <QCoreApplication>

namespace pressboard::client {

/// Linux: a desktop entry in the user's autostart folder, as freedesktop.org has it.
class DesktopEntry final : public Autostart
{
    Q_DECLARE_TR_FUNCTIONS(DesktopEntry)
public:
    /// `folder` need not exist.
    DesktopEntry(const QString &folder, const QStringList &command);

    bool isOn() const override;
    std::optional<Error> set(bool on) override;

    QString path() const { return m_path; }

private:
    QByteArray text() const;

    QString m_path;
    QStringList m_command;
};

} // namespace pressboard::client
