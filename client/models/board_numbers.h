// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/store.h"

#include <QObject>

#include <array>

namespace pressboard::client {

/// The seven numbers of the strip, as words. They are the server's, never counted here; beside
/// them stands what explains them.
class BoardNumbers : public QObject
{
    Q_OBJECT
public:
    /// In the order they stand.
    enum Number { Urgent, StepsInProgress, StepsWaiting, Processing, Pending, Completed, Total };
    static constexpr int count = 7;

    struct Shown
    {
        QString label; ///< 处理中
        QString value; ///< "42"; "–" while nobody told us
        QString aside; ///< 今天 +2, 可开工 34; may be empty
        std::optional<qint64> number;
        bool operator==(const Shown &) const = default;
    };

    /// 紧急 in three tiers, counted from the book: 逾期 2, 今天 5, 3天内 7.
    struct Tiers
    {
        qint64 overdue = 0;
        qint64 today = 0;
        qint64 within3Days = 0;
        bool operator==(const Tiers &) const = default;
    };

    /// `store` must outlive the numbers.
    explicit BoardNumbers(const Store &store, QObject *parent = nullptr);

    const Shown &at(Number number) const { return m_shown[size_t(number)]; }
    const Tiers &tiers() const { return m_tiers; }
    std::optional<qint64> readySteps() const { return m_ready; }
    /// Orders completed since the shop's day began; null without a baseline.
    std::optional<qint64> completedToday() const;
    /// Empty, or why the numbers cannot be whole: the CRM's past was never imported.
    QString caveat() const;

    /// The date the tiers speak of; moves with the board's clock, not by itself.
    void setToday(QDate today);

Q_SIGNALS:
    void changed();

private:
    void update();
    std::optional<qint64> number(QLatin1StringView key) const;
    std::optional<qint64> todaysChange(QLatin1StringView key) const;
    Shown show(Number number) const;
    QString asideOf(Number number) const;
    Tiers countTiers() const;
    bool isComplete() const;

    const Store &m_store;
    QDate m_today;
    std::array<Shown, count> m_shown;
    Tiers m_tiers;
    std::optional<qint64> m_ready;
};

} // namespace pressboard::client
