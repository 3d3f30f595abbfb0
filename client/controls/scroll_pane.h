// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace pressboard::client {

class Theme;

/// Scrolls what it holds from top to bottom, by keys, too: a ring says when it has them. What it
/// holds must leave its own edges unpainted.
class ScrollPane final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrollPane(const Theme &theme, QWidget *parent = nullptr);

    /// In place of setWidget(), which turns the background on.
    void hold(QWidget *content);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace pressboard::client
