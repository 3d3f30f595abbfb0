// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QImage;

namespace pressboard::test {

/// Once around a window by Tab and once back by Shift+Tab, as somebody without a mouse goes, who
/// may see the screen or have it read aloud.
class FocusWalk
{
public:
    explicit FocusWalk(QWidget &window)
        : m_window(window)
    {
    }

    /// What was wrong: the keyboard was lost or trapped, a stop had no name or did not show that it
    /// has the keyboard, something that can be used was never reached. Empty: nothing was.
    QStringList faults();
    /// The names of the stops of the way around, as read aloud.
    const QStringList &stops() const { return m_stops; }

private:
    QList<QWidget *> around(Qt::Key key);
    void judge(const QWidget &stop, const QImage &having, const QImage &without);
    void findUnreached(const QList<QWidget *> &reached);

    QWidget &m_window;
    QStringList m_stops;
    QStringList m_faults;
};

} // namespace pressboard::test
