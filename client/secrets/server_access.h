// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection/scheduler.h"
#include "client/secrets/code_file.h"
#include "client/secrets/secret_file.h"
#include "client/settings/code_keeper.h"

#include <QObject>

#include <memory>

namespace pressboard::client {

class Settings;

/// Where the board's server is, and the access code for it. The address stands in the settings.
/// The code is kept in the system's keychain where there is one that opens, else in a file that
/// only its owner may read; never in the settings: what is found there moves out. A code in a file
/// that another program writes stays there.
class ServerAccess : public QObject
{
    Q_OBJECT
public:
    /// For this run only, from the command line.
    struct Given
    {
        QString server;
        QString code;
        /// A run for a picture: the code stays wherever it is kept now.
        bool keepsNothing = false;
    };

    /// \a keychain is null where the system has none. The others must outlive this.
    ServerAccess(Settings &settings, std::unique_ptr<SecretStore> keychain, Scheduler &scheduler,
                 const Given &given);

    /// Looks for the code; changed() tells that it is known. Once, at the start.
    void open();
    /// False until the keychain has said what the code is.
    bool isKnown() const { return m_known; }
    QString server() const;
    QString code() const { return m_code; } ///< empty: anonymous
    /// Tells codes apart without telling the code; known before the code is.
    QString mark() const;
    void use(const QString &server, const QString &code);

    CodeKeeper keeper() const;
    QString codeFile() const; ///< where the code is, or would be, without a keychain
    bool hasKeychain() const { return m_keychain != nullptr; }
    /// Why the code is not known, or not kept, in sentences that say what to do; empty: all is
    /// well. Why it is in a file although there is a keychain, too.
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed(); ///< server or code: connect anew
    /// The same server's and user's code, newer: whoever is connected may stay so.
    void renewed();
    void keptElsewhere(); ///< keeper() or problem() is another now

private:
    void endPatience();
    void useFromFile(const QString &code);
    void askKeychain();
    void useFromKeychain(const Result<QString> &found);
    void askFile();
    void know(const QString &code);
    void keep();
    void keepInFile();
    void noteKept(CodeKeeper keeper);
    void fail(const QString &problem);
    QString name() const; ///< of the code in a store

    Settings &m_settings;
    const std::unique_ptr<SecretStore> m_keychain;
    SecretFile m_file;
    CodeFile m_codeFile;
    const Given m_given;
    Alarm m_patience; ///< with a keychain that may be asking its owner for a password
    QString m_code;
    QString m_problem;
    bool m_known = false;
    int m_request = 0; ///< the last one's number: answers to earlier requests are dropped
};

} // namespace pressboard::client
