// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/variant.h"

namespace pressboard::test {

QString Variant::name() const
{
    const QString colors = isDark ? QStringLiteral("dark") : QStringLiteral("light");
    QString name =
        QStringLiteral("%1-%2-%3x%4").arg(language, colors).arg(size.width()).arg(size.height());
    if (textPercent != 100)
        name += QStringLiteral("-text%1").arg(textPercent);
    return name;
}

QList<Variant> everyVariant()
{
    constexpr std::pair<QSize, int> sizes[] = {
        {{960, 540}, 100},   {{1024, 768}, 100},  {{1280, 720}, 100},
        {{1920, 1080}, 100}, {{3840, 2160}, 100}, {{1280, 720}, 200},
        {{960, 540}, 200},   {{1280, 720}, 80},   {{1280, 720}, 250}};
    QList<Variant> variants;
    for (const auto &[size, textPercent] : sizes) {
        for (const bool isDark : {false, true}) {
            for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")})
                variants.append({language, isDark, size, textPercent});
        }
    }
    return variants;
}

} // namespace pressboard::test
