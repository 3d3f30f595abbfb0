// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/certificate_problem.h"

#include <QString>

#include <chrono>
#include <optional>

namespace pressboard::client {

/// Why a connection is gone, or never came to be. At most one of the two codes is set; with
/// neither it is a cut.
struct Ending
{
    /// What the network said, as far as a person can do something about it.
    enum class Fault {
        None,
        HostNotFound,
        Refused, ///< nobody listens there
        TimedOut,
        Tls, ///< no trust, or no TLS at the other end
        Other,
    };

    int httpStatus = 0; ///< the upgrade was answered with this instead
    int closeCode = 0; ///< of the server's close frame; 0 also for 1000, which QtWebSockets reports
                       ///< for every drop
    Fault fault = Fault::None;
    /// With Fault::Tls: what is wrong with the server's certificate; none: there is no TLS at all.
    std::optional<CertificateProblem> certificate = {};
    QString reason; ///< for the tooltip and the log
    /// The server said goodbye before, and asked us to stay away this long.
    std::optional<std::chrono::milliseconds> retryAfter;
};

} // namespace pressboard::client
