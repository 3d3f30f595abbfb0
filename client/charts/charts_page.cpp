// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/charts_page.h"

#include "client/charts/chart_accessible.h"
#include "client/charts/charts_sheet.h"
#include "client/models/status_words.h"
#include "client/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QScrollArea>

#include <utility>

namespace pressboard::client {

ChartsPage::ChartsPage(const Theme &theme, const Store &store, OrderActions &actions,
                       QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_store(store)
    , m_actions(actions)
{
    setObjectName(QStringLiteral("charts"));
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &ChartsPage::layOut);
}

QString ChartsPage::title() const
{
    return tr("Charts");
}

void ChartsPage::create()
{
    makeChartsAccessible();
    m_answers = new Answers(m_store, std::chrono::seconds(1), this);
    m_sheet = new ChartsSheet(m_theme, m_store, *m_answers, m_actions);
    m_sheet->hide(); // until the first answers
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its width stays reserved
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_sheet);
    m_sheet->setAutoFillBackground(false);
    m_scroll->show();
    connect(m_answers, &Answers::changed, this, &ChartsPage::showAnswers);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
}

void ChartsPage::follow(QWidget *focused)
{
    if (focused != nullptr && m_sheet->isAncestorOf(focused))
        m_scroll->ensureWidgetVisible(focused->parentWidget());
}

void ChartsPage::refresh(const LinkFacts &link)
{
    const QString emptyText = StatusWords::emptyList(m_store, link);
    if (std::exchange(m_emptyText, emptyText) != emptyText)
        showAnswers(); // also in another language; else they come of themselves
}

void ChartsPage::showAnswers()
{
    if (m_answers == nullptr || !m_answers->isReady())
        return;
    m_sheet->refresh(m_emptyText);
    layOut();
    m_sheet->show();
}

void ChartsPage::layOut()
{
    if (m_scroll == nullptr)
        return;
    m_scroll->setGeometry(rect());
    m_sheet->fit(m_scroll->viewport()->size());
}

void ChartsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_answers == nullptr)
        create();
    layOut();
    m_answers->setWatched(true);
}

void ChartsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_answers->setWatched(false);
}

void ChartsPage::resizeEvent(QResizeEvent *)
{
    layOut();
}

void ChartsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().bg);
}

} // namespace pressboard::client
