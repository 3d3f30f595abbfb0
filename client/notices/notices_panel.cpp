// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/notices_panel.h"

#include "client/controls/page_tabs.h"
#include "client/controls/search_field.h"
#include "client/controls/title_button.h"
#include "client/models/station_marks.h"
#include "client/models/status_words.h"
#include "client/notices/activity_feed.h"
#include "client/notices/feed_list.h"
#include "client/notices/notice_feed.h"
#include "client/notices/turn_strip.h"
#include "client/notify/notifier.h"
#include "client/orders/order_actions.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>

namespace pressboard::client {

namespace {

constexpr int tabsTall = 44;
constexpr int toolsTall = 44;
constexpr int toolGap = 8;

} // namespace

NoticesPanel::NoticesPanel(const Theme &theme, const Store &store, Notifier &notifier,
                           const Settings &settings, const Clock &clock, OrderActions &actions,
                           QWidget *parent)
    : SidePanel(parent)
    , m_theme(theme)
    , m_store(store)
    , m_notifier(notifier)
    , m_settings(settings)
    , m_clock(clock)
    , m_actions(actions)
    , m_noticeFeed(new NoticeFeed(store, notifier.notices(), &notifier, this))
    , m_activityFeed(new ActivityFeed(store, notifier.activity(), this))
    , m_tabs(new PageTabs(theme, this))
    , m_close(new TitleButton(theme, this))
    , m_search(new SearchField(theme, this))
    , m_allRead(new TitleButton(theme, this))
    , m_mine(new TitleButton(theme, this))
    , m_turns(new TurnStrip(theme, store, actions, this))
    , m_noticeList(new FeedList(theme, *m_noticeFeed, actions))
    , m_activityList(new FeedList(theme, *m_activityFeed, actions))
    , m_lists(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("notices"));
    m_search->setObjectName(QStringLiteral("noticesSearch"));
    m_close->setMark(Icon(QStringLiteral("close")));
    m_lists->addWidget(m_noticeList);
    m_lists->addWidget(m_activityList);
    connectLists();
    connectTools();
    retranslate();
    applySteps();
}

void NoticesPanel::connectLists()
{
    for (FeedList *list : {m_noticeList, m_activityList}) {
        connect(list, &FeedList::typed, this, &SidePanel::typed);
        connect(list, &FeedList::chosen, this, &NoticesPanel::choose);
    }
    connect(m_noticeList, &FeedList::acted, this, [this](const QModelIndex &row) {
        m_notifier.acknowledge(row.data(FeedKeyRole).toString());
    });
    connect(m_turns, &TurnStrip::orderChosen, this, &SidePanel::orderChosen);
    connect(m_turns, &TurnStrip::resized, this, &NoticesPanel::refreshWords);
    connect(&m_notifier, &Notifier::unreadChanged, this, &NoticesPanel::refreshWords);
    connect(&m_theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&m_theme, &Theme::sizesChanged, this, &NoticesPanel::layOut);
}

void NoticesPanel::connectTools()
{
    connect(m_tabs, &PageTabs::currentChanged, this, [this](int index) {
        m_lists->setCurrentIndex(index);
        layOut();
    });
    connect(m_close, &QAbstractButton::clicked, this, &SidePanel::closeRequested);
    connect(m_search, &QLineEdit::textChanged, this, &NoticesPanel::applySearch);
    connect(m_search, &SearchField::cleared, this, [this](bool hadText) {
        if (!hadText)
            Q_EMIT closeRequested();
    });
    connect(m_allRead, &QAbstractButton::clicked, this, &NoticesPanel::markAllRead);
    connect(m_mine, &QAbstractButton::clicked, this, [this] {
        m_mineOnly = !m_mineOnly;
        applySteps();
    });
    connect(&m_settings, &Settings::profileChanged, this, &NoticesPanel::applySteps);
}

void NoticesPanel::showView(View view)
{
    m_tabs->setCurrent(int(view));
}

SidePanel::View NoticesPanel::view() const
{
    return View(std::max(0, m_tabs->current()));
}

FeedList &NoticesPanel::front() const
{
    return view() == View::Notices ? *m_noticeList : *m_activityList;
}

void NoticesPanel::focusList()
{
    front().setFocus(Qt::OtherFocusReason);
}

void NoticesPanel::refresh(const LinkFacts &link)
{
    m_noticeFeed->refresh();
    m_activityFeed->refresh();
    refreshWords();
    const bool unknown = m_store.dataAsOf() == std::nullopt;
    const QString none = StatusWords::emptyList(m_store, link);
    m_noticeList->setEmptyText(m_noticeFeed->isNarrowed() ? tr("Nothing found")
                                   : unknown              ? none
                                                          : tr("No notices in the last 7 days"));
    m_activityList->setEmptyText(m_activityFeed->isNarrowed() ? tr("Nothing found")
                                     : unknown                ? none
                                                              : tr("Nothing happened yet"));
    markSeen();
}

/// What a person saw for two seconds is read. Important ones want an act: a click, or 全部已读; and
/// what asks for an answer, its button.
void NoticesPanel::markSeen()
{
    QStringList inSight;
    if (isVisible() && window()->isActiveWindow() && view() == View::Notices) {
        const QModelIndexList rows = m_noticeList->rowsInSight();
        for (const QModelIndex &row : rows) {
            const NoticeEntry entry = m_noticeFeed->entry(row);
            if (entry.isUnread || entry.notice.wantsReceipts())
                inSight.append(entry.notice.id.toString());
        }
    }
    m_notifier.see(m_seen.update(inSight, m_clock.monotonic()));
}

void NoticesPanel::markAllRead()
{
    m_notifier.markAllRead();
    m_actions.marks().lookAtAll();
}

void NoticesPanel::choose(const QModelIndex &row)
{
    const QVariant order = row.data(FeedOrderRole);
    if (row.model() == m_noticeFeed) {
        const QString id = row.data(FeedKeyRole).toString();
        if (m_notifier.wantsAnswer(m_noticeFeed->entry(row).notice))
            m_notifier.look(id);
        else
            m_notifier.acknowledge(id);
    }
    if (order.isValid())
        Q_EMIT orderChosen(order.value<CrmId>());
}

void NoticesPanel::applySearch()
{
    m_noticeFeed->setSearch(m_search->text().trimmed());
    m_activityFeed->setSearch(m_search->text().trimmed());
    m_noticeList->scrollToTop();
    m_activityList->scrollToTop();
}

void NoticesPanel::applySteps()
{
    const QStringList steps = m_settings.profile().steps;
    m_activityFeed->setSteps(m_mineOnly ? steps : QStringList());
    m_mine->setOn(m_mineOnly);
    m_mine->setAccessibleDescription(m_mineOnly ? tr("on") : tr("off"));
    layOut();
}

void NoticesPanel::refreshWords()
{
    const int unread = m_notifier.unreadCount() + int(m_actions.marks().newTurns().size());
    const QString notices = tr("Notices");
    m_tabs->setTitles(
        {unread > 0 ? notices + u' ' + QString::number(unread) : notices, tr("Activity")});
    layOut();
}

void NoticesPanel::retranslate()
{
    setAccessibleName(tr("Notices and activity"));
    m_tabs->setAccessibleName(accessibleName());
    m_noticeList->setName(tr("Notices"));
    m_activityList->setName(tr("Activity"));
    m_search->setHint(tr("Search here"), tr("A word of the text, a sender, an order; Esc clears"));
    m_allRead->setText(tr("All read"));
    m_mine->setText(tr("My steps"));
    setPlainTip(*m_mine, tr("Only what concerns the steps of this station"));
    setPlainTip(*m_close, tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    refreshWords();
}

void NoticesPanel::layOut()
{
    const int tabs = m_theme.px(tabsTall);
    const int side = m_theme.px(Theme::panelPadding);
    m_tabs->setGeometry(side, 0, m_tabs->sizeHint().width(), tabs - 1);
    const QSize close = m_close->sizeHint();
    m_close->setGeometry(width() - side / 2 - close.width(), (tabs - close.height()) / 2,
                         close.width(), close.height());
    placeTools(tabs);
    int top = tabs + m_theme.px(toolsTall);
    m_turns->setVisible(view() == View::Notices && !m_turns->lines().isEmpty());
    if (!m_turns->isHidden()) {
        m_turns->setGeometry(1, top, width() - 1, m_turns->sizeHint().height());
        top += m_turns->height();
    }
    m_lists->setGeometry(1, top, width() - 1, height() - top);
}

void NoticesPanel::placeTools(int top)
{
    const bool notices = view() == View::Notices;
    m_allRead->setVisible(notices && (m_notifier.unreadCount() > 0 || !m_turns->lines().isEmpty()));
    m_mine->setVisible(!notices && m_settings.profile().isOnFloor());
    const TitleButton *shown = notices ? m_allRead : m_mine;
    const int side = m_theme.px(Theme::panelPadding);
    const int tall = m_theme.px(toolsTall);
    int right = width() - side;
    if (!shown->isHidden()) {
        const QSize size = shown->sizeHint();
        right -= size.width();
        const QRect box(right, top + (tall - size.height()) / 2, size.width(), size.height());
        (notices ? m_allRead : m_mine)->setGeometry(box);
        right -= m_theme.px(toolGap);
    }
    m_search->setGeometry(side, top + (tall - m_search->height()) / 2, right - side,
                          m_search->height());
}

void NoticesPanel::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const int tabs = m_theme.px(tabsTall);
    fillHairline(painter, QRect(0, tabs - 1, width(), 1), t.hair);
    fillHairline(painter, QRect(0, tabs + m_theme.px(toolsTall) - 1, width(), 1), t.line);
    fillHairline(painter, QRect(0, 0, 1, height()), t.line);
}

void NoticesPanel::resizeEvent(QResizeEvent *)
{
    layOut();
}

void NoticesPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        m_search->setFocus(Qt::ShortcutFocusReason);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        SidePanel::keyPressEvent(event);
}

void NoticesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_notifier.retranslate();
        retranslate();
    }
    SidePanel::changeEvent(event);
}

/// The next time it opens, it shows everything again, from the newest on.
void NoticesPanel::hideEvent(QHideEvent *event)
{
    m_search->clear();
    m_noticeList->scrollToTop();
    m_activityList->scrollToTop();
    SidePanel::hideEvent(event);
}

} // namespace pressboard::client
