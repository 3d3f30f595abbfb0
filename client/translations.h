// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace pressboard::client {

/// The language of everything on the screen; may change while the program runs.
class Translations
{
public:
    Translations();
    ~Translations();

    /// "zh_CN", "en", or empty: the system's, which is Chinese or else English.
    void use(const QString &language);
    const QString &language() const { return m_language; }

private:
    void load(const QString &name, const QString &folder);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace pressboard::client
