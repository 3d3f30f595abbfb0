// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QString>

#include <functional>
#include <optional>

namespace pressboard::client {

/// A place where an access code is kept from one start to the next. Nobody waits for it: a
/// keychain may first ask its owner for a password. An answer may also come at once.
class SecretStore
{
public:
    using Found = std::function<void(const Result<QString> &)>;
    using Written = std::function<void(const std::optional<Error> &)>;

    virtual ~SecretStore() = default;
    /// What was kept under that name; empty when there is nothing.
    virtual void read(const QString &name, Found found) = 0;
    virtual void write(const QString &name, const QString &secret, Written written) = 0;
    virtual void remove(const QString &name) = 0;
};

} // namespace pressboard::client
