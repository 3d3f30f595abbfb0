// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A desktop's tray: org.kde.StatusNotifierWatcher with a host registered. A program of its own,
// since Qt asks it while the asking program waits. Says "ready" once it is there; ends when its
// input does. With --without-panel, the host registers with the first byte that comes in.
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QSocketNotifier>
#include <QStringList>

#include <cstdio>
#include <unistd.h>

namespace {

class Watcher final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items)
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)
    Q_PROPERTY(int ProtocolVersion READ version)
public:
    QStringList items() const { return m_items; }
    bool hasHost() const { return m_hasHost; }
    int version() const { return 0; }

public Q_SLOTS:
    /// Programs give the name of their service, or an object path on the connection they call by.
    Q_SCRIPTABLE void RegisterStatusNotifierItem(const QString &serviceOrPath)
    {
        const bool isPath = serviceOrPath.startsWith(u'/');
        m_items.append(isPath ? message().service() : serviceOrPath);
    }
    Q_SCRIPTABLE void RegisterStatusNotifierHost(const QString &)
    {
        m_hasHost = true;
        Q_EMIT StatusNotifierHostRegistered();
    }

Q_SIGNALS:
    Q_SCRIPTABLE void StatusNotifierHostRegistered();

private:
    QStringList m_items;
    bool m_hasHost = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    QDBusConnection bus = QDBusConnection::sessionBus();
    Watcher watcher;
    if (!program.arguments().contains(QStringLiteral("--without-panel")))
        watcher.RegisterStatusNotifierHost({});
    const bool isThere = bus.registerObject(QStringLiteral("/StatusNotifierWatcher"), &watcher,
                                            QDBusConnection::ExportScriptableContents
                                                | QDBusConnection::ExportAllProperties)
        && bus.registerService(QStringLiteral("org.kde.StatusNotifierWatcher"));
    if (!isThere)
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &watcher, [&watcher] {
        char byte;
        if (read(STDIN_FILENO, &byte, 1) == 1)
            watcher.RegisterStatusNotifierHost({});
        else
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

#include "main.moc"
