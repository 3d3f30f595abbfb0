// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QCoreApplication>
#include <QMap>
#include <QVariant>

#include <optional>

namespace pressboard::client {

/// Settings on their way from one PC to another, in a file of the same form as the settings'
/// own: an export can be rolled out with --settings as it is.
class SettingsTransfer
{
    Q_DECLARE_TR_FUNCTIONS(SettingsTransfer)
public:
    using Values = QMap<QString, QVariant>; ///< by key

    /// With an access code the file is made readable by its owner only.
    static std::optional<Error> save(const QString &path, const Values &values,
                                     const QString &code = {});

    struct Cargo
    {
        Values values;
        QString code; ///< empty: none in the file
    };
    /// All of a file, or what is wrong with it and where: nothing is taken over by halves.
    static Result<Cargo> load(const QString &path);
};

} // namespace pressboard::client
