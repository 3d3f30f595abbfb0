// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/incoming_frame.h"

#include <optional>

namespace pressboard::server {

/// What a client's close frame carries (RFC 6455, section 5.5.1): nothing, or a code and a reason.
/// nullopt: it is right.
std::optional<FrameFault> faultOfClose(QByteArrayView payload);
/// Of one that is right and not empty.
quint16 codeOfClose(QByteArrayView payload);

} // namespace pressboard::server
