// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <optional>

namespace pressboard::client {

/// What the desktop says about light and dark, where it says it: beside Qt's own palette, which on
/// many desktops stays light.
class ColorScheme : public QObject
{
    Q_OBJECT
public:
    /// Null: it does not say, or has not yet.
    std::optional<bool> isDark() const { return m_isDark; }

    /// This system's. Never waits for it.
    static std::unique_ptr<ColorScheme> ofSystem();

Q_SIGNALS:
    void changed();

protected:
    void setDark(std::optional<bool> dark);

private:
    std::optional<bool> m_isDark;
};

} // namespace pressboard::client
