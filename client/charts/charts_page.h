// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/answers.h"
#include "client/controls/page.h"

class QScrollArea;

namespace pressboard::client {

class ChartsSheet;
class OrderActions;
class Theme;

/// 图表: the manager's questions. Nothing is made before somebody opens it: a board that starts
/// pays for no chart.
class ChartsPage final : public Page
{
    Q_OBJECT
public:
    /// All must outlive the page.
    ChartsPage(const Theme &theme, const Store &store, OrderActions &actions,
               QWidget *parent = nullptr);

    QString title() const override;
    void refresh(const LinkFacts &link) override;
    bool isSearchable() const override { return false; }

    /// Null before the page was opened.
    ChartsSheet *sheet() const { return m_sheet; }
    Answers *answers() const { return m_answers; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void create();
    void showAnswers();
    void layOut();
    /// Whoever goes through the charts by key sees the one he is at.
    void follow(QWidget *focused);

    const Theme &m_theme;
    const Store &m_store;
    OrderActions &m_actions;
    QString m_emptyText;
    Answers *m_answers = nullptr;
    QScrollArea *m_scroll = nullptr;
    ChartsSheet *m_sheet = nullptr;
};

} // namespace pressboard::client
