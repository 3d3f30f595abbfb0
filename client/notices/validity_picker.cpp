// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/validity_picker.h"

#include "client/theme/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QVBoxLayout>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

/// Of this computer's clock; whole hours are what people mean.
QDateTime nextHour()
{
    const QDateTime now = QDateTime::currentDateTime();
    return QDateTime(now.date(), QTime(now.time().hour(), 0)).addSecs(2 * 3600);
}

} // namespace

ValidityPicker::ValidityPicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox)
    , m_until(new QDateTimeEdit(nextHour()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(m_choice);
    column->addWidget(m_until);
    m_choice->setObjectName(QStringLiteral("validity"));
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_until->setMinimumDateTime(QDateTime::currentDateTime());
    m_until->setCalendarPopup(true);
    m_until->hide();
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this](int choice) { m_until->setVisible(choice == Until); });
    setFocusProxy(m_choice);
    retranslate();
}

std::optional<std::chrono::hours> ValidityPicker::validFor() const
{
    switch (m_choice->currentIndex()) {
    case OneHour:
        return 1h;
    case EightHours:
        return 8h;
    case OneDay:
        return 24h;
    default:
        return std::nullopt;
    }
}

OptionalMoment ValidityPicker::validUntil() const
{
    if (m_choice->currentIndex() != Until)
        return std::nullopt;
    return Moment(std::chrono::milliseconds(m_until->dateTime().toMSecsSinceEpoch()));
}

void ValidityPicker::retranslate()
{
    const int chosen = std::max(0, m_choice->currentIndex());
    m_choice->clear();
    m_choice->addItems({tr("7 days, as notices are kept"), tr("1 hour"), tr("8 hours"), tr("1 day"),
                        tr("Until…")});
    m_choice->setCurrentIndex(chosen);
    m_until->setAccessibleName(tr("Valid until"));
}

void ValidityPicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
