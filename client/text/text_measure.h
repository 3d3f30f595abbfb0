// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QString>

namespace pressboard::client {

/// How wide texts are, remembered: to shape a text is most of what it costs to paint it, and from
/// picture to picture nearly all of them are the same.
class TextMeasure
{
public:
    /// Of each kind: several windows full. Then it begins anew.
    static constexpr int mostRemembered = 4'000;

    int width(const QString &text, const QFont &font);
    /// The text, with dots for what has no room.
    QString elided(const QString &text, const QFont &font, int room);

private:
    struct Key
    {
        QString text;
        QFont font;
        int room; ///< negative: whole
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, key.font, key.room);
        }
    };
    template<typename Value, typename Make>
    static Value remembered(QHash<Key, Value> &known, const Key &key, Make make);

    QHash<Key, int> m_widths;
    QHash<Key, QString> m_elided;
};

} // namespace pressboard::client
