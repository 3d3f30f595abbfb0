// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/wall_settings.h"

#include "client/settings/settings.h"
#include "client/widgets/form_column.h"
#include "client/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScreen>

namespace pressboard::client {

WallSettings::WallSettings(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_screen(new QComboBox)
    , m_customers(new QComboBox)
    , m_offHours(new QLineEdit(settings.wall().offHours))
    , m_shift(new QCheckBox)
{
    auto *form = new FormColumn(theme);
    setLayout(form);
    m_screenLabel = form->addField(m_screen);
    m_customersLabel = form->addField(m_customers);
    m_offHoursLabel = form->addField(m_offHours);
    m_offHours->setPlaceholderText(QStringLiteral("22:00-06:00"));
    m_offHours->setObjectName(QStringLiteral("wallOffHours"));
    form->addSpacing(theme.px(12));
    m_shift->setChecked(settings.wall().shiftsPixels);
    form->addWidget(m_shift);
    form->addStretch(1);
    for (QComboBox *box : {m_screen, m_customers})
        connect(box, &QComboBox::activated, this, &WallSettings::apply);
    connect(m_offHours, &QLineEdit::editingFinished, this, &WallSettings::apply);
    connect(m_shift, &QCheckBox::toggled, this, &WallSettings::apply);
    retranslate();
}

void WallSettings::apply()
{
    m_settings.setWall({m_screen->currentData().toString(), m_offHours->text().trimmed(),
                        WallSetup::Customers(m_customers->currentData().toInt()),
                        m_shift->isChecked()});
}

void WallSettings::retranslate()
{
    m_screenLabel->setText(tr("Screen"));
    fillScreens();
    m_customersLabel->setText(tr("Customers' names"));
    m_customers->clear();
    m_customers->addItem(tr("Short", "customer's name"), int(WallSetup::Customers::Short));
    m_customers->addItem(tr("In full", "customer's name"), int(WallSetup::Customers::Full));
    m_customers->addItem(tr("Hidden", "customer's name"), int(WallSetup::Customers::Hidden));
    m_customers->setCurrentIndex(m_customers->findData(int(m_settings.wall().customers)));
    m_offHoursLabel->setText(tr("Dark from – to (empty: never)"));
    m_shift->setText(tr("Move the picture by a pixel now and then, against burning in"));
}

/// A screen that is switched off now can still be the one wanted.
void WallSettings::fillScreens()
{
    const QString wanted = m_settings.wall().screen;
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

void WallSettings::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
