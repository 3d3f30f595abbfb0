// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::test {

/// A mouse that reaches what is in sight and nothing else, and counts its clicks.
class Mouse
{
public:
    /// False, and no click, when the widget is null, hidden, disabled, covered, or waits behind a
    /// dialog.
    bool click(QWidget *widget);
    bool click(QWidget *widget, const QPoint &at);
    /// The button that says or is called so, wherever on the screen it is.
    bool clickButton(const QString &words);
    /// The entry of the open menu that begins so.
    bool choose(const QString &entry);
    /// The segment of this name in a row of them.
    bool pick(const QString &segment);

    int clicks() const { return m_clicks; }
    void startOver() { m_clicks = 0; }

private:
    int m_clicks = 0;
};

} // namespace pressboard::test
