// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/header_bar.h"

#include "client/controls/header_button.h"
#include "client/controls/page_tabs.h"
#include "client/controls/search_field.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"
#include "client/window/actions.h"
#include "client/window/banner.h"

#include <QAction>
#include <QEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int left = 16;
constexpr int afterTabs = 28;
constexpr int afterSearch = 24;
constexpr int clockPx = 18;
constexpr int widestBanner = 640;
constexpr int beforeMenu = 8; ///< between the banner and the menu
constexpr int narrowestSearch = 80;
constexpr int usefulSearch = 180; ///< words give way to it
constexpr int besideBanner = 56; ///< the search gives way to what the banner has to say
constexpr int widestSearch = 260;

} // namespace

HeaderBar::HeaderBar(const Theme &theme, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new PageTabs(theme, this))
    , m_search(new SearchField(theme, this))
    , m_state(addItem(false, {}, QStringLiteral("state")))
    , m_change(addItem(false, {}, QStringLiteral("lastChange")))
    , m_clockWarning(addItem(false, QStringLiteral("clock"), QStringLiteral("clockWarning")))
    , m_mute(addItem(true, QStringLiteral("moon"), QStringLiteral("mute")))
    , m_bell(addItem(true, QStringLiteral("bell"), QStringLiteral("bell")))
    , m_send(addItem(true, QStringLiteral("announce"), QStringLiteral("sendNotice")))
    , m_station(addItem(true, QStringLiteral("monitor"), QStringLiteral("station")))
    , m_menu(addItem(true, QStringLiteral("menu"), QStringLiteral("menu")))
    , m_banner(new Banner(theme, actions, this))
{
    setObjectName(QStringLiteral("header"));
    m_state->setFirst(true);
    connectItems(actions);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &HeaderBar::applySizes);
    retranslate();
    applySizes();
}

HeaderButton *HeaderBar::addItem(bool action, const QString &icon, const QString &name)
{
    auto *item = new HeaderButton(
        m_theme, action ? HeaderButton::Kind::Action : HeaderButton::Kind::Info, this);
    item->setObjectName(name);
    if (!icon.isEmpty())
        item->setMark(Icon(icon));
    return item;
}

void HeaderBar::connectItems(const Actions &actions)
{
    const auto below = [](const QWidget *item) {
        return item->mapToGlobal(QPoint(0, item->height()));
    };
    connect(m_mute, &QAbstractButton::clicked, this,
            [this, below] { Q_EMIT muteRequested(below(m_mute)); });
    connect(m_state, &QAbstractButton::clicked, this, &HeaderBar::stateChosen);
    connect(m_bell, &QAbstractButton::clicked, this, &HeaderBar::noticesRequested);
    connect(m_send, &QAbstractButton::clicked, actions.sendNotice, &QAction::trigger);
    connect(m_menu, &QAbstractButton::clicked, this, &HeaderBar::openMenu);
    connect(m_station, &QAbstractButton::clicked, actions.station, &QAction::trigger);
    connect(m_tabs, &PageTabs::currentChanged, this, &HeaderBar::pageRequested);
}

QString HeaderBar::bellName(const HeaderFacts &facts)
{
    const QString notices = tr("Notices, %n unread", nullptr, facts.unread);
    if (facts.turns == 0)
        return notices;
    //: 1: how many notices are unread
    return tr("%1, %n step(s) for your turn", nullptr, facts.turns).arg(notices);
}

void HeaderBar::show(const HeaderFacts &facts)
{
    const bool cautions = !facts.caution.isEmpty();
    m_state->setDot(true, facts.live);
    m_state->setWords(cautions ? facts.caution : facts.state,
                      cautions ? HeaderButton::Tone::Amber : HeaderButton::Tone::Normal);
    setPlainTip(*m_state, facts.linkDetail);
    m_state->setAccessibleName(m_state->text());
    m_change->setWords(cautions ? QString() : facts.lastChange);
    m_change->setAccessibleName(m_change->text());
    m_clockWarning->setWords(facts.clockWarning, HeaderButton::Tone::Amber);
    setPlainTip(*m_clockWarning, facts.clockWarning);
    m_mute->setWords(facts.mute);
    setPlainTip(*m_mute, facts.mute);
    const int counted = facts.unread + facts.turns;
    m_bell->setWords(counted > 0 ? QString::number(counted) : QString());
    m_bell->setAccessibleName(bellName(facts));
    setPlainTip(*m_bell, m_bell->accessibleName());
    m_station->setWords(facts.station);
    setPlainTip(*m_station, facts.station);
    m_station->setAccessibleName(tr("Station %1").arg(facts.station));
    m_maySend = facts.maySend;
    m_clock = facts.clock;
    m_cautions = cautions;
    setAccessibleDescription(m_clock);
    m_bannerShown = facts.banner.shown;
    m_banner->show(facts.banner);
    layOut();
    update();
}

void HeaderBar::openMenu()
{
    Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

void HeaderBar::setPages(const QStringList &titles)
{
    if (titles == m_titles)
        return;
    m_titles = titles;
    m_tabs->setTitles(titles);
    m_tabs->setCurrent(m_page);
    layOut();
}

void HeaderBar::setCurrentPage(int index)
{
    m_page = index;
    m_tabs->setCurrent(index);
}

void HeaderBar::setNoticesOpen(bool open)
{
    m_bell->setOn(open);
}

QString HeaderBar::stateText() const
{
    return m_bannerShown ? m_banner->sentence() : m_state->text();
}

void HeaderBar::retranslate()
{
    m_tabs->setAccessibleName(tr("Pages"));
    setAccessibleName(tr("Header"));
    m_menu->setAccessibleName(tr("Menu"));
    setPlainTip(*m_menu, tr("Menu"));
    m_send->setAccessibleName(tr("Send notice…"));
    setPlainTip(*m_send, tr("Send notice…"));
}

void HeaderBar::applySizes()
{
    setFixedHeight(m_theme.px(m_theme.isRoomy() ? 52 : 44));
    layOut();
}

int HeaderBar::clockWidth() const
{
    return TextLine{m_clock, m_theme.font(clockPx, Theme::Weight::Bold), {}}.width();
}

int HeaderBar::itemsWidth() const
{
    int width = 0;
    for (const HeaderButton *item :
         {m_state, m_change, m_clockWarning, m_mute, m_bell, m_send, m_station, m_menu}) {
        if (!item->isHidden())
            width += item->sizeHint().width();
    }
    return width;
}

/// Gives up words in the order of how little they are missed; whatever goes is in the menu, too.
void HeaderBar::compact(int room, int roomWithoutTabs)
{
    for (HeaderButton *item : {m_state, m_change, m_clockWarning, m_mute, m_bell, m_station})
        item->setCompact(false);
    const auto shorten = [&](HeaderButton *item) { item->setCompact(itemsWidth() > room); };
    const auto drop = [&](HeaderButton *item) {
        if (itemsWidth() > room)
            item->hide();
    };
    shorten(m_mute);
    shorten(m_station);
    drop(m_change);
    drop(m_station);
    drop(m_send);
    drop(m_mute);
    shorten(m_clockWarning);
    if (!m_bannerShown && !m_cautions)
        shorten(m_state);
    if (m_cautions && itemsWidth() > roomWithoutTabs)
        m_bell->hide();
}

/// The tabs close up before they go, and before the banner loses a word.
void HeaderBar::layOut()
{
    arrange(false);
    if (m_tabs->isHidden() || (m_bannerShown && m_banner->width() < m_banner->wantedWidth()))
        arrange(true);
}

void HeaderBar::arrange(bool tight)
{
    const int bottom = height() - 1;
    m_tabs->setTight(tight);
    m_tabs->setGeometry(m_theme.px(left), 0, m_tabs->sizeHint().width(), bottom);
    for (HeaderButton *item : {m_state, m_mute, m_bell, m_station})
        item->setHidden(m_bannerShown);
    m_send->setHidden(m_bannerShown || !m_maySend);
    m_change->setHidden(m_bannerShown || m_change->text().isEmpty());
    m_clockWarning->setHidden(m_clockWarning->text().isEmpty());

    const int clockLeft = width() - m_theme.px(Theme::windowMargin) - clockWidth();
    const int searchLeft = m_tabs->geometry().right() + 1 + m_theme.px(afterTabs);
    const int room = clockLeft - searchLeft - m_theme.px(afterSearch);
    compact(room - m_theme.px(usefulSearch), clockLeft - m_theme.px(left));
    const int itemsLeft = clockLeft - itemsWidth();
    placeItems(itemsLeft);
    const int others =
        itemsWidth() + (m_bannerShown ? m_banner->wantedWidth() + m_theme.px(beforeMenu) : 0);
    const int least = m_bannerShown ? besideBanner : narrowestSearch;
    const int search = std::clamp(room - others, m_theme.px(least), m_theme.px(widestSearch));
    m_search->setGeometry(searchLeft, (bottom - m_search->height()) / 2, search,
                          m_search->height());
    placeBanner(itemsLeft - m_theme.px(beforeMenu));
}

void HeaderBar::placeItems(int from)
{
    for (HeaderButton *item :
         {m_state, m_change, m_mute, m_bell, m_send, m_station, m_clockWarning, m_menu}) {
        if (item->isHidden())
            continue;
        const int wide = item->sizeHint().width();
        item->setGeometry(from, 0, wide, height() - 1);
        from += wide;
    }
}

/// That the board is old, or that the CRM is silent, matters more than searching it, and more than
/// other pages.
void HeaderBar::placeBanner(int end)
{
    const int behindSearch = m_search->geometry().right() + 1 + m_theme.px(afterSearch);
    const int least = m_bannerShown ? m_banner->leastWidth() : 0;
    // What is left of the search beside three tabs and a whole banner may be too little to use.
    const bool crowded = m_bannerShown ? end - behindSearch < m_banner->wantedWidth()
                                       : end < m_search->geometry().right();
    const bool cramped =
        m_bannerShown ? end - m_search->x() < least : end < m_tabs->geometry().right();
    m_search->setHidden(crowded);
    m_tabs->setHidden(cramped);
    const int from = cramped ? m_tabs->x() : crowded ? m_search->x() : behindSearch;
    const int widest = std::max(m_theme.px(widestBanner), m_banner->wantedWidth());
    const int left = std::max(from, end - widest);
    m_banner->setGeometry(left, m_theme.px(4), end - left, height() - m_theme.px(8));
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    fillHairline(painter, QRect(0, height() - 1, width(), 1), t.line);
    const int clockLeft = width() - m_theme.px(Theme::windowMargin) - clockWidth();
    TextLine{m_clock, m_theme.font(clockPx, Theme::Weight::Bold), t.text}.paint(
        painter, QRect(clockLeft, 0, clockWidth(), height() - 1));
}

void HeaderBar::resizeEvent(QResizeEvent *)
{
    layOut();
}

void HeaderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
