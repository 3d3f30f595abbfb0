// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace pressboard::test {

/// A real nginx with the site that Pressboard ships (installer/nginx/pressboard.conf), on a free
/// port of the loopback and in a folder of its own.
class Nginx
{
public:
    struct Behind
    {
        quint16 pressboard;
        quint16 django;
        QString token; ///< what the site sends in the page's place
    };
    Nginx();
    ~Nginx();

    /// Waits until it listens. Says why not with qWarning.
    bool start(const Behind &behind);
    QUrl page() const;

private:
    bool writeSite(const Behind &behind) const;

    QTemporaryDir m_dir;
    quint16 m_port;
    QProcess m_process;
};

} // namespace pressboard::test
