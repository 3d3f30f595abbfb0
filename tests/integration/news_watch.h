// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemModel;
class QWidget;

namespace pressboard::test {

/// Counts what the desktop calls attention with: toasts that appear, and rows that get the blue
/// edge. For what must change the board in silence.
class NewsWatch final : public QObject
{
    Q_OBJECT
public:
    /// Watches the lists of this window, which outlives this.
    explicit NewsWatch(const QWidget &window);

    /// Is anything new marked in its lists just now?
    static bool isFlashing(const QWidget &window);

    int toasts() const { return m_toasts; }
    int flashes() const { return m_flashes; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void countFlashes(const QAbstractItemModel &model, int first, int last);

    int m_toasts = 0;
    int m_flashes = 0;
};

} // namespace pressboard::test
