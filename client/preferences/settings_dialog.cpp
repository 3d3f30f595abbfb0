// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/settings_dialog.h"

#include "client/controls/form_column.h"
#include "client/preferences/appearance_page.h"
#include "client/preferences/connection_page.h"
#include "client/preferences/general_page.h"
#include "client/preferences/notices_page.h"
#include "client/preferences/station_page.h"
#include "client/preferences/wall_settings_page.h"
#include "client/settings/settings.h"
#include "client/text/breakable.h"

#include <QEvent>
#include <QListWidget>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>

namespace pressboard::client {

namespace {

constexpr QSize designSize(720, 520);
constexpr int screenMargin = 48; ///< px kept free for the title bar and the desktop's own bars

} // namespace

SettingsDialog::SettingsDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_theme(parts.theme)
    , m_settings(parts.settings)
    , m_names(new QListWidget)
    , m_stack(new QStackedWidget)
{
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *beside = new QHBoxLayout;
    beside->setSpacing(24);
    beside->addWidget(m_names);
    beside->addWidget(m_stack, 1);
    auto *whole = new FormColumn(m_theme, this);
    whole->addLayout(beside, 1);
    m_problem = whole->addHint();
    m_problem->setForegroundRole(QPalette::WindowText);
    m_problem->setObjectName(QStringLiteral("problem"));
    addPages(parts);
    connect(m_names, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(&m_theme, &Theme::sizesChanged, this, &SettingsDialog::resizeNames);
    connect(&m_settings, &Settings::problemArose, this, &SettingsDialog::showProblem);
    retranslate();
    showProblem();
    showPage(General);
    resize(usualSize());
}

void SettingsDialog::addPages(const Parts &parts)
{
    addPage(new GeneralPage(parts.theme, parts.settings, parts.access, parts.autostart));
    addPage(new ConnectionPage(parts.theme, parts.settings, parts.access, parts.probe));
    addPage(new StationPage(parts.theme, parts.settings, parts.shopSteps));
    auto *notices = new NoticesPage(parts.theme, parts.settings, parts.workHours);
    connect(notices, &NoticesPage::soundTried, this, &SettingsDialog::soundTried);
    addPage(notices);
    addPage(new WallSettingsPage(parts.theme, parts.settings));
    addPage(new AppearancePage(parts.theme, parts.settings));
}

QSize SettingsDialog::usualSize() const
{
    const QSize wanted(m_theme.px(designSize.width()), m_theme.px(designSize.height()));
    return wanted.boundedTo(screen()->availableSize() - QSize(screenMargin, screenMargin));
}

void SettingsDialog::addPage(SettingsPage *page)
{
    // A page is as long as it is: in large type it scrolls.
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    m_stack->addWidget(area);
    m_pages.append(page);
    m_names->addItem(QString());
}

SettingsPage *SettingsDialog::page(Page page) const
{
    return m_pages.at(page);
}

void SettingsDialog::showPage(Page page)
{
    m_names->setCurrentRow(page);
    m_names->setFocus();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_names->setAccessibleName(tr("Pages"));
    for (int i = 0; i < m_pages.size(); ++i) {
        m_names->item(i)->setText(m_pages.at(i)->title());
        m_stack->widget(i)->setAccessibleName(m_pages.at(i)->title());
    }
    resizeNames();
}

void SettingsDialog::resizeNames()
{
    const QFont font = m_theme.font(14);
    m_names->setFont(font);
    int widest = 0;
    for (int i = 0; i < m_names->count(); ++i) {
        m_names->item(i)->setSizeHint({0, m_theme.px(32)});
        widest = std::max(widest, QFontMetrics(font).horizontalAdvance(m_names->item(i)->text()));
    }
    m_names->setFixedWidth(widest + m_theme.px(32));
}

void SettingsDialog::showProblem()
{
    const std::optional<Error> problem = m_settings.problem();
    m_problem->setText(problem ? breakable(problem->message) : QString());
    m_problem->setVisible(problem.has_value());
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace pressboard::client
