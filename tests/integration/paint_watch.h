// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QObject>

#include <functional>

class QPaintEvent;
class QWidget;

namespace pressboard::test {

/// Waits for the first paint that shows something, and knows when it was done.
class PaintWatch final : public QObject
{
    Q_OBJECT
public:
    /// Asked at every paint of every widget, just before it; true when this one shows what is
    /// awaited.
    using Shows = std::function<bool(const QWidget &widget, const QPaintEvent &paint)>;

    explicit PaintWatch(Shows shows);

    /// Runs the event loop as the program does, without polling, so that the time is true.
    bool wait();
    /// This computer's clock when the painting was over.
    OptionalMoment paintedAt() const { return m_paintedAt; }

Q_SIGNALS:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Shows m_shows;
    OptionalMoment m_paintedAt;
};

/// The words that the widget and what is in it paint, in the order of painting and without
/// anything between: as ink, not as what some model holds.
QString paintedText(QWidget &widget);

} // namespace pressboard::test
