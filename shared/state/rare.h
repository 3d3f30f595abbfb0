// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QExplicitlySharedDataPointer>
#include <QSharedData>

#include <utility>

namespace pressboard {

/// A part that few rows have: those without it pay one null pointer, copies of it share one. A
/// value; one that equals T() is as if it were not there.
template<typename T> class Rare
{
public:
    const T &operator*() const
    {
        static const T none{};
        return m_held ? m_held->value : none;
    }
    const T *operator->() const { return &**this; }
    /// Calls change(T &).
    template<typename Change> void edit(Change change)
    {
        T value = **this;
        change(value);
        set(std::move(value));
    }
    /// Nobody else shares what it holds.
    bool isAlone() const { return m_held && m_held->ref.loadRelaxed() == 1; }
    void set(T value) { m_held = value == T() ? nullptr : new Held(std::move(value)); }

    bool operator==(const Rare &other) const { return m_held == other.m_held || **this == *other; }

private:
    struct Held : QSharedData
    {
        explicit Held(T that)
            : value(std::move(that))
        {
        }
        const T value;
    };
    QExplicitlySharedDataPointer<Held> m_held;
};

} // namespace pressboard
