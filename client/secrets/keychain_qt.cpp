// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/keychain.h"

#include <QObject>

#include <qt6keychain/keychain.h>

namespace pressboard::client {

namespace {

/// The name under which a person finds the entry in the system's own program for it.
QString service()
{
    return QStringLiteral("Pressboard");
}

/// Jobs own themselves and end whenever the keychain is done; nobody hears of those that are
/// left when the program ends.
class Keychain final : public SecretStore
{
public:
    void read(const QString &name, Found found) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service());
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, &m_listener, [job, found] {
            if (job->error() == QKeychain::NoError)
                found(job->textData());
            else if (job->error() == QKeychain::EntryNotFound)
                found(QString());
            else
                found(Error{job->errorString(), true});
        });
        job->start();
    }

    void write(const QString &name, const QString &secret, Written written) override
    {
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setKey(name);
        job->setTextData(secret);
        QObject::connect(job, &QKeychain::Job::finished, &m_listener, [job, written] {
            const bool done = job->error() == QKeychain::NoError;
            written(done ? std::nullopt : std::optional(Error{job->errorString(), true}));
        });
        job->start();
    }

    void remove(const QString &name) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service());
        job->setKey(name);
        job->start();
    }

private:
    QObject m_listener;
};

} // namespace

std::unique_ptr<SecretStore> systemKeychain()
{
    return std::make_unique<Keychain>();
}

} // namespace pressboard::client
