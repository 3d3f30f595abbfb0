// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace pressboard::client {

/// Whether the program starts when its user logs in: of this user alone, no administrator needed.
class Autostart
{
public:
    virtual ~Autostart() = default;
    virtual bool isOn() const = 0;
    /// Nothing when it is done, else what to do about it.
    virtual std::optional<Error> set(bool on) = 0;

    /// `command`: the program's path and its options.
    static std::unique_ptr<Autostart> ofSystem(const QStringList &command);
    /// This very program, as it was started, but for what concerns one run only, and with a word
    /// that says who starts it.
    static QStringList ownCommand(const QString &settingsFile);
};

} // namespace pressboard::client
