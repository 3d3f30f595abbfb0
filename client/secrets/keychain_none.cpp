// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/keychain.h"

namespace pressboard::client {

std::unique_ptr<SecretStore> systemKeychain()
{
    return nullptr;
}

} // namespace pressboard::client
