// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class FormColumn;
class Settings;
class Theme;

/// One page of the settings. It shows what the settings say, whoever changed them, and writes
/// each choice at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    SettingsPage(const Theme &theme, Settings &settings);

    virtual QString title() const = 0;

protected:
    FormColumn &form() { return m_form; }
    Settings &settings() { return m_settings; }

    /// Words, in the language of now. Also to be called at the end of the page's constructor.
    virtual void retranslate() = 0;
    /// Values, as the settings have them. Must not write them back.
    virtual void fill() = 0;

    void changeEvent(QEvent *event) override;

private:
    Settings &m_settings;
    FormColumn &m_form;
};

} // namespace pressboard::client
