// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QSslCertificate>

class QLabel;
class QPushButton;

namespace pressboard::client {

class Theme;

/// Asks whether somebody whom this PC does not know may vouch for the server: who it is, and the
/// fingerprint to compare with the admin's. Without one at hand it asks for the file.
class AuthorityDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `authority` is null when the server did not send it. `theme` must outlive the dialog.
    AuthorityDialog(const Theme &theme, const QString &server, const QSslCertificate &authority,
                    QWidget *parent = nullptr);

    /// Whom to believe, once accepted.
    QSslCertificate authority() const { return m_authority; }
    /// Shows what a file holds instead; false, with a sentence on the dialog, when that is nobody
    /// who could vouch for others.
    bool read(const QString &path);

    /// "A1:B2:… " of the certificate's SHA-256, as openssl writes it.
    static QString fingerprint(const QSslCertificate &certificate);

private:
    void setAuthority(const QSslCertificate &authority);
    void choose();
    static QString factsOf(const QSslCertificate &certificate);

    QSslCertificate m_authority;
    QLabel *m_why;
    QLabel *m_facts;
    QLabel *m_fingerprint;
    QLabel *m_problem;
    QPushButton *m_trust;
};

} // namespace pressboard::client
