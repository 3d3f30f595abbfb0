// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/authority_dialog.h"

#include "client/controls/dialog_body.h"
#include "client/controls/form_column.h"
#include "client/theme/theme.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

namespace pressboard::client {

AuthorityDialog::AuthorityDialog(const Theme &theme, const QString &server,
                                 const QSslCertificate &authority, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("authority"));
    setWindowTitle(tr("Who vouches for the server"));
    auto *contents = new QWidget;
    auto *form = new FormColumn(theme);
    contents->setLayout(form);
    form->addTitle()->setText(authority.isNull() ? windowTitle()
                                                 : tr("Is this your shop's own authority?"));
    m_why = form->addHint();
    form->addGap(8);
    m_facts = form->addHint();
    m_fingerprint = form->addHint();
    m_problem = form->addHint();
    for (QLabel *label : {m_facts, m_fingerprint})
        label->setForegroundRole(QPalette::WindowText);
    m_fingerprint->setObjectName(QStringLiteral("fingerprint"));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse
                                           | Qt::TextSelectableByKeyboard);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();

    auto *file = new QPushButton(tr("From a file…"));
    auto *cancel = new QPushButton(tr("Cancel"));
    m_trust = new QPushButton(tr("It is: believe it"));
    m_trust->setObjectName(QStringLiteral("trust"));
    for (QPushButton *button : {file, m_trust})
        button->setAutoDefault(false); // Enter must not believe anybody
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(file);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_trust);
    auto *whole = new FormColumn(theme, this);
    whole->addWidget(new DialogBody(contents), 1);
    whole->addGap(16);
    whole->addLayout(buttons);
    connect(file, &QPushButton::clicked, this, &AuthorityDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_trust, &QPushButton::clicked, this, &QDialog::accept);

    //: 1: an address
    m_why->setText(authority.isNull()
                       ? tr("This PC does not know who vouches for the certificate of %1, and the "
                            "server does not say. Ask your admin for the authority's file, often "
                            "called shop-ca.crt, and choose it here.")
                             .arg(server)
                       : tr("This PC does not know who vouches for the certificate of %1. Have "
                            "your admin read the fingerprint to you. Believe it only when it is "
                            "the same: somebody else could read your access code otherwise.")
                             .arg(server));
    setAuthority(authority);
    resize(theme.px(520), sizeHint().height());
}

QString AuthorityDialog::fingerprint(const QSslCertificate &certificate)
{
    const QByteArray digest = certificate.digest(QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex(':')).toUpper();
}

QString AuthorityDialog::factsOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectInfo(QSslCertificate::CommonName)
        + certificate.subjectInfo(QSslCertificate::Organization);
    names.removeAll(QString());
    //: 1: names out of a certificate, 2: a day
    return tr("%1, until %2. Fingerprint (SHA-256):")
        .arg(names.join(QStringLiteral(" · ")),
             certificate.expiryDate().date().toString(Qt::ISODate));
}

void AuthorityDialog::setAuthority(const QSslCertificate &authority)
{
    m_authority = authority;
    const bool known = !authority.isNull();
    m_facts->setVisible(known);
    m_fingerprint->setVisible(known);
    m_trust->setVisible(known);
    if (!known)
        return;
    m_facts->setText(factsOf(authority));
    // Two lines of sixteen bytes: a line that is read aloud has an end.
    const QString all = fingerprint(authority);
    constexpr qsizetype half = 16 * 3;
    m_fingerprint->setText(all.left(half - 1) + u'\n' + all.mid(half));
}

bool AuthorityDialog::read(const QString &path)
{
    QFile file(path);
    QString problem;
    QList<QSslCertificate> found;
    if (!file.open(QFile::ReadOnly))
        problem = file.errorString();
    else
        found = QSslCertificate::fromData(file.read(1 << 20));
    if (problem.isEmpty() && found.isEmpty())
        problem = tr("There is no certificate in it. It begins with -----BEGIN CERTIFICATE-----");
    if (problem.isEmpty() && !found.last().isSelfSigned())
        problem = tr("That is a server's certificate, not its authority's.");
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty()) {
        m_problem->setText(QFileInfo(path).fileName() + QStringLiteral(": ") + problem);
        return false;
    }
    setAuthority(found.last());
    return true;
}

void AuthorityDialog::choose()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("The authority's certificate"), {},
        tr("Certificates (*.crt *.pem *.cer)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        read(path);
}

} // namespace pressboard::client
