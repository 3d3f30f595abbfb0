// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/server_access.h"

#include "client/settings/settings.h"

#include <QCryptographicHash>

using namespace std::chrono_literals;

namespace pressboard::client {

namespace {

constexpr std::chrono::milliseconds patience = 30s; ///< somebody may be typing the password
constexpr std::chrono::milliseconds untilNextTry = 60s; ///< a wall must heal by itself

/// Codes are long and random: nobody finds one by trying out what gives this.
QString markOf(const QString &code)
{
    if (code.isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(code.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.left(8).toHex());
}

/// A JSON Web Token (RFC 7519): three parts with dots between them. Only these are renewed in a
/// connection.
bool isSignedByOther(const QString &code)
{
    return code.count(u'.') == 2;
}

} // namespace

ServerAccess::ServerAccess(Settings &settings, std::unique_ptr<SecretStore> keychain,
                           Scheduler &scheduler, const Given &given)
    : m_settings(settings)
    , m_keychain(std::move(keychain))
    , m_codeFile(scheduler)
    , m_given(given)
    , m_patience(scheduler, [this] { endPatience(); })
{
    connect(&settings, &Settings::serverChanged, this, [this] {
        if (m_known)
            Q_EMIT changed();
    });
    connect(&m_codeFile, &CodeFile::found, this, &ServerAccess::useFromFile);
    connect(&m_codeFile, &CodeFile::failed, this, &ServerAccess::fail);
}

QString ServerAccess::name() const
{
    return m_settings.path();
}

QString ServerAccess::server() const
{
    return m_given.server.isEmpty() ? m_settings.server() : m_given.server;
}

QString ServerAccess::mark() const
{
    if (m_known)
        return markOf(m_code);
    for (const QString &code : {m_given.code, m_settings.tokenInFile()}) {
        if (!code.isEmpty())
            return markOf(code);
    }
    return m_settings.codeMark();
}

CodeKeeper ServerAccess::keeper() const
{
    return m_settings.codeKeeper();
}

QString ServerAccess::codeFile() const
{
    return SecretFile::pathFor(name());
}

void ServerAccess::open()
{
    if (m_known)
        return know(m_code);
    if (!m_given.code.isEmpty())
        return know(m_given.code);
    if (const QString file = m_settings.codeFile(); !file.isEmpty())
        return m_codeFile.watch(file);
    if (const QString code = m_settings.tokenInFile(); !code.isEmpty()) {
        know(code);
        const bool kept = keeper() != CodeKeeper::Nobody && m_settings.codeMark() == markOf(code);
        if (!kept && !m_given.keepsNothing)
            keep();
        return;
    }
    switch (keeper()) {
    case CodeKeeper::Keychain:
        return askKeychain();
    case CodeKeeper::File:
        return askFile();
    case CodeKeeper::Nobody:
        return know({});
    }
}

void ServerAccess::useFromFile(const QString &code)
{
    if (!m_problem.isEmpty()) {
        m_problem.clear();
        Q_EMIT keptElsewhere();
    }
    if (!m_known || !isSignedByOther(m_code) || !isSignedByOther(code))
        return know(code);
    m_code = code;
    Q_EMIT renewed();
}

void ServerAccess::endPatience()
{
    if (m_known)
        return keepInFile();
    if (m_problem.isEmpty())
        fail(tr("The keychain does not open. Unlock it, or type the access code again."));
    askKeychain();
}

void ServerAccess::askKeychain()
{
    if (m_keychain == nullptr)
        return askFile();
    const int request = ++m_request;
    m_patience.start(untilNextTry);
    m_keychain->read(name(), [this, request](const Result<QString> &found) {
        if (request == m_request)
            useFromKeychain(found);
    });
}

void ServerAccess::useFromKeychain(const Result<QString> &found)
{
    if (found && !found->isEmpty()) {
        m_patience.stop();
        m_problem.clear();
        know(*found);
        Q_EMIT keptElsewhere();
        return;
    }
    const QString why = found ? tr("it is not there any more") : found.error().message;
    //: 1: a reason, in few words
    fail(tr("The access code could not be read from the keychain: %1. Unlock the keychain, or type "
            "the code again.")
             .arg(why));
}

void ServerAccess::askFile()
{
    m_file.read(name(), [this](const Result<QString> &found) {
        if (found && !found->isEmpty())
            return know(*found);
        const QString why =
            found ? tr("The access code is not on this PC any more.") : found.error().message;
        fail(why + u' ' + tr("Type it again."));
    });
}

void ServerAccess::fail(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT keptElsewhere();
}

void ServerAccess::know(const QString &code)
{
    m_known = true;
    m_code = code;
    Q_EMIT changed();
}

void ServerAccess::use(const QString &server, const QString &code)
{
    const QString trimmed = code.trimmed();
    const bool same = m_known && trimmed == m_code && server.trimmed() == m_settings.server();
    m_known = false; // one word for both
    m_settings.setServer(server);
    const bool isNewCode = markOf(trimmed) != m_settings.codeMark() || !m_problem.isEmpty();
    m_known = true;
    m_code = trimmed;
    if (isNewCode)
        keep();
    if (!same)
        Q_EMIT changed();
}

void ServerAccess::keep()
{
    const int request = ++m_request;
    if (m_code.isEmpty()) {
        m_file.remove(name());
        if (m_keychain != nullptr && keeper() == CodeKeeper::Keychain)
            m_keychain->remove(name());
        return noteKept(CodeKeeper::Nobody);
    }
    if (m_keychain == nullptr)
        return keepInFile();
    m_patience.start(patience);
    m_keychain->write(name(), m_code, [this, request](const std::optional<Error> &error) {
        if (request != m_request)
            return;
        if (error)
            return keepInFile();
        m_file.remove(name());
        noteKept(CodeKeeper::Keychain);
    });
}

/// A file that only its owner reads is as it was designed where the keychain does not take it, and
/// no reason for an alarm; the settings say where the code is.
void ServerAccess::keepInFile()
{
    ++m_request;
    m_file.write(name(), m_code, [this](const std::optional<Error> &error) {
        if (error) {
            m_patience.stop();
            return fail(tr("The access code could not be kept and will be asked for again: %1")
                            .arg(error->message));
        }
        noteKept(CodeKeeper::File);
    });
}

void ServerAccess::noteKept(CodeKeeper keeper)
{
    m_patience.stop();
    m_problem.clear();
    m_settings.setCodeKeeper(keeper, markOf(m_code));
    m_settings.dropTokenFromFile();
    Q_EMIT keptElsewhere();
}

} // namespace pressboard::client
