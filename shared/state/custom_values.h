// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace pressboard {
class JsonWriter;

/// What one of the shop's own fields says of a row: a text (a date is one, yyyy-MM-dd, and so is a
/// link), a number, or nothing.
class CustomValue
{
public:
    CustomValue() = default;
    explicit CustomValue(const QString &text); ///< an empty one is nothing
    explicit CustomValue(double number)
        : m_value(number)
    {
    }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    const QString *text() const { return std::get_if<QString>(&m_value); }
    const double *number() const { return std::get_if<double>(&m_value); }
    /// So that equal texts are kept once; only of one that is a text.
    QString &sharedText() { return std::get<QString>(m_value); }

    bool operator==(const CustomValue &) const = default;
    friend size_t qHash(const CustomValue &value, size_t seed = 0)
    {
        const QString *text = value.text();
        const double *number = value.number();
        return text ? qHashMulti(seed, *text) : qHashMulti(seed, number ? *number : 0.0);
    }

private:
    std::variant<std::monostate, QString, double> m_value;
};

/// All that the shop's own fields say of one row, by their names. It does not know which fields
/// there are: see CustomFields.
class CustomValues
{
public:
    struct Entry
    {
        QString name; ///< of the field
        CustomValue value; ///< never null
        bool operator==(const Entry &) const = default;
        friend size_t qHash(const Entry &entry, size_t seed = 0)
        {
            return qHashMulti(seed, entry.name, entry.value);
        }
    };

    bool isEmpty() const { return m_entries.isEmpty(); }
    const QList<Entry> &entries() const { return m_entries; } ///< sorted by name
    CustomValue value(QStringView name) const;
    /// A null one takes it away.
    void set(const QString &name, const CustomValue &value);
    /// Calls share(QString &) on every text in it; `share` changes no text.
    template<typename Share> void shareTexts(Share share)
    {
        for (Entry &entry : m_entries) {
            share(entry.name);
            if (entry.value.text() != nullptr)
                share(entry.value.sharedText());
        }
    }
    /// What they take in the JSON of their row.
    qsizetype bytes() const;

    bool operator==(const CustomValues &) const = default;
    friend size_t qHash(const CustomValues &values, size_t seed = 0)
    {
        return qHashRange(values.m_entries.begin(), values.m_entries.end(), seed);
    }

private:
    QList<Entry> m_entries;
};

/// {"paper": "128g", "weight": 157.5}
void write(JsonWriter &writer, const CustomValues &values);
/// Nothing when it has anything but texts and numbers, or more than a row can have.
std::optional<CustomValues> customValuesFromJson(const QJsonObject &object);

} // namespace pressboard
