// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dbus/tray_reader.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QEventLoop>
#include <QtEndian>

namespace pressboard::test {

namespace {

const QString itemInterface = QStringLiteral("org.kde.StatusNotifierItem");
const QString menuInterface = QStringLiteral("com.canonical.dbusmenu");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");
const QString watcher = QStringLiteral("org.kde.StatusNotifierWatcher");

/// (ia{sv}av): id, properties, and the same again for each line of a submenu.
TrayReader::Line lineFrom(const QDBusArgument &argument)
{
    TrayReader::Line line;
    QVariantMap facts;
    QVariantList children;
    argument.beginStructure();
    argument >> line.id >> facts >> children;
    argument.endStructure();
    line.words = facts.value(QStringLiteral("label")).toString();
    line.words.remove(u'_'); // marks the key
    line.enabled = facts.value(QStringLiteral("enabled"), true).toBool();
    line.visible = facts.value(QStringLiteral("visible"), true).toBool();
    line.checked = facts.value(QStringLiteral("toggle-state")).toInt() == 1;
    for (const QVariant &child : std::as_const(children))
        line.lines.append(lineFrom(child.value<QDBusArgument>()));
    return line;
}

/// a(iiay): width, height, ARGB32 in network byte order.
QImage imageFrom(const QDBusArgument &argument, int size)
{
    QImage found;
    argument.beginArray();
    while (!argument.atEnd()) {
        int width = 0;
        int height = 0;
        QByteArray bytes;
        argument.beginStructure();
        argument >> width >> height >> bytes;
        argument.endStructure();
        if (width != size || height != size)
            continue;
        found = QImage(width, height, QImage::Format_ARGB32);
        qFromBigEndian<quint32>(bytes.constData(), width * height, found.bits());
    }
    argument.endArray();
    return found;
}

} // namespace

TrayReader::TrayReader(const QDBusConnection &bus)
    : m_bus(bus)
{
}

/// The item may live in this very process, so it must not be waited for with the loop standing.
QVariantList TrayReader::ask(const QString &service, const QString &path, const QString &interface,
                             const QString &method, const QVariantList &arguments)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, method);
    question.setArguments(arguments);
    const QDBusPendingCallWatcher answer(m_bus.asyncCall(question));
    QEventLoop loop;
    QObject::connect(&answer, &QDBusPendingCallWatcher::finished, &loop, &QEventLoop::quit);
    if (!answer.isFinished())
        loop.exec();
    return answer.isError() ? QVariantList() : answer.reply().arguments();
}

QString TrayReader::registeredItem()
{
    const QVariantList answer =
        ask(watcher, QStringLiteral("/StatusNotifierWatcher"), properties, QStringLiteral("Get"),
            {watcher, QStringLiteral("RegisteredStatusNotifierItems")});
    const QVariant items = answer.value(0).value<QDBusVariant>().variant();
    return items.toStringList().value(0);
}

QVariant TrayReader::itemProperty(const QString &name)
{
    return ask(m_item, QStringLiteral("/StatusNotifierItem"), properties, QStringLiteral("Get"),
               {itemInterface, name})
        .value(0)
        .value<QDBusVariant>()
        .variant();
}

/// (sa(iiay)ss): icon name, icon, title, text.
QString TrayReader::tooltip()
{
    const QDBusArgument argument = itemProperty(QStringLiteral("ToolTip")).value<QDBusArgument>();
    QString icon;
    QString title;
    QString text;
    argument.beginStructure();
    argument >> icon;
    argument.beginArray();
    while (!argument.atEnd()) {
        int side = 0;
        QByteArray bytes;
        argument.beginStructure();
        argument >> side >> side >> bytes;
        argument.endStructure();
    }
    argument.endArray();
    argument >> title >> text;
    argument.endStructure();
    return text.isEmpty() ? title : title + text;
}

QImage TrayReader::icon(int size)
{
    return imageFrom(itemProperty(QStringLiteral("IconPixmap")).value<QDBusArgument>(), size);
}

QVariantList TrayReader::askMenu(const QString &method, const QVariantList &arguments)
{
    const QString path = itemProperty(QStringLiteral("Menu")).value<QDBusObjectPath>().path();
    return ask(m_item, path, menuInterface, method, arguments);
}

TrayReader::Line TrayReader::menu()
{
    const QVariantList answer =
        askMenu(QStringLiteral("GetLayout"), {0, -1, QVariant(QStringList())});
    return answer.size() < 2 ? Line() : lineFrom(answer.at(1).value<QDBusArgument>());
}

void TrayReader::announce(const Line &line)
{
    askMenu(QStringLiteral("AboutToShow"), {line.id});
}

void TrayReader::click(const Line &line)
{
    const QVariant nothing = QVariant::fromValue(QDBusVariant(QString()));
    askMenu(QStringLiteral("Event"), {line.id, QStringLiteral("clicked"), nothing, 0u});
}

void TrayReader::activate()
{
    ask(m_item, QStringLiteral("/StatusNotifierItem"), itemInterface, QStringLiteral("Activate"),
        {0, 0});
}

std::optional<TrayReader::Line> TrayReader::find(const Line &menu, const QString &words)
{
    for (const Line &line : menu.lines) {
        if (line.words.contains(words))
            return line;
        if (const auto inside = find(line, words))
            return inside;
    }
    return std::nullopt;
}

} // namespace pressboard::test
