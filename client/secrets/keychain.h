// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/secrets/secret_store.h"

#include <memory>

namespace pressboard::client {

/// The keychain of the system: the Secret Service or KWallet on Linux, the credential manager on
/// Windows. Null where the program was built without (QtKeychain).
std::unique_ptr<SecretStore> systemKeychain();

} // namespace pressboard::client
