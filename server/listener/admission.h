// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/user_directory.h"
#include "server/listener/http_answer.h"
#include "server/listener/request_head.h"
#include "server/push/viewer.h"

#include <QByteArray>
#include <QHostAddress>
#include <QStringList>

#include <optional>
#include <variant>

namespace pressboard::server {

/// A client that may come in.
struct Admission
{
    Identity identity;
    QByteArray tokenHash; ///< empty when anonymous
    std::optional<Grant> grant; ///< of a code that somebody else has signed
    Viewer::Dialect dialect = Viewer::Dialect::Classic;
    QHostAddress address; ///< the client's, also behind a trusted proxy
};

struct AdmissionRules
{
    bool anonymousMayRead = false;
    /// Allowed values of Origin; empty: it must be the address asked for, scheme, host and port. No
    /// Origin passes.
    QStringList origins;
    /// What Host may be where a page reads without a code of its own: else a page of any name that
    /// is made to lead here would read with it. Empty: addresses, localhost, this machine's name.
    QStringList hosts;
    bool isEncrypted = false; ///< clients speak TLS to us
    QList<QHostAddress> trustedProxies = {QHostAddress(QHostAddress::LocalHost),
                                          QHostAddress(QHostAddress::LocalHostIPv6)};
};

/// The client's address: the peer's, or X-Real-IP when the peer is a trusted proxy.
QHostAddress clientAddress(const RequestHead &head, const QHostAddress &peer,
                           const AdmissionRules &rules);

/// May a page of this origin come here? No page may.
std::optional<HttpAnswer> refuseOrigin(const RequestHead &head, const QHostAddress &peer,
                                       const AdmissionRules &rules);
/// Header lines that let a page of another origin read an answer; none unless `origins` names it.
QByteArrayList pageHeaders(const RequestHead &head, const AdmissionRules &rules);

/// Is this a WebSocket handshake for our path, from an allowed origin? Does not ask who it is.
std::optional<HttpAnswer> refuseRequest(const RequestHead &head, const QHostAddress &peer,
                                        const AdmissionRules &rules);

/// Who it is, by its token; not who may be anybody and came by a name that is not ours. Pure but
/// for asking the directory.
std::variant<Admission, HttpAnswer> identify(const RequestHead &head, const QHostAddress &peer,
                                             const AdmissionRules &rules,
                                             const UserDirectory &users);

} // namespace pressboard::server
