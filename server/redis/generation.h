// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <utility>

namespace pressboard::server::redis {

/// Drops the answers that come too late. Whoever asks Redis something may want something else by
/// the time the answer arrives: it begins a new generation then, and what was asked in an earlier
/// one is not answered any more.
///
///     m_connection.command(…, this, m_generation.guard([this](const Reply &reply) { … }));
///     m_generation.begin(); // the reply above will not be heard
class Generation
{
public:
    /// The generation in which something was asked. May outlive the Generation, with which it ends.
    class Mark
    {
    public:
        bool isCurrent() const { return *m_counter == m_number; }

    private:
        friend class Generation;
        explicit Mark(std::shared_ptr<const quint64> counter)
            : m_counter(std::move(counter))
            , m_number(*m_counter)
        {
        }

        std::shared_ptr<const quint64> m_counter;
        quint64 m_number;
    };

    Generation() = default;
    /// Nothing that was asked before is answered after it.
    ~Generation() { begin(); }
    Q_DISABLE_COPY_MOVE(Generation)

    /// From now on answers to earlier questions are dropped.
    void begin() { ++*m_counter; }
    /// To be asked later whether the present generation still lasts: after emitting a signal, say,
    /// in which somebody may have begun another.
    Mark mark() const { return Mark(m_counter); }
    /// `callback`, which is called as long as the present generation lasts and not after it.
    template<typename Callback> auto guard(Callback callback) const
    {
        return [mark = mark(), callback = std::move(callback)](const auto &...answer) {
            if (mark.isCurrent())
                callback(answer...);
        };
    }

private:
    std::shared_ptr<quint64> m_counter = std::make_shared<quint64>(0);
};

} // namespace pressboard::server::redis
