// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <limits>
#include <optional>
#include <type_traits>

namespace pressboard {

/// A moment in UTC, to the millisecond: what the log, the wire and the book keep.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

/// A moment or none, used as std::optional<Moment> is, but in eight bytes instead of sixteen: a
/// desk keeps six hundred thousand of them. None stands before every moment, as it does there.
class OptionalMoment
{
public:
    constexpr OptionalMoment() = default;
    constexpr OptionalMoment(std::nullopt_t) { }
    constexpr OptionalMoment(Moment moment)
        : m_moment(moment)
    {
    }
    // moc of Qt 6.4 cannot read <concepts>.
    template<
        typename Duration,
        typename = std::enable_if_t<std::is_convertible_v<std::chrono::sys_time<Duration>, Moment>>>
    constexpr OptionalMoment(std::chrono::sys_time<Duration> moment)
        : m_moment(moment)
    {
    }
    constexpr OptionalMoment(std::optional<Moment> moment)
        : m_moment(moment.value_or(none))
    {
    }
    constexpr operator std::optional<Moment>() const
    {
        return has_value() ? std::optional(m_moment) : std::nullopt;
    }

    constexpr bool has_value() const { return m_moment != none; }
    constexpr explicit operator bool() const { return has_value(); }
    /// Only when there is one.
    constexpr const Moment &operator*() const { return m_moment; }
    constexpr const Moment *operator->() const { return &m_moment; }
    constexpr Moment value_or(Moment other) const { return has_value() ? m_moment : other; }
    constexpr void reset() { m_moment = none; }

    constexpr auto operator<=>(const OptionalMoment &) const = default;

private:
    static constexpr Moment none = Moment::min(); ///< 292 million years ago: nobody means it

    Moment m_moment = none;
};

} // namespace pressboard
