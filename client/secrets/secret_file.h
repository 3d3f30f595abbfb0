// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/secrets/secret_store.h"

#include <QCoreApplication>

namespace pressboard::client {

/// A file that only its owner may read, beside the settings it belongs to: where a system has no
/// keychain, or keeps it locked.
class SecretFile final : public SecretStore
{
    Q_DECLARE_TR_FUNCTIONS(SecretFile)
public:
    /// The name of a secret is the path of the settings: pressboard.ini has pressboard.code.
    static QString pathFor(const QString &name);

    void read(const QString &name, Found found) override;
    void write(const QString &name, const QString &secret, Written written) override;
    void remove(const QString &name) override;
};

} // namespace pressboard::client
