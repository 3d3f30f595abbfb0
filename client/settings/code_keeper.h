// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// Who keeps the access code from one start to the next.
enum class CodeKeeper {
    Nobody, ///< there is none: anonymous
    Keychain, ///< the system's
    File, ///< a file beside the settings that only its owner may read
};

} // namespace pressboard::client
