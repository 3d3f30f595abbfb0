// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/toast_place_fields.h"

#include "client/controls/form_column.h"
#include "client/settings/settings.h"
#include "client/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QScreen>

namespace pressboard::client {

using Corner = ToastPlace::Corner;

ToastPlaceFields::ToastPlaceFields(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_screen(new QComboBox)
    , m_corner(new QComboBox)
{
    auto *form = new FormColumn(theme); // one below the other: large type has no room beside
    setLayout(form);
    m_screenLabel = form->addField(m_screen, Qt::AlignLeft);
    m_cornerLabel = form->addField(m_corner, Qt::AlignLeft);
    for (QComboBox *box : {m_screen, m_corner})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_screen->setObjectName(QStringLiteral("toastScreen"));
    m_corner->setObjectName(QStringLiteral("toastCorner"));
    for (QComboBox *box : {m_screen, m_corner})
        connect(box, &QComboBox::activated, this, &ToastPlaceFields::apply);
    connect(&settings, &Settings::changed, this, &ToastPlaceFields::fill);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ToastPlaceFields::fill);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &ToastPlaceFields::fill);
    retranslate();
}

QList<std::pair<QLatin1StringView, QWidget *>> ToastPlaceFields::fields() const
{
    return {{key::toastScreen, m_screen}, {key::toastCorner, m_corner}};
}

void ToastPlaceFields::apply()
{
    m_settings.setToastPlace(
        {m_screen->currentData().toString(), Corner(m_corner->currentData().toInt())});
}

void ToastPlaceFields::retranslate()
{
    m_screenLabel->setText(tr("Screen for toasts"));
    m_cornerLabel->setText(tr("Corner"));
    fill();
}

void ToastPlaceFields::fill()
{
    fillScreens();
    fillCorners();
}

/// A screen that is switched off now can still be the one wanted.
void ToastPlaceFields::fillScreens()
{
    const QString wanted = m_settings.toastPlace().screen;
    m_screen->clear();
    m_screen->addItem(tr("The window's screen"), QString());
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens)
        m_screen->addItem(screen->name(), screen->name());
    if (m_screen->findData(wanted) < 0)
        m_screen->addItem(tr("%1, not connected").arg(wanted), wanted);
    m_screen->setCurrentIndex(m_screen->findData(wanted));
}

void ToastPlaceFields::fillCorners()
{
    m_corner->clear();
    m_corner->addItem(tr("Top right"), int(Corner::TopRight));
    m_corner->addItem(tr("Top left"), int(Corner::TopLeft));
    m_corner->addItem(tr("Bottom right"), int(Corner::BottomRight));
    m_corner->addItem(tr("Bottom left"), int(Corner::BottomLeft));
    m_corner->setCurrentIndex(m_corner->findData(int(m_settings.toastPlace().corner)));
}

void ToastPlaceFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
