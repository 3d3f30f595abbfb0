// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pressboard::client {

/// Whether the system likes it dark, and when that changes. Qt before 6.5 does not say: the
/// lightness of the system's own palette does.
class SystemAppearance final : public QObject
{
    Q_OBJECT
public:
    /// Once, before the program sets a palette of its own; the application exists.
    explicit SystemAppearance(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();

    bool m_dark = false;
    bool m_reading = false;
};

} // namespace pressboard::client
