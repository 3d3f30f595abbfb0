// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/answer_sheet.h"
#include "client/store/store.h"

#include <QObject>
#include <QTimer>

namespace pressboard::client {

/// The answers, kept in step with the store while somebody looks at them: at most once in
/// `pace`, and the orders of a whole book only so many in one turn of the loop.
class Answers : public QObject
{
    Q_OBJECT
public:
    /// `store` must outlive the answers.
    explicit Answers(const Store &store, std::chrono::milliseconds pace = std::chrono::seconds(1),
                     QObject *parent = nullptr);

    /// Only then anything is counted; what changes in between is counted on return.
    void setWatched(bool watched);
    /// Empty until the first changed().
    const AnswerSheet &sheet() const { return m_sheet; }
    const ShopFacts &facts() const { return m_facts; }
    bool isReady() const { return m_isReady; }
    Moment now() const { return m_now; } ///< the moment the sheet is of
    QDate today() const { return m_facts.calendar().dateOf(m_now); }

    TimeRange range() const { return m_range; }
    /// What somebody chose stays; until then the range follows the time of the day.
    void setRange(TimeRange range);
    /// Asks about a shift instead; the range is forgotten.
    void setShift(ShiftPick pick);
    /// Null while a range is asked about, or there is no such shift at the moment.
    const ShiftReport *shift() const { return m_sheet.shift ? &*m_sheet.shift : nullptr; }
    /// Those that can be asked about at the moment of the sheet.
    QList<std::pair<ShiftPick, ShiftSpan>> shifts() const;

Q_SIGNALS:
    void changed();

private:
    void startOver();
    void follow(const Change &change);
    void tick();
    void updateSome();
    void answer();
    std::optional<ShiftSpan> spanOf(ShiftPick pick) const;
    FactsScope scope() const;

    const Store &m_store;
    ShopFacts m_facts;
    QSet<CrmId> m_stale; ///< orders whose facts are not those of the book any more
    AnswerSheet m_sheet;
    Moment m_now{};
    TimeRange m_range = TimeRange::Last24Hours;
    std::optional<ShiftPick> m_shift;
    bool m_isRangeChosen = false;
    bool m_isWatched = false;
    bool m_isReady = false;
    bool m_areNoticesNew = false; ///< of which the calls are
    QTimer m_tick;
    QTimer m_slice;
};

} // namespace pressboard::client
