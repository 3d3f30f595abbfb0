// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/wall_settings_page.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/preferences/look_box.h"
#include "client/settings/settings.h"

#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScreen>

namespace pressboard::client {

WallSettingsPage::WallSettingsPage(const Theme &theme, Settings &settings)
    : SettingsPage(theme, settings)
    , m_screen(new QComboBox)
    , m_customers(new QComboBox)
    , m_look(new LookBox)
    , m_offHours(new QLineEdit)
    , m_shift(new CheckLine)
    , m_atStart(new CheckLine)
{
    m_screenLabel = form().addField(m_screen, Qt::AlignLeft);
    m_customersLabel = form().addField(m_customers, Qt::AlignLeft);
    m_lookLabel = form().addField(m_look, Qt::AlignLeft);
    m_offHoursLabel = form().addField(m_offHours);
    m_offHours->setPlaceholderText(QStringLiteral("22:00-06:00"));
    m_offHours->setObjectName(QStringLiteral("wallOffHours"));
    form().addGap(12);
    form().addWidget(m_shift);
    form().addGap(4);
    form().addWidget(m_atStart);
    pin(key::wallScreen, m_screen);
    pin(key::wallCustomers, m_customers);
    pin(key::wallLook, m_look);
    pin(key::wallOffHours, m_offHours);
    pin(key::wallPixelShift, m_shift);
    pin(key::wallAtStart, m_atStart);
    for (QComboBox *box : {m_screen, m_customers}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::activated, this, &WallSettingsPage::apply);
    }
    connect(m_look, &QComboBox::activated, this, &WallSettingsPage::apply);
    connect(m_offHours, &QLineEdit::editingFinished, this, &WallSettingsPage::apply);
    connect(m_shift, &QCheckBox::clicked, this, &WallSettingsPage::apply);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &WallSettingsPage::fillScreens);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &WallSettingsPage::fillScreens);
    connect(m_atStart, &QCheckBox::clicked, &settings, &Settings::setOpensOnWall);
    finish();
}

QString WallSettingsPage::title() const
{
    return tr("Wall");
}

void WallSettingsPage::apply()
{
    WallSetup wall = settings().wall();
    wall.screen = m_screen->currentData().toString();
    wall.customers = WallSetup::Customers(m_customers->currentData().toInt());
    wall.look = m_look->look();
    wall.offHours = m_offHours->text().trimmed();
    wall.shiftsPixels = m_shift->isChecked();
    settings().setWall(wall);
}

void WallSettingsPage::retranslate()
{
    m_screenLabel->setText(tr("Screen"));
    m_customersLabel->setText(tr("Customers' names"));
    m_customers->clear();
    m_customers->addItem(tr("Short", "customer's name"), int(WallSetup::Customers::Short));
    m_customers->addItem(tr("In full", "customer's name"), int(WallSetup::Customers::Full));
    m_customers->addItem(tr("Hidden", "customer's name"), int(WallSetup::Customers::Hidden));
    m_lookLabel->setText(tr("Light or dark"));
    m_look->retranslate();
    m_offHoursLabel->setText(tr("Dark from – to (empty: never)"));
    m_shift->setText(tr("Move the picture by a pixel now and then, against burning in"));
    m_atStart->setText(tr("Open the board on the wall when Pressboard starts"));
}

void WallSettingsPage::fill()
{
    const WallSetup wall = settings().wall();
    fillScreens();
    m_customers->setCurrentIndex(m_customers->findData(int(wall.customers)));
    m_look->setLook(wall.look);
    if (!m_offHours->hasFocus())
        m_offHours->setText(wall.offHours);
    m_shift->setChecked(wall.shiftsPixels);
    m_atStart->setChecked(settings().opensOnWall());
}

/// A screen that is switched off now can still be the one wanted.
void WallSettingsPage::fillScreens()
{
    const QString wanted = settings().wall().screen;
    m_screen->clear();
    m_screen->addItem(tr("The first one"), QString());
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QSize size = screen->size() * screen->devicePixelRatio();
        //: 1: a screen's name, 2 and 3: its width and height
        m_screen->addItem(
            tr("%1, %2 × %3").arg(screen->name()).arg(size.width()).arg(size.height()),
            screen->name());
    }
    if (m_screen->findData(wanted) < 0)
        m_screen->addItem(tr("%1, not connected").arg(wanted), wanted);
    m_screen->setCurrentIndex(m_screen->findData(wanted));
}

} // namespace pressboard::client
