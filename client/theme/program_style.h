// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStyle>

namespace pressboard::client {

class Theme;

/// While it lives, the program's controls look as the theme wants it. A style lives as long as the
/// program, a theme does not: so whoever has the theme has this, too, behind it.
class ProgramStyle
{
public:
    /// `theme` must outlive this.
    explicit ProgramStyle(const Theme &theme);
    ~ProgramStyle();

    ProgramStyle(const ProgramStyle &) = delete;
    ProgramStyle &operator=(const ProgramStyle &) = delete;

private:
    QPointer<QStyle> m_style; ///< the application's; null once another one was set
};

} // namespace pressboard::client
