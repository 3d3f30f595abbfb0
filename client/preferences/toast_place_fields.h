// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QWidget>

class QComboBox;
class QLabel;

namespace pressboard::client {

class Settings;
class Theme;

/// On which screen toasts come up, and in which corner of it. Applied at once.
class ToastPlaceFields final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the fields.
    ToastPlaceFields(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    /// What can be set here, each with the settings' name for it.
    QList<std::pair<QLatin1StringView, QWidget *>> fields() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply();
    void retranslate();
    void fill();
    void fillScreens();
    void fillCorners();

    Settings &m_settings;
    QComboBox *m_screen;
    QLabel *m_screenLabel;
    QComboBox *m_corner;
    QLabel *m_cornerLabel;
};

} // namespace pressboard::client
