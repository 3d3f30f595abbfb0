// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace pressboard::client {

class ServerProbe;
class Theme;
struct ProbeResult;

/// Server and access code with a button that tries them: the first-run dialog's and the
/// settings' alike.
class ServerFields final : public QWidget
{
    Q_OBJECT
public:
    ServerFields(const Theme &theme, ServerProbe &probe, QWidget *parent = nullptr);

    /// A dialog with a button of its own for it.
    void hideTestButton();
    void fill(const QString &server, const QString &token);
    QString server() const;
    QString token() const;
    /// Somebody typed into them since they were filled or used.
    bool isEdited() const { return m_edited; }
    /// They are in use now.
    void noteUsed() { m_edited = false; }
    /// These very values were tried and work.
    bool isProven() const { return m_proven; }
    void test();
    /// What the last test said of them; empty without one.
    QString verdict() const;

Q_SIGNALS:
    void provenChanged(bool proven);
    void judged(bool works); ///< a test came to its end
    void edited(); ///< what was found holds no more

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void forget();
    void say(const QString &sentence, bool isProblem = false);
    void showResult(const ProbeResult &result);
    void askToTrust();

    const Theme &m_theme;
    ServerProbe &m_probe;
    QLabel *m_serverLabel;
    QLineEdit *m_server;
    QLabel *m_tokenLabel;
    QLineEdit *m_token;
    QPushButton *m_test;
    QPushButton *m_trust; ///< where all that is missing is somebody to believe
    QLabel *m_result;
    QSslCertificate m_authority; ///< of the last test; null: not known
    bool m_edited = false;
    bool m_proven = false;
    bool m_testing = false;
};

} // namespace pressboard::client
