// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace pressboard::client {

class ColorScheme;

/// Whether the system likes it dark, and when that changes. Qt before 6.5 does not say: the desktop
/// does, else the lightness of the system's own palette.
class SystemAppearance final : public QObject
{
    Q_OBJECT
public:
    /// Once, before the program sets a palette of its own; the application exists.
    explicit SystemAppearance(QObject *parent = nullptr);
    ~SystemAppearance() override;

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    bool paletteIsDark();

    std::unique_ptr<ColorScheme> m_scheme; ///< null where Qt knows itself
    bool m_dark = false;
    bool m_reading = false;
};

} // namespace pressboard::client
