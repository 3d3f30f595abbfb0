// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSslCertificate>
#include <QString>

namespace pressboard::client {

/// What a try at a server and an access code found, for people.
struct ProbeResult
{
    bool works = false;
    QString sentence; ///< 已连接 红旗印刷厂（王芳）, or what is wrong and what to do
    /// All that is missing is somebody to believe: `authority`, or nobody knows who when it is
    /// null.
    bool asksToTrust = false;
    QSslCertificate authority = QSslCertificate();
};

/// How the dialogs try a server and an access code before they accept them. A seam: the program
/// joins it to the network, tests answer by hand.
class ServerProbe : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// A run that has not finished is forgotten.
    virtual void run(const QString &server, const QString &token) = 0;
    /// Lets this one vouch for servers. Returns what went wrong, in a sentence; empty: nothing.
    virtual QString trust(const QSslCertificate &authority) = 0;

Q_SIGNALS:
    void finished(const pressboard::client::ProbeResult &result);
};

} // namespace pressboard::client
