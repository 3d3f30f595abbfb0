// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/look.h"

namespace pressboard::test {

QString Look::name() const
{
    const QString colors = isDark ? QStringLiteral("dark") : QStringLiteral("light");
    QString name =
        QStringLiteral("%1-%2-%3x%4").arg(language, colors).arg(size.width()).arg(size.height());
    if (textPercent != 100)
        name += QStringLiteral("-text%1").arg(textPercent);
    return name;
}

QList<Look> everyLook()
{
    constexpr std::pair<QSize, int> sizes[] = {
        {{960, 540}, 100},   {{1024, 768}, 100},  {{1280, 720}, 100},
        {{1920, 1080}, 100}, {{3840, 2160}, 100}, {{1280, 720}, 200},
        {{960, 540}, 200},   {{1280, 720}, 80},   {{1280, 720}, 250}};
    QList<Look> looks;
    for (const auto &[size, textPercent] : sizes) {
        for (const bool isDark : {false, true}) {
            for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")})
                looks.append({language, isDark, size, textPercent});
        }
    }
    return looks;
}

} // namespace pressboard::test
