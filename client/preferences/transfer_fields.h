// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace pressboard::client {

class CheckLine;
class ServerAccess;
class Settings;
class Theme;

/// Takes the settings of this PC to a file, and those of another from one.
class TransferFields final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the fields.
    TransferFields(const Theme &theme, Settings &settings, ServerAccess &access);

    /// What came of it stands in result().
    void save(const QString &path);
    void load(const QString &path);
    QString result() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void askWhereTo();
    void askWhich();
    void say(const QString &sentence);

    Settings &m_settings;
    ServerAccess &m_access;
    QLabel *m_title;
    QPushButton *m_export;
    QPushButton *m_import;
    CheckLine *m_withCode;
    QLabel *m_result;
    QString m_said;
};

} // namespace pressboard::client
