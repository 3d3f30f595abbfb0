// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/chinese_font.h"

#include <QFontDatabase>

namespace pressboard::client {

QString missingFontAdvice()
{
    if (!QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty())
        return {};
    return QStringLiteral(
        "No font with Chinese characters is installed: Chinese texts are shown as "
        "empty boxes. Install one, on Debian and Ubuntu the package "
        "fonts-noto-cjk, then start Pressboard again.");
}

} // namespace pressboard::client
