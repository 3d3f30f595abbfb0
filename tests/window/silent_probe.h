// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/server_probe.h"

namespace pressboard::test {

/// A server that never answers: dialogs stay as they opened.
class SilentProbe final : public client::ServerProbe
{
public:
    void run(const QString &, const QString &) override { }
    QString trust(const QSslCertificate &) override { return {}; }
};

} // namespace pressboard::test
