// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>

namespace pressboard::test {

/// In which language, colours, size of the screen and of the text something is looked at.
struct Variant
{
    QString language; ///< zh_CN or en
    bool isDark = false;
    QSize size; ///< of the window, or of the screen a dialog opens on
    int textPercent = 100;

    /// "zh_CN-light-1280x720", with "-text200" when the text is not the usual size.
    QString name() const;
};

/// All that must be right.
QList<Variant> everyVariant();

} // namespace pressboard::test
