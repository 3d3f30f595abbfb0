// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/due_judgement.h"

#include <QRect>

class QPainter;

namespace pressboard::client {

class Theme;

/// ✕ 来不及 in a red box, ! 危险 in an outline of ink, ✓ 来得及 and 数据不足 without one: a shape
/// and a word each, and colour for what is lost alone.
class VerdictBadge
{
public:
    VerdictBadge(DueVerdict verdict, const Theme &theme)
        : m_verdict(verdict)
        , m_theme(theme)
    {
    }

    /// At the left of the box, vertically centred.
    void paint(QPainter &painter, const QRect &box) const;
    int width() const;
    /// Of all verdicts, in design px.
    static int widest(const Theme &theme);

private:
    bool isBoxed() const;
    bool isMarked() const;
    QString word() const;
    void paintFrame(QPainter &painter, const QRect &frame) const;
    void paintMark(QPainter &painter, const QRect &frame) const;

    DueVerdict m_verdict;
    const Theme &m_theme;
};

} // namespace pressboard::client
