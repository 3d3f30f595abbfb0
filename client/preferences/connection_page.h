// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/settings_page.h"

class QLabel;
class QPushButton;

namespace pressboard::client {

class ServerAccess;
class ServerFields;
class ServerProbe;

/// Where the board comes from. What was tried and works is used at once; what does not work only
/// when somebody insists.
class ConnectionPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// All must outlive the page.
    ConnectionPage(const Theme &theme, Settings &settings, ServerAccess &access,
                   ServerProbe &probe);

    QString title() const override;

protected:
    void retranslate() override;
    void fill() override;

private:
    void useThem();
    void sayKeeper();
    QString keeperWords() const;

    ServerAccess &m_access;
    QLabel *m_hint;
    ServerFields *m_fields;
    QPushButton *m_anyway;
    QLabel *m_keeper; ///< who keeps the access code
};

} // namespace pressboard::client
