// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QWidget>

class QLabel;

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

    /// Words, in the language of now.
    virtual void retranslate() = 0;
    /// Values, as the settings have them. Must not write them back.
    virtual void fill() = 0;

    /// What a rolled-out file decides is shown, and cannot be changed here. Says so below.
    void pin(QLatin1StringView key, QWidget *field);
    bool isPinned(QLatin1StringView key) const;
    /// The end of the page's constructor: what comes after the last field, words, values.
    void finish();

    void changeEvent(QEvent *event) override;

private:
    void sayPinned();

    Settings &m_settings;
    FormColumn &m_form;
    QLabel *m_pinned = nullptr; ///< null: nothing is
};

} // namespace pressboard::client
