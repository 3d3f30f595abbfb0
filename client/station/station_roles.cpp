// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_roles.h"

#include "client/bigscreen/screen_curtain.h"
#include "client/bigscreen/screen_header.h"
#include "client/bigscreen/screen_strip.h"
#include "client/station/station_band.h"
#include "client/station/station_card.h"
#include "client/station/station_panel.h"
#include "client/station/station_window.h"

#include <QAccessibleWidget>

namespace pressboard::client {

namespace {

QAccessible::Role roleOf(const QObject *object)
{
    if (qobject_cast<const StationWindow *>(object) != nullptr)
        return QAccessible::Window;
    if (qobject_cast<const StationPanel *>(object) != nullptr)
        return QAccessible::Grouping;
    if (qobject_cast<const StationCard *>(object) != nullptr)
        return QAccessible::Pane;
    if (qobject_cast<const StationBand *>(object) != nullptr
        || qobject_cast<const ScreenCurtain *>(object) != nullptr)
        return QAccessible::AlertMessage;
    const bool saysIt = qobject_cast<const ScreenHeader *>(object) != nullptr
        || qobject_cast<const ScreenStrip *>(object) != nullptr;
    return saysIt ? QAccessible::StaticText : QAccessible::NoRole;
}

/// Asked for an object's own class and for each of its base classes: of a panel that is known by
/// its base, only the first time counts.
QAccessibleInterface *interfaceOf(const QString &className, QObject *object)
{
    if (object == nullptr || className != QLatin1StringView(object->metaObject()->className()))
        return nullptr;
    const QAccessible::Role role = roleOf(object);
    if (role == QAccessible::NoRole)
        return nullptr; // somebody else's
    return new QAccessibleWidget(static_cast<QWidget *>(object), role);
}

} // namespace

void installStationRoles()
{
    QAccessible::installFactory(interfaceOf);
}

} // namespace pressboard::client
